internal import Bytes
internal import DataFiles
internal import Pages
internal import Portal

/// Writes `data/`, the files that cover all reports of the portal.
struct PortalData: Sendable {
  let context: PageContext
  let portal: Portal
  let staging: StagingTree
  let jobs: Int

  private var settings: DataSettings { context.site.data }

  private static func records(_ places: [RecordPlace]) -> ReportRecords {
    ReportRecords(forms: places.map(\.key.form), years: places.map(\.key.year)) { try places[$0].record() }
  }

  private struct Worker: ~Copyable {
    var writer: StagingWriter
    let buffers: [RowBuffer]
  }

  private enum Task: Sendable {
    /// A file that a library writes, of one year or of all.
    case file(String, [RecordPlace], @Sendable (ReportRecords, String) throws -> Void)
    /// A few reports of one year, for all files with rows about them.
    case rows(part: Int, Range<Int>)
  }

  /// - Parameter entries: The files written so far.
  func write(_ records: [RecordPlace], beside entries: [Manifest.Entry]) throws -> [Manifest.Entry] {
    let sources = inOrder(records)
    let files = DataFormats.files(of: portal, context.data)
    let years = sources.count > settings.splitAbove ? Set(sources.map(\.key.year)).sorted() : []
    let written = try writeSmallFiles(files, sources, years) + writeFiles(files, sources, years)
    return settings.portal ? try writeCatalogues(of: files, written) : written
  }

  /// Rows are sorted by year, then in the order of the registry.
  private func inOrder(_ records: [RecordPlace]) -> [RecordPlace] {
    records.map { (place: $0, rank: portal.registry.index(of: $0.key.agency) ?? .max) }
      .sorted { ($0.place.key.year, $0.rank, $0.place.key.agency) < ($1.place.key.year, $1.rank, $1.place.key.agency) }
      .map(\.place)
  }

  /// Small enough to be rendered within a core's cache, and large enough that waiting to be assigned offsets costs
  /// nothing.
  private static let reportsPerPart = 32

  /// - Parameter years: The years that have their own files, instead of one of all years.
  private func writeFiles(
    _ files: [PortalFile], _ sources: [RecordPlace], _ years: [Int]
  ) throws -> [Manifest.Entry] {
    let outputs = try PortalOutputs(files, years: years, staging)
    let tasks: [Task] =
      files.flatMap { self.tasks(of: $0, sources, years) } + (outputs.isEmpty ? [] : parts(of: sources))
    let (_, entries) = try concurrently(tasks.count, jobs: jobs) {
      Worker(writer: staging.writer(), buffers: outputs.buffers)
    } _: { worker, index in
      switch tasks[index] {
      case .file(let name, let sources, let write):
        try worker.writer.writeData("data/\(name)") { try write(Self.records(sources), $0) }
      case .rows(let part, let range):
        let year = sources[range.lowerBound].key.year
        try outputs.write(part: part, year: year, worker.buffers) { try sources[range].map { try $0.record() } }
      }
    } finish: { worker in
      worker.writer.finish()
    }
    return entries.flatMap { $0 } + (try outputs.finish())
  }

  private func tasks(of file: PortalFile, _ sources: [RecordPlace], _ years: [Int]) -> [Task] {
    guard case .whole(let write) = file.content else { return [] }
    if let year = file.onlyYear { return [.file(file.name, sources.filter { $0.key.year == year }, write)] }
    if file.byYear == .noneAbove, !years.isEmpty { return [] }
    if file.byYear == .never || years.isEmpty { return [.file(file.name, sources, write)] }
    return years.map { year in .file(file.name(of: year), sources.filter { $0.key.year == year }, write) }
  }

  private func parts(of sources: [RecordPlace]) -> [Task] {
    var parts: [Task] = []
    var start = 0
    while start < sources.count {
      var end = start
      while end < sources.count, end - start < Self.reportsPerPart, sources[end].key.year == sources[start].key.year {
        end += 1
      }
      parts.append(.rows(part: parts.count, start..<end))
      start = end
    }
    return parts
  }

  /// Writes the pages and catalogues that list the files with their sizes and hashes.
  private func writeCatalogues(of files: [PortalFile], _ entries: [Manifest.Entry]) throws -> [Manifest.Entry] {
    let isData = { (entry: Manifest.Entry) in entry.path.hasPrefix("data/") }
    var data = entries.filter(isData).inPathOrder()
    let digests = try Checksums(staging: staging, jobs: jobs).digests(of: data)
    // `SHA256SUMS` needs them too.
    for (place, digest) in zip(data.indices, digests) { data[place].digest = digest }
    let published = publishedFiles(of: files, zip(data, digests))
    var writer = staging.writer(hashes: settings.checksums)
    try CatalogueFiles(site: context.site, strings: context.data.strings, portal: portal, files: published).write {
      try writer.write($0, $1.bytes)
    }
    let pages = PortalPages(context: context, portal: portal, files: published)
    var scratch = ByteBuffer(capacity: 64 << 10)
    for page in pages.pages(namingDataFiles: true) { try writer.write(page, of: pages, scratch: &scratch) }
    return entries.filter { !isData($0) } + data + writer.finish()
  }

  /// What was written, in the order of the paths.
  private func publishedFiles(
    of files: [PortalFile], _ entries: some Sequence<(Manifest.Entry, FileDigest)>
  ) -> [PublishedFile] {
    var known: [String: (file: PortalFile, year: Int?)] = [:]
    for file in files {
      known["data/\(file.name)"] = (file, nil)
      if file.byYear != .insteadOfTheWhole { continue }
      for year in portal.years { known["data/\(file.name(of: year))"] = (file, year) }
    }
    return entries.compactMap { entry, digest in
      known[entry.path].map { PublishedFile($0.file, year: $0.year, bytes: entry.size, sha256: digest.hexadecimal) }
    }
  }

  /// Lists, and what describes the files.
  private func writeSmallFiles(
    _ files: [PortalFile], _ sources: [RecordPlace], _ years: [Int]
  ) throws -> [Manifest.Entry] {
    var writer = staging.writer(hashes: settings.checksums)
    if settings.beside {
      let years = Dictionary(grouping: sources.filter { !context.data.isWithoutCells($0.key.form) }, by: \.key.year)
      for (year, sources) in years.sorted(by: { $0.key < $1.key }) {
        let description = CSVFormat.description(ofReports: sources.map(\.key.agency), in: context.data)
        try writer.write("reports/\(year)/csv-metadata.json", description.buffer.array())
      }
    }
    for file in files {
      if case .list(let table) = file.content {
        var buffer = ByteBuffer()
        table.writeCSV(to: &buffer)
        try writer.write("data/\(file.name)", buffer.bytes)
      }
      for name in file.names(years) {
        guard let description = file.format.description(of: file, named: name, in: context.data) else { continue }
        try writer.write("data/\(name)-metadata.json", description.buffer.array())
      }
    }
    return writer.finish()
  }
}
