import Bytes
import Pages
import Portal
import RenderedPortals
import Reports
import Testing

@testable import SearchIndex

/// The files of the index do not depend on which reports each thread has read.
struct SearchIndexTests {
  private let rendered: RenderedPortal
  private let reports: [Report]

  init() throws {
    let portal = try RenderedPortal(agencies: [("liulin", "柳林街道"), ("caizheng", "财政局")])
    // Enough different characters for several shards.
    let text = String(String.UnicodeScalarView((0x4E00..<0x5E00).compactMap(Unicode.Scalar.init)))
    reports = try [("liulin", 2022), ("caizheng", 2022), ("liulin", 2023), ("caizheng", 2023)].map { agency, year in
      try portal.report(agency, year) { $0 + "\n\(agency)\(year)\(text)\n" }
    }
    rendered = portal
  }

  private func files(threads: Int) throws -> [String: String] {
    var indexers = Array(repeating: SearchIndexer(forms: rendered.context.forms), count: threads)
    for (place, report) in reports.enumerated() { indexers[place % threads].add(report, hasKnownFaults: false) }
    let portal = Portal(
      site: rendered.site, registry: rendered.registry, reports: reports.map { ReportSummary($0) },
      statistics: rendered.context.statistics)
    var files: [String: String] = [:]
    try SearchIndexWriter(forms: rendered.context.forms, portal: portal, indexers: indexers).write {
      files[$0] = String($1)
    }
    return files
  }

  @Test(arguments: 2...4)
  func theNumberOfThreadsChangesNoFile(_ threads: Int) throws {
    let (one, several) = (try files(threads: 1), try files(threads: threads))
    #expect(one.keys.count { $0.contains("/terms-") } > 1)
    #expect(several.keys.sorted() == one.keys.sorted())
    for (path, text) in one where several[path] != text { Issue.record("\(path) differs") }
  }
}
