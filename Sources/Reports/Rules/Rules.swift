package import Diagnostics

/// The rules that need a report, its prose or the other reports of its agency. There is one file for each rule, and one
/// folder and one list for each kind of input.
package enum Rules {
  /// Checks a report on its own.
  ///
  /// - Returns: The prose of the report, which the rules of a portal use too.
  @discardableResult
  package static func check(_ report: Report, findings: inout [Finding]) -> ReportNarrative {
    for rule in ofReports { rule.check(report, &findings) }
    let sums = SumCheck.failures(in: report)
    for rule in ofSums { rule.check(sums, in: report, &findings) }
    DeclaredRules.check(report, sums, &findings)
    let narrative = ReportNarrative(report)
    let prose = Prose(report: report, narrative: narrative)
    for rule in ofProse { rule.check(prose, &findings) }
    return narrative
  }

  /// Compares a report with that of the year before.
  ///
  /// Only reports of the same body and scope may be compared: what a predecessor carried forward is not a figure of its
  /// successor.
  package static func check(_ entry: HistoryEntry, after previous: HistoryEntry, findings: inout [Finding]) {
    for rule in ofHistory { rule.check(entry, after: previous, &findings) }
  }

  /// Compares a report with all others of its agency.
  ///
  /// - Parameter others: In the order of their years.
  package static func check(_ entry: HistoryEntry, among others: [HistoryEntry], findings: inout [Finding]) {
    for rule in ofSeries { rule.check(entry, among: others, &findings) }
  }

  /// Every kind of finding of this module, except those declared by forms.
  static let programKinds: [FindingKind] =
    MetadataFindings.all + FormFindings.all + SectionFindings.all + BindingFindings.all + CellFindings.all
    + ofReports.map { $0.kind }
    + ofSums.map { $0.kind }
    + ofProse.map { $0.kind } + ofHistory.map { $0.kind } + ofSeries.map { $0.kind }

  /// Every kind of finding of this module, including those declared by the built-in forms.
  package static let kinds: [FindingKind] = programKinds + FormLibrary.builtIn.ruleKinds
}

extension Rules {
  /// Whether a kind of finding is a sum of the form that does not hold.
  package static func isOfSums(_ kind: FindingKind) -> Bool { ofSums.contains { $0.kind.id == kind.id } }
}
