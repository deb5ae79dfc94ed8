internal import Diagnostics
internal import Markup
internal import Reports

/// A rule that depends on the agency that a report is about.
protocol AgencyRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ filed: FiledReport, _ findings: inout [Finding])
}

extension PortalRules {
  static let ofAgencies: [any AgencyRule.Type] = [
    LatePublication.self, EarlyPublication.self, RuleMakingPower.self, AccountabilityReport.self, SelfReference.self,
    OtherUnit.self,
  ]
}

/// A report together with the agency that files it.
struct FiledReport {
  let report: Report
  let narrative: ReportNarrative
  let agency: Agency
  let rules: PortalRules
  var registry: Registry { rules.registry }
  var site: Site { rules.site }

  /// The location of the publication date in the report.
  var publicationRange: SourceRange {
    let document = report.document
    let value = document.frontMatter["first_published"] ?? document.frontMatter["published"]
    return document.source.range(of: value?.span ?? report.metadata.yearSpan)
  }
}
