/// Files that several threads write together, part by part. Threads render parts at the same time, are assigned their
/// offsets one after the other, and write at the same time again. Nothing is written twice or kept in memory.
///
/// A thread that cannot produce its part must call `fail()`, because the later parts are waiting for it.
final class OrderedFiles: Sendable {
  private struct State {
    /// The next part to be assigned its offsets.
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

  /// Waits until all earlier parts have been assigned their offsets, then assigns those of this part.
  ///
  /// - Parameter lengths: The length of this part in each file, in bytes.
  /// - Returns: The offset of this part in each file; `nil` if a part has failed.
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

  /// Marks a part as failed, so that no other part waits for it any longer.
  func fail() { state.update { $0.hasFailed = true } }
}
