package import Diagnostics
package import Reports

/// The rules that need more than the reports of one agency: who files a report, or what others file.
///
/// It is a class, created once for a build, because copying the registry and the site for each report would cost more
/// than the rules.
package final class PortalRules: Sendable {
  let registry: Registry
  let site: Site

  package init(_ registry: Registry, _ site: Site) {
    self.registry = registry
    self.site = site
  }

  /// Every kind of finding that the rules of a portal can make.
  package static let kinds: [FindingKind] = ofAgencies.map { $0.kind } + AgencyComparison.kinds

  /// Checks a report against what is registered about its agency.
  package func check(_ report: Report, _ narrative: ReportNarrative, findings: inout [Finding]) {
    guard let agency = registry[agency: report.metadata.agency] else { return }
    let filed = FiledReport(report: report, narrative: narrative, agency: agency, rules: self)
    for rule in Self.ofAgencies { rule.check(filed, &findings) }
  }
}

extension Registry {
  /// Whether an agency is the same body in two years, which it is not if it took over another's work in between.
  package func isSameBody(_ agency: String, in year: Int, asIn earlier: Int) -> Bool {
    guard let agency = self[agency: agency], !agency.predecessors.isEmpty, let from = agency.activeFrom else {
      return true
    }
    return from.year <= earlier
  }
}
