internal import Markup
internal import Narrative

/// Recognizes `…12件，同比增长` token by token: a comparison with last year that belongs to the preceding number.
struct ComparisonReader {
  enum State {
    case none
    /// 同比, 较上年: after the number at a token.
    case compared(base: Int)
    /// 同比增长
    case changed(isMore: Bool, base: Int)
  }

  private(set) var state = State.none

  @inline(__always)
  mutating func take(_ token: Token, at index: Int, in tokens: [Token]) {
    // Most of a text compares nothing.
    if case .none = state, token.word != .comparison, token.word != .lastYear { return }
    follow(token, at: index, in: tokens)
  }

  private mutating func follow(_ token: Token, at index: Int, in tokens: [Token]) {
    switch (token.word, state) {
    case (.number, _): break
    case (.comparison, .none), (.lastYear, .none):
      state = Self.base(ofComparison: index, in: tokens).map { .compared(base: $0) } ?? .none
    case (.filler, .changed) where token.isAdjacent: break
    case (.filler, .compared), (.comparison, .compared), (.lastYear, .compared):
      if !Self.isNear(index, in: tokens) { state = .none }
    case (.growth, .compared(let base)), (.decline, .compared(let base)):
      state =
        Self.isNear(index, in: tokens) ? .changed(isMore: token.word == .growth, base: base) : .none
    default: state = .none
    }
  }

  /// At most one unknown character is before a token: 较上年, 与上年相比.
  private static func isNear(_ index: Int, in tokens: [Token]) -> Bool {
    tokens[index].isAdjacent || tokens[index].span.start - tokens[index - 1].span.end <= 3
  }

  /// What may be named again between a number and its comparison: `，申请量同比增长`.
  private static let repeated = WordSet(
    .filler, .and, .wholeYear, .request, .bareRequest, .onRequest, .disclosure, .received, .newly)

  /// The number that a comparison follows, with no more than a comma or bracket and its subject between them.
  private static func base(ofComparison index: Int, in tokens: [Token]) -> Int? {
    guard isNear(index, in: tokens) else { return nil }
    var mark = index - 1
    while mark > 0, tokens[mark].isAdjacent, repeated.contains(tokens[mark].word) { mark -= 1 }
    guard mark > 0, tokens[mark].isAdjacent,
      tokens[mark].word == .comma || tokens[mark].word == .open,
      tokens[mark - 1].word == .number
    else { return nil }
    return mark - 1
  }
}
