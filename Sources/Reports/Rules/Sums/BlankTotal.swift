internal import Diagnostics
internal import Markup

/// A total that was left blank although its parts are not all 0.
enum BlankTotal: SumRule {
  static let kind = FindingKind(
    "blank-total", .error,
    title: LocalizedText("总计未填", en: "A total is blank"),
    explanation: LocalizedText(
      "各项不全为 0 时，总计不能空着。", en: "When its parts are not all 0, a total must not be blank."),
    example: "| （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 0 | |", source: sumSource)

  static func check(_ sums: [SumCheck], in report: Report, _ findings: inout [Finding]) {
    // The totals of a row are one slip.
    var lines: [[SumCheck]] = []
    for failure in sums where failure.outcome == .blankTotal {
      if let last = lines.last?.last, report.line(of: last.left[0]) == report.line(of: failure.left[0]) {
        lines[lines.count - 1].append(failure)
      } else {
        lines.append([failure])
      }
    }
    for failures in lines {
      var finding = failures[0].finding(kind, message(failures, in: report), in: report)
      // If its row and its column require different totals, `gongkai fix` applies neither.
      let line = report.line(of: failures[0].left[0])
      let totals = TotalsFromParts.all(in: report, among: report.cells.indices)
      finding.fix = TotalsFromParts.fix(totals.filter { report.line(of: $0.cell) == line }, in: report)
      findings.append(finding)
    }
  }

  private static func message(_ failures: [SumCheck], in report: Report) -> LocalizedText {
    let names = failures.map { $0.line(in: report) }
    guard failures.count > 1 else {
      return LocalizedText(
        "“\(names[0].chinese)”的总计未填，各项之和为 \(failures[0].rightTotal)",
        en: "the total of “\(names[0].english)” is blank, its parts add up to \(failures[0].rightTotal)")
    }
    let (chinese, english) = (
      zip(names, failures).map { "\($0.chinese) \($1.rightTotal)" },
      zip(names, failures).map { "\($0.english) \($1.rightTotal)" }
    )
    return LocalizedText(
      "这一行的 \(failures.count) 个总计未填，各项之和：\(chinese.joined(separator: "，"))",
      en: "\(failures.count) totals of this row are blank, the parts add up to: \(english.joined(separator: ", "))")
  }
}

extension Report {
  /// The line of the source that a cell is in.
  func line(of cell: Int) -> Int { document.source.line(at: Int(cells[cell].span.start)) }
}
