internal import Markup
internal import Narrative

extension Prose {
  /// The dates in a range of the source.
  func dates(in range: Range<Int>) -> [WrittenDate] {
    report.document.source.bytes.withUnsafeBufferPointer { WrittenDate.dates(in: $0, range) }
  }

  /// From a token to the first comma, bracket or full stop after a number.
  func clauseWithDates(after index: Int) -> Range<Int> {
    let tokens = narrative.tokens
    let start = Int(tokens[index].span.end)
    var hasNumber = false
    for token in tokens[(index + 1)...] {
      switch token.word {
      case .stop, .block, .heading: return start..<Int(token.span.start)
      case .comma: if hasNumber, !goesOn(after: token) { return start..<Int(token.span.start) }
      case .open, .close: if hasNumber { return start..<Int(token.span.start) }
      case .number: hasNumber = true
      default: break
      }
    }
    return start..<max(start, tokens.last.map { Int($0.span.end) } ?? start)
  }

  /// 从2023年1月1日起，到2023年12月31日止
  private func goesOn(after comma: Token) -> Bool {
    let bytes = report.document.source.bytes.dropFirst(Int(comma.span.end))
    return bytes.starts(with: "到".utf8) || bytes.starts(with: "至".utf8)
  }

  /// The tokens of a block, from the one after its beginning.
  func block(startingAt index: Int) -> ArraySlice<Token> {
    narrative.tokens[(index + 1)...].prefix { $0.word != .block && $0.word != .heading }
  }

  /// Whether a number among tokens is the year of the report.
  func namesOwnYear(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { self.year(of: $0) == report.metadata.year }
  }

  /// The year that a token is.
  func year(of token: Token) -> Int? {
    guard token.number >= 0 else { return nil }
    let number = narrative.numbers[Int(token.number)]
    guard number.unit == .year, number.scale == 0, (1990..<2100).contains(number.digits) else {
      return nil
    }
    return Int(number.digits)
  }
}
