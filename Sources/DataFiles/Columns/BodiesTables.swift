internal import Diagnostics
internal import Portal
internal import Reports

/// The other body of a row.
private struct Body {
  let id: String
  let name: String

  init(_ id: String, of row: ReportColumns.Row) {
    self.id = id
    name = row.registry.name(of: id, in: row.metadata.year)
  }

  static let name = TableColumn<Body>(
    "body_name", LocalizedText("该机关名称", en: "Name of the body"),
    LocalizedText("报告年度年底使用的名称", en: "The name in force at the end of the report's year"), isRequired: true
  ) { .text($0.name) }
}

/// `data/covers.csv`: the bodies that consolidated reports gather.
enum CoversTable {
  static let table = ReportTable(
    "covers", LocalizedText("汇总报告所含机关", en: "Bodies that consolidated reports gather"), key: ["body"],
    [
      TableColumn(
        "body", LocalizedText("所含机关", en: "Body"),
        LocalizedText(
          "汇总报告包括的机关，同 agencies.csv 的 agency", en: "A body that the report gathers; `agency` of agencies.csv"),
        .code, isRequired: true
      ) { .text($0.id) },
      Body.name,
    ]
  ) { row in row.metadata.covers.distinct.map { Body($0, of: row) } }
}

/// `data/joint.csv`: the partners of joint reports.
enum JointTable {
  static let table = ReportTable(
    "joint", LocalizedText("联合报告的其他机关", en: "Partners of joint reports"), key: ["body"],
    [
      TableColumn(
        "body", LocalizedText("联合机关", en: "Body"),
        LocalizedText(
          "联合编制报告的其他机关，同 agencies.csv 的 agency", en: "A body that files the report jointly; `agency` of agencies.csv"),
        .code, isRequired: true
      ) { .text($0.id) },
      Body.name,
    ]
  ) { row in row.metadata.joint.distinct.map { Body($0, of: row) } }
}

extension [String] {
  /// Without repetitions.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
