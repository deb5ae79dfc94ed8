internal import Glibc
internal import Synchronization

/// Runs `body` for each index on several threads, each with its own worker.
///
/// Workers take the next index when they finish one. Results are returned in index order, so the number of threads
/// affects nothing but the time. The first error stops all threads, and so does an interruption of the process.
///
/// - Parameters:
///   - makeWorker: Creates what one thread keeps between indexes: buffers, open folders.
///   - finish: Consumes a worker when its thread is done.
package func concurrently<Worker: ~Copyable, Output: Sendable, Remainder: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, makeWorker: @Sendable () -> Worker,
  _ body: @Sendable (inout Worker, Int) throws(Failure) -> Output, finish: @Sendable (consuming Worker) -> Remainder
) throws(Failure) -> (outputs: [Output], remainders: [Remainder]) {
  let next = Atomic(0)
  let results = Mutex<(outputs: [(Int, Output)], remainders: [Remainder], error: Failure?)>(([], [], nil))
  withThreads(max(1, min(jobs, count))) {
    var worker = makeWorker()
    var outputs: [(Int, Output)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      if index >= count { break }
      Interruption.ofProcess.stopIfUnderWay()
      do throws(Failure) {
        outputs.append((index, try body(&worker, index)))
      } catch {
        next.store(count, ordering: .relaxed)
        results.withLock { $0.error = $0.error ?? error }
      }
    }
    let remainder = finish(worker)
    results.withLock {
      $0.outputs += outputs
      $0.remainders.append(remainder)
    }
  }
  let all = results.withLock { $0 }
  if let error = all.error { throw error }
  return (all.outputs.sorted { $0.0 < $1.0 }.map(\.1), all.remainders)
}

/// Runs two closures concurrently, or one after the other if there is only one thread.
func both<First: Sendable, Second: Sendable>(
  jobs: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let (done, _) = concurrently(2, jobs: jobs, makeWorker: {}) { (_: inout Void, index: Int) -> (First?, Second?) in
    index == 0 ? (first(), nil) : (nil, second())
  } finish: { _ in
  }
  guard let first = done[0].0, let second = done[1].1 else { preconditionFailure("outputs stand in their order") }
  return (first, second)
}

/// Bytes. Enough for the deepest nesting that the limits allow; only pages that are touched use memory.
private let stackSize = 64 << 20

private func withThreads(_ count: Int, _ body: @Sendable () -> Void) {
  withoutActuallyEscaping(body) { body in
    let work = Unmanaged.passRetained(ThreadWork(body))
    defer { work.release() }
    var threads: [pthread_t] = []
    withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { memory in
      guard let attributes = memory.baseAddress else { return }
      pthread_attr_init(attributes)
      pthread_attr_setstacksize(attributes, stackSize)
      for _ in 0..<count {
        var thread = pthread_t()
        let status = pthread_create(
          &thread, attributes,
          { context in
            if let context { Unmanaged<ThreadWork>.fromOpaque(context).takeUnretainedValue().body() }
            return nil
          }, work.toOpaque())
        // If the thread cannot be created, the existing threads do the work, or this one.
        if status != 0 { break }
        threads.append(thread)
      }
      pthread_attr_destroy(attributes)
    }
    if threads.isEmpty { body() }
    for thread in threads { pthread_join(thread, nil) }
  }
}

private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
