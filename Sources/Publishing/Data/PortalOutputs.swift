internal import Bytes
internal import DataFiles

/// The open files of `data/` that have rows about every report, including those for a single year.
final class PortalOutputs: Sendable {
  private struct Output: Sendable {
    let path: String
    let file: Int32
    let start: Int
    /// Index in `PortalFiles.files`.
    let source: Int
    /// `nil` for the file of all years.
    let year: Int?
  }

  private let files: PortalFiles
  private let outputs: [Output]
  private let order: OrderedFiles
  private let staging: StagingTree

  /// - Parameter years: The years that have their own files of cells.
  init(_ files: PortalFiles, years: [Int], _ staging: StagingTree, isOn: Bool) throws {
    self.files = files
    self.staging = staging
    var outputs: [Output] = []
    var writer = staging.writer()
    func open(_ name: String, _ source: Int, _ year: Int?) throws {
      let path = "data/\(name)"
      let file = try writer.open(path)
      var head = ByteBuffer()
      files.writeHead(of: files.files[source], to: &head)
      if let fault = writeAll(head.bytes, to: file, at: 0) {
        throw PublishingError.inputOutput(.write, path: path, fault)
      }
      outputs.append(Output(path: path, file: file, start: head.count, source: source, year: year))
    }
    for (source, file) in files.files.enumerated() where isOn {
      try open(file.name, source, nil)
      guard file.isOfCells else { continue }
      for year in years { try open(file.name(of: year), source, year) }
    }
    self.outputs = outputs
    order = OrderedFiles(outputs.count)
  }

  /// Renders the rows of a part and writes them to each file that they belong to.
  ///
  /// - Parameter records: Reads the reports of the part.
  func write(
    part: Int, year: Int, _ buffers: [RowBuffer], _ records: () throws -> [ReportRecord]
  ) throws {
    do {
      try write(try records(), part: part, year: year, buffers)
    } catch {
      order.fail()
      throw error
    }
  }

  private func write(_ records: [ReportRecord], part: Int, year: Int, _ buffers: [RowBuffer]) throws(PublishingError) {
    for (source, file) in files.files.enumerated() {
      buffers[source].buffer.removeAll()
      for record in records { files.write(record, of: file, to: &buffers[source].buffer) }
    }
    let lengths = outputs.map { $0.year ?? year == year ? buffers[$0.source].buffer.count : 0 }
    guard let starts = order.place(part: part, lengths) else { return }
    for (index, output) in outputs.enumerated() where lengths[index] > 0 {
      let bytes = buffers[output.source].buffer.bytes
      if let fault = writeAll(bytes, to: output.file, at: output.start + starts[index]) {
        throw .inputOutput(.write, path: output.path, fault)
      }
    }
  }

  /// Closes the files.
  func finish() throws -> [Manifest.Entry] {
    var writer = staging.writer()
    for (output, size) in zip(outputs, order.totals) {
      try writer.finish(output.path, output.file, size: output.start + size)
    }
    return writer.finish()
  }
}
