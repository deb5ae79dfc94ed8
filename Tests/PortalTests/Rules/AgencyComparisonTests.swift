import Diagnostics
import Foundation
import Languages
import Markup
import Portal
import Reports
import Testing

@Suite("Reports of one year across agencies")
struct AgencyComparisonTests {
  private let ids = ["yunxi", "caizheng", "liulin"]

  private func registry(_ lines: [String: String] = [:]) throws -> Registry {
    var findings: [Finding] = []
    let regions = try Fixture.regions("- {code: \"530199\", name: 云溪区}", findings: &findings)
    let agencies = ids.compactMap { id in
      Fixture.agency(id, "name: 单位\(id)\nregion: \"530199\"\n\(lines[id] ?? "")", findings: &findings)
    }
    #expect(findings.isEmpty)
    return Registry(regions: regions, agencies: agencies, findings: &findings)
  }

  /// A whole report. `disputes` are the cells of the row of reconsiderations.
  private func figures(
    _ agency: String, _ year: Int = 2023, disputes: String, _ frontMatter: String = "",
    forms: FormLibrary = .builtIn
  ) throws -> ReportFigures {
    var findings: [Finding] = []
    let form = try #require(forms.form(id: "cn-2021"))
    var text =
      "---\ntitle: \(agency)\(year)\nagency: \(agency)\nyear: \(year)\npublished: \(year + 1)-01-30\n\(frontMatter)\n---\n"
    for section in form.sections {
      text += "## \(section.label.chinese)\n\n"
      guard let table = section.table else { continue }
      for block in form.tables[table].blocks {
        let columns = block.columns.leaves.map { block.columns.items[$0].label.chinese }
        text +=
          "| 项目 | \(columns.joined(separator: " | ")) |\n|---|\(String(repeating: "---|", count: columns.count))\n"
        for leaf in block.rows.leaves.indices {
          let row = block.rows.leaf(leaf)
          let cells = row.id == "review" ? disputes : columns.map { _ in "0" }.joined(separator: " | ")
          text += "| \(row.label.chinese) | \(cells) |\n"
        }
        text += "\n"
      }
    }
    let source = SourceFile(path: "reports/\(year)/\(agency).md", text: text)
    let document = try #require(MarkupParser().parse(source, findings: &findings))
    return ReportFigures(try #require(ReportReader(forms: forms).read(document, findings: &findings)))
  }

  private func findings(_ reports: [ReportFigures], _ registry: Registry) -> [Finding] {
    AgencyComparison(reports, registry: registry, site: Site()).findings()
  }

  private let covering = "scope: consolidated\ncovers: [caizheng, liulin]"

  @Test func aGovernmentsReportIsTheSumOfItsParts() throws {
    let parts = [
      try figures("caizheng", disputes: "1 | 0 | 0 | 0 | 1"), try figures("liulin", disputes: "2 | 1 | 0 | 0 | 3"),
    ]
    let whole = try figures("yunxi", disputes: "3 | 1 | 0 | 0 | 4", covering)
    #expect(findings(parts + [whole], try registry()).isEmpty)
    let wrong = findings(parts + [try figures("yunxi", disputes: "3 | 1 | 0 | 0 | 5", covering)], try registry())
    #expect(wrong.ids == ["consolidated-sum"])
    #expect(
      wrong.first?.message.chinese
        == "“政府信息公开行政复议、行政诉讼情况”表有 1 处与 2 份年报之和不等，第一处是“行政复议·总计”：汇总 5，各单位之和 4")
    #expect(wrong.first?.cell == "disputes.review.total")
    #expect(wrong.first?.related.map(\.message.chinese) == ["单位caizheng: 1", "单位liulin: 3"])
  }

  @Test func missingPartsAreReported() throws {
    let reports = [
      try figures("caizheng", disputes: "1 | 0 | 0 | 0 | 1"),
      try figures("yunxi", disputes: "3 | 1 | 0 | 0 | 5", covering),
    ]
    let found = findings(reports, try registry(["liulin": "active: {from: 2024-01-01}"]))
    #expect(found.ids == ["consolidated-parts"])
    #expect(found.first?.message.chinese == "所列 2 个单位中有 1 个没有可核对的年报：单位liulin")
  }

