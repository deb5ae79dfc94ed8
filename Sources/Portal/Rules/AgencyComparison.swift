package import Diagnostics
internal import Markup
internal import Reports

/// Compares the reports of a year across agencies, and the registry with the reports that there are.
package struct AgencyComparison {
  /// Everything that a comparison can find.
  package static let kinds = [
    ConsolidatedSum.kind, ConsolidatedParts.kind, IdenticalTables.kind, MissingReport.kind,
  ]

  let reports: [ReportFigures]
  let registry: Registry
  let site: Site

  package init(_ reports: [ReportFigures], registry: Registry, site: Site) {
    self.reports = reports
    self.registry = registry
    self.site = site
  }

  package func findings() -> [Finding] {
    var findings: [Finding] = []
    Consolidation(reports, registry).check(&findings)
    IdenticalTables.check(reports, &findings)
    MissingReport.check(self, &findings)
    return findings
  }
}
