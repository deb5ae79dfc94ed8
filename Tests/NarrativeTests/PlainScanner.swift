@testable import Narrative

/// Reads a line of prose as the scanner does, the slow and plain way: character by character, with each word looked up
/// in the list of words and each figure found by a regular expression.
///
/// It knows nothing of headings, lists, links and digits of a length that no figure has.
struct PlainScanner {
  struct Found: Equatable, CustomStringConvertible {
    let word: Word
    let written: String
    /// Nothing but blanks and emphasis is between this and the one before.
    let isAdjacent: Bool
    var phrase: NumberPhrase?

    var description: String { "\(isAdjacent ? "" : "… ")\(word)“\(written)”" }
  }

  /// The longest first.
  private static let spellings: [(written: [Unicode.Scalar], word: Word)] = FieldWords.all.flatMap {
    word, list in
    list.split(separator: " ").map { (Array($0.unicodeScalars), word) }
  }.sorted { $0.0.count > $1.0.count }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var isAdjacent = true
  /// The character before belongs to a name, an address or a code.
  private var isInCode = false
  private(set) var found: [Found] = []

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    found = [Found(word: .block, written: "", isAdjacent: true)]
    while index < scalars.count { scanNext() }
  }

  private static let marks: [Unicode.Scalar: Word] = [
    "。": .stop, "；": .stop, "！": .stop, "？": .stop, ";": .stop, "!": .stop, "?": .stop,
    "，": .comma, ",": .comma, "、": .enumeration, "：": .colon, ":": .colon,
    "（": .open, "(": .open, "）": .close, ")": .close,
  ]

  private mutating func scanNext() {
    let scalar = scalars[index]
    if " \t\r*`\u{3000}".unicodeScalars.contains(scalar) {
      index += 1
    } else if let mark = Self.marks[scalar] {
      append(mark, 1)
    } else if isIdeograph(scalar),
      let (spelling, word) = Self.spellings.first(where: { starts(with: $0.written) })
    {
      append(word, spelling.count)
    } else if let (phrase, length) = numeral() {
      append(.number, length, phrase)
    } else if isDigit(scalar), !isInCode || scalar.value > 0x7F || isMonth,
      let (phrase, length) = figure()
    {
      append(.number, length, phrase)
      isInCode = phrase.unit == .other && scalar.value < 0x80
    } else {
      skip(scalar)
    }
  }

  /// What is neither a word nor a number.
  private mutating func skip(_ scalar: Unicode.Scalar) {
    isAdjacent = false
    if scalar.value < 0x80, isDigit(scalar) {
      while index < scalars.count, scalars[index].value < 0x80, isDigit(scalars[index]) {
        index += 1
      }
      return
    }
    index += 1
    // Quotes, dashes and the like are not characters of a name.
    let isMark = "“”—…％～《》〔〕".unicodeScalars.contains(scalar)
    if !isMark {
      isInCode =
        scalar.value < 0x80
        && (scalar.properties.isAlphabetic || "-/.".unicodeScalars.contains(scalar))
    }
  }

  /// 6月 of `1-6月`
  private var isMonth: Bool {
    text(index..<min(index + 3, scalars.count)).prefixMatch(of: /[0-9]{1,2}月/) != nil
  }

  private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4000..<0xA000).contains(scalar.value)
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  private func starts(with spelling: [Unicode.Scalar]) -> Bool {
    scalars[index...].starts(with: spelling)
  }

  private mutating func append(_ word: Word, _ length: Int, _ phrase: NumberPhrase? = nil) {
    found.append(
      Found(
        word: word, written: text(index..<index + length), isAdjacent: isAdjacent, phrase: phrase))
    index += length
    (isAdjacent, isInCode) = (true, false)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  // MARK: Numbers

  private func figure() -> (NumberPhrase, Int)? {
    let rest = text(index..<min(index + 60, scalars.count))
    let digits = /[0-9０-９]+(?:,[0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?/
    guard let match = rest.prefixMatch(of: digits) else { return nil }
    let written = String(match.output)
    let parts = written.split { $0 == "." || $0 == "．" }
    let plain = parts.joined().compactMap(\.wholeNumberValue)
    guard plain.count <= NumberPhrase.mostDigits else { return nil }
    let value = plain.reduce(0) { $0 * 10 + Int64($1) }
    return phrase(
      value, scale: parts.count > 1 ? UInt8(parts[1].count) : 0,
      digits: written.unicodeScalars.count)
  }

  private func numeral() -> (NumberPhrase, Int)? {
    let numerals = "〇零一二两三四五六七八九十百千".unicodeScalars
    guard numerals.contains(scalars[index]) else { return nil }
    if index > 0, numerals.contains(scalars[index - 1]) || scalars[index - 1] == "第" { return nil }
    let isPercent = starts(with: Array("百分之".unicodeScalars))
    let start = index + (isPercent ? 3 : 0)
    let run = scalars[start...].prefix { numerals.contains($0) || $0 == "万" }
    guard !run.isEmpty, let value = Self.value(of: Array(run)) else { return nil }
    if isPercent { return (NumberPhrase(digits: value, unit: .percent), 3 + run.count) }
    guard let read = phrase(value, scale: 0, digits: run.count),
      [.count, .year, .month, .day].contains(read.0.unit),
      read.0.unit != .year || value >= 1000
    else { return nil }
    return read
  }

  /// 三千四百, 十二, 二〇; `nil` for what is not a number of well-formed numerals.
  private static func value(of numerals: [Unicode.Scalar]) -> Int64? {
    let digits: [Unicode.Scalar: Int64] = [
      "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
      "九": 9,
    ]
    if numerals.allSatisfy({ digits[$0] != nil }) {
      return numerals.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    if let split = numerals.firstIndex(of: "万") {
      guard let high = value(of: Array(numerals[..<split])) else { return nil }
      let low = numerals[(split + 1)...]
      return value(of: Array(low)).map { high * 10_000 + $0 } ?? (low.isEmpty ? high * 10_000 : nil)
    }
    let powers: [Unicode.Scalar: Int64] = ["十": 10, "百": 100, "千": 1000]
    var (sum, digit): (Int64, Int64?) = (0, nil)
    for numeral in numerals {
      if let power = powers[numeral] {
        sum += (digit ?? 1) * power
        digit = nil
      } else {
        digit = digits[numeral]
      }
    }
    return sum + (digit ?? 0)
  }

  /// A number with what follows it.
  private func phrase(_ value: Int64, scale: UInt8, digits: Int) -> (NumberPhrase, Int)? {
    let after = text(index + digits..<min(index + digits + 20, scalars.count))
    let following =
      /(?:[* ]*([余多]))?(?:[* ]*(万))?(?:[* ]*([余多]))?(?:[* ]*([件宗起份例个条次篇项元%％月日]|年(?:[* ]*度)?))?(?=[* ]*([次月人工百])?)/
    guard let match = after.prefixMatch(of: following) else { return nil }
    var phrase = NumberPhrase(digits: value, scale: scale, unit: .other)
    phrase.isRounded =
      match.1 != nil || match.3 != nil || match.2 != nil && scale > 0 && match.4 != "元"
    if match.2 != nil {
      for _ in 0..<4 { if phrase.scale > 0 { phrase.scale -= 1 } else { phrase.digits *= 10 } }
    }
    switch match.4 {
    case "%", "％": phrase.unit = .percent
    case let unit? where unit.hasPrefix("年"): phrase.unit = .year
    case "月": phrase.unit = .month
    case "日": phrase.unit = .day
    case "元": phrase.unit = .yuan
    case nil: break
    default: phrase.unit = match.5 == nil ? .count : .other
    }
    return (phrase, digits + match.0.unicodeScalars.count)
  }

  // MARK: Sentences

  /// Sentences with an amount and a word for what may be counted, each as the range of what was found in it.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 1
    for end in 1...found.count where end == found.count || found[end].word == .stop {
      let sentence = found[start..<end]
      let hasAmount = sentence.contains { $0.phrase?.unit == .count || $0.phrase?.unit == .yuan }
      if hasAmount, sentence.contains(where: \.word.isSubject) { sentences.append(start..<end) }
      start = end + 1
    }
    return sentences
  }
}
