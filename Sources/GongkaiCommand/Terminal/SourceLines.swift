internal import Glibc

/// Reads single lines of sources, to show where a finding is.
enum SourceLines {
  static func line(_ number: Int, of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var buffer: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(buffer) }
    for current in 1...max(1, number) {
      let length = getline(&buffer, &capacity, file)
      guard length >= 0, let buffer else { return nil }
      if current == number {
        let bytes = UnsafeRawBufferPointer(start: buffer, count: length)
        var text = String(decoding: bytes, as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
      }
    }
    return nil
  }
}
