internal import Glibc

/// A path that is known to stay inside a published tree.
///
/// Its components are separated by slashes. None of them is empty, `.`, `..`, longer than 255 bytes or contains a
/// control character, and the first is not one of the publisher's own (`.gongkai-…`).
struct TreePath {
  let text: String
  /// Zero-terminated.
  private let bytes: ContiguousArray<CChar>
  private let nameStart: Int

  /// Throws `invalidPath`.
  init(_ text: String) throws(PublishingError) {
    bytes = text.utf8CString
    guard let start = Self.startOfName(bytes) else { throw .invalidPath(text) }
    self.text = text
    nameStart = start
  }

  private static let ownPrefix = Array(OutputLocation.ownPrefix.utf8).map { CChar(bitPattern: $0) }

  private static func startOfName(_ bytes: ContiguousArray<CChar>) -> Int? {
    if bytes.starts(with: ownPrefix) { return nil }
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    let dot = CChar(bitPattern: UInt8(ascii: "."))
    var start = 0
    for index in bytes.indices {
      let byte = UInt8(bitPattern: bytes[index])
      let isEnd = index == bytes.count - 1
      if !isEnd, byte < 0x20 || byte == 0x7F { return nil }
      guard isEnd || bytes[index] == slash else { continue }
      let length = index - start
      if length == 0 || length > 255 { return nil }
      if bytes[start] == dot, length == 1 || (length == 2 && bytes[start + 1] == dot) { return nil }
      if !isEnd { start = index + 1 }
    }
    return start
  }

  /// Without a trailing slash; empty for a file at the root.
  var folder: ArraySlice<CChar> { ArraySlice(bytes[..<max(nameStart - 1, 0)]) }

  @inline(__always)
  func withName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a C string has a terminator") }
      return body(base + nameStart)
    }
  }
}
