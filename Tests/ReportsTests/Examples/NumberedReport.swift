import Diagnostics
import ExampleReports
import MarkedSources
import Markup
import Testing

@testable import Reports

extension ExampleReport {
  /// A report whose cells are numbered from 1 in the order of the form, so each has a unique figure.
  ///
  /// Its sums are wrong. It shows which written cell is bound to which cell of the form.
  static let numbered = ExampleReport { cell in
    "\(form.tables[cell.table].blocks[cell.block].cell(row: cell.row, column: cell.column) + 1)"
  }

  static let disclosure = "二、主动公开政府信息情况"
  static let requests = "三、收到和处理政府信息公开申请情况"
  static let disputes = "四、政府信息公开行政复议、行政诉讼情况"

  /// The lines of the numbered table of requests, without the header and delimiter rows.
  static let requestRows: [(label: String, values: String)] = {
    let lines = numbered.text.split(separator: "\n")
    guard let header = lines.firstIndex(where: { $0.hasPrefix("| 项目 | 自然人") }) else { return [] }
    return lines[(header + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.dropFirst(2).split(separator: " | ", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(cells[0]), "| " + String(cells[1]))
    }
  }()

  static let requestsHeader = """
    | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    |---|---:|---:|---:|---:|---:|---:|---:|

    """
}

/// Expects every cell of the form to be bound to its figure in the numbered report.
func expectNumberedCells(_ report: ExampleReport, sourceLocation: SourceLocation = #_sourceLocation) throws {
  var findings: [Finding] = []
  let reader = ReportReader(forms: ReadReport.forms)
  let document = try #require(MarkupParser().parse(report.marked().source, findings: &findings))
  let read = try #require(reader.read(document, findings: &findings))
  // Labels are also recognized with such characters in them, although these are reported.
  findings.removeAll { $0.kind.id == SourceFindings.invisibleCharacter.id }
  #expect(FindingExample.places(of: findings) == [], sourceLocation: sourceLocation)
  let wrong = read.cells.indices.filter { read.cells[$0].number != DecimalNumber($0 + 1) }
  #expect(
    wrong.map { "\(read.form.cells[$0].id) is \(read.cells[$0].status) \(read.cells[$0].value)" } == [],
    sourceLocation: sourceLocation)
}

/// One of the ways to write a table.
struct WrittenShape: Sendable, CustomStringConvertible {
  let description: String
  let text: String

  init(_ description: String, _ text: String) {
    self.description = description
    self.text = text
  }
}
