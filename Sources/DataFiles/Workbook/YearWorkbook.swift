internal import Bytes
internal import Languages
internal import Portal
internal import Reports

/// `data/2024.xlsx`: all cells of the reports of a year, a row a report, as officials use it. Reports on an agency's own work
/// are on the first sheet, so that the sum of a column is the total of the year.
struct YearWorkbook: Sendable {
  let year: Int
  let forms: FormLibrary
  let portal: Portal
  let strings: Strings

  /// A column of figures: the index of its cell in each form that has it.
  private struct Figure {
    let id: String
    let label: String
    let unit: String
    var cells: [Int: Int] = [:]
    /// Whether it holds what is written instead of the number.
    var isWritten = false
  }

  private static let written: StringKey = "column.written"
  private static let measured: StringKey = "rows.measured"

  /// The first columns, in the order of the sheet: the heading, the identifier, the index in `ReportColumns`.
  private static let facts: [(label: Text, id: String)] = [
    (Text("year_workbook.agency_name"), "agency_name"),
    (Text("year_workbook.agency"), "agency"),
    (Text("year_workbook.region_name"), "region_name"),
    (Text("year_workbook.year"), "year"),
    (Text("year_workbook.published"), "published"),
    (Text("year_workbook.form"), "form"),
    (Text("year_workbook.scope"), "scope"),
    (Text("year_workbook.covers"), "covers"),
    (Text("year_workbook.joint"), "joint"),
  ]

  func write(_ records: ReportRecords, at path: String) throws {
    let indexes = records.forms.indices.filter { records.years[$0] == year }
    let figures = figures(of: Set(indexes.map { records.forms[$0] }))
    var workbook = try Workbook(
      at: path, streaming: true,
      properties: .init(title: DataText.yearWorkbook(year)[strings], author: portal.site.publisher))
    try addSheet(strings["year_workbook.own_sheet"], scope: .own, figures, records, indexes, to: &workbook)
    try addSheet(
      strings["year_workbook.consolidated_sheet"], scope: .consolidated, figures, records, indexes, to: &workbook)
    try workbook.addSheet(strings["year_workbook.notes_sheet"]) { sheet throws(WorkbookError) in
      try sheet.setWidth(100, ofColumns: 0...0)
      for (row, line) in YearNotes(year: year, portal: portal, forms: forms, strings: strings).lines.enumerated() {
        try sheet.write(line, row: row, column: 0, row == 0 ? .title : .text)
      }
    }
    try workbook.close()
  }

  /// The cells of the forms of the year, those of the newest form first.
  private func figures(of used: Set<Int>) -> [Figure] {
    var figures: [Figure] = []
    var places: [String: Int] = [:]
    var labels: Set<String> = []
    for place in used.sorted(by: { (forms.forms[$0].years.from ?? 0) > (forms.forms[$1].years.from ?? 0) }) {
      let form = forms.forms[place]
      for (index, cell) in form.cells.enumerated() {
        func add(_ id: String, _ label: String, isWritten: Bool) {
          if let known = places[id] {
            figures[known].cells[place] = index
          } else {
            places[id] = figures.count
            // Headings differ, so that programs can tell the columns apart.
            let isTaken = !labels.insert(label).inserted
            let label = isTaken ? "\(label)（\(id)）" : label
            figures.append(
              Figure(id: id, label: label, unit: cell.baseUnit, cells: [place: index], isWritten: isWritten))
          }
        }
        let label = form.title(ofCell: index)
        guard cell.kind == .money else {
          add(cell.id, label[strings], isWritten: false)
          continue
        }
        let hasUnit = cell.baseUnit != "万元" || label[strings].contains(cell.baseUnit)
        add(cell.id, (hasUnit ? label : Self.measured.with(["label": .text(label)]))[strings], isWritten: false)
        add("\(cell.id).written", Self.written.with(["figure": .text(label)])[strings], isWritten: true)
      }
    }
    return figures
  }

  private func addSheet(
    _ name: String, scope: ReportMetadata.Scope, _ figures: [Figure], _ records: ReportRecords, _ indexes: [Int],
    to workbook: inout Workbook
  ) throws {
    var sheet = try workbook.addSheet(name)
    try sheet.setWidth(34, ofColumns: 0...0)
    try sheet.setWidth(14, ofColumns: 1...Self.facts.count - 1)
    if !figures.isEmpty { try sheet.setWidth(11, ofColumns: Self.facts.count...Self.facts.count + figures.count - 1) }
    sheet.freeze(rows: 2, columns: 1)
    try sheet.writeHeader(Self.facts.map { $0.label[strings] } + figures.map(\.label), row: 0)
    try sheet.writeHeader(Self.facts.map(\.id) + figures.map(\.id), row: 1)
    let columns = Dictionary(uniqueKeysWithValues: ReportColumns.all.enumerated().map { ($1.id, $0) })
    var row = 2
    for index in indexes {
      let record = try records.record(at: index)
      let values = record.values()
      guard columns["scope"].map({ values[$0] }) == .text(scope.rawValue) else { continue }
      for (column, fact) in Self.facts.enumerated() {
        try write(fact.id, columns[fact.id].map { values[$0] }, values, row, column, to: &sheet)
      }
      try write(record, figures, row, to: &sheet)
      row += 1
    }
    try sheet.addFilter(rows: 1...max(row - 1, 1), columns: 0...Self.facts.count + figures.count - 1)
  }

  private func write(
    _ id: String, _ value: DataValue?, _ values: [DataValue], _ row: Int, _ column: Int, to sheet: inout Sheet
  ) throws(WorkbookError) {
    if id == "region_name", case .text(let region) = values[2] {
      return try sheet.write(portal.registry.regions[region]?.name ?? "", row: row, column: column)
    }
    switch value {
    case .text(let text)?:
      if id == "published", let date = CalendarDate(text) { return try sheet.write(date, row: row, column: column) }
      try sheet.write(CSV.neutralized(text), row: row, column: column)
    case .number(let number)?: try sheet.write(number, row: row, column: column)
    case .blank?, nil: break
    }
  }

  private func write(
    _ record: ReportRecord, _ figures: [Figure], _ row: Int, to sheet: inout Sheet
  ) throws(WorkbookError) {
    var numbers: [Int: DecimalNumber] = [:]
    var texts: [Int: String] = [:]
    let form = forms.forms[record.form]
    record.forEachCell { index, cell in
      if let base = cell.base { numbers[index] = base }
      let isOther = cell.unit.map { !$0.elementsEqual(form.cells[index].baseUnit.utf8) } ?? !cell.hasBaseUnit
      if form.cells[index].kind == .money, let number = cell.number, isOther {
        texts[index] = "\(number)" + (cell.unit.map { String(decoding: $0, as: UTF8.self) } ?? "")
      } else if cell.base == nil, let text = cell.remark {
        texts[index] = String(decoding: text, as: UTF8.self)
      }
    }
    for (place, figure) in figures.enumerated() {
      guard let cell = figure.cells[record.form] else { continue }
      let column = Self.facts.count + place
      if figure.isWritten {
        // A number without its unit looks like a figure that may be added.
        if let text = texts[cell] {
          try sheet.write(strings["year_workbook.as_written"] + text, row: row, column: column)
        }
      } else if let number = numbers[cell] {
        try sheet.write(number, row: row, column: column, .grouped)
      } else if let text = texts[cell], form.cells[cell].kind == .date || form.cells[cell].kind == .text {
        try sheet.write(CSV.neutralized(text), row: row, column: column)
      }
    }
  }
}
