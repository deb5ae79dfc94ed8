internal import Bytes

/// Finds the first byte that valid UTF-8 text cannot contain: an invalid sequence or a NUL.
enum TextEncoding {
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      index = bytes.endOfCommonText(from: index)
      // Rare characters are close by; after them the text is usually common again.
      let end = min(index + 64, bytes.count)
      while index < end {
        guard let length = sequenceLength(bytes, at: index) else { return index }
        index += length
      }
    }
    return nil
  }

  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let length: Int
    let lowest: UInt8
    let highest: UInt8
    switch bytes[index] {
    case 0x01...0x7F: return 1
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
