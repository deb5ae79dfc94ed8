/// A sample of the eight-character sequences of a text. Two texts can be compared by their sketches without keeping
/// either.
package struct TextSketch: Sendable {
  /// The distinct hashes of the sample in an open-addressing table. Since they are practically random, their last bits
  /// serve as the index. 0 marks a free slot.
  private var places: [UInt64] = []
  private(set) var count = 0

  package init() {}

  init(_ sampler: borrowing TextSampler) {
    let hashes = sampler.hashes
    if hashes.isEmpty { return }
    // The table is at most three quarters full.
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

  /// The index of a hash, or of the free slot where it would be inserted.
  @inline(__always)
  private static func place(of hash: UInt64, in places: UnsafeBufferPointer<UInt64>) -> Int {
    let last = places.count &- 1
    var place = Int(truncatingIfNeeded: hash) & last
    while places[place] != 0, places[place] != hash { place = (place &+ 1) & last }
    return place
  }

  /// The share of this text that is contained in another, in per cent.
  func share(in other: TextSketch) -> Int {
    guard count > 0, other.count > 0 else { return 0 }
    let common = other.places.withUnsafeBufferPointer { places in
      self.places.count { $0 != 0 && places[Self.place(of: $0, in: places)] == $0 }
    }
    return common * 100 / count
  }
}

/// Samples the sequences of a text.
///
/// About one sequence in sixteen is kept as its hash. The choice depends only on the text of the sequence, so the share
/// of hashes that two texts have in common estimates the share of common sequences.
struct TextSampler: ~Copyable {
  private var kept = OwnedList<UInt64>(capacity: 256)

  var hashes: [UInt64] { kept.array }

  /// The length of a sequence in bytes, three times the eight that are read at once: eight Chinese characters, or more
  /// if there are digits among them.
  static let sequenceLength = 24

  /// Whether the sequence that starts with these eight bytes belongs to the sample, which is decided by a hash of them.
  @inline(__always)
  static func isSampled(_ start: UInt64) -> Bool { (start &* 0x9E37_79B9_7F4A_7C15) >> 60 == 0 }

  /// Keeps the sequence at an offset, unless it would extend beyond the end of its block.
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

  /// The state before a block that may turn out to be excluded from comparison.
  var mark: Int { kept.count }

  mutating func reset(to mark: Int) { kept.shorten(to: mark) }
}
