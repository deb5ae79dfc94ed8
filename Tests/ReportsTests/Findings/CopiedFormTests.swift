import Diagnostics
import MarkedSources
import Markup
import Testing

@testable import Reports

@Suite("A copy of the form of 2021 keeps every rule")
struct CopiedFormTests {
  private static let copy = CopiedForm.library()
  private static let otherTables = CopiedForm.library(CopiedForm.textWithOtherTables)

  @Test(arguments: MarkedFindingsTests.examples)
  func underAnotherID(_ example: FindingExample) {
    let (original, copied) = (ReadReport(example.source.source), ReadReport(example.source.source, forms: Self.copy))
    #expect(Self.described(copied.findings) == Self.described(original.findings))
    let form = original.report?.form.id
    #expect(copied.report?.form.id == (form == "cn-2021" ? CopiedForm.id : form))
  }

  /// Corrections name cells, which have different ids there.
  @Test(arguments: MarkedFindingsTests.examples.filter { !$0.source.source.bytes.contains("cell: requests.".utf8) })
  func withTablesUnderOtherIDs(_ example: FindingExample) {
    let findings = ReadReport(example.source.source, forms: Self.otherTables).findings
    #expect(
      findings.map(Self.describedWithoutCell)
        == ReadReport(example.source.source).findings.map(Self.describedWithoutCell))
  }

  @Test("also where it is copied in one year only", arguments: HistoryExample.all)
  func afterAnotherYear(_ example: HistoryExample) throws {
    let original = Self.described(try example.findings())
    #expect(Self.described(try example.findings(laterForms: Self.copy)) == original)
    #expect(Self.described(try example.findings(earlierForms: Self.copy)) == original)
    #expect(Self.described(try example.findings(earlierForms: Self.copy, laterForms: Self.copy)) == original)
  }

  /// Rules ask for columns by id.
  @Test func withAnAdditionalColumn() throws {
    let text = CopiedForm.text.replacing(
      "              - {id: natural_person,",
      with: "              - {id: abroad, label: 其中：境外, optional: true}\n              - {id: natural_person,")
    let form = try #require(CopiedForm.library(text).form(id: CopiedForm.id))
    let requests = try #require(form.statutory.requests)
    #expect(form.cells[requests.new[0]].id == "requests.new.natural_person")
    #expect(form.cells[requests.new[StatutoryCells.Requests.total]].id == "requests.new.total")
  }

  private static func described(_ findings: [Finding]) -> [String] {
    findings.map { "\(describedWithoutCell($0)) \($0.cell ?? "")" }
  }

  private static func describedWithoutCell(_ finding: Finding) -> String {
    let related = finding.related.map { "\($0.message.english) \($0.range.described)" }
    let text =
      "\(finding.kind.id) \(finding.severity) \(finding.range?.described ?? "") \(finding.message) \(related) \(finding.help?.english ?? "")"
    return text.replacing(CopiedForm.id, with: "cn-2021")
  }
}
