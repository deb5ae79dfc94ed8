/// A sample of the eight-character sequences of a text. Two texts can be compared by their sketches without keeping
/// either.
package struct TextSketch: Sendable {
  /// The distinct hashes of the sample in an open-addressing table. Since they are practically random, their last bits
  /// serve as the index. 0 marks a free slot.
  private var places: [UInt64] = []
  package private(set) var count = 0

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

  /// The share of this text that stands in another, in percent.
  package func share(in other: TextSketch) -> Int {
    guard count > 0, other.count > 0 else { return 0 }
    let common = other.places.withUnsafeBufferPointer { places in
      self.places.count { $0 != 0 && places[Self.place(of: $0, in: places)] == $0 }
    }
    return common * 100 / count
  }
}
