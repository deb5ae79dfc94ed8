internal import DataFiles
internal import Foundation
internal import Glibc
internal import Pages
internal import Portal
internal import Synchronization
internal import Templates
internal import Testing

@testable internal import Publishing

/// Records of reports are on disk until the files of all reports are written, and a disk may fail.
@Suite struct UnreadableRecordTests {
  let fixture: OutputFixture

  init() throws {
    fixture = try OutputFixture()
    try fixture.put(
      "Content/site.yaml",
      "name: 年报\nbase_url: https://www.example.cn/nb/\nlanguages: [zh-Hans]\ndata: {database: false, workbooks: false}\n"
    )
    try fixture.put("Content/regions.yaml", "- {code: \"530199\", name: 云溪区}\n")
    for agency in ["caizheng", "ziran"] {
      try fixture.put("Content/agencies/\(agency).md", "---\nname: \(agency)\nregion: \"530199\"\n---\n")
    }
  }

  private func putReport(of agency: String, _ year: Int) throws {
    try fixture.put(
      "Content/reports/\(year)/\(agency).md",
      """
      ---
      title: \(agency)\(year)年政府信息公开工作年度报告
      agency: \(agency)
      year: \(year)
      published: \(year + 1)-01-30
      form: none
      ---

      一段文字。

      """)
  }

  private func context(of sources: PortalSources) throws -> PageContext {
    let theme = try #require(sources.readSite().theme)
    let data = DataContext(site: sources.site, registry: sources.registry, forms: sources.forms, strings: theme.strings)
    return PageContext(data: data, theme: theme, hostFrame: nil)
  }

  private func stagingTree() throws -> StagingTree {
    try StagingTree(under: OutputLock(OutputLocation(fixture.root + "/Output")))
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 2])
  func aRecordThatCannotBeReadEndsTheBuildWithItsError(jobs: Int) throws {
    try putReport(of: "caizheng", 2023)
    try putReport(of: "ziran", 2022)
    let sources = PortalSources(folder: fixture.root, jobs: 1)
    let context = try context(of: sources)
    let staging = try stagingTree()
    defer { staging.discard() }
    let reports = try ReportRendering(context: context, sources: sources, staging: staging, date: nil, jobs: 1)
      .run(.none)
    #expect(reports.records.map(\.key.agency) == ["caizheng", "ziran"])
    try cutRecords()
    let portal = Portal(
      site: sources.site, registry: sources.registry, reports: reports.summaries, statistics: context.statistics)
    let data = PortalData(context: context, portal: portal, staging: staging, jobs: jobs)
    let error = #expect(throws: PublishingError.self) { try data.write(reports.records, beside: []) }
    guard case .inputOutput(.read, _, let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.code == EIO)
  }

  private struct Unreadable: Error {}

  /// The first part fails when the others are about to wait for it.
  @Test(.timeLimit(.minutes(1)), arguments: [2, 4])
  func noThreadWaitsForAPartThatCouldNotBeRead(jobs: Int) throws {
    let context = try context(of: PortalSources(folder: fixture.root, jobs: 1))
    let staging = try stagingTree()
    defer { staging.discard() }
    let portal = Portal(
      site: context.site, registry: context.registry, reports: [], statistics: context.statistics)
    let outputs = try PortalOutputs(DataFormats.files(of: portal, context.data), years: [], staging)
    let others = Atomic(0)
    #expect(throws: Unreadable.self) {
      try concurrently(jobs, jobs: jobs, makeWorker: {}) { (_: inout Void, part: Int) in
        try outputs.write(part: part, year: 2023, outputs.buffers) {
          guard part == 0 else {
            others.add(1, ordering: .relaxed)
            return []
          }
          while others.load(ordering: .relaxed) < jobs - 1 { usleep(1000) }
          usleep(50_000)
          throw Unreadable()
        }
      } finish: { _ in
      }
    }
  }

  /// Removes the last byte of the unnamed file with the records.
  private func cutRecords() throws {
    let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { number in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
      return target.map { $0.hasPrefix(fixture.root) && $0.contains("records-") && $0.hasSuffix("(deleted)") } ?? false
    }
    #expect(open.count == 1)
    let number = try #require(open.first.flatMap { Int32($0) })
    var status = stat()
    #expect(fstat(number, &status) == 0 && status.st_size > 1)
    #expect(ftruncate(number, status.st_size - 1) == 0)
  }
}
