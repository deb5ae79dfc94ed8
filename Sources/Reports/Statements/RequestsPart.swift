internal import Markup
internal import Narrative

/// `（二）依申请公开` and `2、依申请公开情况` begin the part on requests, as a heading or as the first words of a paragraph.
struct RequestsPart {
  let tokens: [Token]
  let numbers: [NumberPhrase]
  let end: Int

  /// - Parameter index: of a heading or another block.
  /// - Returns: whether the part on requests begins there; `nil` when no part does.
  func isOpened(at index: Int) -> Bool? {
    var next = index + 1
    if tokens[index].word == .block {
      guard let first = afterEnumerator(next) else { return nil }
      next = first
    }
    while next < end {
      switch tokens[next].word {
      case .block, .heading, .stop, .comma: return false
      case .onRequest, .request, .bareRequest: return true
      default: next += 1
      }
    }
    return false
  }

  /// The token after `（二）` or `2、`, where a paragraph begins with one.
  private func afterEnumerator(_ index: Int) -> Int? {
    guard index + 1 < end else { return nil }
    if tokens[index].word == .open {
      let close = tokens[index + 1].word == .number ? index + 2 : index + 1
      guard close < end, tokens[close].word == .close,
        tokens[close].span.end - tokens[index].span.start <= 15
      else { return nil }
      return close + 1
    }
    guard tokens[index].word == .number, numbers[Int(tokens[index].number)].unit == .other,
      tokens[index + 1].word == .enumeration
    else { return nil }
    return index + 2
  }
}
