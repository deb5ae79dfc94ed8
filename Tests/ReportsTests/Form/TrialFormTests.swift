import Diagnostics
import ExampleReports
import MarkedSources
import Markup
import Testing

@testable import Reports

@Suite("The form of 2019")
struct TrialFormTests {
  private let form = ExampleReport.form("cn-2019")

  @Test func has198Cells() {
    #expect(form.tables.map(\.cells.count) == [22, 161, 15])
    #expect(Set(form.cells.map(\.id)).count == 198)
  }

  @Test func sharesTheCellsThatMeanTheSameWithTheNextForm() {
    let now = Set(ExampleReport.form.cells.map(\.id))
    let own = form.cells.map(\.id).filter { !now.contains($0) }
    let requests = own.filter { $0.hasPrefix("requests.") }
    #expect(requests.count == 7)
    #expect(requests.allSatisfy { $0.hasPrefix("requests.other.") })
    #expect(own.contains("disclosure.normative_documents.total_public"))
    #expect(!own.contains("disclosure.licensing.decisions"))
    #expect(!own.contains { $0.hasPrefix("disputes.") })
  }

  @Test func onlyChangesAreSigned() {
    let signed = form.cells.filter { $0.kind == .change }.map(\.id)
    #expect(signed.count == 5)
    #expect(signed.allSatisfy { $0.hasPrefix("disclosure.") && $0.hasSuffix(".change") })
  }

  @Test(arguments: [
    ("采购总金额", "251000元", "251000", "元"), ("采购总金额", "70487 元", "70487", "元"),
    ("采购总金额(万元)", "477.35", "477.35", "万元"), ("采购总金额（单位：元）", "96800", "96800", "元"),
    ("采购总金额（万元）", "251000元", "251000", "元"), ("采购总金额", "6944.93", "6944.93", nil),
    ("采购总金额", "1.2亿元", "1.2", "亿元"), ("采购总金额（万元）", "0", "0", "万元"), ("采购总金额", "0", "0", nil),
  ])
  func amountKeepsTheUnitThatItsAuthorStates(_ heading: String, _ written: String, _ value: String, _ unit: String?)
    throws
  {
    let example = ExampleReport(form: form, year: 2020)
      .line(startingWith: "| 信息内容 | 采购项目数量", becomes: "| 信息内容 | 采购项目数量 | \(heading) |")
      .row("政府集中采购", "3 | \(written)")
    let report = try #require(ReadReport(example.marked(path: "reports/2020/liulin.md").source).report)
    let cell = try #require(report.cell("disclosure.procurement.amount"))
    #expect("\(cell.value)" == value)
    #expect(report.note(of: cell)?.unit == unit)
    #expect(report.note(of: cell)?.statedUnit == unit)
  }

  @Test(arguments: [
    ("251000元", "25.1"), ("1.2亿元", "12000"), ("3百万元", "300"), ("12.50万元", "12.50"), ("7千元", "0.7"), ("6944.93", nil),
    ("477", nil), ("0", nil),
  ])
  func amountsAreComparedInOneUnit(_ written: String, _ base: String?) throws {
    let report = try report(ExampleReport(form: form, year: 2020).row("政府集中采购", "3 | \(written)"))
    let cell = try #require(form.cell("disclosure.procurement.amount"))
    let quantity = try #require(report.quantity(of: cell))
    #expect(quantity.base.map { "\($0)" } == base)
    #expect(report.comparable(cell).map { "\($0)" } == (written == "0" ? "0" : base), "nothing is nothing in any unit")
    #expect(report.lacksUnit(cell) == (base == nil && written != "0"))
  }

  @Test(arguments: [
    ("| 政府集中采购 |", "| 政府集中采购（元） | 3 | 96800 |"), ("**第二十条第（九）项**", "**第二十条第（九）项（单位：元）**"),
    ("**第二十条第（九）项**", "**第二十条第（九）项**\n\n单位：元"),
    ("| 政府集中采购 |", "| 政府集中采购 | 3 | 96800 |\n\n注：采购金额单位为元。"),
    ("| 政府集中采购 |", "| 政府集中采购 | 3 | 96800 |\n\n备注：金额以元计"),
  ])
  func aUnitAroundTheAmountIsStated(_ line: String, _ replacement: String) throws {
    let example = ExampleReport(form: form, year: 2020).row("政府集中采购", "3 | 96800").line(
      startingWith: line, becomes: replacement)
    let report = try report(example)
    let quantity = try #require(form.cell("disclosure.procurement.amount").flatMap(report.quantity))
    #expect(quantity.unit == "元" && quantity.base.map { "\($0)" } == "9.68")
  }

  @Test(arguments: ["注：采购货物100万元、服务3.5万元。", "注：单位为元或万元。", "政府采购情况见财政局年报。"])
  func amountsInANoteAreNotItsUnit(_ note: String) throws {
    let example = ExampleReport(form: form, year: 2020).line(
      startingWith: "| 政府集中采购 |", becomes: "| 政府集中采购 | 3 | 96800 |\n\n\(note)")
    let report = try report(example)
    #expect(form.cell("disclosure.procurement.amount").flatMap(report.quantity)?.base == nil)
  }

  @Test func aWholeAmountWithoutItsUnitIsFound() throws {
    let example = ExampleReport(form: form, year: 2020).row("政府集中采购", "3 | 477")
    #expect(ReadReport(example).findings.map(\.kind.id).contains(CellFindings.missingUnit.id))
  }

  private func report(_ example: ExampleReport) throws -> Report {
    try #require(ReadReport(example.marked(path: "reports/2020/liulin.md").source).report)
  }

  @Test func aBlankTotalIsReportedOnce() {
    // A row total, the total of the results and the balance all lack the same figure.
    let example = ExampleReport { "\(ExampleFigures.figure(of: $0))" }
    let lines = example.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("| （一）予以公开 |")
        ? line.split(separator: "|").dropLast().joined(separator: "|") + "| |" : String(line)
    }
    let ids = ReadReport(ExampleReport(text: lines.joined(separator: "\n"))).findings.map(\.kind.id)
    #expect(ids == [BlankTotal.kind.id])
  }
}

@Suite("The table of 2014")
struct StatisticsFormTests {
  @Test func rowsHaveUnitsAndGroupsMayHaveValues() throws {
    let form = ExampleReport.form("cn-2014")
    let unit = { (id: String) in form.cells.first { $0.id == "statistics.\(id).value" }?.unit }
    #expect(unit("disclosure.published") == "条" && unit("fees") == "万元" && unit("meetings.trainees") == "人次")
    let verified = form.cells.filter(\.isVerified).map(\.id)
    #expect(verified.count == 3)
    #expect(verified.allSatisfy { $0.hasPrefix("statistics.disclosure.") })
  }

  @Test func duplicateLabelsBelongToTheirGroup() throws {
    let form = ExampleReport.form("cn-2014")
    let example = ExampleReport(form: form, year: 2017) { cell in "\(cell.row)" }
    let report = try #require(ReadReport(example.marked(path: "reports/2017/liulin.md").source).report)
    for cell in form.cells.indices { #expect(report.cells[cell].value == DecimalNumber(form.cells[cell].row)) }
  }
}
