internal import Glibc

/// Compresses or decompresses one stream with a library, chunk by chunk.
protocol ByteCoder: ~Copyable {
  /// Processes a chunk and passes on the output that is ready. The output bytes are valid only during the call.
  ///
  /// - Parameters:
  ///   - part: The next chunk of the input.
  ///   - isLast: Whether this is the last chunk.
  /// - Returns: The fault, if it cannot continue.
  mutating func code(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) -> CodingFault?
}

enum CodingFault: Error, Hashable {
  /// The input is not a complete compressed stream.
  case damaged
  case system(SystemFault)

  /// The library could not allocate memory.
  static let outOfMemory = CodingFault.system(SystemFault(code: ENOMEM))
}
