/// A sample of the sequences of eight characters of a text, by which two texts are compared without keeping either.
package struct TextSketch: Sendable {
  /// The hashes of the sample, each once, in a table with open addresses: they are as good as random, so that their
  /// last bits say where they stand. 0 is a free place.
  private var places: [UInt64] = []
  private(set) var count = 0

  package init() {}

  init(_ sampler: borrowing TextSampler) {
    let hashes = sampler.hashes
    if hashes.isEmpty { return }
    // At most three quarters of the places are taken.
    let bits = Int.bitWidth - (hashes.count * 4 / 3).leadingZeroBitCount
    var count = 0
    places = Array(repeating: 0, count: 1 << bits)
    places.withUnsafeMutableBufferPointer { places in
      for hash in hashes where hash != 0 {
        let place = Self.place(of: hash, in: UnsafeBufferPointer(places))
        if places[place] != hash { count += 1 }
        places[place] = hash
      }
    }
    self.count = count
  }

  /// Where a hash stands, or the free place where it would.
  @inline(__always)
  private static func place(of hash: UInt64, in places: UnsafeBufferPointer<UInt64>) -> Int {
    let last = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & last
    while places[place] != 0, places[place] != hash { place = (place &+ 1) & last }
    return place
  }

  /// The share of this text that stands in another, in percent.
  func share(in other: TextSketch) -> Int {
    guard count > 0, other.count > 0 else { return 0 }
    let common = other.places.withUnsafeBufferPointer { places in
      self.places.count { $0 != 0 && places[Self.place(of: $0, in: places)] == $0 }
    }
    return common * 100 / count
  }
}

/// Takes the sample of a text, place by place.
///
/// At one place in sixteen, the same ones of the same text, a sequence is kept as its hash, so that the share of hashes
/// that two texts have in common estimates the share of their sequences.
struct TextSampler: ~Copyable {
  private var kept = OwnedList<UInt64>(capacity: 256)

  var hashes: [UInt64] { kept.array }

  /// Of a sequence, in bytes as they are written, three times the eight that are read at once: eight Chinese characters,
  /// or more characters with digits among them.
  static let sequenceLength = 24

  /// Whether the sequence that starts with eight bytes belongs to the sample: whether they happen to make a small number.
  @inline(__always)
  static func isSampled(_ start: UInt64) -> Bool { (start &* 0x9E37_79B9_7F4A_7C15) >> 60 == 0 }

  /// Keeps the sequence at an offset, unless it would reach over the end of its block.
  @inline(never)
  mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, before end: Int) {
    guard offset + Self.sequenceLength <= end else { return }
    var hash = Self.mixed(bytes.eightBytes(at: offset))
    hash = Self.mixed(hash ^ bytes.eightBytes(at: offset + 8))
    kept.append(Self.mixed(hash ^ bytes.eightBytes(at: offset + 16)))
  }

  @inline(__always)
  private static func mixed(_ bits: UInt64) -> UInt64 {
    let product = bits &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 29
  }

  /// Where the text stands before a block that may turn out not to be compared.
  var mark: Int { kept.count }

  mutating func reset(to mark: Int) { kept.shorten(to: mark) }
}