  @Test func aPartWithTextInACellCannotBeAdded() throws {
    let reports = [
      try figures("caizheng", disputes: "1 | 0 | 0 | 0 | 1"), try figures("liulin", disputes: "若干 | 0 | 0 | 0 | 1"),
      try figures("yunxi", disputes: "3 | 1 | 0 | 0 | 5", covering),
    ]
    #expect(findings(reports, try registry()).ids == ["consolidated-parts"])
  }

  @Test func aJointReportCountsOnce() throws {
    let joint = try figures("caizheng", disputes: "1 | 0 | 0 | 0 | 1", "joint: [liulin]")
    #expect(findings([joint, try figures("yunxi", disputes: "1 | 0 | 0 | 0 | 1", covering)], try registry()).isEmpty)
  }

  @Test func copiedTablesAreReported() throws {
    let copied = "11 | 12 | 13 | 14 | 50"
    let active = ["yunxi": "active: {from: 2024-01-01}"]
    let found = findings(
      [try figures("caizheng", disputes: copied), try figures("liulin", disputes: copied)], try registry(active))
    #expect(found.ids == ["tables-identical"])
    #expect(found.first?.range?.file == "reports/2023/liulin.md")
    #expect(found.first?.related.first?.range.file == "reports/2023/caizheng.md")
    let few = "1 | 0 | 0 | 0 | 1"
    #expect(
      findings([try figures("caizheng", disputes: few), try figures("liulin", disputes: few)], try registry(active))
        .isEmpty)
    let other = try figures("liulin", 2022, disputes: copied)
    let years = [
      "yunxi": "active: {from: 2024-01-01}", "liulin": "years: {to: 2022}", "caizheng": "years: {from: 2023}",
    ]
    #expect(
      findings([try figures("caizheng", disputes: copied), other], try registry(years)).isEmpty, "of another year")
  }

  /// A report in a portal's copy of a form is compared with one in the original form.
  @Test func aCopyOfAFormIsComparedWithTheOriginal() throws {
    var found: [Finding] = []
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/Reports/Forms/cn-2021.yaml")
    let text = try String(contentsOf: file, encoding: .utf8).replacing("\nid: cn-2021\n", with: "\nid: gov-2021\n")
    let forms = FormLibrary(portalForms: [SourceFile(path: "forms/gov.yaml", text: text)], findings: &found)
    #expect(found.isEmpty)
    func copied(_ agency: String, _ disputes: String, _ frontMatter: String = "") throws -> ReportFigures {
      try figures(agency, disputes: disputes, "form: gov-2021\n\(frontMatter)", forms: forms)
    }
    let parts = [try copied("caizheng", "1 | 0 | 0 | 0 | 1"), try figures("liulin", disputes: "2 | 1 | 0 | 0 | 3")]
    #expect(findings(parts + [try copied("yunxi", "3 | 1 | 0 | 0 | 4", covering)], try registry()).isEmpty)
    #expect(
      findings(parts + [try figures("yunxi", disputes: "3 | 1 | 0 | 0 | 5", covering)], try registry()).ids
        == ["consolidated-sum"])
    let same = "11 | 12 | 13 | 14 | 50"
    let copies = [try copied("caizheng", same), try figures("liulin", disputes: same)]
    #expect(
      findings(copies, try registry(["yunxi": "active: {from: 2024-01-01}"])).ids == ["tables-identical"])
  }

  @Test func agenciesWithoutAReportAreNamed() throws {
    let none = "0 | 0 | 0 | 0 | 0"
    let reports = [
      try figures("yunxi", 2022, disputes: none), try figures("yunxi", 2023, disputes: none),
      try figures("caizheng", 2023, disputes: none),
    ]
    let found = findings(reports, try registry())
    #expect(found.map(\.message.chinese) == ["单位caizheng没有 2022 年的年报", "单位liulin没有 2022、2023 年的年报"])
    #expect(found.compactMap { $0.range?.file } == ["agencies/caizheng.md", "agencies/liulin.md"])
    #expect(
      findings(
        reports,
        try registry(["caizheng": "active: {from: 2023-05-01}", "liulin": "active: {from: 2010-01-01, to: 2022-06-30}"])
      ).isEmpty)
    #expect(
      findings(reports, try registry(["caizheng": "years: {from: 2023}", "liulin": "years: {from: 2024}"])).isEmpty)
    var site = Site()
    site.years = YearRange(from: 2023)
    let recent = AgencyComparison(reports, registry: try registry(), site: site).findings()
    #expect(recent.map(\.message.chinese) == ["单位liulin没有 2023 年的年报"])
  }
}
