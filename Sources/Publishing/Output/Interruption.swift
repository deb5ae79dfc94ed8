internal import Glibc
internal import Synchronization

/// Cleans up when the process is told to terminate, and delays termination while it must not happen.
///
/// Code that creates something temporary registers its removal here for as long as it exists. When the process is told
/// to terminate, one thread performs the registered removals, and all other threads stop where they are: at the next
/// report, the next file, or the next call of this type. After that, none of them prints anything or ends the process.
package final class Interruption: Sendable {
  /// The state of publishing, for the message to the user.
  package enum Progress: Sendable {
    /// Nothing is being published.
    case none
    /// The published site is unchanged.
    case prepared
    /// The new site is in place.
    case published
  }

  private struct State {
    var progress = Progress.none
    var removals: [(number: Int, remove: @Sendable () -> Bool)] = []
    var next = 0
  }

  /// The instance for the process, since signals concern the whole process.
  package static let ofProcess = Interruption()

  private let isUnderWay = Atomic(false)
  private let state = Mutex(State())

  init() {}

  /// A registered removal.
  package struct Place: Sendable {
    fileprivate let number: Int
  }

  /// - Parameter remove: Returns whether the thing is gone. It is called repeatedly until then, for a limited time.
  package func enlist(_ remove: @escaping @Sendable () -> Bool) -> Place {
    locked { state in
      state.next += 1
      state.removals.append((state.next, remove))
      return Place(number: state.next)
    }
  }

  /// Cancels a removal, because there is nothing left to remove.
  package func strike(_ place: Place) {
    locked { state in state.removals.removeAll { $0.number == place.number } }
  }

  package func holdingOff<Result>(_ work: () -> Result) -> Result { locked { _ in work() } }

  func note(_ progress: Progress) { locked { $0.progress = progress } }

  /// Performs work that must not be interrupted half-way: the process terminates before it or after it.
  ///
  /// - Parameter progress: The state after the work has succeeded.
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

  /// Stops this thread forever if the process is about to terminate.
  @inline(__always)
  package func stopIfUnderWay() {
    if isUnderWay.load(ordering: .relaxed) { stop() }
  }

  /// Performs the registered removals, latest first. All other threads stop; the caller ends the process.
  package func run() -> Progress {
    isUnderWay.store(true, ordering: .sequentiallyConsistent)
    return state.withLock { state in
      for removal in state.removals.reversed() {
        // Another thread may still be creating a file in a folder that is being removed, so this is retried.
        for _ in 0..<200 where !removal.remove() { usleep(5_000) }
      }
      return state.progress
    }
  }

  private func locked<Result>(_ body: (inout State) -> Result) -> Result {
    stopIfUnderWay()
    // A thread that gets here before `run` continues, and `run` waits for it.
    return state.withLock { body(&$0) }
  }

  private func stop() -> Never {
    while true { pause() }
  }
}
