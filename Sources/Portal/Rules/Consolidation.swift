internal import Diagnostics
internal import Reports

enum ConsolidatedSum {
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
}

enum ConsolidatedParts {
  static let kind = FindingKind(
    "consolidated-parts", .hint,
    title: LocalizedText("汇总报告的所列单位不齐，无法核对", en: "Parts of a consolidated report are not there"),
    explanation: LocalizedText(
      "covers 列明的单位中有的当年没有年报，或格式不同、有单元格不是数字，汇总数无法核对。",
      en:
        "Of the bodies that a consolidated report covers some have no report for the year, or one on another form or with cells that are no numbers, so that its sums cannot be checked."
    ),
    example: "scope: consolidated\ncovers: [caizheng, liulin]\n（reports/2023/liulin.md 不存在）")
}

/// A consolidated report against the reports of the bodies that it covers.
struct Consolidation {
  private let reports: [ReportFigures]
  private let registry: Registry

  init(_ reports: [ReportFigures], _ registry: Registry) {
    self.reports = reports
    self.registry = registry
  }

  func check(_ findings: inout [Finding]) {
    let consolidated = reports.filter { $0.scope == .consolidated && !$0.covers.isEmpty }
    if consolidated.isEmpty { return }
    let years = Set(consolidated.map(\.year))
    var parts: [Int: [String: ReportFigures]] = [:]
    for report in reports where years.contains(report.year) && report.status == .published {
      for agency in report.bodies { parts[report.year, default: [:]][agency] = report }
    }
    for report in consolidated.sorted(by: { $0.path < $1.path }) where report.status != .withdrawn {
      check(report, parts[report.year] ?? [:], &findings)
    }
  }

  private func check(_ whole: ReportFigures, _ parts: [String: ReportFigures], _ findings: inout [Finding]) {
    let covered = whole.covers.filter { $0 != whole.agency }
    let unusable = covered.filter { id in
      guard let part = parts[id] else { return true }
      return part.form.id != whole.form.id || !part.isComplete
    }
    guard unusable.isEmpty, whole.isComplete else {
      let names = unusable.map { registry.name(of: $0, in: whole.year) }
      let shown = names.prefix(5).joined(separator: "、")
      if names.isEmpty { return }
      findings.append(
        Finding(
          ConsolidatedParts.kind, at: SourceRange(file: whole.path),
          LocalizedText(
            "所列 \(covered.count) 个单位中有 \(names.count) 个没有可核对的年报：\(shown)\(names.count > 5 ? "……" : "")",
            en:
              "of \(covered.count) bodies covered, \(names.count) have no report to check with: \(shown)\(names.count > 5 ? " …" : "")"
          )))
      return
    }
    // One report of several bodies counts once.
    var seen: Set<String> = []
    let counted = covered.compactMap { parts[$0] }.filter { seen.insert($0.path).inserted }
    for table in whole.form.tables { compare(whole, counted, table, &findings) }
  }

  private func compare(
    _ whole: ReportFigures, _ parts: [ReportFigures], _ table: FormTable, _ findings: inout [Finding]
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
        ConsolidatedSum.kind, at: SourceRange(file: whole.path),
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
