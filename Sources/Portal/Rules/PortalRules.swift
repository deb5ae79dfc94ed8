package import Diagnostics
package import Reports

/// The rules that need more than the reports of one agency: who files a report, or what others file.
///
/// A class, made once for a build: a copy of the registry and the site for each report would cost more than the rules.
package final class PortalRules: Sendable {
  let registry: Registry
  let site: Site

  package init(_ registry: Registry, _ site: Site) {
    self.registry = registry
    self.site = site
  }

  /// Everything that the rules of a portal can find.
  package static let kinds: [FindingKind] = ofAgencies.map { $0.kind } + AgencyComparison.kinds

  /// Checks a report by what is registered of its agency.
  package func check(_ report: Report, _ narrative: Narrative, findings: inout [Finding]) {
    guard let agency = registry[agency: report.metadata.agency] else { return }
    let filing = Filing(report: report, narrative: narrative, agency: agency, rules: self)
    for rule in Self.ofAgencies { rule.check(filing, &findings) }
  }
}

extension Registry {
  /// Whether an agency did not take over another's work between two years.
  package func isSameBody(_ agency: String, in year: Int, asIn earlier: Int) -> Bool {
    guard let agency = self[agency: agency], !agency.predecessors.isEmpty, let from = agency.activeFrom else {
      return true
    }
    return from.year <= earlier
  }
}
