/// Encodes the documents of a term as differences, seven bits per byte, or as a bitmap, whichever is shorter. A header,
/// also seven bits per byte, gives twice the length of the list, plus one for a bitmap.
struct PostingListEncoder {
  private var bits: [UInt64]
  private var gathered: [Int] = []
  /// The number of documents in the list.
  var count: Int { gathered.count }

  /// - Parameter documents: The total number of documents.
  init(documents: Int) {
    bits = Array(repeating: 0, count: (documents + 63) / 64)
  }

  /// Adds a document. The order does not matter; each document is added once.
  mutating func add(_ document: Int) { gathered.append(document) }

  /// Appends the list of the documents added so far and starts a new one.
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

  /// Sorts long lists by means of the bitmap.
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
  /// Appends a non-negative number, seven bits per byte, least significant first.
  mutating func appendVariable(_ number: Int) {
    var rest = UInt(number)
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}
