internal import Diagnostics
internal import Glibc
internal import Publishing
internal import Synchronization

/// SIGINT, SIGTERM and SIGHUP: what was begun is taken away, one line says so, and the exit code is 128 and the number of
/// the signal. A second one ends the process at once.
enum EndingSignals {
  private static let all: [(number: Int32, name: String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]
  private static let language = Mutex(Language.simplifiedChinese)

  /// The language of the line.
  static func speak(_ language: Language) { self.language.withLock { $0 = language } }

  /// Has a thread wait for the signals. They are held back from all others, which have to be started later.
  ///
  /// A signal that is ignored, as those of a job in the background or under `nohup` are, stays so.
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
    // Without the thread they end the process as they would end others; the next build removes what is left.
    if status != 0 { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    // `SIG_IGN` is no address that Swift sees.
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
