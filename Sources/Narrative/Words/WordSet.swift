/// The words that occur in a text, regardless of how often and in which order: a bit for each.
package struct WordSet: Sendable, Hashable {
  @usableFromInline
  package var bits: UInt128 = 0

  @inlinable
  package init() {}

  package init(_ words: Word...) {
    for word in words { insert(word) }
  }

  /// All words of a range of `Word`.
  package init(_ words: ClosedRange<Word>) {
    for value in words.lowerBound.rawValue...words.upperBound.rawValue {
      bits |= 1 &<< UInt128(value)
    }
  }

  @inlinable
  package mutating func insert(_ word: Word) { bits |= 1 &<< UInt128(word.rawValue) }

  @inlinable
  package mutating func formUnion(_ other: WordSet) { bits |= other.bits }

  @inlinable
  package func union(_ other: WordSet) -> WordSet {
    var union = self
    union.formUnion(other)
    return union
  }

  package func subtracting(_ other: WordSet) -> WordSet {
    var rest = self
    rest.bits &= ~other.bits
    return rest
  }

  @inlinable
  package func contains(_ word: Word) -> Bool { bits &>> UInt128(word.rawValue) & 1 != 0 }

  @inlinable
  package func intersects(_ other: WordSet) -> Bool { bits & other.bits != 0 }

  @inlinable
  package var isEmpty: Bool { bits == 0 }
}
