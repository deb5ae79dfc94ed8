internal import Markup

/// Reads the prose of a report in a single pass over its bytes and produces the tokens of a narrative.
struct ProseScanner: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon = Lexicon.field

  private(set) var tokens = OwnedList<Token>(capacity: 1600)
  private(set) var numbers = OwnedList<NumberPhrase>(capacity: 256)
  /// Indexes in `tokens` at which a heading or another block starts.
  private(set) var blocks = OwnedList<Int>(capacity: 128)
  /// The tokens of each sentence that may state a number of something. Most sentences do not.
  private(set) var sentences: [Range<Int>] = []
  private(set) var sampler = TextSampler()

  // State of the section.
  private var words = WordSet()
  private var characters = 0

  /// Whether the block mentions the period that the report covers.
  private var isOfPeriod = false

  // State of the sentence.
  private var sentenceStart = 0
  /// Whether a number follows a word that it may belong to.
  private var mayState = false
  /// Whether there are only connectors between a subject and the current position.
  private var hasSubject = false

  /// Whether there is something other than tokens between the last token and the current position.
  var hasGap = false
  var lastIsWordCharacter = false
  /// Reads up to the end of the block.
  private(set) var reader: NumberReader

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    reader = NumberReader(bytes: bytes, end: 0)
  }

  mutating func scan(_ index: Int, of report: Report) -> Narrative.Part {
    let section = report.sections[index]
    let role = report.role(of: section)
    let isCompared = role == .overview || role == .problems
    (words, characters) = (WordSet(), 0)
    sentenceStart = tokens.count
    let firstToken = tokens.count
    var span = Span.none
    let nodes = report.document.nodes
    var node = section.nodes.lowerBound
    while node < section.nodes.upperBound {
      let next = Int(nodes[node].end)
      let start = Int(nodes[node].offset)
      let end = next < nodes.count ? Int(nodes[next].offset) : bytes.count
      if nodes[node].kind != .table, end > start {
        let mark = sampler.mark
        scanBlock(start..<end, isHeading: nodes[node].kind == .heading)
        // The legal formula is the same in every report.
        if !isCompared || isOfPeriod { sampler.reset(to: mark) }
        span = Span(span.isEmpty ? start : Int(span.start), end)
      }
      node = next
    }
    endSentence()
    return Narrative.Part(
      section: index, tokens: firstToken..<tokens.count, characters: characters, span: span, words: words)
  }

  private mutating func scanBlock(_ range: Range<Int>, isHeading: Bool) {
    reader = NumberReader(bytes: bytes, end: range.upperBound)
    isOfPeriod = false
    hasGap = false
    appendBlock(isHeading ? .heading : .block, at: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let first = bytes[offset]
      if first < 0x80 {
        offset = scanASCII(first, at: offset)
      } else if Lexicon.isCovered(first), offset &+ 3 <= range.upperBound {
        offset = scanIdeographs(from: offset)
      } else {
        offset = scanOther(at: offset)
      }
    }
  }

  // MARK: Characters

  /// Scans characters that may start words. Most start neither a word nor a number.
  @inline(__always)
  private mutating func scanIdeographs(from start: Int) -> Int {
    let (bytes, lexicon) = (bytes, lexicon)
    let last = reader.end &- 3
    var offset = start
    var tokenEnd = start
    /// The offset at which a token would directly follow the previous one.
    var adjacent = hasGap ? -1 : start
    lastIsWordCharacter = false
    while offset <= last {
      let ahead = bytes.eightBytes(at: offset)
      guard Lexicon.isCovered(UInt8(truncatingIfNeeded: ahead)) else { break }
      if TextSampler.isSampled(ahead) { sampler.keep(bytes, at: offset, before: reader.end) }
      if offset >= tokenEnd {
        let beginning = lexicon.beginning(of: ahead)
        if beginning != Lexicon.nothing {
          hasGap = offset != adjacent
          if let end = scanToken(beginning, at: offset, in: lexicon) { (tokenEnd, adjacent) = (end, end) }
        }
      }
      offset &+= 3
    }
    hasGap = max(offset, tokenEnd) != adjacent
    characters &+= (offset &- start) / 3
    if offset < tokenEnd { countCharacters(in: offset..<tokenEnd) }
    return max(offset, tokenEnd)
  }

  /// Scans a word, or a number in Chinese numerals, where one may start.
  ///
  /// - Returns: Its end.
  @inline(__always)
  private mutating func scanToken(_ beginning: Int, at offset: Int, in lexicon: Lexicon) -> Int? {
    if let found = lexicon.word(at: offset, beginning, in: bytes, before: reader.end) {
      append(found.word, offset, offset &+ found.length)
      return offset &+ found.length
    }
    return lexicon.isNumeral(beginning) ? scanNumerals(at: offset) : nil
  }

  /// Scans a number in Chinese numerals.
  private mutating func scanNumerals(at offset: Int) -> Int? {
    guard !hasNumeralBefore(offset), let read = reader.readNumerals(at: offset) else { return nil }
    append(read.phrase, offset, offset + read.length)
    return offset + read.length
  }

  /// Whether a number cannot start here, as in 第三条, or at 十一 within a longer numeral.
  private func hasNumeralBefore(_ offset: Int) -> Bool {
    guard offset >= 3 else { return false }
    let code = reader.character(at: offset - 3).code
    return NumberReader.isNumeral(code) || code == 0x7B2C
  }

  /// Scans a character that is neither ASCII nor an ideograph.
  private mutating func scanOther(at offset: Int) -> Int {
    let (code, length) = reader.character(at: offset)
    let next = offset + max(length, 1)
    switch code {
    case 0x3002, 0xFF1B, 0xFF01, 0xFF1F: appendStop(offset, next)  // 。；！？
    case 0x3001, 0xFF0C, 0xFF1A, 0xFF08, 0xFF09: append(Self.mark(code), offset, next)
    case 0x3000: break
    case 0x3007: return scanNumeralZero(at: offset)
    case 0xFF10...0xFF19: return scanWideDigits(at: offset, next)
    // Other punctuation: “ ” — … and full-width characters.
    case 0x3003...0x303F, 0xFF00..<0x8000_0000, 0x201C, 0x201D, 0x2014, 0x2026: hasGap = true
    default:
      count()
      hasGap = true
      lastIsWordCharacter = false
    }
    return next
  }

  private static func mark(_ code: UInt32) -> Word {
    switch code {
    case 0x3001: .enumeration
    case 0xFF0C: .comma
    case 0xFF1A: .colon
    case 0xFF08: .open
    default: .close
    }
  }

  /// 〇, which is a digit only within a number.
  private mutating func scanNumeralZero(at offset: Int) -> Int {
    if let end = scanNumerals(at: offset) {
      countCharacters(in: offset..<end)
      return end
    }
    count()
    hasGap = true
    lastIsWordCharacter = false
    return offset + 3
  }

  private mutating func scanWideDigits(at offset: Int, _ next: Int) -> Int {
    guard let read = reader.readDigits(at: offset) else {
      hasGap = true
      return next
    }
    countCharacters(in: offset..<offset + read.length)
    append(read.phrase, offset, offset + read.length)
    return offset + read.length
  }

  // MARK: Characters that are not tokens

  @inline(__always)
  mutating func count(_ characters: Int = 1) { self.characters &+= characters }

  /// Counts the characters of a number.
  mutating func countCharacters(in range: Range<Int>) {
    for byte in bytes[range] where byte & 0xC0 != 0x80 && byte != UInt8(ascii: "*") && byte != 0x20 { count() }
  }

  // MARK: Tokens

  @inline(__always)
  mutating func append(_ word: Word, _ start: Int, _ end: Int, number: Int32 = -1) {
    hasSubject = word.isSubject || hasSubject && !hasGap && word.isConnector
    words.insert(word)
    if word == .statisticalPeriod { isOfPeriod = true }
    tokens.append(Token(word: word, isAdjacent: !hasGap, number: number, start: start, end: end))
    hasGap = false
    lastIsWordCharacter = false
  }

  mutating func append(_ phrase: NumberPhrase, _ start: Int, _ end: Int) {
    if hasSubject, !hasGap, phrase.unit == .count { mayState = true }
    append(.number, start, end, number: Int32(numbers.count))
    numbers.append(phrase)
  }

  mutating func appendStop(_ start: Int, _ end: Int) {
    endSentence()
    append(.stop, start, end)
    sentenceStart = tokens.count
  }

  mutating func appendBlock(_ word: Word, at offset: Int) {
    endSentence()
    blocks.append(tokens.count)
    append(word, offset, offset)
    sentenceStart = tokens.count
  }

  private mutating func endSentence() {
    if mayState { sentences.append(sentenceStart..<tokens.count) }
    mayState = false
  }
}
