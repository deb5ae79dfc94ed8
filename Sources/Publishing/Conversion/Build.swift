internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Pages
internal import Portal
package import Reports
internal import Templates

/// Publishes a portal completely or not at all.
package struct Build: Sendable {
  package enum Result: Sendable {
    /// The new site is in place.
    case published(CheckResult, SwapReport, pages: Int)
    /// There are errors; the old site is unchanged.
    case refused(CheckResult)
  }

  /// The result of a build, together with the objects it created.
  ///
  /// There are several hundred thousand of them, and freeing them one by one on one thread takes longer than most steps
  /// of a build. A process that exits after the build therefore keeps this value until then and lets the kernel reclaim
  /// everything at once.
  package struct Outcome: Sendable {
    package let result: Result
    private let made: [any Sendable]

    fileprivate init(_ result: Result, holding made: any Sendable...) {
      self.result = result
      self.made = made
    }
  }

  let sources: PortalSources
  let output: String
  let date: CalendarDate?
  let jobs: Int
  let force: Bool
  let isStrict: Bool
  let durability: Durability

  package init(
    sources: PortalSources, output: String, date: CalendarDate? = nil, jobs: Int, force: Bool = false,
    isStrict: Bool = false, durability: Durability = .wholeTree
  ) {
    self.sources = sources
    self.output = output
    self.date = date
    self.jobs = jobs
    self.force = force
    self.isStrict = isStrict
    self.durability = durability
  }

  /// - Throws: `PublishingError` for errors of the file system.
  package func run(progress: Progress = .none) throws -> Outcome {
    let location = try OutputLocation(output, inputs: [sources.contentPath, "\(sources.folder)/Themes"])
    let staging = try StagingTree(under: OutputLock(location), force: force)
    do {
      return try publish(to: staging, progress)
    } catch {
      staging.discard()
      throw error
    }
  }

  private func publish(to staging: StagingTree, _ progress: Progress) throws -> Outcome {
    let (theme, findings) = sources.readSite()
    guard let theme, findings.count(of: .error) == 0 else {
      staging.discard()
      return Outcome(.refused(Check(sources: sources, date: date, jobs: jobs).run()))
    }
    let data = DataContext(site: sources.site, registry: sources.registry, forms: sources.forms, strings: theme.strings)
    let context = PageContext(data: data, theme: theme, hostFrame: sources.hostFrame)
    let rendering = ReportRendering(
      context: context, sources: sources, staging: staging, date: date, jobs: jobs)
    let reports = try rendering.run(progress)
    var checked = reports.checked
    checked.add(findings)
    if checked.errors > 0 || (isStrict && checked.warnings > 0) {
      staging.discard()
      return Outcome(.refused(checked), holding: reports, sources)
    }
    let portal = Portal(
      site: sources.site, registry: sources.registry, reports: reports.summaries, statistics: context.statistics)
    do {
      return try publish(reports, checked, context, portal, to: staging)
    } catch let fault as PublishingError {
      guard let finding = sources.finding(ofFault: fault) else { throw fault }
      checked.add([finding])
      staging.discard()
      return Outcome(.refused(checked), holding: reports, portal, sources)
    }
  }

  /// Writes everything besides the reports and swaps the new site in.
  private func publish(
    _ reports: RenderedReports, _ checked: CheckResult, _ context: PageContext, _ portal: Portal,
    to staging: StagingTree
  ) throws -> Outcome {
    let rest = try writeRest(context, portal, to: staging)
    if !rest.findings.isEmpty {
      var checked = checked
      checked.add(rest.findings)
      staging.discard()
      return Outcome(.refused(checked), holding: reports, portal, sources)
    }
    var entries = reports.entries + rest.entries
    entries += try SearchFiles(site: context.site, forms: context.forms, portal: portal).write(
      reports.indexers, to: staging)
    let data = PortalData(context: context, portal: portal, staging: staging, jobs: jobs)
    entries += try data.write(reports.records, beside: entries)
    entries = entries.inPathOrder()
    entries += try CrawlerFiles(site: context.site, portal: portal).write(beside: entries, to: staging)
    if sources.site.data.checksums { entries.append(try Checksums(staging: staging, jobs: jobs).write(of: entries)) }
    let copies = CompressedCopies(staging: staging, encodings: sources.site.precompress, jobs: jobs)
    let encoders = copies.encoders(beside: entries)
    entries += try copies.write(of: entries)
    let pages = entries.count { $0.path.hasSuffix(".html") }
    let swap = try staging.commit(entries, encoders: encoders, durability: durability)
    return Outcome(.published(checked, swap, pages: pages), holding: reports, portal, sources, entries)
  }

  private struct Worker: ~Copyable {
    var writer: StagingWriter
    var scratch = ByteBuffer(capacity: 128 << 10)
  }

  /// What is written after all reports.
  private enum Task: Sendable {
    case page(any IndexPage)
    case files
  }

  /// Writes index pages and the files that accompany them.
  private func writeRest(
    _ context: PageContext, _ portal: Portal, to staging: StagingTree
  ) throws -> (entries: [Manifest.Entry], findings: [Finding]) {
    let pages = PortalPages(context: context, portal: portal)
    let tasks = pages.pages(namingDataFiles: false).map(Task.page) + [.files]
    let settings = sources.site.data
    let (findings, entries) = try concurrently(tasks.count, jobs: jobs) {
      Worker(writer: staging.writer(hashes: settings.checksums))
    } _: { worker, index -> [Finding] in
      switch tasks[index] {
      case .page(let page): try worker.writer.write(page, of: pages, scratch: &worker.scratch)
      case .files: return try copyFiles(context, to: &worker.writer)
      }
      return []
    } finish: { worker in
      worker.writer.finish()
    }
    return (entries.flatMap { $0 }, findings.flatMap { $0 })
  }

  /// Copies the assets of the theme, the schemas and the portal's static files.
  ///
  /// - Returns: Findings for files that have changed since `Content` was scanned.
  private func copyFiles(_ context: PageContext, to writer: inout StagingWriter) throws -> [Finding] {
    for asset in context.theme.assets { try writer.write(asset.path, asset.bytes) }
    for schema in Schemas.files(baseURL: sources.site.baseURL, forms: sources.forms) {
      try writer.write(schema.path, schema.bytes)
    }
    var findings: [Finding] = []
    for path in sources.content.statics {
      let file: InputFile
      do throws(SystemFault) {
        file = try sources.content.openStatic(path)
      } catch {
        findings.append(.changed("static/\(path)", error))
        continue
      }
      try writer.copy(file, to: path)
    }
    return findings
  }
}
