internal import Reports

/// How many reports there are, by the definitions that all pages and data files share.
package struct ReportCounts: Sendable, Hashable {
  /// Published reports, including those that gather other bodies. A joint report counts once, for the agency that files it.
  package private(set) var reports = 0
  /// Those of them that totals add: reports on an agency's own work.
  package private(set) var added = 0
  /// Reports that were withdrawn. They are in no other number.
  package private(set) var withdrawn = 0

  package init(_ reports: some Sequence<ReportSummary>) {
    for report in reports {
      switch report.status {
      case .withdrawn: withdrawn += 1
      case .published:
        self.reports += 1
        if report.isInTotals { added += 1 }
      case .draft: break
      }
    }
  }
}

extension Portal {
  package var counts: ReportCounts { ReportCounts(reports) }

  /// Of the reports that an agency files.
  package func counts(of agency: Agency) -> ReportCounts {
    ReportCounts(reports(of: agency.id).lazy.filter { $0.agency == agency.id })
  }

  /// The published reports that an agency's partners file for it.
  package func jointReports(of agency: Agency) -> Int {
    reports(of: agency.id).count { $0.agency != agency.id && $0.status == .published }
  }

  /// Of the reports of a region's own agencies.
  package func counts(of region: Region) -> ReportCounts { ReportCounts(reports(ofRegion: region.code)) }
}
