internal import Diagnostics
internal import Languages
internal import Reports

/// Each figure of a consolidated report must be the sum of the figures of the bodies that it covers.
enum ConsolidatedSum: ComparisonRule {
  static let kind = FindingKind(
    "consolidated-sum", .warning,
    title: LocalizedText("汇总报告与各单位之和不等", en: "A consolidated report is not the sum of its parts"),
    explanation: LocalizedText(
      "scope: consolidated 的报告列明了 covers，且所列单位当年的年报都在，则每个数字应等于各单位之和。",
      en:
        "Where a consolidated report names the bodies that it covers, and the reports of all of them are there, each of its figures should be the sum of theirs."
    ),
    example: "scope: consolidated\ncovers: [caizheng, liulin]",
    source: LocalizedText("《政府信息公开条例》第四十九、五十条", en: "Regulations on Open Government Information, art. 49 and 50"))

  static func check(_ comparison: AgencyComparison, _ findings: inout [Finding]) {
    for consolidation in Consolidation.all(in: comparison) where consolidation.isComplete {
      for table in consolidation.whole.form.tables {
        compare(consolidation.whole, consolidation.parts, table, comparison.registry, &findings)
      }
    }
  }

  private static func compare(
    _ whole: ReportFigures, _ parts: [ReportFigures], _ table: FormTable, _ registry: Registry,
    _ findings: inout [Finding]
  ) {
    var sums: [Int32: DecimalNumber] = [:]
    for part in parts {
      for figure in part.values(in: table) { sums[figure.cell] = (sums[figure.cell] ?? .zero) + figure.value }
    }
    let wrong = table.cells.filter { !(sums[Int32($0)] ?? .zero).isSameAmount(as: whole[$0]) }
    guard let first = wrong.first else { return }
    let name = whole.form.describe(first)
    let sum = sums[Int32(first)] ?? .zero
    findings.append(
      Finding(
        kind, at: SourceRange(file: whole.path),
        LocalizedText(
          "“\(table.title.chinese)”表有 \(wrong.count) 处与 \(parts.count) 份年报之和不等，第一处是“\(name.chinese)”：汇总 \(whole[first])，各单位之和 \(sum)",
          en:
            "the table “\(table.title.english)” differs from the sum of \(parts.count) reports in \(wrong.count) cells, first in “\(name.english)”: \(whole[first]), the sum is \(sum)"
        ),
        cell: whole.form.cells[first].id,
        related: parts.filter { !$0[first].isZero }.prefix(4).map { part in
          .init(
            LocalizedText(verbatim: "\(registry.name(of: part.agency, in: part.year)): \(part[first])"),
            at: SourceRange(file: part.path))
        }))
  }
}
