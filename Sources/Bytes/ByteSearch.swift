/// Finds the next byte that has to be escaped, eight bytes at a time: text is mostly free of them.
enum ByteSearch {
  /// The first of `& < > " '`.
  static func firstMarkup(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index + 8 <= end {
      let word = load(bytes + index)
      // & and ' differ in one bit, and so do < and >.
      let hits =
        zeros((word | low(1)) ^ low(UInt8(ascii: "'"))) | zeros((word | low(2)) ^ low(UInt8(ascii: ">")))
        | zeros(word ^ low(UInt8(ascii: "\"")))
      if hits != 0 { break }
      index += 8
    }
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return index
      default: index += 1
      }
    }
    return nil
  }

  /// The first of `" \ <` and the control characters.
  static func firstJSONSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index + 8 <= end {
      let word = load(bytes + index)
      let hits =
        zeros(word & low(0xE0)) | zeros(word ^ low(UInt8(ascii: "\""))) | zeros(word ^ low(UInt8(ascii: "\\")))
        | zeros(word ^ low(UInt8(ascii: "<")))
      if hits != 0 { break }
      index += 8
    }
    while index < end {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") {
        return index
      }
      index += 1
    }
    return nil
  }

  @inline(__always)
  private static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }

  /// A byte in each of the eight places of a word.
  @inline(__always)
  private static func low(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Not 0 exactly when a byte of the word is 0.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- low(1)) & ~word & low(0x80) }
}
