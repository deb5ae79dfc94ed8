/// The words that rules look for, found by their first character, their second and then to the letter, the longest
/// first.
///
/// Flat arrays only, since a report asks some thousand times: an array of arrays would be counted at each.
struct Lexicon: Sendable {
  /// What may start with a character.
  private struct Beginning {
    /// The bytes of the character.
    var first: UInt32 = 0
    /// A bit for the last six bits of each character that may be the second of a word.
    var seconds: UInt64 = 0
    /// In `pairs`.
    var pairs: Range<Int32> = 0..<0
    /// The character is a word by itself.
    var single: Word?
    /// A number may start here.
    var isNumeral = false
  }

  /// The words that begin with the same two characters.
  private struct Pair {
    /// The bytes of the second character.
    let second: UInt32
    /// In `entries`, the longest first.
    let entries: Range<Int32>
  }

  private struct Entry {
    /// The bytes of the third character; 0 when the word has two.
    let third: UInt32
    /// In `spellings`.
    let start: Int32
    let length: Int32
    let word: Word
  }

  /// Characters whose UTF-8 starts with E4…E9.
  private static let covered: Range<UInt32> = 0x4000..<0xA000
  private static let slotBits: UInt32 = 12

  /// For each slot, the place in `beginnings` of the only first character that falls into it.
  private var slots: [UInt8] = []
  /// Times a character, what says its slot.
  private var multiplier: UInt32 = 0
  /// At the first place what most characters start: nothing.
  private var beginnings = [Beginning()]
  private var pairs: [Pair] = []
  private var entries: [Entry] = []
  private var spellings: [UInt8] = []

  static let field = Lexicon(fieldWords)

  init(_ words: [(Word, String)]) {
    var spelt: [UInt32: [(spelling: [UInt8], word: Word)]] = [:]
    for (word, spellings) in words {
      for spelling in spellings.split(separator: " ") {
        guard let first = spelling.unicodeScalars.first, Self.covered.contains(first.value) else { continue }
        spelt[first.value, default: []].append((Array(spelling.utf8), word))
      }
    }
    for (first, words) in spelt.sorted(by: { $0.key < $1.key }) { addBeginning(first, words) }
    for numeral in Self.covered where NumberReader.isNumeral(numeral) && spelt[numeral] == nil {
      addBeginning(numeral, [])
    }
    divideIntoSlots()
  }

  /// Finds a multiplier that gives each first character a slot of its own: a small table stays in the cache.
  private mutating func divideIntoSlots() {
    // Fits the words of the field as they are.
    multiplier = 0x9E54_470F
    while !fillSlots() { multiplier &+= 0x6F4F_2A52 }
  }

  /// - Returns: whether no two first characters fall into one slot.
  private mutating func fillSlots() -> Bool {
    slots = Array(repeating: 0, count: 1 << Self.slotBits)
    for place in beginnings.indices.dropFirst() {
      let slot = slot(of: beginnings[place].first)
      if slots[slot] != 0 { return false }
      slots[slot] = UInt8(place)
    }
    return true
  }

  @inline(__always)
  private func slot(of character: UInt32) -> Int { Int((character &* multiplier) &>> (32 - Self.slotBits)) }

  private mutating func addBeginning(_ first: UInt32, _ words: [(spelling: [UInt8], word: Word)]) {
    precondition(beginnings.count <= UInt8.max, "too many first characters")
    var beginning = Beginning()
    beginning.first = Self.character(first)
    beginning.isNumeral = NumberReader.isNumeral(first)
    addWords(words, to: &beginning)
    beginnings.append(beginning)
  }

