internal import Diagnostics
internal import Glibc
internal import Publishing

/// An output stream of the process and what can be shown on it.
struct Terminal: Sendable {
  let descriptor: Int32

  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  var isInteractive: Bool { isatty(descriptor) == 1 && environment("TERM") != "dumb" }

  /// https://no-color.org
  var hasColor: Bool { isInteractive && environment("NO_COLOR") == nil }

  /// How to escape a diff on this stream: a file is meant for `patch`; a terminal and the log of a CI runner are meant
  /// for people.
  var diffEscaping: UnifiedDiff.Escaping {
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return .nothing }
    let isLog = ["CI", "GITHUB_ACTIONS"].contains { environment($0).map { !$0.isEmpty } ?? false }
    return isLog || isatty(descriptor) == 1 ? .everything : .controls
  }

  /// Writes all of a text. A closed pipe ends the program, as usual.
  func write(_ text: TerminalText) {
    // After a signal, only the line of `EndingSignals` is printed.
    Interruption.ofProcess.stopIfUnderWay()
    writeLast(text)
  }

  /// Writes the content of a file.
  func write(bytes: [UInt8]) {
    Interruption.ofProcess.stopIfUnderWay()
    bytes.withUnsafeBufferPointer { _ = writeAll($0, to: descriptor) }
  }

  /// Writes the last line of a process that is being ended by a signal.
  func writeLast(_ text: TerminalText) {
    var text = text.text
    text.withUTF8 { _ = writeAll($0, to: descriptor) }
  }
}

func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
