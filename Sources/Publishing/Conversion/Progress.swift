internal import Synchronization

/// Reports the progress of long work. Called from many threads.
package final class Progress: Sendable {
  private let report: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  private let total = Atomic(0)
  private let done = Atomic(0)

  /// - Parameter report: Called at most a hundred times, from any thread.
  package init(_ report: (@Sendable (_ done: Int, _ total: Int) -> Void)?) {
    self.report = report
  }

  package static let none = Progress(nil)

  func begin(_ count: Int) {
    total.store(count, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
  }

  func advance(by count: Int) {
    let (before, after) = done.add(count, ordering: .relaxed)
    guard let report else { return }
    let total = max(1, total.load(ordering: .relaxed))
    if before * 100 / total != after * 100 / total { report(after, total) }
  }
}
