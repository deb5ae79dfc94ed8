internal import Diagnostics
internal import Portal
internal import Reports

/// Runs the rules that compare the reports of one agency with each other.
struct History {
  private let entries: [HistoryEntry?]
  /// Whether the report at this index is not published.
  private let isWithheld: [Bool]
  private let registry: Registry

  init(_ outcomes: [Conversion.Outcome], registry: Registry) {
    self.registry = registry
    entries = outcomes.map(\.entry)
    isWithheld = outcomes.map { $0.withheld != nil }
  }

  /// Adds each finding to the later of the two reports.
  func check(_ outcomes: inout [Conversion.Outcome]) {
    // A report is not compared with drafts or withdrawn reports.
    let published = entries.indices.filter { entries[$0]?.report.metadata.status == .published }
    let open = published.filter { !isWithheld[$0] }
    for (index, entry) in entries.enumerated() {
      guard let entry, entry.report.metadata.status != .withdrawn else { continue }
      let findings = findings(in: entry, among: published)
      if isWithheld[index] || open.count == published.count {
        outcomes[index].findings += findings
        continue
      }
      let split = findings.splitByConfidentiality(open: self.findings(in: entry, among: open))
      outcomes[index].findings += split.open
      outcomes[index].confidential += split.confidential
    }
  }

  private func findings(in entry: HistoryEntry, among published: [Int]) -> [Finding] {
    var findings: [Finding] = []
    let others = published.compactMap { place -> HistoryEntry? in
      guard let other = entries[place], other !== entry, other.report.metadata.scope == entry.report.metadata.scope
      else { return nil }
      return other
    }
    let year = entry.report.metadata.year
    if let previous = others.first(where: { $0.report.metadata.year == year - 1 }),
      registry.isSameBody(entry.report.metadata.agency, in: year, asIn: year - 1)
    {
      Rules.check(entry, after: previous, findings: &findings)
    }
    Rules.check(entry, among: others, findings: &findings)
    return findings
  }
}
