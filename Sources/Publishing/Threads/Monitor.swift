internal import Glibc

/// A value shared by threads, which can wait for it to change without using the processor.
final class Monitor<Value>: Sendable {
  private struct State {
    var mutex = pthread_mutex_t()
    var condition = pthread_cond_t()
    var value: Value
  }

  // Accessed only by the thread that holds the mutex.
  private nonisolated(unsafe) let state = UnsafeMutablePointer<State>.allocate(capacity: 1)

  init(_ value: sending Value) {
    state.initialize(to: State(value: value))
    pthread_mutex_init(&state.pointee.mutex, nil)
    pthread_cond_init(&state.pointee.condition, nil)
  }

  deinit {
    pthread_cond_destroy(&state.pointee.condition)
    pthread_mutex_destroy(&state.pointee.mutex)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Changes the value and wakes all threads that wait for it.
  func update<Result>(_ change: (inout Value) -> Result) -> Result { wait { change(&$0) } }

  /// Blocks until `change` returns a value, then wakes all other waiting threads.
  ///
  /// - Parameter change: Called immediately and whenever the value may have changed. Returns `nil` to keep waiting.
  func wait<Result>(until change: (inout Value) -> Result?) -> Result {
    pthread_mutex_lock(&state.pointee.mutex)
    defer { pthread_mutex_unlock(&state.pointee.mutex) }
    while true {
      if let result = change(&state.pointee.value) {
        pthread_cond_broadcast(&state.pointee.condition)
        return result
      }
      pthread_cond_wait(&state.pointee.condition, &state.pointee.mutex)
    }
  }
}
