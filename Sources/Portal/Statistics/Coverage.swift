internal import Reports

/// Which agencies have a report for a year, among those that had to.
package struct Coverage: Sendable {
  /// Those that existed to the end of the year and of which the portal holds reports, in the order of the registry.
  package let bound: [Agency]
  /// Those of them without a report; a withdrawn one counts as one that was made.
  package let missing: [Agency]
  /// Reports published after the day that the law or the portal sets.
  package let late: [ReportSummary]

  /// - Returns: `nil` for a year of which the portal does not mean to hold every report.
  package init?(of year: Int, in portal: Portal) {
    guard portal.site.years.contains(year) else { return nil }
    let reports = portal.reports(of: year)
    let present = reports.reduce(into: Set<String>()) { $0.formUnion($1.bodies) }
    bound = portal.registry.agencies.filter { $0.isBound(in: year) }
    missing = bound.filter { !present.contains($0.id) }
    late = reports.filter { report in
      guard report.status == .published, let agency = portal.registry[agency: report.agency],
        let published = report.publicationDay
      else { return false }
      let missed = Deadline.missed(
        by: published, agency, year: year, ofRegulations: portal.statistics.isOfRegulations(report),
        own: portal.site.deadlines)
      return missed != nil
    }
  }

  package var reported: Int { bound.count - missing.count }
}
