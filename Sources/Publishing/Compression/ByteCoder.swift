internal import Glibc

/// Compresses or expands one run of bytes with a library, part by part.
protocol ByteCoder: ~Copyable {
  /// Takes a part and hands out what is ready; the bytes are valid during the call only.
  ///
  /// - Parameters:
  ///   - part: of what is coded.
  ///   - isLast: whether nothing follows.
  /// - Returns: why it cannot go on.
  mutating func code(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) -> CodingFault?
}

enum CodingFault: Error, Hashable {
  /// What is expanded is no whole run of compressed bytes.
  case damaged
  case system(SystemFault)

  /// The library has no memory.
  static let outOfMemory = CodingFault.system(SystemFault(code: ENOMEM))
}
