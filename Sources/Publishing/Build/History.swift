internal import Portal
internal import Reports

/// Runs the rules that compare the reports of one agency with each other.
struct History {
  private let entries: [HistoryEntry?]
  private let registry: Registry

  init(_ outcomes: [Conversion.Outcome], registry: Registry) {
    self.registry = registry
    entries = outcomes.map(\.entry)
  }

  /// Adds what is found to the later of two reports.
  func check(_ outcomes: inout [Conversion.Outcome]) {
    // A draft or withdrawn report is nothing to be held to.
    let published = entries.compactMap { $0 }.filter { $0.report.metadata.status == .published }
    for (index, entry) in entries.enumerated() {
      guard let entry, entry.report.metadata.status != .withdrawn else { continue }
      let others = published.filter { $0 !== entry && $0.report.metadata.scope == entry.report.metadata.scope }
      let year = entry.report.metadata.year
      if let previous = others.first(where: { $0.report.metadata.year == year - 1 }),
        registry.isSameBody(entry.report.metadata.agency, in: year, asIn: year - 1)
      {
        Rules.check(entry, after: previous, findings: &outcomes[index].findings)
      }
      Rules.check(entry, among: others, findings: &outcomes[index].findings)
    }
  }
}
