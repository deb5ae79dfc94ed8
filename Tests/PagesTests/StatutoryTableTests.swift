import Diagnostics
import Languages
import RenderedPortals
import Reports
import Testing

@testable import Pages

/// The association of cells with headers in statutory tables, recomputed from the grid.
struct StatutoryTableTests {
  private func tables(_ language: Language, _ change: (String) -> String = { $0 }) throws -> [HTMLTable] {
    var portal = try RenderedPortal(agencies: [("liulin", "云溪区柳林街道办事处")])
    try portal.render([portal.report("liulin", 2023, change)])
    let page = try #require(portal.files[(language == .english ? "en/" : "") + "reports/2023/liulin.html"])
    return HTMLTable.all(in: page).filter { $0.cells.contains { $0.attributes["headers"] != nil } }
  }

  @Test(arguments: [Language.simplifiedChinese, .english])
  func everyCellNamesTheHeadersThatTheGridGivesIt(_ language: Language) throws {
    let tables = try tables(language)
    #expect(tables.count == 6, "four tables of disclosure, one of requests, one of disputes")
    for table in tables {
      #expect(table.problems.isEmpty)
      #expect(!table.caption.isEmpty)
      let ids = table.cells.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
      #expect(ids.allSatisfy { (2...4).contains($0.count) })
      for cell in table.cells {
        let named = (cell.attributes["headers"] ?? "").split(separator: " ").map(String.init)
        #expect(Set(named).count == named.count)
        if cell.tag == "td" {
          #expect(Set(named) == table.headers(of: cell), "\(table.caption): \(cell.text)")
        } else {
          #expect(["row", "col", "colgroup"].contains(cell.attributes["scope"]))
          #expect(cell.isInHead || !named.isEmpty)
          #expect(cell.text.contains { !$0.isNumber }, "no number is a header")
        }
      }
    }
    #expect(tables.reduce(0) { $0 + $1.cells.count { $0.tag == "td" } } == 200)
  }

  @Test func everyNumberIsUnderItsLabels() throws {
    let table = try #require(try tables(.simplifiedChinese).first { $0.cells.contains { $0.text.contains("自然人") } })
    let portal = try RenderedPortal(agencies: [("liulin", "x")])
    let report = try portal.report("liulin", 2023)
    let labels = Dictionary(
      uniqueKeysWithValues: table.cells.compactMap { cell in cell.attributes["id"].map { ($0, cell.text) } })
    let numbers = table.cells.filter { $0.tag == "td" }
    let cells = report.form.tables[1].cells
    #expect(numbers.count == cells.count)
    for (cell, number) in zip(cells, numbers) {
      #expect(report.cells[cell].value.description == number.text)
      let said = table.headers(of: number).compactMap { labels[$0] }
      #expect(said.contains(report.form.label(ofRow: cell).label.chinese))
      #expect(said.contains(report.form.label(ofColumn: cell).label.chinese))
    }
  }

  @Test func idsAreUniqueOnAPage() throws {
    let ids = try tables(.english).flatMap { $0.cells.compactMap { $0.attributes["id"] } }
    #expect(Set(ids).count == ids.count)
  }

  /// The form of 2014 has a column of units.
  @Test func unitsAreInTheLanguageOfThePage() throws {
    var portal = try RenderedPortal(agencies: [("liulin", "云溪区柳林街道办事处")])
    try portal.render([portal.report("liulin", 2016)])
    func units(_ path: String) throws -> Set<String> {
      let cells = HTMLTable.all(in: try #require(portal.files[path])).flatMap(\.cells)
      return Set(cells.filter { $0.attributes["class"] == "unit" }.map(\.text))
    }
    #expect(try units("reports/2016/liulin.html").isSuperset(of: ["件", "条"]))
    let english = try units("en/reports/2016/liulin.html")
    #expect(english.contains("number") && !english.contains("件"))
  }

  @Test func invalidNumbersAreReported() throws {
    let tables = try tables(.simplifiedChinese) { text in
      text.replacing(/\| 规章 \| \d+ \| \d+ \| \d+ \|/, with: "| 规章 |  | — | 22（其中修订 <16> 件） |")
    }
    let row = tables[0].cells.filter { $0.tag == "td" }.prefix(3)
    #expect(row.map(\.text) == ["未填", "—", "22（其中修订 &lt;16&gt; 件）"])
    #expect(row.map { $0.attributes["class"] } == ["blank", "blank", nil])
  }
}
