package import Markup

/// The prose of a report as the rules read it: its words, numbers and marks of punctuation, section by
/// section, and what they state.
///
/// It is read from the bytes once for all rules. Tables are left out, and so are the addresses of links.
package struct Narrative: Sendable {
  package struct Part: Sendable {
    /// Place in `Report.sections`.
    package var section: Int
    package var tokens: Range<Int>
    /// Characters other than blanks, punctuation and markup.
    package var characters: Int
    package var span: Span
    /// The words that stand in it.
    var words: WordSet
  }

  package private(set) var tokens: [Token] = []
  package private(set) var numbers: [NumberPhrase] = []
  package private(set) var parts: [Part] = []
  /// Places in `tokens` where a heading or another block begins.
  private(set) var blocks: [Int] = []
  /// The tokens of each sentence that may state a number of something; most of a text states none.
  private(set) var sentences: [Range<Int>] = []
  /// Words that stand anywhere in the prose.
  private var words = WordSet()
  /// What the prose says of numbers that the tables hold too.
  private(set) var statements: [Statement] = []
  private(set) var shares: [StatedShare] = []
  private(set) var growths: [StatedGrowth] = []
  /// What stands in 总体情况 and 存在的主要问题, without the legal formula.
  private(set) var sketch = TextSketch()

  package init(_ report: Report) {
    report.document.source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = ProseScanner(bytes)
      for section in report.sections.indices {
        let part = scanner.scan(section, of: report)
        words.formUnion(part.words)
        parts.append(part)
      }
      tokens = scanner.tokens.array
      numbers = scanner.numbers.array
      blocks = scanner.blocks.array
      sentences = scanner.sentences
      sketch = TextSketch(scanner.sampler)
    }
    let reader = StatementReader(self, of: report)
    statements = reader.statements
    shares = reader.shares
    growths = reader.growths
  }

  /// The prose of a section of the form, by its id.
  package func part(_ id: String, of report: Report) -> Part? {
    parts.first { report.sections[$0.section].id == id }
  }

  package func has(_ word: Word, in part: Part) -> Bool { part.words.contains(word) }

  package func contains(_ word: Word) -> Bool { words.contains(word) }
}
