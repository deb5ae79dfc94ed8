internal import Bytes
internal import Diagnostics
internal import Markup
internal import Portal
internal import Reports

/// All of a report that the data files of the whole portal need, as a few kilobytes: records are kept in a file while
/// pages are made, and read from there one after another.
package struct ReportRecord {
  /// What a record says of a cell.
  struct CellValue {
    var status: Cell.Status
    var value: DecimalNumber
    /// What stands beside a number; what was written instead of one.
    var remark: UnsafeBufferPointer<UInt8>?

    var number: DecimalNumber? { status == .number || status == .zero ? value : nil }
  }

  /// The bytes of the record; they have to live as long as it is used.
  package let bytes: UnsafeRawBufferPointer

  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  // MARK: Writing

  private static let cellSize = 11
  private static let statuses: [Cell.Status] = [.number, .zero, .blank, .text, .notApplicable, .missing]

  /// - Parameter form: place of the report's form in the library.
  static func write(
    _ report: Report, form: Int, digest: String, findings: [Finding], context: SiteContext, to buffer: inout ByteBuffer
  ) {
    buffer.append(integer: UInt32(form))
    buffer.append(integer: UInt32(report.cells.count))
    var remarks = 0
    for cell in report.cells {
      let hasRemark = remark(of: cell, in: report) != nil
      remarks += hasRemark ? 1 : 0
      buffer.append(integer: cell.value.digits)
      buffer.append(cell.value.scale)
      buffer.append(UInt8(statuses.firstIndex(of: cell.status) ?? 0))
      buffer.append(UInt8(hasRemark ? 1 : 0))
    }
    for cell in report.cells {
      if let remark = remark(of: cell, in: report) { buffer.append(counted: remark) }
    }
    buffer.append(row: ReportColumns.values(of: report, digest: digest, findings: findings.count, context: context))
    buffer.append(integer: UInt32(findings.count))
    for (number, finding) in findings.enumerated() {
      buffer.append(row: FindingColumns.values(of: finding, number: number + 1, of: report.metadata))
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

  /// Place of the form in the library.
  package var form: Int { Int(integer(at: 0)) }
  private var cellCount: Int { Int(integer(at: 4)) }

  private func integer(at offset: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }

  func forEachCell(_ body: (Int, CellValue) -> Void) {
    var remarks = RecordReader(bytes, at: 8 + cellCount * Self.cellSize)
    for index in 0..<cellCount {
      let place = 8 + index * Self.cellSize
      let digits = bytes.loadUnaligned(fromByteOffset: place, as: Int64.self)
      let remark = bytes[place + 10] == 1 ? remarks.text() : nil
      body(
        index,
        CellValue(
          status: Self.statuses[Int(bytes[place + 9])], value: DecimalNumber(digits: digits, scale: bytes[place + 8]),
          remark: remark))
    }
  }

  /// The values of `ReportColumns`, then the number of findings and the values of each.
  func facts() -> RecordReader {
    var reader = RecordReader(bytes, at: 8 + cellCount * Self.cellSize)
    for index in 0..<cellCount where bytes[8 + index * Self.cellSize + 10] == 1 { _ = reader.text() }
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

/// The records of a portal in the order of the data files, read one at a time.
package struct ReportRecords: Sendable {
  package let count: Int
  private let read: @Sendable (Int) -> ReportRecord

  package init(count: Int, read: @escaping @Sendable (Int) -> ReportRecord) {
    self.count = count
    self.read = read
  }

  package subscript(index: Int) -> ReportRecord { read(index) }
}

/// Reads the rows of a record, field after field.
struct RecordReader {
  /// A field as it stands in the record.
  enum Field {
    case blank
    case text(UnsafeBufferPointer<UInt8>)
    case number(DecimalNumber)
  }

  private let bytes: UnsafeRawBufferPointer
  private var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func count() -> Int {
    defer { offset += 4 }
    return Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  mutating func text() -> UnsafeBufferPointer<UInt8> {
    let count = count()
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]).assumingMemoryBound(to: UInt8.self)
  }

  mutating func field() -> Field {
    let kind = bytes[offset]
    offset += 1
    switch kind {
    case 1: return .text(text())
    case 2:
      defer { offset += 9 }
      return .number(
        DecimalNumber(digits: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self), scale: bytes[offset + 8]))
    default: return .blank
    }
  }

  mutating func value() -> DataValue {
    switch field() {
    case .blank: .blank
    case .text(let text): .text(String(decoding: text, as: UTF8.self))
    case .number(let number): .number(number)
    }
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

  fileprivate mutating func append(row values: [DataValue]) {
    for value in values {
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
}
