internal import Diagnostics
internal import Pages
internal import Portal
package import Reports

/// The contents of a portal for `gongkai list`: every report with its status, and every published address.
package struct PortalListing: Sendable {
  package struct ReportEntry: Sendable {
    /// Relative to `Content`.
    package let path: String
    package let agency: String
    package let year: Int
    package let title: String
    package let status: ReportMetadata.Status
    package let isWithheld: Bool
    package let errors: Int
  }

  /// In path order.
  package let reports: [ReportEntry]
  /// Paths of all pages in the first language, in byte order.
  package let routes: [String]

  package init(sources: PortalSources, date: CalendarDate?, jobs: Int) {
    let conversion = Conversion(sources: sources, date: date)
    let budget = WorkBudget()
    let agencies = sources.content.reports.keys.sorted()
    let (listed, _) = concurrently(agencies.count, jobs: jobs, makeWorker: {}) { (_: inout Void, index: Int) in
      var share = budget.share()
      let files = sources.content.reports[agencies[index]] ?? []
      return conversion.checkHistory(files, share: &share).map { outcome in
        let metadata = outcome.report?.metadata
        let entry = ReportEntry(
          path: outcome.file.path, agency: metadata?.agency ?? outcome.file.name, year: metadata?.year ?? 0,
          title: metadata?.title ?? "", status: metadata?.status ?? .draft, isWithheld: outcome.withheld != nil,
          errors: outcome.findings.count(of: .error))
        return (entry: entry, summary: outcome.withheld == nil ? outcome.report.map { ReportSummary($0) } : nil)
      }
    } finish: { _ in
    }
    let all = listed.flatMap { $0 }
    reports = all.map(\.entry).sorted { $0.path < $1.path }
    let portal = Portal(
      site: sources.site, registry: sources.registry, reports: all.compactMap(\.summary),
      statistics: Statistics(sources.forms.forms))
    routes = PageKinds.pages(of: portal).map(\.route.path).sorted()
  }
}
