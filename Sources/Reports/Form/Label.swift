internal import Markup

/// A label as it is compared: without blanks, width, traditional forms and enumerator.
package struct Label: Sendable, Hashable {
  /// The remaining words.
  package private(set) var words = ""
  /// The number in front, without its punctuation: `三` in `（三）不予公开`, `1` in `1.属于国家秘密`.
  package var enumerator: String?
  /// Whether that number is in brackets.
  private(set) var isBracketed = false

  package init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { Self.append(scalar, to: &scalars) }
    let (number, end) = Self.enumerator(of: scalars)
    enumerator = number.map { Self.string($0[...]) }
    isBracketed = scalars[..<end].contains("(")
    var rest = scalars[end...]
    while rest.count > 1, let last = rest.last, Self.trailing.contains(last) { rest.removeLast() }
    words = Self.string(rest)
  }

  /// Punctuation at the end of a label, which says nothing: `规章：`.
  private static let trailing: Set<Unicode.Scalar> = [":", ".", "。", ";", ","]

  /// The label without the explanation in brackets at its end, as in `行政规范性文件（有文号的）`.
  package var withoutGuide: Label? {
    guard words.hasSuffix(")"), let open = words.firstIndex(of: "("), open > words.startIndex else { return nil }
    var label = self
    label.words = String(words[..<open])
    return label
  }

  /// The label without anything in brackets and without the year, which authors add: `本年（2023年）废止件数`,
  /// `2023年废止件数` and `本年废止件数` are the same.
  var bare: String {
    var bare = ""
    var depth = 0
    for character in words {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { bare.append(character) }
      }
    }
    bare = Self.withoutYear(bare)
    return bare.isEmpty ? words : bare
  }

  /// Leaves out `2023年度`, `2023年` and `本年`.
  private static func withoutYear(_ text: String) -> String {
    var rest = text[...]
    var kept = ""
    while let next = rest.first {
      let digits = rest.prefix(4)
      let isYear = digits.count == 4 && digits.allSatisfy(\.isNumber) && rest.dropFirst(4).first == "年"
      if isYear || rest.hasPrefix("本年") {
        rest = rest.dropFirst(isYear ? 5 : 2)
        if rest.first == "度" { rest.removeFirst() }
      } else {
        kept.append(next)
        rest.removeFirst()
      }
    }
    return kept
  }

  /// The same without quotation marks and punctuation: `危及三安全一稳定`.
  var unmarked: String { bare.filter { !"\",.;:-_".contains($0) } }

  /// The parts of a label that carries its group in front: `（三）不予公开 / 1.属于国家秘密`, `行政复议·结果维持`.
  package static func path(_ text: String) -> [String] {
    text.split { "/／:：·・|".contains($0) }
      .map { String($0) }
      .filter { $0.contains { !$0.isWhitespace } }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.count)
    for scalar in scalars {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a scalar as it is compared. Enclosed numbers are expanded: `①` to `1.` and `㈠` to `(一)`.
  static func append(_ scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x2460...0x2468: scalars += [digit(scalar.value - 0x2460 + 1), "."]
    case 0x2474...0x247C: scalars += ["(", digit(scalar.value - 0x2474 + 1), ")"]
    case 0x2488...0x2490: scalars += [digit(scalar.value - 0x2488 + 1), "."]
    case 0x3220...0x3229: scalars += ["(", chineseDigits[Int(scalar.value - 0x3220)], ")"]
    default: if let folded = fold(scalar) { scalars.append(folded) }
    }
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(0x30 + value)) }
  private static let chineseDigits = Array("一二三四五六七八九十".unicodeScalars)

  /// How a scalar is compared; `nil` for a blank.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: nil
    case 0xFF01...0xFF5E: fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0x2E80..<0x3000, 0x3400..<0xA000: SimplifiedCharacters.simplified(scalar)
    default:
      switch scalar {
      case "“", "”", "„", "‟", "「", "」", "『", "』", "'", "‘", "’", "＇", "〝", "〞", "〟": "\""
      case "〔", "【", "[", "〖", "﹙": "("
      case "〕", "】", "]", "〗", "﹚": ")"
      case "、", "､", "﹐", "﹑": ","
      case "﹒": "."
      case "﹕": ":"
      default: scalar
      }
    }
  }

  /// The number at the start of folded scalars, and the index at which the words start.
  static func enumerator(of scalars: [Unicode.Scalar]) -> (number: [Unicode.Scalar]?, end: Int) {
    var number: [Unicode.Scalar]?
    var end = 0
    // In 三、（三）不予公开, the last number is that of the label.
    while true {
      let count = enumeratorLength(scalars[end...])
      guard count > 0 else { return (number, end) }
      number = scalars[end..<end + count].filter { isNumeral($0) }
      end += count
    }
  }

  /// The length of an enumerator at the start, in scalars: `一、`, `（一）`, `（一）、`, `1.`, `1、`, `1)`, `一：`, `(1)`.
  private static func enumeratorLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    let isBracketed = scalars.first == "("
    let number = scalars.dropFirst(isBracketed ? 1 : 0).prefix { isNumeral($0) }
    guard !number.isEmpty, number.endIndex < scalars.endIndex else { return 0 }
    let closer = scalars[number.endIndex]
    guard isBracketed ? closer == ")" : [".", ",", ")", ":"].contains(closer) else { return 0 }
    let end = number.endIndex + 1
    let hasComma = isBracketed && end < scalars.endIndex && scalars[end] == ","
    return end + (hasComma ? 1 : 0) - scalars.startIndex
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }
}
