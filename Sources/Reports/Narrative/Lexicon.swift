/// The words that rules look for. A word is found by its first character, then its second, then a complete comparison,
/// longest first.
///
/// The tables are plain memory because each report makes some thousand lookups: arrays would be retained each time and
/// would not stay in registers. The memory is never freed.
///
/// It is `@unchecked Sendable` because pointers never count as `Sendable`. The memory they point to is written before
/// the only lexicon, `field`, becomes accessible, and never after that.
struct Lexicon: @unchecked Sendable {
  /// What may start with a character.
  private struct Beginning {
    /// The bytes of the character.
    var first: UInt32 = 0
    /// Which characters may be second in a word: a bit for each value of the last six bits of their UTF-8.
    var seconds: UInt64 = 0
    /// Which characters may follow, in the same encoding; all of them if one character is enough.
    var followers: UInt64 = 0
    /// Range in `pairs`.
    var pairs: Range<Int32> = 0..<0
    /// The word that consists of this character alone.
    var single: Word?
    /// Whether a number may start here.
    var isNumeral = false
  }

  /// The words that begin with the same two characters.
  private struct Pair {
    /// The bytes of the second character.
    let second: UInt32
    /// Range in `entries`, longest first.
    let entries: Range<Int32>
  }

  private struct Entry {
    /// The bytes of the third character; 0 if the word has two characters.
    let third: UInt32
    /// Offset in `spellings`.
    let start: Int32
    let length: Int32
    let word: Word
  }

  /// Characters whose UTF-8 starts with E4 to E9.
  private static let covered: Range<UInt32> = 0x4000..<0xA000
  private static let slotBits: UInt32 = 12

  /// For each slot, the index in `beginnings` of the only first character that hashes to it.
  private let slots: UnsafePointer<UInt8>
  /// Multiplied by a character, it gives the slot in the high bits.
  private let multiplier: UInt32
  /// The element at index 0 is for characters that start nothing, which are the majority.
  private let beginnings: UnsafePointer<Beginning>
  private let pairs: UnsafePointer<Pair>
  private let entries: UnsafePointer<Entry>
  private let spellings: UnsafePointer<UInt8>

  static let field = Lexicon(fieldWords)

  private init(_ words: [(Word, String)]) {
    var spelt: [UInt32: [(spelling: [UInt8], word: Word)]] = [:]
    for (word, spellings) in words {
      for spelling in spellings.split(separator: " ") {
        guard let first = spelling.unicodeScalars.first, Self.covered.contains(first.value) else { continue }
        spelt[first.value, default: []].append((Array(spelling.utf8), word))
      }
    }
    var lists = Lists()
    for (first, words) in spelt.sorted(by: { $0.key < $1.key }) { lists.addBeginning(first, words) }
    for numeral in Self.covered where NumberReader.isNumeral(numeral) && spelt[numeral] == nil {
      lists.addBeginning(numeral, [])
    }
    let (slots, multiplier) = lists.dividedIntoSlots()
    self.slots = Self.table(slots)
    self.multiplier = multiplier
    beginnings = Self.table(lists.beginnings)
    pairs = Self.table(lists.pairs)
    entries = Self.table(lists.entries)
    spellings = Self.table(lists.spellings)
  }

  private static func table<Element>(_ list: [Element]) -> UnsafePointer<Element> {
    let table = UnsafeMutablePointer<Element>.allocate(capacity: list.count)
    for (place, element) in list.enumerated() { (table + place).initialize(to: element) }
    return UnsafePointer(table)
  }

  /// The tables under construction.
  private struct Lists {
    var beginnings = [Beginning()]
    var pairs: [Pair] = []
    var entries: [Entry] = []
    var spellings: [UInt8] = []

    /// Finds a multiplier that gives each first character its own slot, so that a small table, which stays in the
    /// cache, is enough.
    func dividedIntoSlots() -> (slots: [UInt8], multiplier: UInt32) {
      // Works for the current words, so the search ends at once.
      var multiplier: UInt32 = 0x9E54_470F
      while true {
        if let slots = slots(multiplier) { return (slots, multiplier) }
        multiplier &+= 0x6F4F_2A52
      }
    }

    /// - Returns: `nil` if two first characters have the same slot.
    private func slots(_ multiplier: UInt32) -> [UInt8]? {
      var slots = [UInt8](repeating: 0, count: 1 << Lexicon.slotBits)
      for place in beginnings.indices.dropFirst() {
        let slot = Lexicon.slot(of: beginnings[place].first, multiplier)
        if slots[slot] != 0 { return nil }
        slots[slot] = UInt8(place)
      }
      return slots
    }

