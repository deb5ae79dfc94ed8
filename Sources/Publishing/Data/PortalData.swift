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
    ReportRecords(forms: places.map(\.key.form)) { try places[$0].record() }
  }

  private struct Worker: ~Copyable {
    var writer: StagingWriter
    let buffers: [RowBuffer]
  }

  private enum Task: Sendable {
    case database, workbook
    /// A few reports of one year, for all files with rows about them.
    case rows(part: Int, Range<Int>)
  }

  /// - Parameter entries: The files written so far.
  func write(_ records: [RecordPlace], beside entries: [Manifest.Entry]) throws -> [Manifest.Entry] {
    let sources = inOrder(records)
    var written = try writeDescriptions(of: sources)
    if settings.keepsRecords { written += try writeTasks(sources) }
    return settings.portal ? try writeCatalogues(of: written) : written
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

  private func writeTasks(_ sources: [RecordPlace]) throws -> [Manifest.Entry] {
    let files = PortalFiles(context: context.data)
    let outputs = try PortalOutputs(files, years: splitYears(sources), staging, isOn: settings.portal)
    var tasks: [Task] = []
    if settings.database { tasks.append(.database) }
    if settings.workbooks { tasks.append(.workbook) }
    if settings.portal {
      var start = 0
      var part = 0
      while start < sources.count {
        var end = start
        while end < sources.count, end - start < Self.reportsPerPart,
          sources[end].key.year == sources[start].key.year
        { end += 1 }
        tasks.append(.rows(part: part, start..<end))
        part += 1
        start = end
      }
    }
    let all = tasks
    let (_, entries) = try concurrently(all.count, jobs: jobs) {
      Worker(writer: staging.writer(), buffers: files.files.map { _ in RowBuffer() })
    } _: { worker, index in
      switch all[index] {
      case .database:
        try worker.writer.writeData("data/portal.sqlite") { path in
          try PortalDatabase(forms: context.forms, portal: portal).write(Self.records(sources), at: path)
        }
      case .workbook:
        try writeWorkbooks(sources, &worker.writer)
      case .rows(let part, let range):
        let year = sources[range.lowerBound].key.year
        try outputs.write(part: part, year: year, worker.buffers) { try sources[range].map { try $0.record() } }
      }
    } finish: { worker in
      worker.writer.finish()
    }
    return entries.flatMap { $0 } + (try outputs.finish())
  }

  /// Writes the pages and catalogues that list the files with their sizes and hashes.
  private func writeCatalogues(of entries: [Manifest.Entry]) throws -> [Manifest.Entry] {
    let isData = { (entry: Manifest.Entry) in entry.path.hasPrefix("data/") }
    var data = entries.filter(isData).inPathOrder()
    let digests = try Checksums(staging: staging, jobs: jobs).digests(of: data)
    // `SHA256SUMS` needs them too.
    for (place, digest) in zip(data.indices, digests) { data[place].digest = digest }
    let portalFiles = PortalFiles(context: context.data)
    let tables = RegistryTables.all(of: portal)
    let files = zip(data, digests).compactMap { entry, digest in
      PublishedFile(
        path: entry.path, bytes: entry.size, sha256: digest.hexadecimal, files: portalFiles, tables: tables,
        years: portal.years)
    }
    var writer = staging.writer(hashes: settings.checksums)
    try CatalogueFiles(site: context.site, forms: context.forms, portal: portal, files: files).write {
      try writer.write($0, $1.bytes)
    }
    try DataPages(context: context, portal: portal, files: files).write { try writer.write($0, $1.bytes) }
    return entries.filter { !isData($0) } + data + writer.finish()
  }

  private func splitYears(_ sources: [RecordPlace]) -> [Int] {
    sources.count > settings.splitAbove ? Set(sources.map(\.key.year)).sorted() : []
  }

  private func writeWorkbooks(_ sources: [RecordPlace], _ writer: inout StagingWriter) throws {
    let years = splitYears(sources)
    let parts: [(name: String, sources: [RecordPlace])] =
      years.isEmpty
      ? [("portal.xlsx", sources)]
      : years.map { year in (PortalWorkbook.name(of: year), sources.filter { $0.key.year == year }) }
    for part in parts {
      try writer.writeData("data/\(part.name)") { path in
        try PortalWorkbook(site: context.site, forms: context.forms, portal: portal).write(
          Self.records(part.sources), at: path)
      }
    }
  }

  /// Writes small files: the lists of the registry, and the descriptions of the CSV files.
  private func writeDescriptions(of sources: [RecordPlace]) throws -> [Manifest.Entry] {
    var writer = staging.writer(hashes: settings.checksums)
    let files = PortalFiles(context: context.data)
    if settings.beside {
      let years = Dictionary(grouping: sources.filter { !context.data.isWithoutCells($0.key.form) }, by: \.key.year)
      for (year, sources) in years.sorted(by: { $0.key < $1.key }) {
        try writer.write(
          "reports/\(year)/csv-metadata.json", files.metadata(ofReports: sources.map(\.key.agency)).buffer.array())
      }
    }
    if settings.portal {
      for file in files.files where file.isCSV {
        try writer.write("data/\(file.name)-metadata.json", files.metadata(of: file).buffer.array())
      }
      for table in RegistryTables.all(of: portal) {
        var buffer = ByteBuffer()
        table.writeCSV(to: &buffer)
        try writer.write("data/\(table.name).csv", buffer.bytes)
        try writer.write("data/\(table.name).csv-metadata.json", files.metadata(of: table).buffer.array())
      }
    }
    return writer.finish()
  }
}

/// The rows of one part of one file. A class, because an array cannot hold a noncopyable buffer.
final class RowBuffer {
  var buffer = ByteBuffer(capacity: 1 << 20)
}
