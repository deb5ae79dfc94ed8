/// A sample of the 8-character sequences of a text, by which two texts are compared without keeping either.
///
/// Every sequence is hashed, and those whose hash happens to be small are kept: one in sixteen, the same in every
/// text, so that the share of kept hashes that two texts have in common estimates the share of their sequences.
package struct TextSketch: Sendable {
  /// Sorted, each once.
  private(set) var hashes: [UInt64] = []
  private var window: UInt64 = 0
  private var length = 0

  package init() {}

  package static let sequenceLength = 8

  /// Takes in the next character; white space, punctuation and markup are left out by the caller.
  @inline(__always)
  mutating func add(_ character: UInt32) {
    // Each character moves those before it by a byte, so that the eighth last falls out of the word.
    window = (window << 8) &+ UInt64(character) &* 0x9E37_79B9_7F4A_7C15
    length += 1
    guard length >= Self.sequenceLength else { return }
    let hash = (window ^ (window >> 29)) &* 0xBF58_476D_1CE4_E5B9
    if hash >> 60 == 0 { hashes.append(hash) }
  }

  /// Starts a new run: no sequence reaches across.
  mutating func interrupt() { length = 0 }

  mutating func finish() {
    hashes.sort()
    var kept = 0
    for index in hashes.indices where kept == 0 || hashes[index] != hashes[kept - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
  }

  var count: Int { hashes.count }

  /// Where the text stood before a block that is not to be compared.
  var mark: Int { hashes.count }

  mutating func reset(to mark: Int) {
    hashes.removeLast(max(0, hashes.count - mark))
    length = 0
  }

  /// The share of this text that stands in another, in percent.
  func share(in other: TextSketch) -> Int {
    guard !hashes.isEmpty else { return 0 }
    var common = 0
    var place = 0
    for hash in hashes {
      while place < other.hashes.count, other.hashes[place] < hash { place += 1 }
      if place < other.hashes.count, other.hashes[place] == hash { common += 1 }
    }
    return common * 100 / hashes.count
  }
}
