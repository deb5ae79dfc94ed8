internal import Glibc
internal import Portal

extension ContentEncoding {
  /// The library and settings that make the copies. With others, the same input may give different bytes.
  var encoder: String {
    switch self {
    case .gzip: GzipCompressor.version
    case .brotli: BrotliCompressor.version
    }
  }

  /// Compresses a file of known size.
  func compress(
    _ file: Int32, size: Int, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) throws(CodingFault) {
    switch self {
    case .gzip:
      var coder = try GzipCompressor()
      try Self.run(&coder, over: file, to: output)
    case .brotli:
      var coder = try BrotliCompressor(size: size)
      try Self.run(&coder, over: file, to: output)
    }
  }

  /// Decompresses a file. Throws `damaged` if the stream is incomplete.
  func expand(_ file: Int32, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?) throws(CodingFault) {
    switch self {
    case .gzip:
      var coder = try DeflateExpander(.gzip)
      try Self.run(&coder, over: file, to: output)
    case .brotli:
      var coder = try BrotliExpander()
      try Self.run(&coder, over: file, to: output)
    }
  }

  private static func run(
    _ coder: inout some ByteCoder & ~Copyable, over file: Int32,
    to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) throws(CodingFault) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: FileDigest.bytesAtOnce)
    defer { buffer.deallocate() }
    while true {
      let (count, fault) = readAll(into: buffer, from: file)
      if let fault { throw .system(fault) }
      // Chunks always have the same size, so that the output is deterministic.
      let isLast = count < buffer.count
      if let fault = coder.code(UnsafeBufferPointer(rebasing: buffer[..<count]), isLast: isLast, to: output) {
        throw fault
      }
      if isLast { return }
    }
  }
}
