/// A sample of the 8-character sequences of a text, by which two texts are compared without keeping either.
package struct TextSketch: Sendable {
  /// The hashes of the sample, each once, in a table with open addresses: they are as good as random, so that their
  /// last bits say where they stand. 0 is a free place.
  private var places: [UInt64] = []
  private(set) var count = 0

  package init() {}

  init(_ sampler: TextSampler) {
    if sampler.hashes.isEmpty { return }
    // At most three quarters of the places are taken.
    let bits = Int.bitWidth - (sampler.hashes.count * 4 / 3).leadingZeroBitCount
    var count = 0
    places = Array(repeating: 0, count: 1 << bits)
    places.withUnsafeMutableBufferPointer { places in
      for hash in sampler.hashes where hash != 0 {
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

/// Takes the sample of a text, character by character.
///
/// Every sequence is hashed, and those whose hash happens to be small are kept: one in sixteen, the same in every
/// text, so that the share of kept hashes that two texts have in common estimates the share of their sequences.
struct TextSampler {
  private(set) var hashes: [UInt64] = []
  var sequence = Sequence()

  /// The last eight characters.
  struct Sequence {
    private var window: UInt64 = 0
    private var length = 0

    var isFull: Bool { length >= TextSampler.sequenceLength }

    /// Goes on to the next character.
    ///
    /// - Returns: the hash of the sequence that ends with it, when that belongs to the sample.
    @inline(__always)
    mutating func move(to character: UInt32) -> UInt64? {
      // Each character moves those before it by a byte, so that the eighth last falls out of the word.
      window = (window << 8) &+ UInt64(character) &* 0x9E37_79B9_7F4A_7C15
      length &+= 1
      let hash = (window ^ (window >> 29)) &* 0xBF58_476D_1CE4_E5B9
      return hash >> 60 == 0 ? hash : nil
    }

    /// Starts a new run: no sequence reaches across.
    mutating func interrupt() { length = 0 }
  }

  static let sequenceLength = 8

  /// Takes in the next character; white space, punctuation and markup are left out by the caller.
  @inline(__always)
  mutating func add(_ character: UInt32) {
    if let hash = sequence.move(to: character) { keep(hash, of: sequence) }
  }

  @inline(never)
  mutating func keep(_ hash: UInt64, of sequence: Sequence) {
    if sequence.isFull { hashes.append(hash) }
  }

  mutating func interrupt() { sequence.interrupt() }

  /// Where the text stands before a block that may turn out not to be compared.
  var mark: Int { hashes.count }

  mutating func reset(to mark: Int) {
    hashes.removeLast(max(0, hashes.count - mark))
    interrupt()
  }
}
