internal import Markup

/// Recognizes `…12件，同比增长` token by token: a comparison with last year that belongs to the preceding number.
struct ComparisonReader {
  enum State {
    case none
    /// 同比, 较上年: follows the number at the token `base`.
    case compared(base: Int)
    /// 同比增长
    case changed(isMore: Bool, base: Int)
  }

  private(set) var state = State.none

  @inline(__always)
  mutating func take(_ token: Token, at index: Int, in tokens: [Token]) {
    // Most text compares nothing.
    if case .none = state, token.word != .comparison { return }
    follow(token, at: index, in: tokens)
  }

  private mutating func follow(_ token: Token, at index: Int, in tokens: [Token]) {
    switch (token.word, state) {
    case (.number, _): break
    case (.comparison, .none): state = Self.base(ofComparison: index, in: tokens).map { .compared(base: $0) } ?? .none
    case (.filler, .changed) where token.isAdjacent: break
    case (.filler, .compared), (.comparison, .compared):
      if !Self.isNear(index, in: tokens) { state = .none }
    case (.growth, .compared(let base)), (.decline, .compared(let base)):
      state = Self.isNear(index, in: tokens) ? .changed(isMore: token.word == .growth, base: base) : .none
    default: state = .none
    }
  }

  /// There is at most one unknown character before the token: 较上年, 与上年相比.
  private static func isNear(_ index: Int, in tokens: [Token]) -> Bool {
    tokens[index].isAdjacent || tokens[index].span.start - tokens[index - 1].span.end <= 3
  }

  /// The number that a comparison follows, separated by no more than a comma or bracket.
  private static func base(ofComparison index: Int, in tokens: [Token]) -> Int? {
    guard isNear(index, in: tokens) else { return nil }
    var place = index - 1
    while place > 0, tokens[place].isAdjacent, tokens[place].word == .filler || tokens[place].word == .and {
      place -= 1
    }
    guard place > 0, tokens[place].isAdjacent, tokens[place].word == .comma || tokens[place].word == .open,
      tokens[place - 1].word == .number
    else { return nil }
    return place - 1
  }
}
