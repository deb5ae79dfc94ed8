internal import CZlib

/// Compresses to gzip. The output is deterministic for a given version of the library.
struct GzipCompressor: ByteCoder, ~Copyable {
  static let level: Int32 = 9
  static var version: String { "zlib-\(String(cString: zlibVersion()))/\(level)" }

  /// On the heap, because zlib keeps the address of its state.
  private let stream: UnsafeMutablePointer<z_stream>

  init() throws(CodingFault) {
    stream = try .started { stream in
      deflateInit2_(
        stream, Self.level, Z_DEFLATED, gzipWindow, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  mutating func code(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) -> CodingFault? {
    stream.run(over: part, to: output) { stream in
      let status = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      return status == Z_STREAM_ERROR ? .outOfMemory : nil
    }
  }
}

/// Decompresses deflate data.
struct DeflateExpander: ByteCoder, ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private var isAtEnd = false

  enum Wrapping {
    case gzip
    /// Raw deflate data, as in a ZIP archive, which has headers of its own.
    case none
  }

  init(_ wrapping: Wrapping) throws(CodingFault) {
    let window = wrapping == .gzip ? gzipWindow : -MAX_WBITS
    stream = try .started { inflateInit2_($0, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  mutating func code(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) -> CodingFault? {
    // Nothing may follow the end of the stream.
    if isAtEnd { return part.isEmpty ? nil : .damaged }
    var reachesEnd = false
    let fault = stream.run(over: part, to: output) { stream in
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: return nil
      case Z_STREAM_END:
        reachesEnd = true
        return stream.pointee.avail_in > 0 ? .damaged : nil
      case Z_MEM_ERROR: return .outOfMemory
      default: return .damaged
      }
    }
    isAtEnd = reachesEnd
    return fault ?? (isLast && !isAtEnd ? .damaged : nil)
  }
}

/// The largest window. Adding 16 selects the gzip format; its header then contains no file name and no time.
private let gzipWindow = MAX_WBITS + 16

/// Size of the output buffer.
private let codedBytesAtOnce = 1 << 16

extension UnsafeMutablePointer<z_stream> {
  fileprivate static func started(_ start: (Self) -> Int32) throws(CodingFault) -> Self {
    let stream = allocate(capacity: 1)
    stream.initialize(to: z_stream())
    if start(stream) == Z_OK { return stream }
    stream.deallocate()
    throw .outOfMemory
  }

  /// Calls `step` until the library has consumed the chunk and passed on all output that is ready.
  fileprivate func run(
    over part: UnsafeBufferPointer<UInt8>, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?,
    step: (UnsafeMutablePointer<z_stream>) -> CodingFault?
  ) -> CodingFault? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: codedBytesAtOnce) { buffer in
      // zlib only reads its input; its interface predates `const`.
      pointee.next_in = UnsafeMutablePointer<UInt8>(mutating: part.baseAddress)
      pointee.avail_in = UInt32(part.count)
      repeat {
        pointee.next_out = buffer.baseAddress
        pointee.avail_out = UInt32(buffer.count)
        if let fault = step(self) { return fault }
        let ready = buffer.count - Int(pointee.avail_out)
        if ready > 0, let fault = output(UnsafeBufferPointer(rebasing: buffer[..<ready])) { return fault }
      } while pointee.avail_out == 0 || pointee.avail_in > 0
      return nil
    }
  }
}
