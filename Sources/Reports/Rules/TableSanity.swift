internal import Diagnostics
internal import Markup

/// As many documents are in force at least as were issued in the year and not repealed.
enum DocumentsInForce: Rule {
  static let kind = FindingKind(
    "documents-in-force", .warning,
    title: LocalizedText("现行有效件数少于本年制发减废止", en: "Fewer documents in force than were issued"),
    explanation: LocalizedText(
      "本年制发的文件除了当年废止的，年末都应现行有效：现行有效件数 ≥ 本年制发件数 − 本年废止件数。",
      en: "What was issued in a year and not repealed is in force at its end: in force ≥ issued − repealed."),
    example: "| 行政规范性文件 | 8 | 1 | 5 |",
    source: LocalizedText("《政府信息公开条例》第二十条第（一）项", en: "Regulations on Open Government Information, art. 20 (1)"))

  static func check(_ report: Report, _ sums: [SumCheck], _ findings: inout [Finding]) {
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

/// More requests carried forward than received would mean that almost none was answered in time.
enum CarriedForwardShare: Rule {
  static let kind = FindingKind(
    "carried-forward-share", .hint,
    title: LocalizedText("结转下年度多于本年新收", en: "More is carried forward than was received"),
    explanation: LocalizedText(
      "申请应在 20 个工作日内答复，最多延长 20 个工作日，结转到下年度的通常只有年末收到的。结转数多于全年新收数，请核对。",
      en:
        "Requests are answered within 20 working days, or 40 at most; those carried forward are mostly from the end of the year. More than were received in all the year ask for a look."
    ),
    example: "| 一、本年新收政府信息公开申请数量 | … | 3 |\n| 四、结转下年度继续办理 | … | 5 |",
    source: LocalizedText("《政府信息公开条例》第三十三条", en: "Regulations on Open Government Information, art. 33"))

  static func check(_ report: Report, _ sums: [SumCheck], _ findings: inout [Finding]) {
    guard let table = report.form.statutory.requests,
      let new = report.cells[table.new[StatutoryCells.Requests.total]].number,
      let forward = report.cells[table.carriedForward[StatutoryCells.Requests.total]].number,
      !forward.isAtMost(new)
    else { return }
    findings.append(
      Finding(
        kind,
        at: report.document.source.range(of: report.cells[table.carriedForward[StatutoryCells.Requests.total]].span),
        LocalizedText(
          "结转下年度 \(forward) 件，多于本年新收 \(new) 件", en: "\(forward) carried forward, more than the \(new) received"),
        cell: report.form.cells[table.carriedForward[StatutoryCells.Requests.total]].id,
        related: [report.related(table.new[StatutoryCells.Requests.total])]))
  }
}

/// 其他处理-其他 is for withdrawals and the like.
enum OtherResultsShare: Rule {
  static let kind = FindingKind(
    "other-results-share", .hint,
    title: LocalizedText("“其他处理—其他”占比很大", en: "Many results are “other”"),
    explanation: LocalizedText(
      "“（六）其他处理—3.其他”一般只计申请人撤回等情形。占办理结果一半以上（且不少于 10 件）的，请核对是否归错了类。",
      en:
        "Other handling, other, is for withdrawals and the like. Where it is half of all results or more, and ten at least, look whether results were put in the wrong row."
    ),
    example: "| 3.其他 | … | 30 |\n| （七）总计 | … | 40 |")

  static func check(_ report: Report, _ sums: [SumCheck], _ findings: inout [Finding]) {
    guard let table = report.form.statutory.requests, let cell = table.otherOther,
      let other = report.cells[cell].number,
      let total = report.cells[table.resultTotal[StatutoryCells.Requests.total]].number,
      other.approximation >= 10, other.approximation * 2 >= total.approximation, !total.isZero
    else { return }
    findings.append(
      Finding(
        kind, at: report.document.source.range(of: report.cells[cell].span),
        LocalizedText(
          "“其他处理—其他” \(other) 件，占办理结果 \(total) 件的一半以上", en: "\(other) of \(total) results are “other”"),
        cell: report.form.cells[cell].id, related: [report.related(table.resultTotal[StatutoryCells.Requests.total])]))
  }
}
