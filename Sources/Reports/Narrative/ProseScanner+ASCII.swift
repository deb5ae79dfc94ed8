extension ProseScanner {
  mutating func scanASCII(_ byte: UInt8, at offset: Int) -> Int {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "`"):
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
        isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }
    return offset + 1
  }

  private func startsBlock(_ start: Int) -> Bool {
    let end = reader.end
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") { offset += 1 }
    guard offset < end else { return true }
    switch bytes[offset] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "*"): return offset + 1 < end && bytes[offset + 1] == UInt8(ascii: " ")
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while offset < end, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") { offset += 1 }
      return offset < end && (bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")"))
    default: return false
    }
  }

  private func endOfAddress(_ start: Int) -> Int {
    var offset = start
    while offset < reader.end, bytes[offset] != UInt8(ascii: ")"), bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    return min(offset + 1, reader.end)
  }

  // MARK: Digits

  private mutating func scanDigits(at offset: Int) -> Int {
    var last = offset
    while last < reader.end, bytes[last] &- 0x30 < 10 { last &+= 1 }
    count(last &- offset)
    // A telephone number, a URL or a code rather than a figure.
    if lastIsWordCharacter {
      hasGap = true
      return last
    }
    if last - offset >= 11 { return scanLongDigits(offset, last) }
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

  private mutating func scanLongDigits(_ start: Int, _ last: Int) -> Int {
    var end = last
    if last - start == 17, last < reader.end, bytes[last] | 0x20 == UInt8(ascii: "x") { end += 1 }
    let isPart =
      end < reader.end
      && (bytes[end] == UInt8(ascii: "-")
        || bytes[end] | 0x20 >= UInt8(ascii: "a")
          && bytes[end] | 0x20 <= UInt8(ascii: "z"))
    countCharacters(in: last..<end)
    let digits = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if !isPart, PersonalNumber.isIdentityNumber(digits) {
      append(.identityNumber, start, end)
    } else if !isPart, PersonalNumber.isMobileNumber(digits) {
      append(.mobileNumber, start, end)
    } else {
      hasGap = true
    }
    return end
  }
}
