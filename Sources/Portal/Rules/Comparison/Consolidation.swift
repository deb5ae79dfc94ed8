internal import Reports

/// A consolidated report and the reports of the bodies that it covers.
struct Consolidation {
  let whole: ReportFigures
  /// The number of bodies it covers besides its own.
  let covered: Int
  /// The covered bodies whose report cannot be added, because it does not exist, is on another form or has cells that
  /// hold text.
  let unusable: [String]
  /// The reports of the other bodies. A joint report of several bodies counts once.
  let parts: [ReportFigures]

  /// Whether its figures can be compared with the sums of its parts.
  var isComplete: Bool { unusable.isEmpty && whole.isComplete }

  static func all(in comparison: AgencyComparison) -> [Consolidation] {
    let consolidated = comparison.reports.filter { $0.scope == .consolidated && !$0.covers.isEmpty }
    if consolidated.isEmpty { return [] }
    let years = Set(consolidated.map(\.year))
    var parts: [Int: [String: ReportFigures]] = [:]
    for report in comparison.reports where years.contains(report.year) && report.status == .published {
      for agency in report.bodies { parts[report.year, default: [:]][agency] = report }
    }
    return consolidated.sorted { $0.path < $1.path }.filter { $0.status != .withdrawn }.map { report in
      Consolidation(report, parts[report.year] ?? [:])
    }
  }

  private init(_ whole: ReportFigures, _ reports: [String: ReportFigures]) {
    self.whole = whole
    let covered = whole.covers.filter { $0 != whole.agency }
    self.covered = covered.count
    unusable = covered.filter { id in
      guard let part = reports[id] else { return true }
      return !part.form.hasSameCells(as: whole.form) || !part.isComplete
    }
    var seen: Set<String> = []
    parts = covered.compactMap { reports[$0] }.filter { seen.insert($0.path).inserted }
  }
}
