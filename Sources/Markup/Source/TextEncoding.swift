/// Finds the first byte that no text in UTF-8 can have: a broken sequence or a NUL.
enum TextEncoding {
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = 0
    let count = bytes.count
    while index < count {
      // Nearly all text is Chinese, two characters of three bytes at a time and without special cases, or ASCII.
      while index + 8 <= count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        // E4 to EB in front, which less 4 are E0 to E7, and 80 to BF twice; the same again.
        if (word &- 0x0400_0004) & 0xF800_00F8 == 0xE000_00E0, word & 0xC0C0_00C0_C000 == 0x8080_0080_8000 {
          index += 6
          continue
        }
        let isASCII = ~word & 0x8080_8080_8080_8080
        // A byte that is 0 borrows from the next; the words with one are left to the slow way.
        if isASCII & 0x80 != 0, (word &- 0x0101_0101_0101_0101) & isASCII == 0 {
          index += (isASCII ^ 0x8080_8080_8080_8080).trailingZeroBitCount / 8
          continue
        }
        // E1 to EC in front, and 80 to BF twice.
        let lead = UInt8(truncatingIfNeeded: word)
        guard lead &- 0xE1 <= 0xEC - 0xE1, word & 0xC0C000 == 0x808000 else { break }
        index += 3
      }
      guard index < count else { return nil }
      if bytes[index] < 0x80 {
        if bytes[index] == 0 { return index }
        index += 1
        continue
      }
      guard let length = sequenceLength(bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let length: Int
    let lowest: UInt8
    let highest: UInt8
    switch bytes[index] {
    case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
    case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
    case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
    case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
    case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, bytes[index + 1] >= lowest, bytes[index + 1] <= highest else { return nil }
    for place in 2..<max(length, 2) where bytes[index + place] & 0xC0 != 0x80 { return nil }
    return length
  }
}
