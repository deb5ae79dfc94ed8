internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Pages
internal import Portal
internal import Reports
internal import SearchIndex

/// What remains of the reports after their pages have been written.
struct RenderedReports {
  let checked: CheckResult
  let summaries: [ReportSummary]
  let entries: [Manifest.Entry]
  let records: [RecordPlace]
  let indexers: [SearchIndexer]
  /// The outputs of the first round for each report; see `Build.Outcome`.
  let outputs: [any Sendable]
}

/// Checks all reports and writes their pages, agency by agency, so that their texts are never all in memory at once.
///
/// A page lists the faults that its report accepts. The few reports that accept findings which only a `CrossCheck` can
/// make are written in a second round, when all reports have been read.
struct ReportRendering: Sendable {
  private let conversion: Conversion
  private let page: ReportPageWriter
  private let context: PageContext
  private let sources: PortalSources
  private let staging: StagingTree
  private let jobs: Int

  init(
    context: PageContext, sources: PortalSources, staging: StagingTree, date: CalendarDate?, jobs: Int
  ) {
    conversion = Conversion(sources: sources, date: date)
    page = ReportPageWriter(context: context)
    self.context = context
    self.sources = sources
    self.staging = staging
    self.jobs = jobs
  }

  func run(_ progress: Progress) throws -> RenderedReports {
    let agencies = sources.content.reports.keys.sorted()
    progress.begin(sources.content.reports.values.reduce(0) { $0 + $1.count })
    let first = try render(agencies, crossFindings: nil, progress)
    let checked = first.outputs.flatMap(\.checked)
    let crossCheck = CrossCheck(checked, sources)
    let waiting = zip(agencies, first.outputs).filter { $1.summaries == nil }.map(\.0)
    let open = waiting.isEmpty ? [] : crossCheck.openFindings(checked, sources)
    let second = try render(waiting, crossFindings: Dictionary(grouping: open) { $0.range?.file ?? "" }, .none)
    let remainders = first.remainders + second.remainders
    var result = CheckResult(sources, checked, crossCheck)
    result.add((first.outputs + second.outputs).flatMap(\.changes))
    let before = first.outputs.filter { $0.summaries == nil }.flatMap(\.digests)
    for (old, new) in zip(before, second.outputs.flatMap(\.digests)) where old.digest != new.digest {
      result.add([.changed(old.path)])
    }
    return RenderedReports(
      checked: result,
      summaries: (first.outputs + second.outputs).flatMap { $0.summaries ?? [] },
      entries: remainders.flatMap(\.entries),
      records: remainders.flatMap(\.records), indexers: remainders.compactMap(\.indexer), outputs: first.outputs)
  }

  // MARK: A round

  private struct Output: Sendable {
    let checked: [CheckedReport]
    /// `nil` while they are waiting for a `CrossCheck`.
    let summaries: [ReportSummary]?
    /// Files that changed after `Content` was scanned, and paths that were taken.
    let changes: [Finding]
    /// Digests of sources that are read in both rounds and must not change in between.
    let digests: [(path: String, digest: FileDigest?)]
  }

  private struct Remainder {
    let entries: [Manifest.Entry]
    let records: [RecordPlace]
    let indexer: SearchIndexer?
  }

  private struct Worker: ~Copyable {
    var writer: StagingWriter
    var spool: RecordSpool?
    var indexer: SearchIndexer?
    var scratch = ByteBuffer(capacity: 128 << 10)
    var json = JSONWriter(buffer: ByteBuffer(capacity: 128 << 10))

    consuming func finish() -> Remainder {
      Remainder(entries: writer.finish(), records: spool?.finish() ?? [], indexer: indexer)
    }
  }

  /// - Parameter crossFindings: The findings of a `CrossCheck`, by path of the report; `nil` in the first round.
  private func render(
    _ agencies: [String], crossFindings: [String: [Finding]]?, _ progress: Progress
  ) throws -> (outputs: [Output], remainders: [Remainder]) {
    if agencies.isEmpty { return ([], []) }
    let settings = sources.site.data
    let budget = WorkBudget()
    return try concurrently(agencies.count, jobs: jobs) {
      Worker(
        writer: staging.writer(hashes: settings.checksums),
        spool: settings.keepsRecords ? RecordSpool(staging.folder) : nil,
        indexer: sources.site.search ? SearchIndexer(forms: context.forms) : nil)
    } _: { worker, index in
      let files = sources.content.reports[agencies[index]] ?? []
      defer { progress.advance(by: files.count) }
      var share = budget.share()
      let outcomes = conversion.checkHistory(files, crossFindings: crossFindings ?? [:], share: &share)
      let waits = crossFindings == nil && outcomes.contains(where: \.awaitsCrossCheck)
      var changes: [Finding] = []
      let summaries = waits ? nil : try write(outcomes, with: &worker, &changes)
      return Output(
        checked: outcomes.map { CheckedReport($0) }, summaries: summaries, changes: changes,
        digests: waits || crossFindings != nil ? outcomes.map { (path: $0.file.path, digest: $0.sourceDigest) } : [])
    } finish: { worker in
      worker.finish()
    }
  }

  private func write(
    _ outcomes: [Conversion.Outcome], with worker: inout Worker, _ changes: inout [Finding]
  ) throws -> [ReportSummary] {
    do {
      let summaries = try writePages(outcomes, with: &worker)
      try copyFiles(outcomes, with: &worker, &changes)
      return summaries
    } catch let fault as PublishingError {
      guard let finding = sources.finding(ofFault: fault) else { throw fault }
      changes.append(finding)
      return []
    }
  }

  private func writePages(_ outcomes: [Conversion.Outcome], with worker: inout Worker) throws -> [ReportSummary] {
    try conversion.render(
      outcomes, with: page, scratch: &worker.scratch, json: &worker.json
    ) { path, bytes in
      try worker.writer.write(path, bytes.bytes)
    } record: { key, record in
      try worker.spool?.append(key, record.bytes)
    } form: { report in
      try context.data.formWorkbook(of: report).map { workbook in
        try worker.writer.writeData(workbook.path) { try workbook.write(at: $0) }
      }
    } indexing: { report, hasKnownFaults in
      worker.indexer?.add(report, hasKnownFaults: hasKnownFaults)
    }
  }

  /// Copies pictures and attachments, which must not have changed since `Content` was scanned.
  private func copyFiles(
    _ outcomes: [Conversion.Outcome], with worker: inout Worker, _ changes: inout [Finding]
  ) throws {
    for outcome in outcomes where outcome.isPublished && outcome.report?.metadata.status != .withdrawn {
      for name in outcome.files {
        let path = "\(outcome.file.folder)/\(name)"
        let file: InputFile
        do throws(SystemFault) {
          file = try sources.content.folder.open(path)
        } catch {
          changes.append(.changed(path, error))
          continue
        }
        // The page states its size, and changed content might be executable.
        let size = try worker.writer.copy(file, to: path)
        if try size != outcome.file.files[name] || !isSound(name, copiedTo: path, by: &worker.writer) {
          changes.append(.changed(path))
        }
      }
    }
  }

  /// Whether the content of a copy still matches the type in its name.
  private func isSound(_ name: String, copiedTo path: String, by writer: inout StagingWriter) throws -> Bool {
    guard let type = sources.site.attachments.type(ofFile: name) else { return false }
    return type.fault(in: try writer.head(of: path, most: type.bytesToRead)) == nil
  }
}
