internal import CXLSXWriter
package import Reports

/// A worksheet being filled. Rows and columns are numbered from 0.
package struct Sheet: ~Copyable {
  /// The longest text in a cell of Excel, in UTF-16 code units. Longer texts are truncated and end in an ellipsis.
  package static let longestText = 32767

  private let handle: UnsafeMutablePointer<lxw_worksheet>
  private let styles: StyleTable
  private let path: String

  init(_ handle: UnsafeMutablePointer<lxw_worksheet>, styles: StyleTable, path: String) {
    self.handle = handle
    self.styles = styles
    self.path = path
  }

  // MARK: Cells

  /// Writes a text, which stays a text whatever it looks like.
  package mutating func write(
    _ text: String, row: Int, column: Int, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    let place = try place(row, column)
    try check(worksheet_write_string(handle, place.row, place.column, Self.text(for: text), styles[style]), row, column)
  }

  /// Writes a number. Its fifteen digits survive binary floating point, and the style shows trailing zeros of the
  /// decimals.
  package mutating func write(
    _ number: DecimalNumber, row: Int, column: Int, _ style: CellStyle = .plain
  ) throws(WorkbookError) {
    var style = style
    if number.scale > 0, style.decimals == nil { style.decimals = Int(number.scale) }
    let place = try place(row, column)
    try check(worksheet_write_number(handle, place.row, place.column, number.binary, styles[style]), row, column)
  }

  /// Writes a date, which spreadsheet programs can sort and group.
  package mutating func write(_ date: CalendarDate, row: Int, column: Int) throws(WorkbookError) {
    let place = try place(row, column)
    var style = CellStyle()
    style.isDate = true
    var value = lxw_datetime()
    (value.year, value.month, value.day) = (Int32(date.year), Int32(date.month), Int32(date.day))
    try check(worksheet_write_datetime(handle, place.row, place.column, &value, styles[style]), row, column)
  }

  /// Writes a cell without a value, which only shows its style.
  package mutating func writeBlank(row: Int, column: Int, _ style: CellStyle) throws(WorkbookError) {
    let place = try place(row, column)
    try check(worksheet_write_blank(handle, place.row, place.column, styles[style]), row, column)
  }

  /// Writes a link to another sheet of the workbook.
  package mutating func writeLink(
    toSheet name: String, text: String, row: Int, column: Int
  ) throws(WorkbookError) {
    let place = try place(row, column)
    let address = "internal:'\(Self.name(for: name).replacing("'", with: "''"))'!A1"
    try check(
      worksheet_write_url_opt(handle, place.row, place.column, address, nil, Self.text(for: text), nil), row, column)
  }

  /// Writes a row of column headings, starting at the first column.
  package mutating func writeHeader(_ labels: [String], row: Int) throws(WorkbookError) {
    for (column, label) in labels.enumerated() { try write(label, row: row, column: column, .header) }
  }

  // MARK: Layout

  /// Merges cells into one, which is then written at its upper left. Not available in a streaming workbook. A range of
  /// a single cell is left as it is.
  package mutating func merge(
    rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ style: CellStyle
  ) throws(WorkbookError) {
    if rows.count == 1, columns.count == 1 { return }
    let first = try place(rows.lowerBound, columns.lowerBound)
    let last = try place(rows.upperBound, columns.upperBound)
    try check(
      worksheet_merge_range(handle, first.row, first.column, last.row, last.column, "", styles[style]),
      rows.lowerBound, columns.lowerBound)
  }

  /// Keeps the first rows and columns visible.
  package mutating func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(handle, UInt32(clamping: rows), UInt16(clamping: columns))
  }

  /// Adds filter and sort controls to a row of headings.
  package mutating func addFilter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(WorkbookError) {
    let first = try place(rows.lowerBound, columns.lowerBound)
    let last = try place(rows.upperBound, columns.upperBound)
    try check(
      worksheet_autofilter(handle, first.row, first.column, last.row, last.column), rows.lowerBound,
      columns.lowerBound)
  }

  /// Formats the cells below the headings as an Excel table, which has its own filters, and writes the headings. Not
  /// available in a streaming workbook. There must be at least one row below the headings.
  ///
  /// - Parameters:
  ///   - name: Letters, digits and `_`, unique within the workbook.
  ///   - labels: The headings, which must be distinct.
  ///   - rows: The number of rows below the headings.
  package mutating func markTable(named name: String, _ labels: [String], rows: Int) throws(WorkbookError) {
    let last = try place(rows, labels.count - 1)
    let header = styles[.header]
    let code = withCStrings([name] + labels.map(Self.text)) { texts in
      let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: labels.count)
      columns.initialize(repeating: lxw_table_column(), count: labels.count)
      defer { columns.deallocate() }
      for column in labels.indices {
        columns[column].header = texts[column + 1]
        columns[column].header_format = header
      }
      var list: [UnsafeMutablePointer<lxw_table_column>?] = labels.indices.map { columns + $0 } + [nil]
      return list.withUnsafeMutableBufferPointer { list in
        var options = lxw_table_options()
        options.name = texts[0]
        options.columns = list.baseAddress
        return worksheet_add_table(handle, 0, 0, last.row, last.column, &options)
      }
    }
    try check(code, 0, 0)
  }

  /// - Parameter width: In characters of the standard font. A Chinese character takes two.
  package mutating func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>) throws(WorkbookError) {
    let first = try place(0, columns.lowerBound)
    let last = try place(0, columns.upperBound)
    try check(worksheet_set_column(handle, first.column, last.column, width, nil), 0, columns.lowerBound)
  }

  /// - Parameter height: In points.
  package mutating func setHeight(_ height: Double, ofRow row: Int) throws(WorkbookError) {
    try check(worksheet_set_row(handle, try place(row, 0).row, height, nil), row, 0)
  }

  /// Sets up printing on A4, one page wide and as many pages long as needed.
  ///
  /// - Parameters:
  ///   - rows: Rows to repeat at the top of each page.
  ///   - isNumbered: Whether to print page numbers and the number of pages.
  package mutating func setPrint(
    isLandscape: Bool, repeating rows: ClosedRange<Int>? = nil, isNumbered: Bool = false
  ) throws(WorkbookError) {
    worksheet_set_paper(handle, 9)
    if isLandscape { worksheet_set_landscape(handle) }
    worksheet_center_horizontally(handle)
    worksheet_fit_to_pages(handle, 1, 0)
    if let rows {
      let (first, last) = (try place(rows.lowerBound, 0), try place(rows.upperBound, 0))
      try check(worksheet_repeat_rows(handle, first.row, last.row), rows.lowerBound, 0)
    }
    if isNumbered { try check(worksheet_set_footer(handle, "&C&P / &N"), 0, 0) }
  }

  // MARK: Limits of Excel

  private func place(_ row: Int, _ column: Int) throws(WorkbookError) -> (row: UInt32, column: UInt16) {
    guard (0..<1_048_576).contains(row), (0..<16_384).contains(column) else {
      throw WorkbookError(
        .write(row: row, column: column), path: path, code: Int32(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE.rawValue))
    }
    return (UInt32(row), UInt16(column))
  }

  private func check(_ code: lxw_error, _ row: Int, _ column: Int) throws(WorkbookError) {
    if code == LXW_NO_ERROR { return }
    throw WorkbookError(.write(row: row, column: column), path: path, code: Int32(code.rawValue))
  }

  /// A name that Excel allows: without `[ ] : * ? / \`, no apostrophe at either end, at most 31 characters.
  package static func name(for name: String) -> String {
    var characters = name.map { "[]:*?/\\".contains($0) || $0 == "\0" ? "_" : $0 }
    while characters.reduce(0, { $0 + $1.utf16.count }) > 31 { characters.removeLast() }
    if characters.first == "'" { characters[0] = "’" }
    if characters.last == "'" { characters[characters.count - 1] = "’" }
    return characters.isEmpty ? "_" : String(characters)
  }

  /// A text that a cell can hold: characters that are not allowed in XML are replaced.
  private static func text(for text: String) -> String {
    var text = text
    if text.utf8.contains(where: { $0 == 0 || $0 == 0xEF }) {
      text = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { "\0\u{FFFE}\u{FFFF}".unicodeScalars.contains($0) ? "\u{FFFD}" : $0 }))
    }
    if text.utf8.count <= longestText || text.utf16.count <= longestText { return text }
    var cut = ""
    var length = 1
    for character in text {
      length += character.utf16.count
      if length > longestText { break }
      cut.append(character)
    }
    return cut + "…"
  }
}

extension DecimalNumber {
  /// The nearest binary floating-point number, for programs that know no other.
  package var binary: Double {
    var divisor = 1.0
    for _ in 0..<min(scale, 18) { divisor *= 10 }
    return Double(digits) / divisor
  }
}
