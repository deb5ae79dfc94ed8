internal import Diagnostics

/// A total that was left blank although its parts are not all 0.
enum BlankTotal: SumRule {
  static let kind = FindingKind(
    "blank-total", .error,
    title: LocalizedText("总计未填", en: "A total is blank"),
    explanation: LocalizedText(
      "各项不全为 0 时，总计不能空着。", en: "When its parts are not all 0, a total must not be blank."),
    example: "| （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | |", source: sumSource)

  static func check(_ sums: [SumCheck], in report: Report, _ findings: inout [Finding]) {
    for failure in sums where failure.outcome == .blankTotal {
      let line = failure.line(in: report)
      var finding = failure.finding(
        kind,
        LocalizedText(
          "“\(line.chinese)”的总计未填，各项之和为 \(failure.rightTotal)",
          en: "the total of “\(line.english)” is blank, its parts add up to \(failure.rightTotal)"),
        in: report)
      // If its row and its column require different totals, `gongkai fix` applies neither.
      let cell = failure.left[0]
      finding.fix = TotalsFromParts.fix(TotalsFromParts.all(in: report, among: cell..<cell + 1), in: report)
      findings.append(finding)
    }
  }
}
