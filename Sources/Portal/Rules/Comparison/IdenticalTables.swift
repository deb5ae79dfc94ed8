internal import Diagnostics
internal import Languages
internal import Reports

/// Identical figures in the reports of two agencies for the same year: one was copied from the other.
enum IdenticalTables: ComparisonRule {
  static let kind = FindingKind(
    "tables-identical", .warning,
    title: LocalizedText("两个机关同一年的表格完全相同", en: "Two agencies have the same table in one year"),
    explanation: LocalizedText(
      "同一年两份年报的同一张表每个数字都相同，且至少有五个不同的非零数，不会是巧合，多半是套用了另一单位的文件。",
      en:
        "Every figure of a table is the same in two reports of one year, with at least five different numbers that are not 0: no coincidence, but mostly a copied file."
    ),
    example: "reports/2023/liulin.md 与 reports/2023/heyuan.md")

  private struct Key: Hashable {
    let year: Int
    let form: Form
    let table: Int
    let hash: Int

    /// The other properties distinguish tables whose hashes are equal by chance.
    static func == (left: Key, right: Key) -> Bool {
      left.hash == right.hash && left.year == right.year && left.table == right.table
        && left.form.hasSameCells(as: right.form)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
  }

  static func check(_ comparison: AgencyComparison, _ findings: inout [Finding]) {
    let reports = comparison.reports
    var first: [Key: Int] = [:]
    for (place, report) in reports.enumerated() where report.scope == .own && report.status == .published {
      for index in report.tableHashes.indices {
        guard let hash = report.tableHashes[index] else { continue }
        let key = Key(year: report.year, form: report.form, table: index, hash: hash)
        let table = report.form.tables[index]
        guard let known = first[key], reports[known].agency != report.agency,
          reports[known].values(in: table) == report.values(in: table)
        else {
          first[key] = place
          continue
        }
        let other = reports[known]
        findings.append(
          Finding(
            kind, at: SourceRange(file: report.path),
            LocalizedText(
              "“\(table.title.chinese)”表与 \(other.agency) 的完全相同",
              en: "the table “\(table.title.english)” is the same as that of \(other.agency)"),
            related: [.init(LocalizedText("另一份", en: "the other report"), at: SourceRange(file: other.path))]))
      }
    }
  }
}
