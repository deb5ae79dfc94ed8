import Diagnostics
import ExampleReports
import Languages
import Markup
import Testing

@testable import Reports

@Suite("The form of 2021 as data")
struct FormTests {
  private let form = ExampleReport.form

  @Test func hasTwoHundredCells() {
    #expect(form.tables.map(\.id) == ["disclosure", "requests", "disputes"])
    #expect(form.tables.map(\.cells.count) == [10, 175, 15])
    #expect(form.cells.count == 200)
    #expect(Set(form.cells.map(\.id)).count == 200)
  }

  @Test(arguments: [
    (0, "disclosure.regulations.issued"), (5, "disclosure.normative_documents.in_force"),
    (6, "disclosure.licensing.decisions"), (9, "disclosure.fees.amount"),
    (10, "requests.new.natural_person"), (16, "requests.new.total"),
    (38, "requests.denied.state_secret.natural_person"),
    (177, "requests.result_total.total"), (178, "requests.carried_forward.natural_person"),
    (185, "disputes.review.upheld"), (199, "disputes.litigation_after_review.total"),
  ])
  func cellsAreNamedInTheOrderOfTheForm(_ index: Int, _ id: String) {
    #expect(form.cells[index].id == id)
  }

  @Test func onlyMoneyHasDecimals() {
    #expect(form.cells.filter { $0.kind == .money }.map(\.id) == ["disclosure.fees.amount"])
    #expect(form.cells.filter { $0.kind == .change }.isEmpty)
    #expect(form.cells.filter { $0.unit == "万元" }.map(\.id) == ["disclosure.fees.amount"])
    #expect(form.cells.count { $0.unit == "件" } == 199)
  }

  @Test func sectionsAndTheirTables() {
    #expect(form.sections.map(\.id) == ["overview", "disclosure", "requests", "disputes", "problems", "other_matters"])
    #expect(form.sections.map(\.table) == [nil, 0, 1, 2, nil, nil])
  }

  /// Pages link from the sum of a group to the first of its rows.
  @Test(arguments: ["cn-2019", "cn-2021"])
  func rowsOfAGroupOfResultsAreInTheOrderOfTheForm(_ id: String) throws {
    let form = try #require(FormLibrary.builtIn.form(id: id))
    let table = try #require(form.statutory.requests)
    let groups = [table.granted, table.partial, table.denied, table.unavailable, table.notProcessed, table.other]
    let rows = groups.map { $0.map { form.label(ofRow: $0).id } }
    #expect(
      rows.map(\.first) == [
        "granted", "partial", "denied.state_secret", "unavailable.not_held", "not_processed.petition",
        id == "cn-2019" ? "other" : "other.not_corrected",
      ])
    #expect(rows.map(\.count) == [1, 1, 8, 3, 5, id == "cn-2019" ? 1 : 3])
    #expect(groups.joined().elementsEqual(groups.joined().sorted()))
    #expect(groups.joined().allSatisfy { form.cells[$0].id.hasSuffix(".total") })
  }

  @Test func everyRuleOfASumIsARule() {
    let ids = Set(Rules.kinds.map(\.id))
    for rule in form.rules { #expect(ids.contains(rule.id)) }
  }

  @Test func everyLabelFindsItself() {
    for table in form.tables {
      for (block, value) in table.blocks.enumerated() {
        for (axis, index) in [(value.rows, table.labels.rows), (value.columns, table.labels.columns)] {
          for (item, entry) in axis.items.enumerated() {
            #expect(
              index.places(labelled: entry.label.chinese).contains(.init(block: block, item: item)),
              "\(entry.label.chinese)")
          }
        }
      }
    }
  }

  @Test func cellsAreDescribedInBothLanguages() {
    #expect(form.describe(10) == LocalizedText("本年新收·自然人", en: "new, Natural persons"))
  }
}
