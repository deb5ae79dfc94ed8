internal import Synchronization

/// What is kept until the process ends.
///
/// A build leaves some hundred thousand objects behind. Freeing one after the other, on one thread, takes longer than most
/// of its steps, and the kernel takes all of them back at once. Who builds again in the same process keeps nothing.
package final class Retention: Sendable {
  private let kept = Mutex<[any Sendable]>([])

  package static let untilExit = Retention()

  private init() {}

  func keep(_ values: any Sendable...) { kept.withLock { $0 += values } }
}
