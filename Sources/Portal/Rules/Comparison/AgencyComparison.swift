package import Diagnostics
internal import Markup
internal import Reports

/// The reports of all agencies with the registry, as they are compared with each other.
package struct AgencyComparison {
  /// Everything that a comparison can find.
  package static let kinds: [FindingKind] = rules.map { $0.kind }

  /// In the order of their agencies, so that the same one of two is named on every machine.
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
    for rule in Self.rules { rule.check(self, &findings) }
    return findings
  }
}
