internal import Glibc
internal import Synchronization
internal import Testing

@testable internal import Publishing

@Suite struct OrderedFilesTests {
  @Test(arguments: [1, 4])
  func partsGetTheirOffsetsInOrderWhicheverThreadIsFirst(jobs: Int) throws {
    let order = OrderedFiles(2)
    let (starts, _) = concurrently(200, jobs: jobs, makeWorker: {}) { (_: inout Void, part: Int) -> [Int] in
      if part % 7 == 0 { usleep(200) }
      return order.place(part: part, [part, 3]) ?? []
    } finish: { _ in
    }
    #expect(starts == (0..<200).map { [$0 * ($0 - 1) / 2, $0 * 3] })
    #expect(order.totals == [199 * 200 / 2, 600])
  }

  @Test func waitingThreadsLearnOfAFailureAndUseNoProcessorTimeUntilThen() throws {
    let order = OrderedFiles(1)
    let waiting = Atomic(0)
    let (results, _) = concurrently(3, jobs: 3, makeWorker: {}) { (_: inout Void, index: Int) -> (Bool, Int) in
      if index == 2 {
        while waiting.load(ordering: .relaxed) < 2 { usleep(1000) }
        usleep(300_000)
        order.fail()
        return (true, 0)
      }
      let start = Self.processorTime()
      waiting.add(1, ordering: .relaxed)
      return (order.place(part: index + 1, [1]) == nil, Self.processorTime() - start)
    } finish: { _ in
    }
    for (isTold, _) in results { #expect(isTold) }
    for (_, microseconds) in results { #expect(microseconds < 50_000) }
    #expect(order.totals == [0])
  }

  /// Processor time of this thread, in microseconds.
  private static func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
