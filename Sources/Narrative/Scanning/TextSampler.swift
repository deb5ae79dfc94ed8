/// Takes the sample of a text, character by character.
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
