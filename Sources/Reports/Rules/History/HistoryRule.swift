package import Diagnostics
internal import Markup

/// A report as other years are compared with it: shared by all that look at it, never copied.
///
/// Of its prose it holds only what is compared: the tokens of all years need not be in memory at once.
package final class HistoryEntry: Sendable {
  package let report: Report
  let sketch: TextSketch
  let growths: [StatedGrowth]
  /// 总体情况.
  let overview: Section?

  package init(_ report: Report, _ narrative: Narrative) {
    self.report = report
    sketch = narrative.sketch
    growths = narrative.growths
    overview = narrative.part("overview", of: report).map { report.sections[$0.section] }
  }
}

/// A rule that compares the reports of one agency with each other.
protocol HistoryRule: SendableMetatype {
  static var kind: FindingKind { get }
  /// - Parameter previous: the report of the year before, of the same agency and scope.
  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding])
}

extension Rules {
  private static let ofHistory: [any HistoryRule.Type] = [
    CarryOver.self, CarryOverColumns.self, DocumentsContinued.self, ItemsContinued.self, TextRepeated.self,
    ClosingMissing.self, NarrativeGrowth.self,
  ]

  static let historyKinds: [FindingKind] = ofHistory.map { $0.kind } + [FeesJump.kind, DecisionsJump.kind]

  /// Compares a report with that of the year before.
  ///
  /// Only reports of the same body and scope may be compared: what a predecessor carried forward is no figure of its
  /// successor.
  package static func check(_ entry: HistoryEntry, after previous: HistoryEntry, findings: inout [Finding]) {
    for rule in ofHistory { rule.check(entry, after: previous, &findings) }
  }

  /// Compares a report with all others of its agency.
  ///
  /// - Parameter others: in the order of their years.
  package static func check(_ entry: HistoryEntry, among others: [HistoryEntry], findings: inout [Finding]) {
    FeesJump.check(entry, among: others, &findings)
    DecisionsJump.check(entry, among: others, &findings)
  }
}

extension Report {
  /// A cell of another year as the second place of a finding.
  func relatedOfYear(_ cell: Int) -> Finding.Related {
    let related = related(cell)
    return .init(
      LocalizedText(
        "\(metadata.year)年 \(related.message.chinese)", en: "\(metadata.year), \(related.message.english)"),
      at: related.range)
  }
}