  private mutating func addWords(_ spelt: [(spelling: [UInt8], word: Word)], to beginning: inout Beginning) {
    beginning.single = spelt.first { $0.spelling.count == 3 }?.word
    let longer = spelt.filter { $0.spelling.count > 3 }
    let firstPair = Int32(pairs.count)
    for (second, words) in Dictionary(grouping: longer, by: { Self.character($0.spelling, 3) }).sorted(by: {
      $0.key < $1.key
    }) {
      beginning.seconds |= 1 << UInt64(second >> 16 & 0x3F)
      let firstEntry = Int32(entries.count)
      for (spelling, word) in words.sorted(by: { $0.spelling.count > $1.spelling.count }) {
        let third = spelling.count < 9 ? 0 : Self.character(spelling, 6)
        entries.append(
          Entry(third: third, start: Int32(spellings.count), length: Int32(spelling.count), word: word))
        spellings += spelling
      }
      pairs.append(Pair(second: second, entries: firstEntry..<Int32(entries.count)))
    }
    beginning.pairs = firstPair..<Int32(pairs.count)
  }

  /// The three bytes of the character with a code, the first of them lowest.
  private static func character(_ code: UInt32) -> UInt32 {
    0x8080E0 | code >> 12 | (code >> 6 & 0x3F) << 8 | (code & 0x3F) << 16
  }

  private static func character(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes.withUnsafeBufferPointer { character($0, place) }
  }

  /// The three bytes of a character as one number, the first of them lowest.
  @inline(__always)
  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
    UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) << 8 | UInt32(bytes[place &+ 2]) << 16
  }

  /// Whether a byte is the first of a character that may start something.
  @inline(__always)
  static func isCovered(_ byte: UInt8) -> Bool { byte &- 0xE4 < 6 }

  static let nothing = 0

  /// What may begin with the character that eight bytes of a text start with: `nothing` with most.
  @inline(__always)
  func beginning(of bytes: UInt64) -> Int {
    let character = UInt32(truncatingIfNeeded: bytes) & 0xFF_FFFF
    let place = slots.withUnsafeBufferPointer { Int($0[slot(of: character)]) }
    return place == Self.nothing || beginnings.withUnsafeBufferPointer({ $0[place].first }) == character
      ? place : Self.nothing
  }

  @inline(__always)
  func isNumeral(_ beginning: Int) -> Bool { beginnings.withUnsafeBufferPointer { $0[beginning].isNumeral } }

  /// The longest word at an offset, and how many bytes it has.
  @inline(__always)
  func word(
    at offset: Int, _ beginning: Int, in bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> (word: Word, length: Int)? {
    beginnings.withUnsafeBufferPointer { beginnings in
      if offset &+ 6 <= end, beginnings[beginning].seconds &>> UInt64(bytes[offset &+ 5] & 0x3F) & 1 != 0,
        let found = longWord(at: offset, beginnings[beginning].pairs, bytes, end)
      {
        return found
      }
      return beginnings[beginning].single.map { ($0, 3) }
    }
  }

  @inline(__always)
  private func longWord(
    at offset: Int, _ ofFirst: Range<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> (word: Word, length: Int)? {
    let second = Self.character(bytes, offset &+ 3)
    return pairs.withUnsafeBufferPointer { pairs in
      for pair in Int(ofFirst.lowerBound)..<Int(ofFirst.upperBound) where pairs[pair].second == second {
        return entry(at: offset, pairs[pair].entries, bytes, end)
      }
      return nil
    }
  }

  @inline(__always)
  private func entry(
    at offset: Int, _ ofPair: Range<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> (word: Word, length: Int)? {
    let third = offset &+ 9 <= end ? Self.character(bytes, offset &+ 6) : 0
    return entries.withUnsafeBufferPointer { entries in
      for index in Int(ofPair.lowerBound)..<Int(ofPair.upperBound) {
        let entry = entries[index]
        if entry.third == 0 || entry.third == third && isSpelt(entry, bytes, offset, end) {
          return (entry.word, Int(entry.length))
        }
      }
      return nil
    }
  }

  /// Whether what follows the third character is that of an entry too.
  @inline(__always)
  private func isSpelt(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    let length = Int(entry.length)
    if length <= 9 { return true }
    guard offset &+ length <= end else { return false }
    return spellings.withUnsafeBufferPointer { spellings in
      let start = Int(entry.start)
      var index = 9
      while index < length, spellings[start &+ index] == bytes[offset &+ index] { index &+= 1 }
      return index == length
    }
  }
}
