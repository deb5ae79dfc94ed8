internal import Glibc
internal import Synchronization

/// What a process has to take away when it is told to end, and when it may not end.
///
/// Who makes something that nobody may find afterwards enlists its removal here, for as long as it is there. When the
/// process is told to end, one thread does what is enlisted, and all others stop where they are: at the next report, the
/// next file, or the next call of this type. None of them speaks or ends the process any more.
package final class Interruption: Sendable {
  /// How far publishing has come, for what is said to the user.
  package enum Progress: Sendable {
    /// Nothing is being published.
    case none
    /// The published site is as it was.
    case prepared
    /// The new site is in its place.
    case published
  }

  private struct State {
    var progress = Progress.none
    var removals: [(number: Int, remove: @Sendable () -> Bool)] = []
    var next = 0
  }

  /// That of the process, since signals are.
  package static let ofProcess = Interruption()

  private let isUnderWay = Atomic(false)
  private let state = Mutex(State())

  init() {}

  /// Something that is taken away when the process is told to end.
  package struct Place: Sendable {
    fileprivate let number: Int
  }

  /// - Parameter remove: says whether it is gone; called again and again until it is, for a while.
  package func enlist(_ remove: @escaping @Sendable () -> Bool) -> Place {
    locked { state in
      state.next += 1
      state.removals.append((state.next, remove))
      return Place(number: state.next)
    }
  }

  /// Forgets what is not there any more.
  package func strike(_ place: Place) {
    locked { state in state.removals.removeAll { $0.number == place.number } }
  }

  package func holdingOff<Result>(_ work: () -> Result) -> Result { locked { _ in work() } }

  func note(_ progress: Progress) { locked { $0.progress = progress } }

  /// Does what may not be stopped half-way: the process ends before it or after it.
  ///
  /// - Parameter progress: what is true when it is done, and not when it fails.
  func holdingOff<Result, Failure: Error>(
    until progress: Progress, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var outcome: Swift.Result<Result, Failure>?
    locked { state in
      do throws(Failure) {
        outcome = .success(try work())
        state.progress = progress
      } catch {
        outcome = .failure(error)
      }
    }
    guard let outcome else { preconditionFailure("the work has been done") }
    return try outcome.get()
  }

  /// Stops this thread for good when the process is about to end.
  @inline(__always)
  package func stopIfUnderWay() {
    if isUnderWay.load(ordering: .relaxed) { stop() }
  }

  /// Takes away what is enlisted, the latest first. All other threads stop; the caller ends the process.
  package func run() -> Progress {
    isUnderWay.store(true, ordering: .sequentiallyConsistent)
    return state.withLock { state in
      for removal in state.removals.reversed() {
        // A file that a thread was about to make may come after those that have been removed.
        for _ in 0..<200 where !removal.remove() { usleep(5_000) }
      }
      return state.progress
    }
  }

  private func locked<Result>(_ body: (inout State) -> Result) -> Result {
    stopIfUnderWay()
    // Who gets here before the last thread does goes on, and it waits.
    return state.withLock { body(&$0) }
  }

  private func stop() -> Never {
    while true { pause() }
  }
}
