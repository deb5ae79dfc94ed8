/// For each term, the documents and sections that contain it, among the documents that one thread reads.
///
/// A list of documents is stored as differences, seven bits per byte, in chunks of growing size: about one byte for
/// each term of a document. Documents are numbered in the order in which they are read.
struct SearchPostings: Sendable {
  /// A term in one kind of section.
  struct Key: Sendable, Hashable, Comparable {
    var term: UInt32
    var section: UInt16

    static func < (left: Key, right: Key) -> Bool { (left.term, left.section) < (right.term, right.section) }
  }

  /// A slot of the hash table. What is read for every character is stored apart from the location of the list.
  private struct Place {
    var key = Key(term: 0, section: 0)
    /// The number of the last document that contains the term, from 1; 0 in a free slot.
    var last: UInt32 = 0
  }

  private struct List {
    var first = 0
    var next = 0
    var end = 0
    var size = 0
  }

  private var places = [Place](repeating: Place(), count: 1 << 14)
  private var lists = [List](repeating: List(), count: 1 << 14)
  private var shift: UInt64 = 64 - 14
  private var used = 0
  private var bytes: [UInt8] = []
  private var document: UInt32 = 0
  /// The terms of the text being read.
  private var terms: [UInt32] = []

  private static let linkSize = 4
  private static let firstSize = 12
  private static let largestSize = 1024

  mutating func beginDocument() { document += 1 }

  mutating func read(_ text: UnsafeBufferPointer<UInt8>, section: UInt16) {
    terms.removeAll(keepingCapacity: true)
    SearchTerms.forEach(in: text) { terms.append($0) }
    var next = 0
    while true {
      next = addKnown(from: next, section: section)
      if next == terms.count { break }
      add(Key(term: terms[next], section: section))
      next += 1
    }
  }

  /// Adds terms as long as each is known and its list has room for another byte or two, which is nearly always the
  /// case.
  ///
  /// - Returns: The index in `terms` of the first one for which this is not so.
  private mutating func addKnown(from start: Int, section: UInt16) -> Int {
    let (shift, document) = (shift, document)
    return terms.withUnsafeBufferPointer { terms in
      places.withUnsafeMutableBufferPointer { places in
        lists.withUnsafeMutableBufferPointer { lists in
          bytes.withUnsafeMutableBufferPointer { bytes in
            let mask = places.count - 1
            for index in start..<terms.count {
              let key = Key(term: terms[index], section: section)
              var place = Self.start(of: key, shift)
              while places[place].last != 0, places[place].key.term != key.term || places[place].key.section != section
              {
                place = (place + 1) & mask
              }
              let last = places[place].last
              if last == document { continue }
              let difference = document - last
              let room = lists[place].end - lists[place].next
              if last == 0 || difference > 0x3FFF || room < 2 { return index }
              var at = lists[place].next
              if difference > 0x7F {
                bytes[at] = UInt8(truncatingIfNeeded: difference) | 0x80
                at += 1
              }
              bytes[at] = UInt8(truncatingIfNeeded: difference > 0x7F ? difference >> 7 : difference)
              lists[place].next = at + 1
              places[place].last = document
            }
            return terms.count
          }
        }
      }
    }
  }

  private mutating func add(_ key: Key) {
    var place = Self.start(of: key, shift)
    while places[place].last != 0, places[place].key != key { place = (place + 1) & (places.count - 1) }
    if places[place].last == 0 { return insert(key, at: place) }
    if places[place].last == document { return }
    append(document - places[place].last, to: place)
    places[place].last = document
  }

  @inline(__always)
  private static func start(of key: Key, _ shift: UInt64) -> Int {
    Int(((UInt64(key.section) << 32 | UInt64(key.term)) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func insert(_ key: Key, at place: Int) {
    places[place] = Place(key: key, last: document)
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.firstSize + Self.linkSize))
    lists[place] = List(first: start, next: start, end: start + Self.firstSize, size: Self.firstSize)
    append(document, to: place)
    used += 1
    if used * 4 > places.count * 3 { grow() }
  }

  private mutating func grow() {
    let (oldPlaces, oldLists) = (places, lists)
    places = Array(repeating: Place(), count: oldPlaces.count * 2)
    lists = Array(repeating: List(), count: oldPlaces.count * 2)
    shift -= 1
    for old in oldPlaces.indices where oldPlaces[old].last != 0 {
      var place = Self.start(of: oldPlaces[old].key, shift)
      while places[place].last != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = oldPlaces[old]
      lists[place] = oldLists[old]
    }
  }

  private mutating func append(_ difference: UInt32, to place: Int) {
    var rest = difference
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80, to: place)
      rest >>= 7
    }
    append(UInt8(rest), to: place)
  }

  private mutating func append(_ byte: UInt8, to place: Int) {
    if lists[place].next == lists[place].end { addChunk(to: place) }
    bytes[lists[place].next] = byte
    lists[place].next += 1
  }

  private mutating func addChunk(to place: Int) {
    var list = lists[place]
    // The distance from the end of this chunk, where the link is stored, to the next chunk.
    let distance = bytes.count - list.end
    for byte in 0..<Self.linkSize { bytes[list.end + byte] = UInt8(truncatingIfNeeded: distance >> (8 * byte)) }
    list.size = Self.size(after: list.size)
    list.next = bytes.count
    list.end = list.next + list.size
    bytes.append(contentsOf: repeatElement(0, count: list.size + Self.linkSize))
    lists[place] = list
  }

  private static func size(after size: Int) -> Int { min(size * 2, largestSize) }

  // MARK: Reading

  struct Posting: Sendable {
    let key: Key
    fileprivate let place: Int
  }

  /// All terms, sorted.
  func sorted() -> [Posting] {
    places.indices.filter { places[$0].last != 0 }.map { Posting(key: places[$0].key, place: $0) }
      .sorted { $0.key < $1.key }
  }

  /// Calls `body` for the documents of a term, numbered from 0, in increasing order.
  func forEachDocument(of posting: Posting, _ body: (Int) -> Void) {
    let list = lists[posting.place]
    var size = Self.firstSize
    var next = list.first
    var end = next + size
    var document = -1
    var difference = 0
    var bits = 0
    while next != list.next {
      if next == end {
        var distance = 0
        for byte in 0..<Self.linkSize { distance |= Int(bytes[end + byte]) << (8 * byte) }
        next = end + distance
        size = Self.size(after: size)
        end = next + size
      }
      let byte = bytes[next]
      next += 1
      difference |= Int(byte & 0x7F) << bits
      bits += 7
      if byte < 0x80 {
        document += difference
        body(document)
        (difference, bits) = (0, 0)
      }
    }
  }
}
