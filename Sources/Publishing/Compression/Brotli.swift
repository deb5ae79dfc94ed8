internal import CBrotli

/// Compresses to Brotli. The output is deterministic for a given version of the library.
struct BrotliCompressor: ByteCoder, ~Copyable {
  /// Higher qualities take sixty times as long to save the last tenth.
  static let quality: UInt32 = 9
  static var version: String {
    let version = BrotliEncoderVersion()
    return "brotli-\(version >> 24).\(version >> 12 & 0xFFF).\(version & 0xFFF)/\(quality)"
  }

  private let state: OpaquePointer

  /// - Parameter size: Total bytes to compress; small inputs need little memory.
  init(size: Int) throws(CodingFault) {
    guard let state = BrotliEncoderCreateInstance(nil, nil, nil) else { throw .outOfMemory }
    self.state = state
    BrotliEncoderSetParameter(state, BROTLI_PARAM_QUALITY, Self.quality)
    let window = UInt32(Int.bitWidth - (size + 16).leadingZeroBitCount)
    BrotliEncoderSetParameter(state, BROTLI_PARAM_LGWIN, min(22, max(10, window)))
    BrotliEncoderSetParameter(state, BROTLI_PARAM_SIZE_HINT, UInt32(clamping: size))
  }

  deinit { BrotliEncoderDestroyInstance(state) }

  mutating func code(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) -> CodingFault? {
    var rest = part.count
    var next = part.baseAddress
    let operation = isLast ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_PROCESS
    repeat {
      var room = 0
      let isTaken = BrotliEncoderCompressStream(state, operation, &rest, &next, &room, nil, nil)
      if isTaken == BROTLI_FALSE { return .outOfMemory }
      var ready = 0
      if let bytes = BrotliEncoderTakeOutput(state, &ready), ready > 0,
        let fault = output(UnsafeBufferPointer(start: bytes, count: ready))
      {
        return fault
      }
    } while rest > 0 || BrotliEncoderHasMoreOutput(state) == BROTLI_TRUE
      || isLast && BrotliEncoderIsFinished(state) == BROTLI_FALSE
    return nil
  }
}

/// Decompresses Brotli.
struct BrotliExpander: ByteCoder, ~Copyable {
  private let state: OpaquePointer

  init() throws(CodingFault) {
    guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .outOfMemory }
    self.state = state
  }

  deinit { BrotliDecoderDestroyInstance(state) }

  mutating func code(
    _ part: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: (UnsafeBufferPointer<UInt8>) -> CodingFault?
  ) -> CodingFault? {
    if BrotliDecoderIsFinished(state) == BROTLI_TRUE { return part.isEmpty ? nil : .damaged }
    var rest = part.count
    var next = part.baseAddress
    while true {
      var room = 0
      let result = BrotliDecoderDecompressStream(state, &rest, &next, &room, nil, nil)
      if result == BROTLI_DECODER_RESULT_ERROR { return .damaged }
      var ready = 0
      if let bytes = BrotliDecoderTakeOutput(state, &ready), ready > 0,
        let fault = output(UnsafeBufferPointer(start: bytes, count: ready))
      {
        return fault
      }
      switch result {
      case BROTLI_DECODER_RESULT_SUCCESS: return rest > 0 ? .damaged : nil
      case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return isLast ? .damaged : nil
      default: continue
      }
    }
  }
}
