internal import Bytes
internal import Reports

/// Everything that the data files of the whole portal need to know about a report, in a few kilobytes. Records are
/// stored in a file while pages are written, and are later read back one by one.
package struct ReportRecord {
  /// The content of a cell in a record. Texts are valid only during the call.
  struct CellValue {
    var status: Cell.Status
    /// The number in the report's own unit; `nil` if there is none.
    var number: DecimalNumber?
    /// The unit that the report states; `nil` for that of the form.
    var unit: UnsafeBufferPointer<UInt8>?
    /// The number in the base unit of the cell; `nil` if there is none, or if nobody states its unit.
    var base: DecimalNumber?
    /// Whether the base unit applies: it does not to an amount without a unit.
    var hasBaseUnit: Bool
    /// The remark beside a number, or the text written instead of a number.
    var remark: UnsafeBufferPointer<UInt8>?

    /// Whether the cell holds 0 and nothing else, as most cells do.
    var isPlainZero: Bool { status == .zero && unit == nil && remark == nil && hasBaseUnit }
  }

  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  // MARK: Writing

  /// The bytes of a record, in the order of the machine that reads it again in the same build:
  ///
  /// | what | bytes |
  /// |---|---|
  /// | index of the form in the library | 4 |
  /// | number of cells | 4 |
  /// | for each cell its number in the base unit, its scale, its status, its flags | 8 + 1 + 1 + 1 |
  /// | for each cell with a number in another unit that number, its scale, its unit; for each with a remark its text | … |
  /// | the values of `ReportColumns` | row |
  /// | for each of `ReportTables` the number of its rows, and their values | 4 + rows |
  /// | the JSON of the report without texts: what comes before and after its tables | two texts |
  ///
  /// A value of a row is a byte for its kind, then for a text (1) its length and bytes, for a number (2) its digits and
  /// scale, for none (0) nothing. A text is its length in four bytes, and its bytes.
  private enum Layout {
    static let cellCount = 4
    static let cells = 8
    /// Of one cell, and where its parts are in it.
    static let cellSize = 11
    static let scale = 8
    static let status = 9
    static let flags = 10

    static func cell(_ index: Int) -> Int { cells + index * cellSize }
  }

  private struct Flags: OptionSet {
    let rawValue: UInt8
    static let remark = Flags(rawValue: 1)
    /// The report states another unit than that of the form.
    static let ownUnit = Flags(rawValue: 2)
    /// An amount whose unit nobody states, or that is not stated.
    static let noUnit = Flags(rawValue: 4)
  }

  /// - Parameters:
  ///   - form: index of the report's form in the library.
  ///   - json: The JSON of the report without texts, before and after its tables.
  static func write(
    _ row: ReportColumns.Row, form: Int, json: (head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>),
    to buffer: inout ByteBuffer
  ) {
    let report = row.report
    buffer.append(integer: UInt32(form))
    buffer.append(integer: UInt32(report.cells.count))
    for (index, cell) in report.cells.enumerated() {
      var flags: Flags = remark(of: cell, in: report) == nil ? [] : .remark
      var value = cell.value
      let formCell = report.form.cells[index]
      if cell.note >= 0 || formCell.hasStatedUnit {
        let quantity = report.quantity(of: index)
        if let quantity, quantity.unit != formCell.unit { flags.insert(.ownUnit) }
        if formCell.hasStatedUnit, quantity?.base == nil { flags.insert(.noUnit) }
        value = quantity?.base ?? value
      }
      buffer.append(integer: value.digits)
      buffer.append(value.scale)
      buffer.append(cell.status.rawValue)
      buffer.append(flags.rawValue)
    }
    for (index, cell) in report.cells.enumerated() where cell.note >= 0 {
      if let quantity = report.quantity(of: index), quantity.unit != report.form.cells[index].unit {
        buffer.append(integer: quantity.value.digits)
        buffer.append(quantity.value.scale)
        buffer.append(counted: quantity.unit)
      }
      if let remark = remark(of: cell, in: report) { buffer.append(counted: remark) }
    }
    for column in ReportColumns.columns { buffer.append(column.value(row)) }
    for table in ReportTables.all {
      let rows = table.rows(row)
      buffer.append(integer: UInt32(rows.count))
      for row in rows { for value in row { buffer.append(value) } }
    }
    buffer.append(counted: json.head)
    buffer.append(counted: json.tail)
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
  private var cellCount: Int { Int(integer(at: Layout.cellCount)) }

  private func integer(at offset: Int) -> UInt32 { bytes.integer(at: offset) }

  private func flags(_ index: Int) -> Flags { Flags(rawValue: bytes[Layout.cell(index) + Layout.flags]) }

  func forEachCell(_ body: (Int, CellValue) -> Void) {
    let count = cellCount
    var extras = RecordReader(bytes, at: Layout.cell(count))
    bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count {
        let cell = Layout.cell(index)
        let digits = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: cell, as: Int64.self)
        let status = Cell.Status(rawValue: bytes[cell + Layout.status]) ?? .missing
        let value = DecimalNumber(digits: digits, scale: bytes[cell + Layout.scale])
        let number = status == .number || status == .zero ? value : nil
        let flags = Flags(rawValue: bytes[cell + Layout.flags])
        var content = CellValue(
          status: status, number: number, unit: nil, base: flags.contains(.noUnit) ? nil : number,
          hasBaseUnit: !flags.contains(.noUnit), remark: nil)
        if flags.contains(.ownUnit) {
          content.number = extras.number()
          content.unit = UnsafeBufferPointer(rebasing: bytes[extras.textRange()])
        }
        if flags.contains(.remark) { content.remark = UnsafeBufferPointer(rebasing: bytes[extras.textRange()]) }
        body(index, content)
      }
    }
  }

  /// A reader positioned at the values of `ReportColumns`, which are followed by the tables and the JSON.
  func facts() -> RecordReader {
    var reader = RecordReader(bytes, at: Layout.cell(cellCount))
    for index in 0..<cellCount {
      let flags = flags(index)
      if flags.contains(.ownUnit) {
        _ = reader.number()
        _ = reader.textRange()
      }
      if flags.contains(.remark) { _ = reader.textRange() }
    }
    return reader
  }

  func values() -> [DataValue] {
    var reader = facts()
    return ReportColumns.all.map { _ in reader.value() }
  }

  /// A reader positioned at the number of rows of a table, which its values follow.
  ///
  /// - Parameter table: Index in `ReportTables.all`; the number of tables for the JSON.
  func rows(of table: Int) -> RecordReader {
    var reader = facts()
    for _ in ReportColumns.all { _ = reader.field() }
    for table in ReportTables.all[..<table] {
      for _ in 0..<reader.count() { for _ in table.columns { _ = reader.field() } }
    }
    return reader
  }

  /// Calls `body` for each row of a table.
  ///
  /// - Parameter table: Index in `ReportTables.all`.
  func forEachRow(of table: Int, _ body: ([DataValue]) throws -> Void) rethrows {
    var reader = rows(of: table)
    for _ in 0..<reader.count() { try body(ReportTables.all[table].columns.map { _ in reader.value() }) }
  }

  /// Calls `body` with the JSON of the report before and after its tables.
  func withJSON(_ body: (_ head: UnsafeBufferPointer<UInt8>, _ tail: UnsafeBufferPointer<UInt8>) -> Void) {
    var reader = rows(of: ReportTables.all.count)
    let (head, tail) = (reader.textRange(), reader.textRange())
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[head]), UnsafeBufferPointer(rebasing: $0[tail]))
    }
  }
}

/// The records of a portal in the order of the data files. They are read one at a time, because all of them would not
/// fit into memory.
package struct ReportRecords: Sendable {
  /// The form of each, as its index in the library.
  package let forms: [Int]
  /// The year of each.
  package let years: [Int]
  private let read: @Sendable (Int) throws -> ReportRecord

  package init(forms: [Int], years: [Int], read: @escaping @Sendable (Int) throws -> ReportRecord) {
    self.forms = forms
    self.years = years
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

  mutating func number() -> DecimalNumber {
    defer { offset += 9 }
    return DecimalNumber(digits: bytes.integer(at: offset), scale: bytes[offset + 8])
  }

  mutating func field() -> Field {
    let kind = bytes[offset]
    offset += 1
    switch kind {
    case 1: return .text(bytes[textRange()])
    case 2: return .number(number())
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

  fileprivate mutating func append(counted bytes: ArraySlice<UInt8>) {
    append(integer: UInt32(bytes.count))
    bytes.withUnsafeBufferPointer { append($0) }
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
