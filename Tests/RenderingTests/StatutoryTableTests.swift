import Bytes
import Diagnostics
import Foundation
import Markup
import Reports
import Testing

@testable import Rendering

/// The `headers` of every cell are recomputed from the grid, as a browser lays it out.
struct StatutoryTableTests {
  @Test(arguments: ["disclosure", "requests", "disputes"], Language.allCases)
  func everyCellNamesItsHeaders(_ table: String, _ language: Language) throws {
    var findings: [Finding] = []
    let form = try #require(FormLibrary(findings: &findings).form(id: "cn-2021"))
    let report = try blankReport(of: form)
    let index = try #require(form.table(table))
    var buffer = ByteBuffer()
    StatutoryTableHTML(form: form, table: index, language: language).write(report, to: &buffer)
    let blocks = String(buffer).components(separatedBy: "<table").dropFirst()
    #expect(blocks.count == form.tables[index].blocks.count)
    var cells = 0
    for block in blocks { cells += try check(block) }
    #expect(cells == form.tables[index].cells.count)
  }

  private func blankReport(of form: Form) throws -> Report {
    var findings: [Finding] = []
    let text = BlankReport(form: form, agency: "liulin", agencyName: "柳林街道", year: 2023).markdown
    let source = SourceFile(path: "reports/2023/liulin.md", text: text)
    let document = try #require(MarkupParser().parse(source, findings: &findings))
    return try #require(ReportReader(forms: FormLibrary(findings: &findings)).read(document, findings: &findings))
  }

  /// Lays the rows out on a grid.
  ///
  /// - Returns: how many data cells there are.
  private func check(_ html: String) throws -> Int {
    var grid: [Int: [Int: (tag: String, id: String, isHead: Bool)]] = [:]
    var cells = 0
    var row = 0
    for part in html.components(separatedBy: "<tr>").dropFirst() {
      var column = 0
      let isHead = !html[..<(html.range(of: part)?.lowerBound ?? html.startIndex)].contains("<tbody>")
      for match in part.matches(of: /<(th|td)([^>]*)>/) {
        while grid[row]?[column] != nil { column += 1 }
        let attributes = String(match.2)
        let (colspan, rowspan) = (Int(value("colspan", attributes)) ?? 1, Int(value("rowspan", attributes)) ?? 1)
        let id = value("id", attributes)
        if match.1 == "th" { #expect(!value("scope", attributes).isEmpty && !id.isEmpty && id.count <= 4) }
        for y in row..<(row + rowspan) {
          for x in column..<(column + colspan) {
            #expect(grid[y]?[x] == nil, "two cells in one place")
            grid[y, default: [:]][x] = (String(match.1), id, isHead)
          }
        }
        if match.1 == "td" {
          cells += 1
          let above = (0..<row).compactMap { grid[$0]?[column] }.filter { $0.tag == "th" && $0.isHead }.map(\.id)
          let beside = (0..<column).compactMap { grid[row]?[$0] }.filter { $0.tag == "th" }.map(\.id)
          #expect(Set(value("headers", attributes).split(separator: " ").map(String.init)) == Set(above + beside))
        }
        column += colspan
      }
      row += 1
    }
    #expect(Set(grid.values.map(\.count)).count == 1, "the grid has holes")
    return cells
  }

  private func value(_ name: String, _ attributes: String) -> String {
    guard let start = attributes.range(of: " \(name)=\"") else { return "" }
    return String(attributes[start.upperBound...].prefix { $0 != "\"" })
  }
}
