/// Limits how many bytes of large reports are processed at the same time.
///
/// Processing a report takes many times its size in memory. Most reports are small, and every thread processes one; but
/// if some office submits megabytes, other reports of that size have to wait.
final class WorkBudget: Sendable {
  /// Smaller reports are not counted.
  private static let leastBytes = 256 << 10
  private static let mostBytes = 3 << 20

  private struct State {
    var bytes = 0
    /// The share that does not have to wait. It guarantees that one of those that hold some bytes and want more can
    /// always proceed.
    var privileged: Int?
    var shares = 0
  }

  private let state = Monitor(State())

  /// The bytes that one thread is processing. They are returned to the budget when the value ends.
  struct Share: ~Copyable {
    private let budget: WorkBudget
    private var number: Int?
    private var bytes = 0

    fileprivate init(_ budget: WorkBudget) { self.budget = budget }

    /// Waits until this many more bytes are available.
    mutating func take(_ more: Int) {
      guard more >= WorkBudget.leastBytes else { return }
      number = budget.take(more, as: number, holdsSome: bytes > 0)
      bytes += more
    }

    deinit {
      if let number { budget.giveBack(bytes, of: number) }
    }
  }

  func share() -> Share { Share(self) }

  private func take(_ more: Int, as known: Int?, holdsSome: Bool) -> Int {
    let number =
      known
      ?? state.update { state in
        state.shares += 1
        return state.shares - 1
      }
    state.wait { state -> Void? in
      if state.bytes > 0, state.bytes + more > Self.mostBytes {
        guard holdsSome, state.privileged ?? number == number else { return nil }
        state.privileged = number
      }
      state.bytes += more
      return ()
    }
    return number
  }

  private func giveBack(_ bytes: Int, of number: Int) {
    state.update { state in
      state.bytes -= bytes
      if state.privileged == number { state.privileged = nil }
    }
  }
}
