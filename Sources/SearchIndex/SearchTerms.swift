/// The terms of the full text index: every pair of adjacent characters, and every word of Latin letters and digits.
///
/// Characters are UTF-16 code units, because that is what a script in a browser sees; `assets/search.js` splits queries
/// in the same way. A pair is the number `first << 16 | second`. A word is a hash above all pairs, which cannot clash
/// because no pair starts with a private use character.
enum SearchTerms {
  /// Calls `take` for the words and pairs of a text, in order and with repetitions.
  @inline(__always)
  static func forEach(in text: UnsafeBufferPointer<UInt8>, _ take: (UInt32) -> Void) {
    SearchFolding.table.withUnsafeBufferPointer { table in
      var run = TermRun()
      var index = 0
      let count = text.count
      while index < count {
        let byte = text[index]
        if byte < 0x80 {
          index += 1
          run.step(table[Int(byte)], take)
        } else if byte >= 0xE0, byte < 0xF0, index + 2 < count {
          let unit = UInt16(byte & 0x0F) << 12 | UInt16(text[index + 1] & 0x3F) << 6 | UInt16(text[index + 2] & 0x3F)
          index += 3
          run.step(table[Int(unit)], take)
        } else if byte >= 0xC0, byte < 0xE0, index + 1 < count {
          let unit = UInt16(byte & 0x1F) << 6 | UInt16(text[index + 1] & 0x3F)
          index += 2
          run.step(table[Int(unit)], take)
        } else if byte >= 0xF0, index + 3 < count {
          let high = UInt32(byte & 0x07) << 18 | UInt32(text[index + 1] & 0x3F) << 12
          let scalar = high | UInt32(text[index + 2] & 0x3F) << 6 | UInt32(text[index + 3] & 0x3F)
          let rest = scalar &- 0x10000
          index += 4
          run.step(UInt16(0xD800 | (rest >> 10) & 0x3FF), take)
          run.step(UInt16(0xDC00 | rest & 0x3FF), take)
        } else {
          index += 1
          run.step(0, take)
        }
      }
      run.step(0, take)
    }
  }

  static func isWord(_ term: UInt32) -> Bool { term >> 28 == 0xE }

  static func word(_ hash: UInt32) -> UInt32 { 0xE000_0000 | hash & 0x0FFF_FFFF }

  /// The shard that a term belongs to. Terms that start with the same character share a shard.
  static func shard(of term: UInt32, among shards: Int) -> Int { Int(isWord(term) ? term : term >> 16) % shards }
}

/// The current run of characters while terms are being read.
private struct TermRun {
  /// The previous character if it can be the first of a pair; otherwise 0.
  private var previous: UInt16 = 0
  private var hash = Self.emptyHash
  private var length = 0

  // FNV-1a
  private static let emptyHash: UInt32 = 2_166_136_261

  @inline(__always)
  mutating func step(_ unit: UInt16, _ take: (UInt32) -> Void) {
    if unit >= 0x80 {
      if length > 0 { endWord(take) }
      if previous != 0 { take(UInt32(previous) << 16 | UInt32(unit)) }
      previous = unit
    } else {
      previous = 0
      if unit != 0 {
        hash = (hash ^ UInt32(unit)) &* 16_777_619
        length += 1
      } else if length > 0 {
        endWord(take)
      }
    }
  }

  private mutating func endWord(_ take: (UInt32) -> Void) {
    take(SearchTerms.word(hash))
    hash = Self.emptyHash
    length = 0
  }
}
