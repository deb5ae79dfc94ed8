internal import Glibc
internal import Synchronization

/// Files that several threads write together, part after part: parts are made at the same time, take their places in
/// turn, and are written at the same time again. Nothing is written twice, and nothing is kept.
final class OrderedFiles: Sendable {
  private let turn = Atomic(0)
  private let hasFailed = Atomic(false)
  private let sizes: Mutex<[Int]>

  init(_ count: Int) {
    sizes = Mutex(Array(repeating: 0, count: count))
  }

  var totals: [Int] { sizes.withLock { $0 } }

  /// Waits until all parts before this one have their places.
  ///
  /// - Parameter lengths: how much of each file the part is.
  /// - Returns: where it begins in each file; `nil` when another thread has failed.
  func place(part: Int, _ lengths: [Int]) -> [Int]? {
    while turn.load(ordering: .acquiring) != part {
      if hasFailed.load(ordering: .relaxed) { return nil }
      sched_yield()
    }
    let starts = sizes.withLock { sizes in
      let starts = sizes
      for index in lengths.indices { sizes[index] += lengths[index] }
      return starts
    }
    turn.store(part + 1, ordering: .releasing)
    return starts
  }

  func fail() { hasFailed.store(true, ordering: .relaxed) }
}
