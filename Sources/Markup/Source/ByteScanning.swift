internal import func Glibc.memchr

extension UnsafeBufferPointer<UInt8> {
  /// Calls `body` with the index of each occurrence of `byte`. Uses `memchr`, which examines many bytes at a time.
  func forEachIndex(of byte: UInt8, _ body: (Int) -> Void) {
    var start = 0
    while let index = firstIndex(of: byte, from: start) {
      body(index)
      start = index + 1
    }
  }

  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }
}

extension UInt8 {
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var isASCIIWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  package var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  package var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
