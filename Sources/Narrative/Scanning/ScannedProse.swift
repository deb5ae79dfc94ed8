package import Markup

/// The prose of a report as words, numbers and punctuation, in the order in which they were written. Tables are left
/// out, and so are the addresses of links.
///
/// This is all that a rule needs to know of the scanner. What counts as a word is in `FieldWords.swift`.
package struct ScannedProse: Sendable {
  package let tokens: [Token]
  package let numbers: [NumberPhrase]
  /// Indices in `tokens` where a heading or another block begins.
  package let blocks: [Int]
  /// The tokens of each sentence with an amount and a word for what may be counted; most of a text has none.
  package let sentences: [Range<Int>]
  /// A sample of the text that is compared with that of other years, without the legal formula.
  package let sketch: TextSketch
}

/// What was scanned in a section of a report.
package struct ScannedSection: Sendable {
  /// In `ScannedProse.tokens`.
  package let tokens: Range<Int>
  /// Characters other than blanks, punctuation and markup.
  package let characters: Int
  package let span: Span
  package let words: WordSet
}
