internal import Diagnostics
internal import Languages
internal import Markup

/// There must be at least as many documents in force as were issued in the year minus those repealed.
enum DocumentsInForce: ReportRule {
  static let kind = FindingKind(
    "documents-in-force", .warning,
    title: LocalizedText("现行有效件数少于本年制发减废止", en: "Fewer documents in force than were issued"),
    explanation: LocalizedText(
      "本年制发的文件除了当年废止的，年末都应现行有效：现行有效件数 ≥ 本年制发件数 − 本年废止件数。",
      en: "What was issued in a year and not repealed is in force at its end: in force ≥ issued − repealed."),
    example: "| 行政规范性文件 | 8 | 1 | 5 |",
    source: LocalizedText("《政府信息公开条例》第二十条第（一）项", en: "Regulations on Open Government Information, art. 20 (1)"))

  static func check(_ report: Report, _ findings: inout [Finding]) {
    for row in [report.form.statutory.regulations, report.form.statutory.normativeDocuments].compactMap({ $0 }) {
      guard let (issued, repealed, inForce) = report.numbers(row), !(issued - repealed).isAtMost(inForce) else {
        continue
      }
      let name = report.form.label(ofRow: row.inForce).short
      findings.append(
        Finding(
          kind, at: report.document.source.range(of: report.cells[row.inForce].span),
          LocalizedText(
            "\(name.chinese)：现行有效 \(inForce)，少于本年制发 \(issued)－废止 \(repealed)",
            en: "\(name.english): \(inForce) in force, fewer than \(issued) issued − \(repealed) repealed"),
          cell: report.form.cells[row.inForce].id,
          related: [report.related(row.issued), report.related(row.repealed)]))
    }
  }
}
