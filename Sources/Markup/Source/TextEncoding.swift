/// Finds the first byte that no text in UTF-8 can have: a broken sequence or a NUL.
enum TextEncoding {
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { return index }
        index += 1
        continue
      }
      let length: Int
      let lowest: UInt8
      let highest: UInt8
      switch byte {
      case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
      case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
      case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
      case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
      case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
      case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
      default: return index
      }
      guard index + length <= count, bytes[index + 1] >= lowest, bytes[index + 1] <= highest else { return index }
      for place in 2..<max(length, 2) where bytes[index + place] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
