internal import Glibc
internal import Portal

extension ContentEncoding {
  /// The library that makes copies, and how: with another one the same bytes may make others.
  var encoder: String {
    switch self {
    case .gzip: GzipCompressor.version
    case .brotli: BrotliCompressor.version
    }
  }

  /// Compresses a file of a size that is known.
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

  /// Expands a file. Throws `damaged` for one that is not whole.
  func expand(_ file: Int32, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?) throws(CodingFault) {
    switch self {
    case .gzip:
      var coder = try GzipExpander()
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
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: FileParts.bytesAtOnce)
    defer { buffer.deallocate() }
    while true {
      let count = try FileParts.fill(buffer, from: file)
      let isLast = count < buffer.count
      if let fault = coder.code(UnsafeBufferPointer(rebasing: buffer[..<count]), isLast: isLast, to: output) {
        throw fault
      }
      if isLast { return }
    }
  }
}

/// Reads files in parts that are always of the same size, so that what is made of them is too.
enum FileParts {
  static let bytesAtOnce = 1 << 20

  /// - Returns: how much was read: less than there is room for at the end of the file only.
  static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, from file: Int32) throws(CodingFault) -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
      let more = uninterrupted { read(file, rest.baseAddress, rest.count) }
      if more < 0 { throw .system(.last) }
      if more == 0 { break }
      count += more
    }
    return count
  }
}
