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
    /// Characters other than blanks, punctuation and markup; words may count for more than one a character.
    package var characters: Int
    package var span: Span
  }

  package internal(set) var tokens: [Token] = []
  package internal(set) var numbers: [NumberPhrase] = []
  package internal(set) var parts: [Part] = []
  /// One bit for each word that stands anywhere in the prose.
  var words: UInt128 = 0
  /// What the prose says of numbers that the tables hold too.
  private(set) var statements: [Statement] = []
  private(set) var shares: [StatedShare] = []
  private(set) var growths: [StatedGrowth] = []
  /// What stands in 总体情况 and 存在的主要问题, without the legal formula.
  package internal(set) var sketch = TextSketch()

  package init(_ report: Report) {
    tokens.reserveCapacity(1600)
    numbers.reserveCapacity(256)
    let document = report.document
    document.source.bytes.withUnsafeBufferPointer { bytes in
      for (index, section) in report.sections.enumerated() {
        var scanner = ProseScanner(bytes: bytes, isCompared: section.id == "overview" || section.id == "problems")
        let first = tokens.count
        var span = Span.none
        var node = section.nodes.lowerBound
        while node < section.nodes.upperBound {
          let next = Int(document.nodes[node].end)
          let start = Int(document.nodes[node].offset)
          if document.nodes[node].kind != .table {
            let end = next < document.nodes.count ? Int(document.nodes[next].offset) : bytes.count
            let isHeading = document.nodes[node].kind == .heading
            if end > start {
              scanner.scan(from: start, to: end, isHeading: isHeading, into: &self)
              span = Span(span.isEmpty ? start : Int(span.start), end)
            }
          }
          node = next
        }
        parts.append(
          Part(section: index, tokens: first..<tokens.count, characters: scanner.characters, span: span))
      }
    }
    sketch.finish()
    let reader = StatementReader(self, of: report)
    statements = reader.statements
    shares = reader.shares
    growths = reader.growths
  }

  /// The prose of a section of the form, by its id.
  package func part(_ id: String, of report: Report) -> Part? {
    parts.first { report.sections[$0.section].id == id }
  }

  package func has(_ word: Word, in part: Part) -> Bool {
    contains(word) && tokens[part.tokens].contains { $0.word == word }
  }

  package func contains(_ word: Word) -> Bool { words >> UInt128(word.rawValue) & 1 != 0 }
}
