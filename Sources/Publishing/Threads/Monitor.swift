internal import Glibc

/// A value that threads share, and that they can wait for without using the processor.
final class Monitor<Value>: Sendable {
  private struct State {
    var mutex = pthread_mutex_t()
    var condition = pthread_cond_t()
    var value: Value
  }

  // Touched by one thread at a time, for its mutex.
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

  /// Changes the value, and has all that wait for it look again.
  func update<Result>(_ change: (inout Value) -> Result) -> Result { wait { change(&$0) } }

  /// Sleeps until `change` returns something, and has all others that wait look again.
  ///
  /// - Parameter change: called at once and whenever the value may be another; `nil` to sleep on.
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
