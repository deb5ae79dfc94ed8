internal import Diagnostics

/// A rule that compares the reports of different agencies, or the registry with the existing reports.
///
/// Its findings are known only when all reports have been read. The page of a report that accepts such a finding has to
/// wait until then.
protocol ComparisonRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ comparison: AgencyComparison, _ findings: inout [Finding])
}

extension AgencyComparison {
  static let rules: [any ComparisonRule.Type] = [
    ConsolidatedSum.self, ConsolidatedParts.self, IdenticalTables.self, MissingReport.self,
  ]
}
