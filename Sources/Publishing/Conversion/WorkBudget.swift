/// How many bytes of large reports are in work at once.
///
/// What is made of a report on its way takes many times its bytes. Usual reports are small, and as many are in work as
/// there are threads; where some office hands in megabytes, the others of that size wait for their turn.
final class WorkBudget: Sendable {
  /// Smaller reports are not counted.
  private static let leastBytes = 256 << 10
  private static let mostBytes = 3 << 20

  private struct State {
    var bytes = 0
    /// The share that does not wait, so that of those that hold something and want more one always goes on.
    var privileged: Int?
    var shares = 0
  }

  private let state = Monitor(State())

  /// What one thread has in work; it is given back with the value.
  struct Share: ~Copyable {
    private let budget: WorkBudget
    private var number: Int?
    private var bytes = 0

    fileprivate init(_ budget: WorkBudget) { self.budget = budget }

    /// Waits until there is room for so many bytes more.
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
