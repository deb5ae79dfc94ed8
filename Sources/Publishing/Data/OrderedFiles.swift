/// Files that several threads write together, part after part: parts are made at the same time, take their places in
/// turn, and are written at the same time again. Nothing is written twice, and nothing is kept.
///
/// Who cannot make a part has to say so with `fail()`: those after it wait for it.
final class OrderedFiles: Sendable {
  private struct State {
    /// The part whose turn it is.
    var turn = 0
    var hasFailed = false
    var sizes: [Int]
  }

  private enum Turn {
    case begins([Int])
    case failed
  }

  private let state: Monitor<State>

  init(_ count: Int) {
    state = Monitor(State(sizes: Array(repeating: 0, count: count)))
  }

  var totals: [Int] { state.update { $0.sizes } }

  /// Waits until all parts before this one have their places.
  ///
  /// - Parameter lengths: how much of each file the part is.
  /// - Returns: where it begins in each file; `nil` when a part has failed.
  func place(part: Int, _ lengths: [Int]) -> [Int]? {
    let turn = state.wait { state -> Turn? in
      if state.hasFailed { return .failed }
      guard state.turn == part else { return nil }
      let starts = state.sizes
      for index in lengths.indices { state.sizes[index] += lengths[index] }
      state.turn += 1
      return .begins(starts)
    }
    return switch turn {
    case .begins(let starts): starts
    case .failed: nil
    }
  }

  /// A part will never take its place: no other waits any more.
  func fail() { state.update { $0.hasFailed = true } }
}
