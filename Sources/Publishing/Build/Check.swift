package import Diagnostics
internal import Portal
internal import Rendering
package import Reports

/// What a portal's sources are found to be: every finding, and the reports that are held back.
package struct CheckResult: Sendable {
  /// In reading order.
  package var findings: [Finding]
  /// Findings of reports that are not published; they stop nothing.
  package var withheldFindings: [Finding]
  package var withheld: [Withheld]
  package var reports: Int

  package var errors: Int { findings.count(of: .error) }
  package var warnings: Int { findings.count(of: .warning) }
  /// How many findings published reports accept.
  package var accepted: Int { findings.acceptedCount }
}

/// Checks a portal without writing anything.
package struct Check: Sendable {
  let sources: PortalSources
  let date: CalendarDate?
  let jobs: Int

  package init(sources: PortalSources, date: CalendarDate?, jobs: Int) {
    self.sources = sources
    self.date = date
    self.jobs = jobs
  }

  package func run(progress: Progress = .none) -> CheckResult {
    let conversion = Conversion(sources: sources, date: date)
    let agencies = sources.content.reports.keys.sorted()
    progress.begin(sources.content.reports.values.reduce(0) { $0 + $1.count })
    let (outcomes, _) = concurrently(agencies.count, jobs: jobs, makeWorker: {}) { (_: inout Void, index: Int) in
      let files = sources.content.reports[agencies[index]] ?? []
      defer { progress.advance(by: files.count) }
      var outcomes = conversion.checkHistory(files)
      for place in outcomes.indices { outcomes[place].forgetText() }
      return outcomes
    } finish: { _ in
    }
    var result = CheckResult(sources, outcomes.flatMap { $0 })
    result.findings = (result.findings + sources.readTheme().findings).inReadingOrder()
    return result
  }
}

/// Which report a source says that it is.
struct ReportIdentity: Sendable, Hashable {
  let agency: String
  let year: Int

  init(_ metadata: ReportMetadata) {
    agency = metadata.agency
    year = metadata.year
  }
}

extension CheckResult {
  init(_ sources: PortalSources, _ outcomes: [Conversion.Outcome]) {
    var all = sources.findings
    var held: [Finding] = []
    for outcome in outcomes {
      if outcome.withheld == nil { all += outcome.findings } else { held += outcome.findings }
    }
    all += Self.doubled(outcomes) + Self.withheldLinks(outcomes)
    all += AgencyComparison(outcomes.compactMap(\.figures), registry: sources.registry, site: sources.site).findings()
    Self.judge(&all, &held, outcomes, sources)
    findings = all.inReadingOrder()
    withheldFindings = held.inReadingOrder()
    withheld = outcomes.compactMap(\.withheld).sorted { $0.path < $1.path }
    reports = outcomes.count
  }

  /// Gives findings beyond single reports their severity and acceptance too, and names acceptances of nothing.
  private static func judge(
    _ all: inout [Finding], _ held: inout [Finding], _ outcomes: [Conversion.Outcome], _ sources: PortalSources
  ) {
    sources.severities.apply(to: &all)
    sources.severities.apply(to: &held)
    var acceptances = Acceptances()
    for outcome in outcomes { acceptances.add(outcome.acceptances) }
    acceptances.accept(&all)
    acceptances.accept(&held)
    var unused = acceptances.unused(among: all + held, kinds: sources.kinds)
    sources.severities.apply(to: &unused)
    let withheld = Set(outcomes.compactMap(\.withheld?.path))
    for finding in unused {
      if withheld.contains(finding.range?.file ?? "") { held.append(finding) } else { all.append(finding) }
    }
  }

  /// Links of published reports to those that nothing may be known of yet.
  private static func withheldLinks(_ outcomes: [Conversion.Outcome]) -> [Finding] {
    let withheld = Set(outcomes.compactMap(\.withheld?.path))
    return outcomes.filter { $0.withheld == nil }.flatMap(\.links).filter { withheld.contains($0.target) }.map { link in
      Finding(
        ContentFindings.withheldLink, at: link.range,
        LocalizedText("\(link.target) 暂不发布，不能链接", en: "\(link.target) is withheld and cannot be linked"))
    }
  }

  /// Two sources that both say that they are the report of one agency and year.
  private static func doubled(_ outcomes: [Conversion.Outcome]) -> [Finding] {
    var first: [ReportIdentity: String] = [:]
    var findings: [Finding] = []
    for outcome in outcomes.sorted(by: { $0.file.path < $1.file.path }) {
      guard let identity = outcome.identity, !identity.agency.isEmpty else { continue }
      if let other = first[identity] {
        findings.append(.doubledReport(identity.agency, identity.year, at: outcome.file.path, first: other))
      } else {
        first[identity] = outcome.file.path
      }
    }
    return findings
  }
}
