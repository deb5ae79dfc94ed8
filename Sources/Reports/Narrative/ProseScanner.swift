internal import Markup

/// Reads blocks of prose, byte by byte and once, into the tokens of a narrative.
struct ProseScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the text is compared with that of other years.
  let isCompared: Bool
  private(set) var characters = 0
  private let lexicon = Lexicon.field

  init(bytes: UnsafeBufferPointer<UInt8>, isCompared: Bool) {
    self.bytes = bytes
    self.isCompared = isCompared
  }

  /// Something that is no token stands between the last token and here.
  private var hasGap = false
  private var lastIsWordCharacter = false

  mutating func scan(from start: Int, to end: Int, isHeading: Bool, into narrative: inout Narrative) {
    let reader = NumberReader(bytes: bytes, end: end)
    let firstToken = narrative.tokens.count
    let mark = narrative.sketch.mark
    narrative.sketch.interrupt()
    hasGap = false
    append(isHeading ? .heading : .block, start, start, to: &narrative)
    var offset = start
    while offset < end {
      let first = bytes[offset]
      if Lexicon.isCovered(first), offset &+ 3 <= end {
        let code = NumberReader.threeByteCharacter(bytes, offset)
        let beginning = lexicon.beginning(code)
        if beginning == Lexicon.nothing {
          // Most characters of a text start neither a word nor a number.
          pass(code, in: &narrative)
          offset &+= 3
        } else {
          offset = scanBeginning(beginning, code, at: offset, reader, into: &narrative)
        }
        continue
      }
      if first < 0x80 {
        offset = scanASCII(first, at: offset, reader, into: &narrative)
        continue
      }
      let (code, length) = reader.character(at: offset)
      let next = offset + max(length, 1)
      if code >= 0x3000, code <= 0x303F || code >= 0xFF00, code < 0x8000_0000 {
        offset = scanPunctuation(code, at: offset, next, reader, into: &narrative)
        continue
      }
      if code == 0x201C || code == 0x201D || code == 0x2014 || code == 0x2026 {
        hasGap = true
        offset = next
        continue
      }
      pass(code, in: &narrative)
      offset = next
    }
    // The legal formula is the same in every report.
    if isCompared, narrative.tokens[firstToken...].contains(where: { $0.word == .statisticalPeriod }) {
      narrative.sketch.reset(to: mark)
    }
  }

  @inline(__always)
  private mutating func append(_ word: Word, _ start: Int, _ end: Int, to narrative: inout Narrative) {
    narrative.tokens.append(Token(word: word, isAdjacent: !hasGap, span: Span(start, end)))
    narrative.words |= 1 &<< UInt128(word.rawValue)
    hasGap = false
    lastIsWordCharacter = false
  }

  @inline(__always)
  private mutating func count(_ code: UInt32, in narrative: inout Narrative) {
    characters &+= 1
    if isCompared { narrative.sketch.add(code) }
  }

  /// Passes over a character that is no part of a token.
  @inline(__always)
  private mutating func pass(_ code: UInt32, in narrative: inout Narrative) {
    count(code, in: &narrative)
    hasGap = true
    lastIsWordCharacter = false
  }

  /// Scans a character that may start a word or a number.
  private mutating func scanBeginning(
    _ beginning: UInt8, _ code: UInt32, at offset: Int, _ reader: NumberReader, into narrative: inout Narrative
  ) -> Int {
    if beginning & Lexicon.word != 0, let found = lexicon.word(at: offset, beginning, in: bytes, before: reader.end) {
      takeWord(offset, offset &+ found.length, into: &narrative)
      append(found.word, offset, offset &+ found.length, to: &narrative)
      return offset &+ found.length
    }
    if beginning & Lexicon.numeral != 0, !hasNumeralBefore(offset, reader),
      let read = reader.readNumerals(at: offset)
    {
      take(offset, offset + read.length, reader, into: &narrative)
      appendNumber(read.phrase, offset, offset + read.length, to: &narrative)
      return offset + read.length
    }
    pass(code, in: &narrative)
    return offset &+ 3
  }

  /// 第三条, 十一 within a longer numeral: no number begins here.
  private func hasNumeralBefore(_ offset: Int, _ reader: NumberReader) -> Bool {
    guard offset >= 3 else { return false }
    let code = reader.character(at: offset - 3).code
    return NumberReader.isNumeral(code) || code == 0x7B2C
  }

  /// Takes a word of the lexicon, whose characters have three bytes each, into the text that is compared.
  @inline(__always)
  private mutating func takeWord(_ start: Int, _ end: Int, into narrative: inout Narrative) {
    if !isCompared {
      characters += end - start
      return
    }
    var offset = start
    while offset < end {
      count(NumberReader.threeByteCharacter(bytes, offset), in: &narrative)
      offset &+= 3
    }
  }

  /// Takes the characters of a token into the text that is compared.
  @inline(__always)
  private mutating func take(_ start: Int, _ end: Int, _ reader: NumberReader, into narrative: inout Narrative) {
    if !isCompared {
      characters += end - start
      return
    }
    var offset = start
    while offset < end {
      let (code, length) = reader.character(at: offset)
      if code != UInt32(UInt8(ascii: "*")), code != 0x20 { count(code, in: &narrative) }
      offset += max(length, 1)
    }
  }

  private mutating func appendNumber(
    _ phrase: NumberPhrase, _ start: Int, _ end: Int, to narrative: inout Narrative
  ) {
    append(.number, start, end, to: &narrative)
    narrative.tokens[narrative.tokens.count - 1].number = Int32(narrative.numbers.count)
    narrative.numbers.append(phrase)
  }

  // MARK: ASCII

  private mutating func scanASCII(
    _ byte: UInt8, at offset: Int, _ reader: NumberReader, into narrative: inout Narrative
  ) -> Int {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "`"):
      return offset + 1
    case UInt8(ascii: "\n"):
      // A new line within a paragraph goes on; a list item, quote or empty line starts afresh.
      if startsBlock(offset + 1, reader.end) { append(.block, offset, offset, to: &narrative) }
      return offset + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return scanDigits(at: offset, reader, into: &narrative)
    case UInt8(ascii: ","):
      append(.comma, offset, offset + 1, to: &narrative)
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      append(.stop, offset, offset + 1, to: &narrative)
    case UInt8(ascii: ":"):
      append(.colon, offset, offset + 1, to: &narrative)
    case UInt8(ascii: "("):
      if offset > 0, bytes[offset - 1] == UInt8(ascii: "]") { return endOfAddress(offset, reader.end) }
      append(.open, offset, offset + 1, to: &narrative)
    case UInt8(ascii: ")"):
      append(.close, offset, offset + 1, to: &narrative)
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      return offset + 1
    default:
      hasGap = true
      let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      if isLetter { count(UInt32(byte), in: &narrative) }
      lastIsWordCharacter =
        isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }
    return offset + 1
  }

  private func startsBlock(_ start: Int, _ end: Int) -> Bool {
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

  private func endOfAddress(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] != UInt8(ascii: ")"), bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    return min(offset + 1, end)
  }

  // MARK: Digits

  private mutating func scanDigits(
    at offset: Int, _ reader: NumberReader, into narrative: inout Narrative
  ) -> Int {
    var last = offset
    while last < reader.end, bytes[last] >= UInt8(ascii: "0"), bytes[last] <= UInt8(ascii: "9") { last += 1 }
    let run = last - offset
    if lastIsWordCharacter {
      // A telephone, an address, a code: no figure.
      take(offset, last, reader, into: &narrative)
      hasGap = true
      return last
    }
    if run >= 11 { return scanLongDigits(offset, last, reader, into: &narrative) }
    guard let read = reader.readDigits(at: offset) else {
      take(offset, last, reader, into: &narrative)
      hasGap = true
      return last
    }
    take(offset, offset + read.length, reader, into: &narrative)
    appendNumber(read.phrase, offset, offset + read.length, to: &narrative)
    lastIsWordCharacter = read.phrase.unit == .other
    return offset + read.length
  }

  private mutating func scanLongDigits(
    _ start: Int, _ last: Int, _ reader: NumberReader, into narrative: inout Narrative
  ) -> Int {
    var end = last
    if last - start == 17, last < reader.end, bytes[last] | 0x20 == UInt8(ascii: "x") { end += 1 }
    let isPart =
      end < reader.end
      && (bytes[end] == UInt8(ascii: "-")
        || bytes[end] | 0x20 >= UInt8(ascii: "a")
          && bytes[end] | 0x20 <= UInt8(ascii: "z"))
    take(start, end, reader, into: &narrative)
    let digits = UnsafeBufferPointer(rebasing: bytes[start..<end])
    if !isPart, PersonalNumber.isIdentityNumber(digits) {
      append(.identityNumber, start, end, to: &narrative)
    } else if !isPart, PersonalNumber.isMobileNumber(digits) {
      append(.mobileNumber, start, end, to: &narrative)
    } else {
      hasGap = true
    }
    return end
  }

  // MARK: Punctuation

  private mutating func scanPunctuation(
    _ code: UInt32, at offset: Int, _ next: Int, _ reader: NumberReader, into narrative: inout Narrative
  ) -> Int {
    switch code {
    case 0x3002, 0xFF1B, 0xFF01, 0xFF1F: append(.stop, offset, next, to: &narrative)  // 。；！？
    case 0xFF0C: append(.comma, offset, next, to: &narrative)
    case 0x3001: append(.enumeration, offset, next, to: &narrative)
    case 0xFF1A: append(.colon, offset, next, to: &narrative)
    case 0xFF08: append(.open, offset, next, to: &narrative)
    case 0xFF09: append(.close, offset, next, to: &narrative)
    case 0x3000: break
    case 0x3007: return scanBeginning(Lexicon.numeral, code, at: offset, reader, into: &narrative)
    case 0xFF10...0xFF19:
      guard let read = reader.readDigits(at: offset) else {
        hasGap = true
        return next
      }
      take(offset, offset + read.length, reader, into: &narrative)
      appendNumber(read.phrase, offset, offset + read.length, to: &narrative)
      return offset + read.length
    default: hasGap = true
    }
    return next
  }
}
