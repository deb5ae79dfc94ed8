internal import Glibc

/// Reads single lines of sources, to show where a finding is.
enum SourceLines {
  /// A longer line is not shown.
  private static let longest = 1 << 20

  static func line(_ number: Int, of path: String) -> String? {
    guard let file = open(path) else { return nil }
    defer { fclose(file) }
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    for current in 1...max(1, number) {
      let length = getline(&buffer, &capacity, file)
      guard length >= 0, let buffer else { return nil }
      if current == number {
        if length > longest { return nil }
        let bytes = UnsafeRawBufferPointer(start: buffer, count: length)
        var text = String(decoding: bytes, as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
      }
    }
    return nil
  }

  /// A finding may be about a pipe or a device, which must not be waited for.
  private static func open(_ path: String) -> UnsafeMutablePointer<FILE>? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = fdopen(descriptor, "r") else {
      close(descriptor)
      return nil
    }
    return file
  }
}
