import Bytes
import DataFiles
import Diagnostics
import Foundation
import Pages
import Portal
import Reports
import Templates
import Testing

@testable import Publishing

/// A page or a data file that is made alone, from a portal that is held in memory, is what a build writes.
struct RenderedAloneTests {
  private let output: URL
  private let sources: PortalSources

  /// The sample portal: it has a page of each kind.
  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    sources = PortalSources(folder: root.path, jobs: 2)
    output = FileManager.default.temporaryDirectory.appending(path: "gongkai-alone-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
  }

  @Test func everyPageAndDataFileAloneHasTheBytesOfTheBuild() throws {
    defer { try? FileManager.default.removeItem(at: output) }
    let site = output.appending(path: "site")
    _ = try Build(sources: sources, output: site.path, jobs: 2, durability: .manifest).run()
    let held = try HeldPortal(sources, scratch: output)
    for (path, bytes) in held.files {
      let built = try? Data(contentsOf: site.appending(path: path))
      #expect(built.map { Array($0) == bytes } ?? false, "\(path)")
    }
    let built = try FileManager.default.subpathsOfDirectory(atPath: site.path)
    let pages = built.filter { $0.hasSuffix(".html") }
    #expect(pages.allSatisfy { held.files[$0] != nil })
    #expect(
      built.filter { $0.hasPrefix("data/") && $0.split(separator: ".").count == 2 }.allSatisfy { held.files[$0] != nil }
    )
    #expect(Set(held.owners.values.map(\.stem)) == Set(PageKinds.pages(of: held.portal).map(\.route.stem)))
    let finder = PageFinder(held.portal)
    for (path, route) in held.owners { #expect(finder.page(ofFile: path)?.route == route, "\(path)") }
    #expect(finder.page(ofFile: "no/such/page.html") == nil)
  }
}

/// The sample portal in memory, and all that is made of it, one thing after another.
private struct HeldPortal {
  let portal: Portal
  private(set) var files: [String: [UInt8]] = [:]
  /// The address of the page that has written a file.
  private(set) var owners: [String: Route] = [:]

  init(_ sources: PortalSources, scratch: URL) throws {
    let theme = try #require(sources.readSite().theme)
    let data = DataContext(site: sources.site, registry: sources.registry, forms: sources.forms, strings: theme.strings)
    let context = PageContext(data: data, theme: theme, hostFrame: sources.hostFrame)
    let conversion = Conversion(sources: sources, date: nil)
    var share = WorkBudget().share()
    let agencies = sources.content.reports.values
    let checked = agencies.flatMap { conversion.checkHistory($0, share: &share).map { CheckedReport($0) } }
    let open = CrossCheck(checked, sources).openFindings(checked, sources)
    let crossFindings = Dictionary(grouping: open) { $0.range?.file ?? "" }

    var (files, owners): ([String: [UInt8]], [String: Route]) = ([:], [:])
    var records: [(key: RecordKey, bytes: [UInt8])] = []
    var summaries: [ReportSummary] = []
    var buffer = ByteBuffer()
    var json = JSONWriter()
    func made(_ make: (String) throws -> Void) throws -> [UInt8] {
      let path = scratch.appending(path: "file").path
      try make(path)
      defer { try? FileManager.default.removeItem(atPath: path) }
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
    for agency in agencies {
      let outcomes = conversion.checkHistory(agency, crossFindings: crossFindings, share: &share)
      var own: [String: [UInt8]] = [:]
      let new = try conversion.render(
        outcomes, with: ReportPageWriter(context: context), scratch: &buffer, json: &json
      ) { path, bytes in
        own[path] = bytes.array()
      } record: { key, record in
        records.append((key, record.array()))
      } form: { report in
        try data.formWorkbook(of: report).map { workbook in
          let bytes = try made { try workbook.write(at: $0) }
          own[workbook.path] = bytes
          return bytes.count
        }
      } indexing: { _, _ in
      }
      summaries += new
      files.merge(own) { first, _ in first }
      for report in new {
        for path in own.keys where path.contains("\(report.route.stem).") { owners[path] = report.route }
      }
    }
    portal = Portal(
      site: sources.site, registry: sources.registry, reports: summaries, statistics: context.statistics)

    let registry = sources.registry
    records.sort {
      ($0.key.year, registry.index(of: $0.key.agency) ?? .max) < (
        $1.key.year, registry.index(of: $1.key.agency) ?? .max
      )
    }
    let kept = records
    let all = ReportRecords(forms: kept.map(\.key.form), years: kept.map(\.key.year)) { ReportRecord(kept[$0].bytes) }
    var published: [PublishedFile] = []
    for file in DataFormats.files(of: portal, data) {
      var bytes = try file.bytes(of: all)?.array()
      if case .whole(let write) = file.content { bytes = try made { try write(all, $0) } }
      let content = try #require(bytes)
      files["data/\(file.name)"] = content
      let digest = content.withUnsafeBufferPointer { FileDigest(of: $0) }
      published.append(PublishedFile(file, year: nil, bytes: content.count, sha256: digest.hexadecimal))
    }
    // The page that names them does so in the order of their paths.
    published.sort { $0.path < $1.path }
    let pages = PortalPages(context: context, portal: portal, files: published)
    for page in pages.pages(namingDataFiles: false) + pages.pages(namingDataFiles: true) {
      var own: [String: [UInt8]] = [:]
      try pages.render(page, scratch: &buffer) { path, bytes in
        own[path] = bytes.array()
      } workbook: { path, table in
        own[path] = try made { try table.writeWorkbook(at: $0, author: pages.publisher, strings: pages.strings) }
      }
      for path in own.keys { owners[path] = page.route }
      files.merge(own) { first, _ in first }
    }
    self.files = files
    self.owners = owners
  }
}
