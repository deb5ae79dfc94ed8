internal import Diagnostics
internal import Reports

/// A consolidated report whose sums cannot be checked against the reports of the bodies that it covers.
enum ConsolidatedParts: ComparisonRule {
  static let kind = FindingKind(
    "consolidated-parts", .hint,
    title: LocalizedText("汇总报告的所列单位不齐，无法核对", en: "Parts of a consolidated report are not there"),
    explanation: LocalizedText(
      "covers 列明的单位中有的当年没有年报，或格式不同、有单元格不是数字，汇总数无法核对。",
      en:
        "Of the bodies that a consolidated report covers some have no report for the year, or one on another form or with cells that are no numbers, so that its sums cannot be checked."
    ),
    example: "scope: consolidated\ncovers: [caizheng, liulin]\n（reports/2023/liulin.md 不存在）")

  static func check(_ comparison: AgencyComparison, _ findings: inout [Finding]) {
    for consolidation in Consolidation.all(in: comparison) where !consolidation.unusable.isEmpty {
      let whole = consolidation.whole
      let names = consolidation.unusable.map { comparison.registry.name(of: $0, in: whole.year) }
      let shown = names.prefix(5).joined(separator: "、")
      findings.append(
        Finding(
          kind, at: SourceRange(file: whole.path),
          LocalizedText(
            "所列 \(consolidation.covered) 个单位中有 \(names.count) 个没有可核对的年报：\(shown)\(names.count > 5 ? "……" : "")",
            en:
              "of \(consolidation.covered) bodies covered, \(names.count) have no report to check with: \(shown)\(names.count > 5 ? " …" : "")"
          )))
    }
  }
}
