internal import Reports

/// Which of the agencies that had to report on a year have done so.
package struct Coverage: Sendable {
  /// The agencies that existed until the end of the year and whose reports the portal holds, in the order of the
  /// registry.
  package let bound: [Agency]
  /// Those of them without a report. A withdrawn report counts as a report.
  package let missing: [Agency]
  /// Reports published after the deadline set by the law or the portal.
  package let late: [ReportSummary]

  /// - Returns: `nil` for a year for which the portal is not meant to have every report.
  package init?(of year: Int, in portal: Portal) {
    guard portal.site.years.contains(year) else { return nil }
    let reports = portal.reports(of: year)
    let present = reports.reduce(into: Set<String>()) { $0.formUnion($1.bodies) }
    bound = portal.registry.agencies.filter { $0.isBound(in: year) }
    missing = bound.filter { !present.contains($0.id) }
    late = reports.filter { portal.isLate($0) }
  }

  package var reported: Int { bound.count - missing.count }
}

extension Portal {
  /// Whether a report was published after the deadline set by the law or the portal.
  package func isLate(_ report: ReportSummary) -> Bool {
    guard report.status == .published, let agency = registry[agency: report.agency],
      let published = report.publicationDay
    else { return false }
    let missed = Deadline.missed(
      by: published, agency, year: report.year, ofRegulations: statistics.isOfRegulations(report),
      own: site.deadlines)
    return missed != nil
  }
}
