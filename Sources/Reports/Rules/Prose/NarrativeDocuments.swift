internal import Diagnostics
internal import Markup

/// Numbers of rules and normative documents in the prose should agree with the table of disclosure.
enum NarrativeDocuments: ProseRule {
  static let kind = FindingKind(
    "narrative-documents", .hint,
    title: LocalizedText("正文与表格的规章、规范性文件数不一致", en: "The text and the table count documents differently"),
    explanation: LocalizedText(
      "正文中制发、废止、现行有效的规章和行政规范性文件件数，应与第二部分的表格一致。制发数也可以含本年废止数；分项（其中、含新制定、修改、废止）不核对。",
      en:
        "Documents issued, repealed and in force should be as many in the text as in the table. Those issued may include those repealed; the parts of a breakdown are not checked."
    ),
    example: "全年制发行政规范性文件8件\n| 行政规范性文件 | 7 | 0 | 77 |",
    source: LocalizedText("《政府信息公开条例》第二十条第（一）项", en: "Regulations on Open Government Information, art. 20 (1)"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    for statement in prose.statements where !statement.isOfRequests {
      let readings = readings(of: statement, prose.report.form.statutory)
      if let finding = prose.mismatch(kind, statement, readings) { findings.append(finding) }
    }
  }

  /// The cells of each sum that a statement may refer to, most likely first; empty if it is not about documents.
  static func readings(of statement: Statement, _ statutory: StatutoryCells) -> [[Int]] {
    guard case .documents(let documents, let count) = statement.subject, let regulations = statutory.regulations,
      let normative = statutory.normativeDocuments
    else { return [] }
    func cells(_ count: (StatutoryCells.Documents) -> Int) -> [Int] {
      switch documents {
      case .regulations: [count(regulations)]
      case .normative: [count(normative)]
      case [.regulations, .normative]: [count(regulations), count(normative)]
      default: []
      }
    }
    let issued = cells(\.issued)
    return switch count {
    case .issued: [issued, issued + cells(\.repealed)]
    case .published: [issued, issued + cells(\.repealed), cells(\.inForce)]
    case .repealed: [cells(\.repealed)]
    case .inForce: [cells(\.inForce)]
    }
  }
}
