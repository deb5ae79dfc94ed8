package import Markup

/// One word, number or punctuation mark of a report's prose, with its span in the source.
package struct Token: Sendable, BitwiseCopyable {
  package let word: Word
  /// Nothing but markup stands between this and the token before it.
  package let isAdjacent: Bool
  /// Of a number: its index in `ScannedProse.numbers`; otherwise -1.
  package let number: Int32
  private let start, end: UInt32

  init(word: Word, isAdjacent: Bool, number: Int32, start: Int, end: Int) {
    self.word = word
    self.isAdjacent = isAdjacent
    self.number = number
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  package var span: Span { Span(Int(start), Int(end)) }
}
