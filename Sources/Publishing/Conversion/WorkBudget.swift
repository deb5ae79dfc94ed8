internal import Glibc

/// How many bytes of large reports are in work at once.
///
/// What is made of a report on its way takes many times its bytes. Usual reports are small, and as many are in work as
/// there are threads; where some office hands in megabytes, the others of that size wait for their turn.
final class WorkBudget: Sendable {
  /// Smaller reports are not counted.
  private static let leastBytes = 256 << 10
  private static let mostBytes = 3 << 20

  private struct State {
    var mutex = pthread_mutex_t()
    var condition = pthread_cond_t()
    var bytes = 0
    /// The share that does not wait, so that of those that hold something and want more one always goes on.
    var privileged: Int?
    var shares = 0
  }

  private nonisolated(unsafe) let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

  init() {
    state.initialize(to: State())
    pthread_mutex_init(&state.pointee.mutex, nil)
    pthread_cond_init(&state.pointee.condition, nil)
  }

  deinit {
    pthread_cond_destroy(&state.pointee.condition)
    pthread_mutex_destroy(&state.pointee.mutex)
    state.deinitialize(count: 1)
    state.deallocate()
  }

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

  private func take(_ more: Int, as number: Int?, holdsSome: Bool) -> Int {
    pthread_mutex_lock(&state.pointee.mutex)
    defer { pthread_mutex_unlock(&state.pointee.mutex) }
    let number = number ?? state.pointee.shares
    state.pointee.shares = max(state.pointee.shares, number + 1)
    while state.pointee.bytes > 0, state.pointee.bytes + more > Self.mostBytes {
      if holdsSome, state.pointee.privileged ?? number == number {
        state.pointee.privileged = number
        break
      }
      pthread_cond_wait(&state.pointee.condition, &state.pointee.mutex)
    }
    state.pointee.bytes += more
    return number
  }

  private func giveBack(_ bytes: Int, of number: Int) {
    pthread_mutex_lock(&state.pointee.mutex)
    state.pointee.bytes -= bytes
    if state.pointee.privileged == number { state.pointee.privileged = nil }
    pthread_cond_broadcast(&state.pointee.condition)
    pthread_mutex_unlock(&state.pointee.mutex)
  }
}
