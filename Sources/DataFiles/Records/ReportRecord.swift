package import Bytes
package import Diagnostics
internal import Markup
package import Portal
package import Reports

/// Everything that the data files of the whole portal need to know about a report, in a few kilobytes. Records are
/// stored in a file while pages are written, and are later read back one by one.
package struct ReportRecord {
  /// The content of a cell in a record.
  struct CellValue {
    var status: Cell.Status
    var value: DecimalNumber
    /// The remark beside a number, or the text written instead of a number. The bytes are valid only during the call.
    var remark: UnsafeBufferPointer<UInt8>?

    var number: DecimalNumber? { status == .number || status == .zero ? value : nil }
  }

  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  // MARK: Writing

  private static let cellSize = 11

  /// - Parameter form: Index of the report's form in the library.
  package static func write(
    _ report: Report, form: Int, digest: String, findings: [Finding], site: Site, registry: Registry,
    to buffer: inout ByteBuffer
  ) {
    buffer.append(integer: UInt32(form))
    buffer.append(integer: UInt32(report.cells.count))
    var remarks = 0
    for cell in report.cells {
      let hasRemark = remark(of: cell, in: report) != nil
      remarks += hasRemark ? 1 : 0
      buffer.append(integer: cell.value.digits)
      buffer.append(cell.value.scale)
      buffer.append(cell.status.rawValue)
      buffer.append(UInt8(hasRemark ? 1 : 0))
    }
    for cell in report.cells {
      if let remark = remark(of: cell, in: report) { buffer.append(counted: remark) }
    }
    let row = ReportColumns.Row(
      report: report, digest: digest, findings: findings.count, site: site, registry: registry)
    for column in ReportColumns.columns { buffer.append(column.value(row)) }
    buffer.append(integer: UInt32(findings.count))
    for (number, finding) in findings.enumerated() {
      let row = FindingColumns.Row(finding: finding, number: number + 1, metadata: report.metadata)
      for column in FindingColumns.columns { buffer.append(column.value(row)) }
    }
  }

  private static func remark(of cell: Cell, in report: Report) -> String? {
    guard let note = report.note(of: cell) else { return nil }
    switch cell.status {
    case .number, .zero: return note.remark
    case .text, .notApplicable: return note.written
    case .blank, .missing: return nil
    }
  }

  // MARK: Reading

  /// Index of the form in the library.
  package var form: Int { Int(integer(at: 0)) }
  private var cellCount: Int { Int(integer(at: 4)) }

  private func integer(at offset: Int) -> UInt32 { bytes.integer(at: offset) }

  func forEachCell(_ body: (Int, CellValue) -> Void) {
    let count = cellCount
    var remarks = RecordReader(bytes, at: 8 + count * Self.cellSize)
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count {
        let place = 8 + index * Self.cellSize
        let digits = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: Int64.self)
        let remark = bytes[place + 10] == 1 ? UnsafeBufferPointer(rebasing: bytes[remarks.textRange()]) : nil
        body(
          index,
          CellValue(
            status: Cell.Status(rawValue: bytes[place + 9]) ?? .missing,
            value: DecimalNumber(digits: digits, scale: bytes[place + 8]), remark: remark))
      }
    }
  }

  /// A reader positioned at the values of `ReportColumns`, which are followed by the number of findings and the values
  /// of each.
  func facts() -> RecordReader {
    var reader = RecordReader(bytes, at: 8 + cellCount * Self.cellSize)
    for index in 0..<cellCount where bytes[8 + index * Self.cellSize + 10] == 1 { _ = reader.textRange() }
    return reader
  }

  func values() -> [DataValue] {
    var reader = facts()
    return ReportColumns.all.map { _ in reader.value() }
  }

  func findings() -> [[DataValue]] {
    var reader = facts()
    for _ in ReportColumns.all { _ = reader.field() }
    return (0..<reader.count()).map { _ in FindingColumns.all.map { _ in reader.value() } }
  }
}

/// The records of a portal in the order of the data files. They are read one at a time, because all of them would not
/// fit into memory.
package struct ReportRecords: Sendable {
  /// For each record, the index of its form in the library.
  package let forms: [Int]
  private let read: @Sendable (Int) throws -> ReportRecord

  package init(forms: [Int], read: @escaping @Sendable (Int) throws -> ReportRecord) {
    self.forms = forms
    self.read = read
  }

  package func record(at index: Int) throws -> ReportRecord { try read(index) }
}

/// Reads the rows of a record field by field.
struct RecordReader {
  /// A field in the encoding of the record.
  enum Field {
    case blank
    case text(ArraySlice<UInt8>)
    case number(DecimalNumber)
  }

  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func count() -> Int {
    defer { offset += 4 }
    return Int(bytes.integer(at: offset) as UInt32)
  }

  /// The range of the bytes of a text.
  mutating func textRange() -> Range<Int> {
    let count = count()
    defer { offset += count }
    return offset..<offset + count
  }

  mutating func field() -> Field {
    let kind = bytes[offset]
    offset += 1
    switch kind {
    case 1: return .text(bytes[textRange()])
    case 2:
      defer { offset += 9 }
      return .number(DecimalNumber(digits: bytes.integer(at: offset), scale: bytes[offset + 8]))
    default: return .blank
    }
  }

  mutating func value() -> DataValue { DataValue(field()) }
}

extension DataValue {
  init(_ field: RecordReader.Field) {
    self =
      switch field {
      case .blank: .blank
      case .text(let text): .text(String(decoding: text, as: UTF8.self))
      case .number(let number): .number(number)
      }
  }
}

extension [UInt8] {
  /// Reads an integer written by `ByteBuffer.append(integer:)`.
  fileprivate func integer<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int) -> Number {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
  }
}

extension ByteBuffer {
  fileprivate mutating func append(integer: some FixedWidthInteger) {
    withUnsafeBytes(of: integer) { append($0.assumingMemoryBound(to: UInt8.self)) }
  }

  fileprivate mutating func append(counted text: String) {
    var text = text
    text.withUTF8 {
      append(integer: UInt32($0.count))
      append($0)
    }
  }

  fileprivate mutating func append(_ value: DataValue) {
    switch value {
    case .blank: append(UInt8(0))
    case .text(let text):
      append(UInt8(1))
      append(counted: text)
    case .number(let number):
      append(UInt8(2))
      append(integer: number.digits)
      append(number.scale)
    }
  }
}
