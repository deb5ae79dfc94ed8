extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes at an offset as a little-endian number, padded with zeros after the end.
  @inline(__always)
  func eightBytes(at offset: Int) -> UInt64 {
    guard offset <= count &- 8 else { return lastBytes(from: offset) }
    // A buffer of at least eight bytes has a base address.
    let base = UnsafeRawPointer(baseAddress.unsafelyUnwrapped)
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(never)
  private func lastBytes(from offset: Int) -> UInt64 { self[offset...].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}
