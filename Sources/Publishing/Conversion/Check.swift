package import Diagnostics
internal import Portal
package import Reports
internal import Templates

/// The result of checking a portal: all findings, and the reports that are withheld.
package struct CheckResult: Sendable {
  /// In reading order.
  package var findings: [Finding]
  /// Findings of reports that are not published; they do not block publication.
  package var withheldFindings: [Finding]
  package var withheld: [Withheld]
  /// Paths of the reports that were checked.
  package var paths: [String]

  package var reports: Int { paths.count }
  package var errors: Int { findings.count(of: .error) }
  package var warnings: Int { findings.count(of: .warning) }
  /// The number of findings that published reports accept.
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
    let budget = WorkBudget()
    let agencies = sources.content.reports.keys.sorted()
    progress.begin(sources.content.reports.values.reduce(0) { $0 + $1.count })
    let (checked, _) = concurrently(agencies.count, jobs: jobs, makeWorker: {}) { (_: inout Void, index: Int) in
      let files = sources.content.reports[agencies[index]] ?? []
      defer { progress.advance(by: files.count) }
      var share = budget.share()
      return conversion.checkHistory(files, share: &share).map { CheckedReport($0) }
    } finish: { _ in
    }
    let all = checked.flatMap { $0 }
    var result = CheckResult(sources, all, CrossCheck(all, sources))
    result.add(sources.readSite().findings)
    return result
  }
}

extension CheckResult {
  /// What concerns some of the files. The whole portal is read all the same, since reports are compared.
  ///
  /// - Parameter isWanted: Tells by the path of a source whether it is one of them.
  package func restricted(to isWanted: (String) -> Bool) -> CheckResult {
    var result = self
    func isAboutWanted(_ finding: Finding) -> Bool { finding.range.map { isWanted($0.file) } ?? false }
    result.findings = findings.filter(isAboutWanted)
    result.withheldFindings = withheldFindings.filter(isAboutWanted)
    result.withheld = withheld.filter { isWanted($0.path) }
    result.paths = paths.filter(isWanted)
    return result
  }

  /// Adds findings that concern no single report.
  mutating func add(_ more: [Finding]) {
    if !more.isEmpty { findings = (findings + more).inReadingOrder() }
  }

  init(_ sources: PortalSources, _ checked: [CheckedReport], _ crossCheck: CrossCheck) {
    // Findings in single reports already have their final severity and acceptance.
    var acceptances = Acceptances()
    for report in checked { acceptances.add(report.acceptances) }
    func judged(_ findings: [Finding]) -> [Finding] {
      var findings = findings
      sources.severities.apply(to: &findings)
      acceptances.accept(&findings)
      return findings
    }
    var all = judged(sources.findings + crossCheck.findings)
    var held = judged(crossCheck.withheldFindings)
    for report in checked {
      if report.withheld == nil { all += report.findings + report.confidential } else { held += report.findings }
    }
    var unused = acceptances.unused(among: all + held, kinds: sources.kinds)
    sources.severities.apply(to: &unused)
    let isHeld = Set(checked.compactMap(\.withheld?.path))
    for finding in unused {
      if isHeld.contains(finding.range?.file ?? "") { held.append(finding) } else { all.append(finding) }
    }
    findings = all.inReadingOrder()
    withheldFindings = held.inReadingOrder()
    withheld = checked.compactMap(\.withheld).sorted { $0.path < $1.path }
    paths = checked.map(\.path)
  }
}
