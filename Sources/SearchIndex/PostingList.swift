/// The documents of a term as the index holds them: differences, seven bits a byte, or a bit a document, whichever is
/// shorter. In front stands a number, seven bits a byte: twice the length, and one more for bits.
struct PostingListEncoder {
  private var bits: [UInt64]
  private var gathered: [Int] = []
  /// How many documents the list has.
  var count: Int { gathered.count }

  /// - Parameter documents: how many there are at all.
  init(documents: Int) {
    bits = Array(repeating: 0, count: (documents + 63) / 64)
  }

  /// In any order, each document once.
  mutating func add(_ document: Int) { gathered.append(document) }

  /// Appends the list of what was added, and begins another.
  mutating func finish(to bytes: inout [UInt8]) {
    sort()
    var size = 0
    var previous = -1
    for document in gathered {
      size += Self.size(of: document - previous - 1)
      previous = document
    }
    let bitmapSize = previous / 8 + 1
    if size <= bitmapSize {
      bytes.appendVariable(size << 1)
      previous = -1
      for document in gathered {
        bytes.appendVariable(document - previous - 1)
        previous = document
      }
    } else {
      bytes.appendVariable(bitmapSize << 1 | 1)
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: bitmapSize))
      for document in gathered { bytes[start + document / 8] |= 1 << UInt8(document % 8) }
    }
    gathered.removeAll(keepingCapacity: true)
  }

  /// Long lists are sorted by their bits.
  private mutating func sort() {
    if gathered.count < 64 { return gathered.sort() }
    for document in gathered { bits[document / 64] |= 1 << UInt64(document % 64) }
    gathered.removeAll(keepingCapacity: true)
    for word in bits.indices {
      var rest = bits[word]
      bits[word] = 0
      while rest != 0 {
        gathered.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  private static func size(of number: Int) -> Int { max(1, (Int.bitWidth - number.leadingZeroBitCount + 6) / 7) }
}

extension [UInt8] {
  /// Appends a number that is not negative, seven bits a byte, the lowest first.
  mutating func appendVariable(_ number: Int) {
    var rest = UInt(number)
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
