internal import Bytes
internal import DataFiles

/// The open files of `data/` that have rows about every report, including those for a single year.
final class PortalOutputs: Sendable {
  private struct Output: Sendable {
    let path: String
    let file: Int32
    let start: Int
    /// Index in `sources`.
    let source: Int
    /// `nil` for the file of all years.
    let year: Int?
  }

  /// The functions that write the rows of each file.
  private let sources: [@Sendable (ReportRecord, inout ByteBuffer) -> Void]
  private let outputs: [Output]
  private let order: OrderedFiles
  private let staging: StagingTree

  /// - Parameters:
  ///   - files: Those that consist of rows are opened.
  ///   - years: The years that have their own files of cells.
  init(_ files: [PortalFile], years: [Int], _ staging: StagingTree) throws {
    self.staging = staging
    var sources: [@Sendable (ReportRecord, inout ByteBuffer) -> Void] = []
    var outputs: [Output] = []
    var writer = staging.writer()
    for file in files {
      guard case .rows(let head, let write) = file.content else { continue }
      func open(_ name: String, _ year: Int?) throws {
        let path = "data/\(name)"
        let descriptor = try writer.open(path)
        let fault = head.withUnsafeBufferPointer { writeAll($0, to: descriptor, at: 0) }
        if let fault { throw PublishingError.inputOutput(.write, path: path, fault) }
        outputs.append(
          Output(path: path, file: descriptor, start: head.count, source: sources.count, year: year))
      }
      if file.byYear != .insteadOfTheWhole || years.isEmpty {
        try open(file.name, nil)
      } else {
        for year in years { try open(file.name(of: year), year) }
      }
      sources.append(write)
    }
    self.sources = sources
    self.outputs = outputs
    order = OrderedFiles(outputs.count)
  }

  var isEmpty: Bool { outputs.isEmpty }

  /// A buffer for the rows of each file, for one thread.
  var buffers: [RowBuffer] { sources.map { _ in RowBuffer() } }

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
    for (source, write) in zip(buffers, sources) {
      source.buffer.removeAll()
      for record in records { write(record, &source.buffer) }
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

/// The rows of a part of one file. A class, because an array cannot hold a noncopyable buffer.
final class RowBuffer {
  var buffer = ByteBuffer(capacity: 1 << 20)
}
