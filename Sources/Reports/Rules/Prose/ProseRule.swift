internal import Diagnostics
internal import Markup

/// A rule that reads the prose of a report, possibly comparing it with the tables.
protocol ProseRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ prose: Prose, _ findings: inout [Finding])
}

extension Rules {
  static let ofProse: [any ProseRule.Type] = [
    PeriodInText.self, NarrativeRequests.self, NarrativeDisputes.self, NarrativeShare.self, NarrativeDocuments.self,
    ZeroReport.self, EmptySection.self, FeeReport.self, FeeNotice.self, PersonalData.self, ClosingDate.self,
  ]
}

/// A report with its prose, which is read once for all rules.
struct Prose {
  let report: Report
  let narrative: Narrative
  var statements: [Statement] { narrative.statements }
  var shares: [StatedShare] { narrative.shares }

  func range(ofToken token: Int) -> SourceRange {
    report.document.source.range(of: narrative.tokens[token].span)
  }

  /// A finding for a number that equals none of the sums it may stand for.
  ///
  /// - Parameter readings: The cells of each sum, most likely first.
  /// - Returns: `nil` if the number fits or a sum is unknown.
  func mismatch(_ kind: FindingKind, _ statement: Statement, _ readings: [[Int]]) -> Finding? {
    if readings.contains(where: { report.sum($0).map(statement.number.fits) ?? false }) { return nil }
    let amounts = readings.compactMap { report.sum($0) }
    guard !amounts.isEmpty, amounts.count == readings.count else { return nil }
    let written = written(statement.token)
    return Finding(
      kind, at: range(ofToken: statement.token),
      LocalizedText("正文写 \(written)，表中为 \(amounts[0])", en: "the text says \(written), the table \(amounts[0])"),
      cell: report.form.cells[readings[0][0]].id, related: readings[0].map { report.related($0) })
  }

  /// A number of the prose as written.
  func written(_ token: Int) -> String { report.document.source.text(of: narrative.tokens[token].span) }
}

extension NumberPhrase {
  /// Whether the number may stand for an amount. A rounded one may differ by a tenth.
  func fits(_ amount: DecimalNumber) -> Bool {
    if value.isSameAmount(as: amount) { return true }
    guard isRounded else { return false }
    let (stated, actual) = (value.approximation, amount.approximation)
    return abs(stated - actual) <= max(1, actual / 10)
  }
}
