extension ProseScanner {
  mutating func scanASCII(_ byte: UInt8, at offset: Int) -> Int {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
      UInt8(ascii: "`"):
      return offset + 1
    case UInt8(ascii: "\n"):
      // A line break within a paragraph continues it; a list item, a quote or a blank line starts a new block.
      if startsBlock(offset + 1) { appendBlock(.block, at: offset) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanDigits(at: offset)
    case UInt8(ascii: ","): append(.comma, offset, offset + 1)
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): appendStop(offset, offset + 1)
    case UInt8(ascii: ":"): append(.colon, offset, offset + 1)
    case UInt8(ascii: "("):
      if offset > 0, bytes[offset - 1] == UInt8(ascii: "]") { return endOfAddress(offset) }
      append(.open, offset, offset + 1)
    case UInt8(ascii: ")"): append(.close, offset, offset + 1)
    case UInt8(ascii: "["), UInt8(ascii: "]"): break
    default:
      hasGap = true
      let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      if isLetter { count() }
      lastIsWordCharacter =
        isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: ".")
    }
    return offset + 1
  }

  private func startsBlock(_ start: Int) -> Bool {
    let end = reader.end
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
      offset += 1
    }
    guard offset < end else { return true }
    switch bytes[offset] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "*"): return offset + 1 < end && bytes[offset + 1] == UInt8(ascii: " ")
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while offset < end, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
        offset += 1
      }
      return offset < end
        && (bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")"))
    default: return false
    }
  }

  private func endOfAddress(_ start: Int) -> Int {
    var offset = start
    while offset < reader.end, bytes[offset] != UInt8(ascii: ")"),
      bytes[offset] != UInt8(ascii: "\n")
    { offset += 1 }
    return min(offset + 1, reader.end)
  }

  // MARK: Digits

  private mutating func scanDigits(at offset: Int) -> Int {
    var last = offset
    while last < reader.end, bytes[last] &- 0x30 < 10 { last &+= 1 }
    count(last &- offset)
    // A telephone, an address, a code: no figure. 1-6月 is one.
    if lastIsWordCharacter, !isMonth(offset..<last) {
      hasGap = true
      return last
    }
    if last - offset >= 11 { return scanLongDigits(offset, last) }
    if last - offset >= 3, let end = scanDividedDigits(offset, last) { return end }
    guard let read = reader.readDigits(at: offset) else {
      hasGap = true
      return last
    }
    let end = offset + read.length
    countCharacters(in: last..<end)
    append(read.phrase, offset, end)
    lastIsWordCharacter = read.phrase.unit == .other
    return end
  }

  private func isMonth(_ digits: Range<Int>) -> Bool {
    // 月
    digits.count <= 2 && digits.upperBound + 3 <= reader.end
      && bytes.eightBytes(at: digits.upperBound) & 0xFF_FFFF == 0x88_9C_E6
  }

  private mutating func scanLongDigits(_ start: Int, _ last: Int) -> Int {
    var end = last
    if last - start == 17, last < reader.end, bytes[last] | 0x20 == UInt8(ascii: "x") { end += 1 }
    let isPart =
      end < reader.end
      && (bytes[end] == UInt8(ascii: "-")
        || bytes[end] | 0x20 >= UInt8(ascii: "a")
          && bytes[end] | 0x20 <= UInt8(ascii: "z"))
    countCharacters(in: last..<end)
    if !isPart, let word = PersonalNumber.word(of: Array(bytes[start..<end])) {
      append(word, start, end)
    } else {
      hasGap = true
    }
    return end
  }

  /// The number of a person whose digits are set apart: `138-0013-8000`, `(138)00138000`, `6222 0212 3456 7890`.
  ///
  /// - Returns: `nil` when it is not one, and other figures follow each other.
  private mutating func scanDividedDigits(_ start: Int, _ last: Int) -> Int? {
    guard let first = digits(afterSeparatorAt: last) else { return nil }
    var found = Array(bytes[start..<last])
    var end = last
    var next: Range<Int>? = first
    while let group = next, found.count + group.count < 20 {
      found += bytes[group]
      end = group.upperBound
      next = digits(afterSeparatorAt: end)
    }
    guard next == nil, let word = PersonalNumber.word(of: found) else { return nil }
    countCharacters(in: last..<end)
    append(word, start, end)
    return end
  }

  /// The digits after a hyphen, a blank or a closing bracket, with the last letter of an identity number.
  private func digits(afterSeparatorAt offset: Int) -> Range<Int>? {
    guard offset < reader.end else { return nil }
    let separator: Int
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: ")"): separator = 1
    // ） － —
    case 0xEF where bytes.eightBytes(at: offset) & 0xFF_FFFF == 0x89_BC_EF: separator = 3
    case 0xEF where bytes.eightBytes(at: offset) & 0xFF_FFFF == 0x8D_BC_EF: separator = 3
    case 0xE2 where bytes.eightBytes(at: offset) & 0xFF_FFFF == 0x94_80_E2: separator = 3
    default: return nil
    }
    let start = offset + separator
    var end = start
    while end < reader.end, bytes[end] &- 0x30 < 10 { end += 1 }
    if end > start, end < reader.end, bytes[end] | 0x20 == UInt8(ascii: "x") { end += 1 }
    return end > start ? start..<end : nil
  }
}