    mutating func addBeginning(_ first: UInt32, _ words: [(spelling: [UInt8], word: Word)]) {
      precondition(beginnings.count <= UInt8.max, "too many first characters")
      var beginning = Beginning()
      beginning.first = Lexicon.character(first)
      beginning.isNumeral = NumberReader.isNumeral(first)
      addWords(words, to: &beginning)
      beginning.followers = beginning.isNumeral || beginning.single != nil ? ~0 : beginning.seconds
      beginnings.append(beginning)
    }

    private mutating func addWords(_ spelt: [(spelling: [UInt8], word: Word)], to beginning: inout Beginning) {
      beginning.single = spelt.first { $0.spelling.count == 3 }?.word
      let longer = spelt.filter { $0.spelling.count > 3 }
      let firstPair = Int32(pairs.count)
      for (second, words) in Dictionary(grouping: longer, by: { Lexicon.character($0.spelling, 3) }).sorted(by: {
        $0.key < $1.key
      }) {
        beginning.seconds |= 1 << UInt64(second >> 16 & 0x3F)
        let firstEntry = Int32(entries.count)
        for (spelling, word) in words.sorted(by: { $0.spelling.count > $1.spelling.count }) {
          let third = spelling.count < 9 ? 0 : Lexicon.character(spelling, 6)
          entries.append(
            Entry(third: third, start: Int32(spellings.count), length: Int32(spelling.count), word: word))
          spellings += spelling
        }
        pairs.append(Pair(second: second, entries: firstEntry..<Int32(entries.count)))
      }
      beginning.pairs = firstPair..<Int32(pairs.count)
    }
  }

  @inline(__always)
  private static func slot(of character: UInt32, _ multiplier: UInt32) -> Int {
    Int((character &* multiplier) &>> (32 - slotBits))
  }

  /// The three UTF-8 bytes of a code point as a little-endian number.
  private static func character(_ code: UInt32) -> UInt32 {
    0x8080E0 | code >> 12 | (code >> 6 & 0x3F) << 8 | (code & 0x3F) << 16
  }

  private static func character(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    bytes.withUnsafeBufferPointer { character($0, place) }
  }

  /// The three bytes of a character as a little-endian number.
  @inline(__always)
  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt32 {
    UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) << 8 | UInt32(bytes[place &+ 2]) << 16
  }

  /// Whether a byte is the first of a character that may start something.
  @inline(__always)
  static func isCovered(_ byte: UInt8) -> Bool { byte &- 0xE4 < 6 }

  static let nothing = 0

  /// The index in `beginnings` for the character at the start of eight bytes of text; usually `nothing`.
  @inline(__always)
  func beginning(of bytes: UInt64) -> Int {
    let character = UInt32(truncatingIfNeeded: bytes) & 0xFF_FFFF
    let place = Int(slots[Self.slot(of: character, multiplier)])
    if place == Self.nothing || beginnings[place].first != character { return Self.nothing }
    return beginnings[place].followers &>> (bytes &>> 40) & 1 != 0 ? place : Self.nothing
  }

  @inline(__always)
  func isNumeral(_ beginning: Int) -> Bool { beginnings[beginning].isNumeral }

  /// The longest word at an offset, and its length in bytes.
  @inline(__always)
  func word(
    at offset: Int, _ beginning: Int, in bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> (word: Word, length: Int)? {
    if offset &+ 6 <= end, beginnings[beginning].seconds &>> UInt64(bytes[offset &+ 5]) & 1 != 0,
      let found = longWord(at: offset, beginnings[beginning].pairs, bytes, end)
    {
      return found
    }
    return beginnings[beginning].single.map { ($0, 3) }
  }

  @inline(__always)
  private func longWord(
    at offset: Int, _ ofFirst: Range<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> (word: Word, length: Int)? {
    let second = Self.character(bytes, offset &+ 3)
    var pair = Int(ofFirst.lowerBound)
    while pair < Int(ofFirst.upperBound) {
      if pairs[pair].second == second { return entry(at: offset, pairs[pair].entries, bytes, end) }
      pair &+= 1
    }
    return nil
  }

  @inline(__always)
  private func entry(
    at offset: Int, _ ofPair: Range<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> (word: Word, length: Int)? {
    let third = offset &+ 9 <= end ? Self.character(bytes, offset &+ 6) : 0
    var index = Int(ofPair.lowerBound)
    while index < Int(ofPair.upperBound) {
      let entry = entries[index]
      if entry.third == 0 || entry.third == third && isSpelt(entry, bytes, offset, end) {
        return (entry.word, Int(entry.length))
      }
      index &+= 1
    }
    return nil
  }

  /// Whether the bytes after the third character match the entry.
  @inline(__always)
  private func isSpelt(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Bool {
    let length = Int(entry.length)
    if length <= 9 { return true }
    guard offset &+ length <= end else { return false }
    let start = Int(entry.start)
    var index = 9
    while index < length, spellings[start &+ index] == bytes[offset &+ index] { index &+= 1 }
    return index == length
  }
}
