import ExampleReports
import Testing

@testable import Reports

@Suite("申请, as it may be written")
struct RequestsShapesTests {
  @Test(arguments: groups + orders + columns)
  func everyCellIsBound(_ shape: WrittenShape) throws {
    try expectNumberedCells(.numbered.section(ExampleReport.requests, becomes: shape.text))
  }

  private typealias Row = (label: String, values: String)

  private static let rows = ExampleReport.requestRows

  private static func table(_ rows: [Row], header: String = ExampleReport.requestsHeader) -> String {
    header + rows.map { "| \($0.label) \($0.values)" }.joined(separator: "\n")
  }

  /// The rows that hold values, with the groups that contain them.
  private static let paths: [(groups: [String], row: Row)] = {
    var results: String?
    var group: String?
    return rows.compactMap { row in
      if row.label.hasPrefix("三、") {
        results = row.label
        return nil
      }
      if row.label.hasPrefix("四、") { results = nil }
      if row.label.hasPrefix("（") { group = nil }
      if isGroup(row) {
        group = row.label
        return nil
      }
      return ([results, group].compactMap { $0 }, row)
    }
  }()

  private static func isGroup(_ row: Row) -> Bool { !row.values.contains { $0.isNumber } }

  /// Rows with their groups prepended to the label.
  private static func joined(_ separator: String, all: Bool) -> [Row] {
    paths.map { path in
      let groups = all ? path.groups : Array(path.groups.dropFirst())
      return ((groups + [path.row.label]).joined(separator: separator), path.row.values)
    }
  }

  private static let groups = [
    WrittenShape("with group rows", table(rows)),
    WrittenShape("without group rows", table(rows.filter { !isGroup($0) })),
    WrittenShape("without 三、 only", table(rows.filter { !$0.label.hasPrefix("三、") })),
    WrittenShape(
      "group rows of dashes", table(rows.map { isGroup($0) ? ($0.label, "| — | — | — | — | — | — | — |") : $0 })),
    WrittenShape("the group in front, with a stroke", table(joined(" / ", all: false))),
    WrittenShape("all groups in front, with a stroke", table(joined(" / ", all: true))),
    WrittenShape("the group in front, with a colon", table(joined("：", all: false))),
    WrittenShape("all groups in front, with a dot", table(joined("·", all: true))),
    WrittenShape(
      "groups in two columns in front, on each row",
      table(
        paths.map { (($0.groups + [$0.row.label]).padded(to: 3).joined(separator: " | "), $0.row.values) },
        header: wideHeader)),
    WrittenShape("groups in two columns in front, on their first row only", table(merged, header: wideHeader)),
  ]

  private static let wideHeader = """
    | 项目 | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
    |---|---|---|---:|---:|---:|---:|---:|---:|---:|

    """

  private static let merged: [Row] = {
    var written: Set<String> = []
    return paths.map { path in
      let groups = path.groups.map { written.insert($0).inserted ? $0 : "" }
      return ((groups + [path.row.label]).padded(to: 3).joined(separator: " | "), path.row.values)
    }
  }()

  private static let orders = [
    WrittenShape("rows turned round, the group in front", table(joined(" / ", all: false).reversed())),
    WrittenShape("rows turned round, all groups in front", table(joined("：", all: true).reversed())),
    WrittenShape(
      "rows by their length, without groups", table(paths.map(\.row).sorted { $0.label.count < $1.label.count })),
    WrittenShape(
      "two blocks, the second goes on where the first ends",
      table(Array(rows[..<10])) + "\n\n" + table(Array(rows[10...]))),
    WrittenShape("the printed equation above", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n\n" + table(rows)),
    WrittenShape(
      "two rows that say 其他, told by their place",
      table(rows.map { $0.label.contains("其他处理") || $0.label == "3.其他" ? ("其他", $0.values) : $0 })),
  ]

  private static let columns = [
    WrittenShape(
      "columns with their group in front",
      table(
        rows,
        header: """
          | | 自然人 | 法人或其他组织 / 商业企业 | 法人或其他组织 / 科研机构 | 法人或其他组织：社会公益组织 | 法人或其他组织·法律服务机构 | 法人或其他组织 / 其他 | 总计 |
          |---|---|---|---|---|---|---|---|

          """)),
    WrittenShape(
      "columns with all their groups in front",
      table(
        rows,
        header: """
          | 项目 | 申请人情况 / 自然人 | 申请人情况 / 法人或其他组织 / 商业企业 | 申请人情况/法人或其他组织/科研机构 | 社会公益组织 | 法律服务机构 | 法人或其他组织/其他 | 申请人情况/总计 |
          |---|---|---|---|---|---|---|---|

          """)),
    WrittenShape("the total in front", table(rows.map { ($0.label, totalFirst($0.values)) }, header: totalFirstHeader)),
    WrittenShape(
      "a damaged header: the place decides",
      table(
        rows,
        header: """
          | 项目 | 自然 | 商业 | 科研机构 | 社会公益组织 | 法律 | 其他 | 总计 |
          |---|---|---|---|---|---|---|---|

          """)),
  ]

  private static let totalFirstHeader = """
    | 项目 | 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |
    |---|---|---|---|---|---|---|---|

    """

  private static func totalFirst(_ values: String) -> String {
    let cells = values.split(separator: "|").map(String.init)
    guard let total = cells.last else { return values }
    return "|" + ([total] + cells.dropLast()).joined(separator: "|") + "|"
  }
}

extension [String] {
  /// Moves the labels to the right: a row without groups leaves the cells before it empty.
  fileprivate func padded(to count: Int) -> [String] {
    Array(repeating: "", count: Swift.max(0, count - self.count)) + self
  }
}
