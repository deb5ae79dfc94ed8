internal import Diagnostics
internal import Portal
internal import Reports

/// Which report a source says that it is.
struct ReportIdentity: Sendable, Hashable {
  let agency: String
  let year: Int

  init(_ metadata: ReportMetadata) {
    agency = metadata.agency
    year = metadata.year
  }
}

/// What is found between reports of different agencies, which is known only when all of them are read.
struct CrossCheck {
  /// Without the severities of the portal, and none of them accepted.
  let findings: [Finding]
  /// Those of them that come of comparing agencies.
  private let compared: [Finding]
  /// The same of reports that are not published.
  let withheldFindings: [Finding]

  init(_ reports: [CheckedReport], _ sources: PortalSources) {
    let withheld = Set(reports.compactMap(\.withheld?.path))
    let isWithheld = { (finding: Finding) in withheld.contains(finding.range?.file ?? "") }
    let compared = Self.compared(reports, sources)
    self.compared = compared.filter { !isWithheld($0) }
    findings = Self.doubled(reports) + Self.links(of: reports, to: withheld) + self.compared
    withheldFindings = compared.filter(isWithheld)
  }

  /// What comes of comparing agencies and tells nothing of reports that are not published.
  ///
  /// - Parameter reports: those that this was made of.
  func openFindings(_ reports: [CheckedReport], _ sources: PortalSources) -> [Finding] {
    let open = reports.filter { $0.withheld == nil }
    return open.count == reports.count ? compared : compared.divided(by: Self.compared(open, sources)).open
  }

  private static func compared(_ reports: [CheckedReport], _ sources: PortalSources) -> [Finding] {
    AgencyComparison(reports.compactMap(\.figures), registry: sources.registry, site: sources.site).findings()
  }

  /// Links of published reports to those that nothing may be known of yet.
  private static func links(of reports: [CheckedReport], to withheld: Set<String>) -> [Finding] {
    if withheld.isEmpty { return [] }
    return reports.filter { $0.withheld == nil }.flatMap(\.links).filter { withheld.contains($0.target) }.map { link in
      Finding(
        ContentFindings.withheldLink, at: link.range,
        LocalizedText("\(link.target) 暂不发布，不能链接", en: "\(link.target) is withheld and cannot be linked"))
    }
  }

  /// Two sources that both say that they are the report of one agency and year.
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
