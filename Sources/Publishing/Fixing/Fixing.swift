package import Diagnostics
internal import Markup
internal import Portal
internal import Reports

/// The mechanical corrections of one report.
package struct FixedReport: Sendable {
  /// Relative to `Content`.
  package let path: String
  package let old: [UInt8]
  package let new: [UInt8]
  /// How many corrections were made.
  package let count: Int
  /// Findings whose corrections contradict each other, so none of them was applied.
  package let undecided: [Finding]
}

/// Corrects what can be corrected from the report alone.
package struct Fixing: Sendable {
  let sources: PortalSources
  let jobs: Int

  package init(sources: PortalSources, jobs: Int) {
    self.sources = sources
    self.jobs = jobs
  }

  /// The reports that can be corrected or whose corrections contradict each other, in path order, and findings for
  /// reports that cannot be read.
  ///
  /// - Parameter isWanted: Whether to look at the report with this path in `Content`.
  package func run(_ isWanted: @Sendable (String) -> Bool) -> (fixed: [FixedReport], unreadable: [Finding]) {
    let paths = sources.content.reportPaths.filter(isWanted)
    let budget = WorkBudget()
    let (results, _) = concurrently(paths.count, jobs: jobs, makeWorker: {}) { (_: inout Void, index: Int) in
      var unreadable: [Finding] = []
      var share = budget.share()
      let source = PortalSources.read(paths[index], in: sources.content.folder, sources.site.limits, &unreadable)
      if let source { share.take(source.bytes.count) }
      return (fixed: source.flatMap(fix), unreadable: unreadable)
    } finish: { _ in
    }
    return (results.compactMap(\.fixed), results.flatMap(\.unreadable))
  }

  /// A total may depend on others that an earlier round filled in. A few rounds are enough.
  private static let mostRounds = 8

  private func fix(_ old: SourceFile) -> FixedReport? {
    var source = old
    var count = 0
    var undecided: [Finding] = []
    for _ in 0..<Self.mostRounds {
      let findings = Self.certain(findings(in: source).filter { !$0.isAccepted })
      let (next, applied, conflicting) = source.applying(findings.compactMap(\.fix))
      let refused = Set(conflicting)
      undecided = findings.filter { $0.fix.map(refused.contains) ?? false }
      if applied == 0 { break }
      count += applied
      source = next
    }
    if count == 0, undecided.isEmpty { return nil }
    return FixedReport(path: old.path, old: old.bytes, new: source.bytes, count: count, undecided: undecided)
  }

  /// Findings whose fixes do not touch a line with another fault that somebody has to look at. A fault at the same place
  /// as one with a fix, such as a blank cell that is a blank total, is corrected with it.
  private static func certain(_ findings: [Finding]) -> [Finding] {
    let corrected = Set(findings.filter { $0.fix != nil }.compactMap(\.range))
    let unresolved = findings.filter { finding in
      finding.fix == nil && finding.severity > .hint && !(finding.range.map(corrected.contains) ?? false)
    }
    let doubtful = Set(unresolved.compactMap(\.range?.line))
    return findings.filter { finding in
      finding.fix.map { !$0.replacements.contains { doubtful.contains($0.range.line) } } ?? false
    }
  }

  private func findings(in source: SourceFile) -> [Finding] {
    var findings: [Finding] = []
    let report = MarkupParser(limits: sources.site.limits).parse(source, findings: &findings)
      .flatMap { ReportReader(forms: sources.forms).read($0, findings: &findings) }
    // A source that cannot be read may still have mechanical faults.
    guard let report else { return findings }
    Rules.check(report, findings: &findings)
    sources.severities.apply(to: &findings)
    var acceptances = Acceptances(report)
    acceptances.accept(&findings)
    return findings
  }
}
