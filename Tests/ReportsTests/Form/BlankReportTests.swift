import Diagnostics
import ExampleReports
import Markup
import Testing

@testable import Reports

@Suite("A blank report")
struct BlankReportTests {
  private let markdown = BlankReport(form: ExampleReport.form, agency: "liulin", agencyName: "云溪区柳林街道办事处", year: 2023)
    .markdown

  @Test func isADraftWithoutErrors() throws {
    let read = ReadReport(SourceFile(path: "reports/2023/liulin.md", text: markdown))
    let report = try #require(read.report)
    #expect(report.metadata.status == .draft)
    #expect(read.findings.map(\.kind.id) == Array(repeating: BlankCells.kind.id, count: 3))
    #expect(report.cells.allSatisfy { $0.status == .blank })
  }

  @Test func filledWithZerosItIsCompleteExceptForGroups() {
    // The group rows, five of requests and 行政诉讼, have no cells, so a 0 in them is a finding.
    let zeros = markdown.replacing(/\|((?: \|)+)\n/) { match in
      "|" + match.output.1.replacing(" |", with: " 0 |") + "\n"
    }.replacing("status: draft", with: "published: 2024-01-30")
    let ids = ReadReport(SourceFile(path: "reports/2023/liulin.md", text: zeros)).findings.map(\.kind.id)
    #expect(Set(ids) == [BindingFindings.groupValue.id, EmptySection.kind.id, FeeReport.kind.id])
    #expect(ids.count { $0 == BindingFindings.groupValue.id } == 6)
  }
}
