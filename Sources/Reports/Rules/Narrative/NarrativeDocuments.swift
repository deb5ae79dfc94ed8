internal import Diagnostics
internal import Markup

/// Rules and normative documents in the prose against the table of disclosure.
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
    let statutory = prose.report.form.statutory
    for statement in prose.statements where !statement.isOfRequests {
      if let cell = likeliestCell(of: statement, statutory), let number = prose.report.cells[cell].operand,
        statement.number.fits(number)
      {
        continue
      }
      let readings = readings(of: statement, statutory)
      if let finding = prose.mismatch(kind, statement, readings) { findings.append(finding) }
    }
  }

  /// The cell that a statement most likely means, where it is about documents of one kind.
  private static func likeliestCell(of statement: Statement, _ statutory: StatutoryCells) -> Int? {
    guard case .documents(let documents, let count) = statement.subject else { return nil }
    let row: StatutoryCells.Documents?
    switch documents {
    case .regulations: row = statutory.regulations
    case .normative: row = statutory.normativeDocuments
    default: row = nil
    }
    return switch count {
    case .issued, .published: row?.issued
    case .repealed: row?.repealed
    case .inForce: row?.inForce
    }
  }

  /// The cells of each sum that a statement may mean, the likeliest first; none when it is not about documents.
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
