package import Diagnostics
package import Reports

/// A rule that needs to know whose report it is.
protocol PortalRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ filing: Filing, _ findings: inout [Finding])
}

/// A report with the agency that files it.
struct Filing {
  let report: Report
  let narrative: Narrative
  let agency: Agency
  let rules: PortalRules
  var registry: Registry { rules.registry }
  var site: Site { rules.site }
}

/// The rules that need to know whose report it is.
///
/// A class, made once for a build: a copy of the registry and the site for each report would cost more than the rules.
package final class PortalRules: Sendable {
  fileprivate let registry: Registry
  fileprivate let site: Site

  package init(_ registry: Registry, _ site: Site) {
    self.registry = registry
    self.site = site
  }

  private static let all: [any PortalRule.Type] = [
    LatePublication.self, EarlyPublication.self, RuleMakingPower.self, AccountabilityReport.self, SelfReference.self,
    OtherUnit.self,
  ]

  /// Everything that the rules of a portal can find.
  package static let kinds: [FindingKind] = all.map { $0.kind } + AgencyComparison.kinds

  /// Checks a report by what is registered of its agency.
  package func check(_ report: Report, _ narrative: Narrative, findings: inout [Finding]) {
    guard let agency = registry[agency: report.metadata.agency] else { return }
    let filing = Filing(report: report, narrative: narrative, agency: agency, rules: self)
    for rule in Self.all { rule.check(filing, &findings) }
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
