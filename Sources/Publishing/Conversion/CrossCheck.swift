internal import Diagnostics
internal import Portal
internal import Reports

/// The agency and year that a source claims to report on.
struct ReportIdentity: Sendable, Hashable {
  let agency: String
  let year: Int

  init(_ metadata: ReportMetadata) {
    agency = metadata.agency
    year = metadata.year
  }
}

/// Findings between reports of different agencies, which require all reports to have been read.
struct CrossCheck {
  /// Before the portal's severities and the acceptances are applied.
  let findings: [Finding]
  /// The findings that come from comparing agencies.
  private let compared: [Finding]
  /// The same for reports that are not published.
  let withheldFindings: [Finding]

  init(_ reports: [CheckedReport], _ sources: PortalSources) {
    let withheld = Set(reports.compactMap(\.withheld?.path))
    let isWithheld = { (finding: Finding) in withheld.contains(finding.range?.file ?? "") }
    let compared = Self.compared(reports, sources)
    self.compared = compared.filter { !isWithheld($0) }
    findings = Self.doubled(reports) + Self.links(of: reports, to: withheld) + self.compared
    withheldFindings = compared.filter(isWithheld)
  }

  /// The findings from comparing agencies that reveal nothing about unpublished reports.
  ///
  /// - Parameter reports: The same reports that this value was created from.
  func openFindings(_ reports: [CheckedReport], _ sources: PortalSources) -> [Finding] {
    let open = reports.filter { $0.withheld == nil }
    return open.count == reports.count
      ? compared : compared.splitByConfidentiality(open: Self.compared(open, sources)).open
  }

  private static func compared(_ reports: [CheckedReport], _ sources: PortalSources) -> [Finding] {
    AgencyComparison(reports.compactMap(\.figures), registry: sources.registry, site: sources.site).findings()
  }

  /// Links from published reports to withheld ones.
  private static func links(of reports: [CheckedReport], to withheld: Set<String>) -> [Finding] {
    if withheld.isEmpty { return [] }
    return reports.filter { $0.withheld == nil }.flatMap(\.links).filter { withheld.contains($0.target) }.map { link in
      Finding(
        ContentFindings.withheldLink, at: link.range,
        LocalizedText("\(link.target) 暂不发布，不能链接", en: "\(link.target) is withheld and cannot be linked"))
    }
  }

  /// Sources that claim to be the report of the same agency and year.
  private static func doubled(_ reports: [CheckedReport]) -> [Finding] {
    var known: Set<ReportIdentity> = []
    var doubled: Set<ReportIdentity> = []
    for report in reports {
      guard let identity = report.identity, !identity.agency.isEmpty else { continue }
      if !known.insert(identity).inserted { doubled.insert(identity) }
    }
    if doubled.isEmpty { return [] }
    var first: [ReportIdentity: String] = [:]
    var findings: [Finding] = []
    for report in reports.sorted(by: { $0.path < $1.path }) {
      guard let identity = report.identity, doubled.contains(identity) else { continue }
      if let other = first[identity] {
        findings.append(.doubledReport(identity.agency, identity.year, at: report.path, first: other))
      } else {
        first[identity] = report.path
      }
    }
    return findings
  }
}
