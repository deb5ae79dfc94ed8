internal import Bytes
internal import Diagnostics
package import Languages
package import Portal
package import Reports

/// `data/portal.sqlite`: everything in the CSV files, with keys, so that a single file answers any question.
///
/// Most cells of a report hold a plain 0. They are not stored: the view `cells` adds them.
package struct PortalDatabase: Sendable {
  let forms: FormLibrary
  let portal: Portal
  private let lists: [DataTable]

  package init(forms: FormLibrary, portal: Portal, strings: SiteStrings) {
    self.forms = forms
    self.portal = portal
    lists = PortalTables.all(of: portal, forms, strings)
  }

  /// Writes the file, then reopens it and lets SQLite check its integrity.
  package func write(_ records: ReportRecords, at path: String) throws {
    try fill(Database(at: path), records)
    try Database(reading: path).checkIntegrity()
  }

  private func fill(_ database: consuming Database, _ records: ReportRecords) throws {
    try database.placeTemporaryFiles()
    try database.run(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; BEGIN"
    )
    try createTables(in: database)
    for list in lists { try fill(list, database) }
    let firstCells = try writeForms(to: database)
    let hasText = portal.site.data.holdsText(ofReports: records.forms.count)
    var totals = TotalsByYear(forms)
    let reports = try database.prepare(Self.insert("reports", ReportColumns.all.count + 1))
    let cells = try database.prepare(Self.insert("cell_values", 8))
    let tables = try ReportTables.all.map { table in
      // The full-text index refers to the number of a row.
      try database.prepare(Self.insert(table.name, table.columns.count, isNumbered: !table.isFile))
    }
    for (place, form) in records.forms.enumerated() {
      let record = try records.record(at: place)
      let number = place + 1
      try reports.run([.integer(number)] + record.values())
      totals.add(record)
      try write(record, number: number, first: firstCells[form], to: cells)
      for (index, statement) in tables.enumerated() where hasText || ReportTables.all[index].isFile {
        try record.forEachRow(of: index) { try statement.run($0) }
      }
    }
    try fill(totals.table, database)
    try database.run(Self.indexes)
    if hasText { try database.run(Self.textIndex) }
    // Rows were inserted in the order of their keys, so there is nothing to compact.
    try database.run(
      "COMMIT; PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA application_id = 1735356007; PRAGMA user_version = 2")
  }

  /// Writes the cells that hold more than a plain 0. Of a plain number, only the number is stored.
  ///
  /// - Parameters:
  ///   - number: The id of the report.
  ///   - first: The id of the first cell of its form.
  private func write(
    _ record: ReportRecord, number: Int, first: Int, to statement: Statement
  ) throws(DatabaseError) {
    var fault: DatabaseError?
    let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    Cell.Status.codes.withLiterals { codes in
      record.forEachCell { index, cell in
        guard fault == nil, !cell.isPlainZero else { return }
        func bind(_ text: UnsafeBufferPointer<UInt8>?, _ place: Int32) {
          if let text { statement.bind(text, at: place) } else { statement.bindBlank(at: place) }
        }
        func bind(_ number: DecimalNumber?, _ place: Int32) {
          if let number { statement.bind(number, at: place) } else { statement.bindBlank(at: place) }
        }
        let isPlain = cell.status == .number && cell.unit == nil && cell.remark == nil && cell.hasBaseUnit
        statement.bind(number, at: 1)
        statement.bind(first + index, at: 2)
        bind(cell.number, 3)
        bind(isPlain ? nil : codes[Int(cell.status.rawValue)], 4)
        bind(cell.unit, 5)
        bind(isPlain ? nil : cell.base, 6)
        bind(cell.hasBaseUnit ? nil : empty, 7)
        bind(cell.remark, 8)
        do throws(DatabaseError) { try statement.run() } catch { fault = error }
      }
    }
    if let fault { throw fault }
  }

  private static func insert(_ table: String, _ columns: Int, isNumbered: Bool = false) -> String {
    let values = Array(repeating: "?", count: columns).joined(separator: ", ")
    return "INSERT INTO \(table) VALUES (\(isNumbered ? "NULL, " : "")\(values))"
  }

  private static func definition(of column: DataColumn) -> String {
    let type =
      switch column.kind {
      case .integer: "INTEGER"
      // Keeps whole numbers as integers.
      case .decimal: "ANY"
      default: "TEXT"
      }
    return "\"\(column.id)\" \(type)\(column.isRequired ? " NOT NULL" : "")"
  }

  private static func definitions(_ columns: [DataColumn]) -> String {
    columns.map(definition).joined(separator: ", ")
  }

  /// - Parameter references: Foreign keys.
  private static func create(_ name: String, _ columns: [DataColumn], key: [String], _ references: [String]) -> String {
    let keys = key.isEmpty ? [] : ["PRIMARY KEY (\(key.map { "\"\($0)\"" }.joined(separator: ", ")))"]
    let parts = [definitions(columns)] + keys + references
    return "CREATE TABLE \(name) (\(parts.joined(separator: ", "))) STRICT\(key.isEmpty ? "" : ", WITHOUT ROWID");"
  }

  private func createTables(in database: borrowing Database) throws(DatabaseError) {
    for list in lists {
      let references =
        switch list.name {
        case "agencies": ["FOREIGN KEY (region) REFERENCES regions (region)"]
        case "regions": [String]()
        default:
          list.columns.contains { $0.id == "agency" } ? ["FOREIGN KEY (agency) REFERENCES agencies (agency)"] : []
        }
      try database.run(Self.create(list.name, list.columns, key: list.key, references))
    }
    for table in ReportTables.all where table.isFile {
      try database.run(
        Self.create(
          table.name, table.columns, key: table.key, ["FOREIGN KEY (agency, year) REFERENCES reports (agency, year)"]))
    }
    try database.run(
      """
      CREATE TABLE sections (section_id INTEGER PRIMARY KEY, \(Self.definitions(SectionsTable.table.columns)),
        UNIQUE (agency, year, number), FOREIGN KEY (agency, year) REFERENCES reports (agency, year)) STRICT;
      CREATE TABLE form_cells (cell_id INTEGER PRIMARY KEY, form TEXT NOT NULL, id TEXT NOT NULL, "table" TEXT NOT NULL,
        "row" TEXT NOT NULL, "column" TEXT NOT NULL, unit TEXT NOT NULL, unit_base TEXT NOT NULL, row_label TEXT NOT NULL,
        column_label TEXT NOT NULL, row_label_en TEXT NOT NULL, column_label_en TEXT NOT NULL, UNIQUE (form, id)) STRICT;
      CREATE TABLE reports (report_id INTEGER PRIMARY KEY, \(Self.definitions(ReportColumns.all)), UNIQUE (agency, year),
        FOREIGN KEY (agency) REFERENCES agencies (agency)) STRICT;
      CREATE TABLE cell_values (report_id INTEGER NOT NULL REFERENCES reports, cell_id INTEGER NOT NULL REFERENCES form_cells,
        value ANY, status TEXT, unit TEXT, value_base ANY, unit_base TEXT, remark TEXT, PRIMARY KEY (report_id, cell_id))
        STRICT, WITHOUT ROWID;
      CREATE TABLE year_totals (\(Self.definitions(TotalsByYear.columns)), PRIMARY KEY (year, id)) STRICT, WITHOUT ROWID;
      \(Self.view("cells", where: "1")) \(Self.view("own_cells", where: "r.scope = 'own'"))
      CREATE VIEW totals_by_year AS SELECT * FROM year_totals;
      """)
    // Ids consist of letters, digits, `_`, `-` and `.`, so none of them needs quoting.
    for form in forms.forms {
      for table in form.tables where !table.cells.isEmpty {
        let name = "\(form.id)_\(table.id)".map { $0.isLetter || $0.isNumber ? $0 : "_" }
        try database.run(
          """
          CREATE VIEW "\(String(name))" AS
            SELECT v.agency, v.agency_name, v.region, v.year, v.scope, v."row", c.row_label, v."column", c.column_label,
              v.value, v.unit, v.value_base, v.unit_base, v.status, v.remark, v.id
            FROM cells v JOIN form_cells c ON c.form = v.form AND c.id = v.id
            WHERE v.form = '\(form.id)' AND v."table" = '\(table.id)'
          """)
      }
    }
  }

  /// A view with a row a cell: plain numbers, then all that is more than a plain number, then plain zeros. It has three
  /// parts so that a condition on the status is answered by an index.
  private static func view(_ name: String, where condition: String) -> String {
    let facts = "r.agency, r.agency_name, r.region, r.year, r.form, r.scope, c.\"table\", c.\"row\", c.\"column\""
    let stored = "FROM cell_values v JOIN form_cells c USING (cell_id) JOIN reports r USING (report_id)"
    return """
      CREATE VIEW \(name) AS
        SELECT \(facts), v.value, c.unit, v.value AS value_base, c.unit_base, 'number' AS status, NULL AS remark, c.id
        \(stored) WHERE v.status IS NULL AND \(condition)
        UNION ALL
        SELECT \(facts), v.value, coalesce(v.unit, c.unit), v.value_base, coalesce(v.unit_base, c.unit_base), v.status,
          v.remark, c.id
        \(stored) WHERE v.status IS NOT NULL AND \(condition)
        UNION ALL
        SELECT \(facts), 0, c.unit, 0, c.unit_base, 'zero', NULL, c.id
        FROM form_cells c JOIN reports r ON r.form = c.form
        WHERE \(condition) AND NOT EXISTS
          (SELECT 1 FROM cell_values v WHERE v.report_id = r.report_id AND v.cell_id = c.cell_id);
      """
  }

  private static let indexes = """
    CREATE INDEX cell_values_by_cell ON cell_values (cell_id, status, value);
    CREATE INDEX cell_values_by_status ON cell_values (status, cell_id) WHERE status IS NOT NULL;
    CREATE INDEX form_cells_by_id ON form_cells (id);
    CREATE INDEX form_cells_by_name ON form_cells ("table", "row", "column");
    CREATE INDEX reports_by_year ON reports (year);
    CREATE INDEX reports_by_form ON reports (form, scope);
    CREATE INDEX reports_by_region ON reports (region);
    """

  /// Chinese has no spaces between words, so that the index is of three characters each.
  private static let textIndex = """
    CREATE VIRTUAL TABLE sections_text USING fts5(title, text, content='sections', content_rowid='section_id',
      tokenize='trigram');
    INSERT INTO sections_text (sections_text) VALUES ('rebuild');
    """

  private func fill(_ table: DataTable, _ database: borrowing Database) throws(DatabaseError) {
    let statement = try database.prepare(Self.insert(table.name, table.columns.count))
    for row in table.rows { try statement.run(row) }
  }

  /// - Returns: For each form, the id of its first cell.
  private func writeForms(to database: borrowing Database) throws(DatabaseError) -> [Int] {
    let statement = try database.prepare(Self.insert("form_cells", 12))
    var next = 1
    var firsts: [Int] = []
    for form in forms.forms {
      firsts.append(next)
      for (index, cell) in form.cells.enumerated() {
        let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
        try statement.run([
          .integer(next), .text(form.id), .text(cell.id), .text(form.tables[cell.table].id), .text(row.id),
          .text(column.id), .text(cell.unit), .text(cell.baseUnit), .text(row.label.chinese),
          .text(column.label.chinese), .text(row.label.english), .text(column.label.english),
        ])
        next += 1
      }
    }
    return firsts
  }
}
