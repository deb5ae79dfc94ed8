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
    // What was found in single reports has its severity and acceptance already.
    var acceptances = Acceptances()
    for outcome in outcomes { acceptances.add(outcome.acceptances) }
    func judged(_ findings: [Finding]) -> [Finding] {
      var findings = findings
      sources.severities.apply(to: &findings)
      acceptances.accept(&findings)
      return findings
    }
    var all = judged(sources.findings + crossCheck.findings)
    var held = judged(crossCheck.withheldFindings)
    for outcome in outcomes {
      if outcome.withheld == nil { all += outcome.findings + outcome.confidential } else { held += outcome.findings }
    }
    var unused = acceptances.unused(among: all + held, kinds: sources.kinds)
    sources.severities.apply(to: &unused)
    let isHeld = Set(outcomes.compactMap(\.withheld?.path))
    for finding in unused {
      if isHeld.contains(finding.range?.file ?? "") { held.append(finding) } else { all.append(finding) }
    }
    findings = all.inReadingOrder()
    withheldFindings = held.inReadingOrder()
    withheld = outcomes.compactMap(\.withheld).sorted { $0.path < $1.path }
    reports = outcomes.count
  }
}
