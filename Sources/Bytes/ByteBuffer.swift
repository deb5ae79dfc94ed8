internal import func Glibc.free
internal import func Glibc.realloc

/// A growable byte buffer that pages, JSON and CSV are written into.
///
/// One buffer is reused for many files: `removeAll` keeps its memory. Its bytes are written to disk without ever
/// becoming a `String`.
package struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    base = Self.resized(nil, to: self.capacity)
  }

  deinit { free(base) }

  /// Calls the C library directly: `UnsafeMutablePointer.allocate` passes an alignment, which is slower.
  private static func resized(_ base: UnsafeMutableRawPointer?, to capacity: Int) -> UnsafeMutablePointer<UInt8> {
    // Running out of memory ends the program, as it does when an array or a string cannot grow. The alternative is an
    // error that every write has to propagate and nobody can handle. The published site is left as it was.
    guard let memory = realloc(base, capacity) else { fatalError("out of memory") }
    return memory.assumingMemoryBound(to: UInt8.self)
  }

  package mutating func removeAll() { count = 0 }

  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  package func array() -> [UInt8] { Array(bytes) }

  @inline(never)
  private mutating func grow(by extra: Int) {
    var larger = capacity * 2
    while larger < count + extra { larger *= 2 }
    base = Self.resized(base, to: larger)
    capacity = larger
  }

  @inline(__always)
  private mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(by: extra) }
  }

  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  package mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    guard let start = more.baseAddress, more.count > 0 else { return }
    reserve(more.count)
    Self.copy(UnsafeRawPointer(start), to: UnsafeMutableRawPointer(base + count), more.count)
    count += more.count
  }

  /// Most appends are short, and two overlapping loads and stores are faster than a call to memcpy.
  @inline(__always)
  private static func copy(_ source: UnsafeRawPointer, to place: UnsafeMutableRawPointer, _ count: Int) {
    func copy<Word: FixedWidthInteger & BitwiseCopyable>(as _: Word.Type, _ last: Int) {
      let (head, tail) = (
        source.loadUnaligned(as: Word.self), source.loadUnaligned(fromByteOffset: last, as: Word.self)
      )
      place.storeBytes(of: head, as: Word.self)
      place.storeBytes(of: tail, toByteOffset: last, as: Word.self)
    }
    switch count {
    case 17...: place.copyMemory(from: source, byteCount: count)
    case 8...16: copy(as: UInt64.self, count &- 8)
    case 4...7: copy(as: UInt32.self, count &- 4)
    case 2...3: copy(as: UInt16.self, count &- 2)
    default: copy(as: UInt8.self, 0)
    }
  }

  @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Literals use the overload above, where the compiler knows their bytes and length.
  @_disfavoredOverload
  package mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  package mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a copy of some of the buffer's own bytes.
  package mutating func appendAgain(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "not bytes of this buffer")
    reserve(range.count)
    (base + count).update(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Appends a decimal integer, optionally padded with zeros to `width` digits.
  package mutating func append(_ number: Int, width: Int = 1) {
    if number >= 0, number < 10, width == 1 { return append(UInt8(ascii: "0") + UInt8(number)) }
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var digits = 1
    var power: UInt = 10
    while rest >= power, digits < 20 {
      digits += 1
      let (next, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { break }
      power = next
    }
    let length = max(digits, width)
    reserve(length)
    for place in stride(from: length - 1, through: 0, by: -1) {
      base[count + place] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += length
  }
}

extension String {
  /// Calls `body` with the UTF-8 bytes in place, without copying them.
  @inline(__always)
  func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    utf8Span.span.withUnsafeBufferPointer(body)
  }

  package init(_ buffer: borrowing ByteBuffer) {
    self = String(decoding: buffer.bytes, as: UTF8.self)
  }
}
