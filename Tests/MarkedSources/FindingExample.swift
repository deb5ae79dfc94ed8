package import Diagnostics

/// A source and the findings expected in it, one for each mark, in reading order.
package struct FindingExample: Sendable, CustomStringConvertible {
  package struct Expectation: Sendable {
    package let kind: FindingKind
    package let chinese: String?
    package let english: String?
    package let help: String?
  }

  package let name: String
  package let source: MarkedSource
  package let expectations: [Expectation]

  package var description: String { name }

  package init(_ name: String, _ source: MarkedSource, _ expectations: Expectation...) {
    self.init(name, source, expectations)
  }

  package init(_ name: String, _ source: MarkedSource, _ expectations: [Expectation]) {
    precondition(source.places.count == expectations.count, "\(name): a mark for each finding")
    self.name = name
    self.source = source
    self.expectations = expectations
  }

  /// The ids and locations of the expected findings, one per line.
  package var expectedPlaces: [String] {
    zip(expectations, source.places).map { "\($0.kind.id) \($1.described)" }
  }

  package static func places(of findings: [Finding]) -> [String] {
    findings.map { "\($0.kind.id) \($0.range?.described ?? "nowhere")" }
  }

  /// The differences between the texts of the findings and the expected ones; empty if there are none.
  package func surprises(in findings: [Finding]) -> [String] {
    var surprises: [String] = []
    for (expected, found) in zip(expectations, findings) {
      let pairs = [
        (expected.chinese, found.message.chinese), (expected.english, found.message.english),
        (expected.help, found.help?.chinese ?? "no help"),
      ]
      for case (let wanted?, let said) in pairs where wanted != said {
        surprises.append("said “\(said)”, not “\(wanted)”")
      }
    }
    let related = findings.flatMap { $0.related.map(\.range.described) }
    let marked = source.relatedPlaces.map(\.described)
    if !marked.isEmpty, related.sorted() != marked.sorted() { surprises.append("related \(related), not \(marked)") }
    return surprises
  }
}

extension FindingExample.Expectation {
  package static func finds(
    _ kind: FindingKind, _ chinese: String? = nil, en english: String? = nil, help: String? = nil
  ) -> Self {
    Self(kind: kind, chinese: chinese, english: english, help: help)
  }
}
