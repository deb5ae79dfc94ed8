internal import Bytes
internal import Glibc
internal import Publishing

/// One of the two output streams, and what can be shown on it.
struct Terminal: Sendable {
  let descriptor: Int32

  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  var isInteractive: Bool { isatty(descriptor) == 1 && environment("TERM") != "dumb" }

  /// https://no-color.org
  var hasColor: Bool { isInteractive && environment("NO_COLOR") == nil }

  func write(_ buffer: borrowing ByteBuffer) { _ = writeAll(buffer.bytes, to: descriptor) }

  /// Writes all of a text; a closed pipe ends the program as it ends others.
  func write(_ text: String) {
    // From then on only the last line is spoken.
    Interruption.ofProcess.stopIfUnderWay()
    writeLast(text)
  }

  /// Writes the last line of a process that was told to end.
  func writeLast(_ text: String) {
    var text = text
    text.withUTF8 { _ = writeAll($0, to: descriptor) }
  }
}

func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
