internal import Diagnostics

/// A rule that compares the reports of different agencies, or the registry with the reports that there are.
///
/// What it finds is known only when all reports are read: the page of a report that accepts it waits until then.
protocol ComparisonRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ comparison: AgencyComparison, _ findings: inout [Finding])
}

extension AgencyComparison {
  static let rules: [any ComparisonRule.Type] = [
    ConsolidatedSum.self, ConsolidatedParts.self, IdenticalTables.self, MissingReport.self,
  ]
}
