package import Diagnostics
internal import Markup
internal import Reports

/// The reports of all agencies and the registry, for comparing them with each other.
package struct AgencyComparison {
  /// Every kind of finding that a comparison can make.
  package static let kinds: [FindingKind] = rules.map { $0.kind }

  /// In the order of their agencies, so that the finding names the same one of two agencies on every machine.
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
