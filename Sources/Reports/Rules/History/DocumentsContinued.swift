internal import Diagnostics
internal import Languages
internal import Markup

/// Documents in force should be those of last year plus those issued minus those repealed.
enum DocumentsContinued: HistoryRule {
  static let kind = FindingKind(
    "documents-continued", .hint,
    title: LocalizedText("现行有效件数与上年推算不等", en: "Documents in force do not follow from last year"),
    explanation: LocalizedText(
      "现行有效件数通常等于上年现行有效件数＋本年制发件数−本年废止件数。修订、自然失效、清理会使它不等：在单元格里加括号说明，或在表后加“注：”，就不再提示。",
      en:
        "Documents in force are mostly those of last year, with those issued and without those repealed. Revision, expiry and clean-up change that: a remark in the cell or a note below the table answers this."
    ),
    example: "2022：| 行政规范性文件 | 0 | 0 | 70 |\n2023：| 行政规范性文件 | 8 | 6 | 77 |",
    source: LocalizedText("《政府信息公开条例》第二十条第（一）项", en: "Regulations on Open Government Information, art. 20 (1)"))

  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding]) {
    let report = entry.report
    let (now, then) = (report.form.statutory, previous.report.form.statutory)
    for (row, before) in [(now.regulations, then.regulations), (now.normativeDocuments, then.normativeDocuments)] {
      guard let row, let before, let (issued, repealed, inForce) = report.numbers(row),
        let earlier = previous.report.cells[before.inForce].number, !hasRemark(row, in: report)
      else { continue }
      let expected = earlier + issued - repealed
      if inForce.isSameAmount(as: expected) { continue }
      let name = report.form.label(ofRow: row.inForce).short
      findings.append(
        Finding(
          kind, at: report.document.source.range(of: report.cells[row.inForce].span),
          LocalizedText(
            "\(name.chinese)：上年现行有效 \(earlier)＋制发 \(issued)－废止 \(repealed)＝\(expected)，本年填 \(inForce)",
            en:
              "\(name.english): \(earlier) last year + \(issued) issued − \(repealed) repealed = \(expected), the cell says \(inForce)"
          ),
          cell: report.form.cells[row.inForce].id, related: [previous.report.relatedOfYear(before.inForce)],
          help: LocalizedText(
            "有修订、失效或清理的，可在单元格内加括号说明", en: "where documents were revised or expired, say so in brackets in the cell")))
    }
  }

  private static func hasRemark(_ row: StatutoryCells.Documents, in report: Report) -> Bool {
    if [row.issued, row.repealed, row.inForce].contains(where: { report.note(of: report.cells[$0])?.remark != nil }) {
      return true
    }
    let section = report.sections.first { report.role(of: $0) == .disclosure }
    return section?.nodes.contains { report.roles[$0] == .tableNote } == true
  }
}
