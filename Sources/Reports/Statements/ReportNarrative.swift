package import Markup
package import Narrative

/// The prose of a report in the form that the rules use: its words, numbers and punctuation marks, section by section,
/// and the statements in it.
///
/// It is read from the bytes once for all rules. Tables and the URLs of links are left out.
///
/// A class, since it is handed to every rule.
package final class ReportNarrative: Sendable {
  package struct Part: Sendable {
    /// Index in `Report.sections`.
    package let section: Int
    package let tokens: Range<Int>
    /// Characters other than blanks, punctuation and markup.
    package let characters: Int
    package let span: Span
    /// The words that occur in it.
    let words: WordSet

    fileprivate init(_ section: Int, of report: Report, _ scanner: inout ProseScanner) {
      let role = report.role(of: report.sections[section])
      let scanned = scanner.scan(
        report.sections[section].nodes, of: report.document,
        isSampled: role == .overview || role == .problems)
      self.section = section
      (tokens, characters, span, words) = (
        scanned.tokens, scanned.characters, scanned.span, scanned.words
      )
    }
  }

  package let tokens: [Token]
  package let numbers: [NumberPhrase]
  package let parts: [Part]
  /// Words that occur anywhere in the prose.
  private let words: WordSet
  /// Statements about numbers that are in the tables too.
  let statements: [Statement]
  let uniforms: [UniformApplicants]
  let shares: [StatedShare]
  let growths: [StatedGrowth]
  /// Of 总体情况 and 存在的主要问题, without the legal formula.
  let sketch: TextSketch

  package init(_ report: Report) {
    let (parts, prose) = SimplifiedCharacters.withSimplified(report.document.source.bytes) { bytes in
      var scanner = ProseScanner(bytes)
      let parts = report.sections.indices.map { Part($0, of: report, &scanner) }
      return (parts, scanner.result)
    }
    let reader = StatementReader(prose, parts, of: report)
    self.parts = parts
    sketch = prose.sketch
    var words = WordSet()
    for part in parts { words.formUnion(part.words) }
    self.words = words
    (tokens, numbers) = (prose.tokens, prose.numbers)
    (statements, uniforms) = (reader.statements, reader.uniforms)
    (shares, growths) = (reader.shares, reader.growths)
  }

  /// The prose of a section of the form.
  package func part(_ role: FormSection.Role, of report: Report) -> Part? {
    parts.first { report.role(of: report.sections[$0.section]) == role }
  }

  func part(thatMustState obligation: FormSection.Obligation, of report: Report) -> Part? {
    parts.first { report.mustState(obligation, in: report.sections[$0.section]) }
  }

  /// Office and date at the end.
  func closing(of report: Report) -> Part? {
    parts.first { report.sections[$0.section].kind == .closing }
  }

  package func has(_ word: Word, in part: Part) -> Bool { part.words.contains(word) }

  package func contains(_ word: Word) -> Bool { words.contains(word) }
}
