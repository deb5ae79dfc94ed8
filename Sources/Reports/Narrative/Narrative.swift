package import Markup

/// The prose of a report in the form that the rules use: its words, numbers and punctuation marks, section by section,
/// and the statements in it.
///
/// It is read from the bytes once for all rules. Tables and the URLs of links are left out.
///
/// It is a class because it is passed to every rule.
package final class Narrative: Sendable {
  package struct Part: Sendable {
    /// Index in `Report.sections`.
    package var section: Int
    package var tokens: Range<Int>
    /// The number of characters other than blanks, punctuation and markup.
    package var characters: Int
    package var span: Span
    /// The words that occur in it.
    var words: WordSet
  }

  package let tokens: [Token]
  package let numbers: [NumberPhrase]
  package let parts: [Part]
  /// The words that occur anywhere in the prose.
  private let words: WordSet
  /// Statements about numbers that are in the tables too.
  let statements: [Statement]
  let shares: [StatedShare]
  let growths: [StatedGrowth]
  /// A sketch of 总体情况 and 存在的主要问题 without the legal formula.
  let sketch: TextSketch

  package init(_ report: Report) {
    let (parts, reader, sketch) = SimplifiedCharacters.withSimplified(report.document.source.bytes) { bytes in
      var scanner = ProseScanner(bytes)
      let parts = report.sections.indices.map { scanner.scan($0, of: report) }
      return (parts, StatementReader(scanner, parts, of: report), TextSketch(scanner.sampler))
    }
    self.parts = parts
    self.sketch = sketch
    var words = WordSet()
    for part in parts { words.formUnion(part.words) }
    self.words = words
    (tokens, numbers) = (reader.tokens, reader.numbers)
    (statements, shares, growths) = (reader.statements, reader.shares, reader.growths)
  }

  /// The prose of a section of the form.
  package func part(_ role: FormSection.Role, of report: Report) -> Part? {
    parts.first { report.role(of: report.sections[$0.section]) == role }
  }

  func part(thatMustState obligation: FormSection.Obligation, of report: Report) -> Part? {
    parts.first { report.mustState(obligation, in: report.sections[$0.section]) }
  }

  /// The office and date at the end.
  func closing(of report: Report) -> Part? { parts.first { report.sections[$0.section].kind == .closing } }

  package func has(_ word: Word, in part: Part) -> Bool { part.words.contains(word) }

  package func contains(_ word: Word) -> Bool { words.contains(word) }
}
