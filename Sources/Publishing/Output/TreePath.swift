internal import Glibc

/// A path inside a published tree that is known to stay inside it.
///
/// Slashes separate components; none of them is empty, `.`, `..`, longer than 255 bytes or holds a control
/// character, and the first is not one of the publisher's own (`.gongkai-…`).
struct TreePath {
  let text: String
  /// Ends with a zero.
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

  /// Without a slash at its end; empty for a file at the root.
  var folder: ArraySlice<CChar> { ArraySlice(bytes[..<max(nameStart - 1, 0)]) }

  @inline(__always)
  func withName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("a C string has a terminator") }
      return body(base + nameStart)
    }
  }
}

extension String {
  /// Order by UTF-8 bytes. `<` orders by canonical equivalence, and takes two spellings of one letter for
  /// the same file name, which Linux does not.
  func precedesInBytes(_ other: String) -> Bool {
    comparedInBytes(with: other) < 0
  }

  /// Negative, zero or positive, as `memcmp`.
  func comparedInBytes(with other: String) -> Int32 {
    let fast = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in left.compared(with: right) }
    }
    if case .some(.some(let order)) = fast { return order }
    return Array(utf8).withUnsafeBufferPointer { left in
      Array(other.utf8).withUnsafeBufferPointer { right in left.compared(with: right) }
    }
  }

  func comparedInBytes(with other: UnsafeBufferPointer<UInt8>) -> Int32 {
    utf8.withContiguousStorageIfAvailable { $0.compared(with: other) }
      ?? Array(utf8).withUnsafeBufferPointer { $0.compared(with: other) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func compared(with other: UnsafeBufferPointer<UInt8>) -> Int32 {
    let shared = Swift.min(count, other.count)
    if shared > 0, let left = baseAddress, let right = other.baseAddress {
      let order = memcmp(left, right, shared)
      if order != 0 { return order }
    }
    return Int32(clamping: count - other.count)
  }
}
