internal import Diagnostics
internal import Glibc
internal import Publishing
internal import Synchronization

/// Handles SIGINT, SIGTERM and SIGHUP: removes unfinished work, prints one line, and exits with 128 plus the signal
/// number. A second signal ends the process at once.
enum EndingSignals {
  private static let all: [(number: Int32, name: String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]
  private static let language = Mutex(MessageLanguage.simplifiedChinese)

  /// Sets the language of that line.
  static func speak(_ language: MessageLanguage) { self.language.withLock { $0 = language } }

  /// Starts a thread that waits for the signals. They are blocked in all other threads, which therefore have to be
  /// started later.
  ///
  /// A signal that is ignored, as in a background job or under `nohup`, stays ignored.
  static func watch() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in all where !isIgnored(signal.number) { sigaddset(&signals, signal.number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { _ in
        EndingSignals.wait()
        return nil
      }, nil)
    // Without the thread, the signals end the process as usual; the next build removes what is left over.
    if status != 0 { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    // Swift cannot import `SIG_IGN`, which is not a real address.
    return unsafeBitCast(action.__sigaction_handler, to: Int.self) == 1
  }

  private static func wait() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in all where !isIgnored(signal.number) { sigaddset(&signals, signal.number) }
    var number: Int32 = 0
    guard sigwait(&signals, &number) == 0 else { return }
    for signal in all where !isIgnored(signal.number) { Glibc.signal(signal.number) { _exit(128 + $0) } }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)

    let progress = Interruption.ofProcess.run()
    let language = language.withLock { $0 }
    let name = all.first { $0.number == number }?.name ?? "\(number)"
    Terminal.standardError.writeLast("gongkai: \(message(name, progress)[language])\n")
    _exit(128 + number)
  }

  private static func message(_ signal: String, _ progress: Interruption.Progress) -> LocalizedText {
    switch progress {
    case .none: LocalizedText("收到 \(signal)，已中断", en: "interrupted by \(signal)")
    case .prepared:
      LocalizedText(
        "收到 \(signal)，已中断：没有发布，已发布的网站没有变动",
        en: "interrupted by \(signal): nothing was published, the site is as it was")
    case .published:
      LocalizedText("收到 \(signal)，已中断：新网站已经发布", en: "interrupted by \(signal): the new site has been published")
    }
  }
}
