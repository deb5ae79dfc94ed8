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
    let all = outcomes.flatMap { $0 }
    var result = CheckResult(sources, all, CrossCheck(all, sources))
    result.findings = (result.findings + sources.readTheme().findings).inReadingOrder()
    return result
  }
}

extension CheckResult {
  init(_ sources: PortalSources, _ outcomes: [Conversion.Outcome], _ crossCheck: CrossCheck) {
    var all = sources.findings + crossCheck.findings
    var held = crossCheck.withheldFindings
    for outcome in outcomes {
      if outcome.withheld == nil { all += outcome.findings + outcome.confidential } else { held += outcome.findings }
    }
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
}
