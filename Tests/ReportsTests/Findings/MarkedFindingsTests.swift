import Diagnostics
import ExampleReports
import MarkedSources
import Testing

@testable import Reports

@Suite("Findings are where the source is marked")
struct MarkedFindingsTests {
  static let examples =
    FindingExample.sections + FindingExample.binding + FindingExample.groups + FindingExample.cells
    + FindingExample.sums + FindingExample.blanks + FindingExample.years + FindingExample.prose
    + FindingExample.forms + FindingExample.kindsOfCells + FindingExample.corrections + FindingExample.numbering
    + FindingExample.narrativeRequests + FindingExample.narrativeDisputes + FindingExample.narrativeShares
    + FindingExample.narrativeDocuments + FindingExample.zeroReports + FindingExample.requiredText
    + FindingExample.periodAndPersons + FindingExample.sanity + FindingExample.honestPhrases
    + FindingExample.narrativePlaces + FindingExample.honestPlaces

  @Test(arguments: examples)
  func isFoundAsMarked(_ example: FindingExample) {
    let findings = ReadReport(example.source.source).findings
    #expect(FindingExample.places(of: findings) == example.expectedPlaces)
    #expect(example.surprises(in: findings).isEmpty)
  }

  @Test func nothingIsWrongWithTheExamples() {
    #expect(ReadReport(ExampleReport()).findings.isEmpty)
    #expect(ReadReport(ExampleReport { "\(ExampleFigures.figure(of: $0))" }).findings.isEmpty)
  }

  @Test(arguments: Rules.kinds.map(\.id))
  func everyKindHasAnExample(_ id: String) {
    let kinds =
      Self.examples.flatMap { $0.expectations.map(\.kind.id) } + HistoryExample.all.map(\.kind.id)
      + [ItemsContinued.kind.id] + FindingExample.incompleteForms.flatMap { $0.expectations.map(\.kind.id) }
    #expect(kinds.contains(id))
  }

  @Test(arguments: Rules.kinds.map(\.id))
  func everyKindIsExplainedInBothLanguages(_ id: String) throws {
    let kind = try #require(Rules.kinds.first { $0.id == id })
    for text in [kind.title, kind.explanation] {
      #expect(!text.chinese.isEmpty && !text.english.isEmpty && text.chinese != text.english)
    }
    #expect(!kind.example.isEmpty)
    #expect(Rules.kinds.count { $0.id == id } == 1)
  }
}
