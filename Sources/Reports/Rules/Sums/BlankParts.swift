internal import Diagnostics
internal import Languages

/// Only the total was filled in. Reported once for each table, because the office counts only totals, and no sum is
/// wrong.
enum BlankParts: SumRule {
  static let kind = FindingKind(
    "blank-parts", .error,
    title: LocalizedText("只填了总计，分项未填", en: "Only the total is filled in"),
    explanation: LocalizedText(
      "总计不为 0，而它的各个分项都空着。请补填分项；没有的填 0。",
      en: "The total is not 0 and all of its parts are blank. Fill in the parts; write 0 where there is nothing."),
    example: "| （一）予以公开 | | | | | | | 3 |", source: sumSource)

  static func check(_ sums: [SumCheck], in report: Report, _ findings: inout [Finding]) {
    let failures = sums.filter { $0.outcome == .blankParts }
    for (table, group) in Dictionary(grouping: failures, by: { $0.table(in: report) }).sorted(by: { $0.key < $1.key }) {
      guard let first = group.min(by: { $0.left[0] < $1.left[0] }) else { continue }
      let title = report.form.tables[table].title
      let lines = Set(group.map { $0.left[0] }).count
      findings.append(
        first.finding(
          kind,
          LocalizedText(
            "“\(title.chinese)”表有 \(lines) 处只填了总计，分项未填",
            en: "in the table “\(title.english)” \(lines) totals are filled in without their parts"),
          in: report))
    }
  }
}
