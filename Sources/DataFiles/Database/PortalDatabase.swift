internal import Bytes
internal import Diagnostics
internal import Languages
package import Portal
package import Reports

/// `data/portal.sqlite`: everything in the CSV files, with keys, so that a single file answers any question.
package struct PortalDatabase: Sendable {
  let forms: FormLibrary
  let portal: Portal

  package init(forms: FormLibrary, portal: Portal) {
    self.forms = forms
    self.portal = portal
  }

  /// Writes the file, then reopens it and lets SQLite check its integrity.
  package func write(_ records: ReportRecords, at path: String) throws {
    try fill(Database(at: path), records)
    try Database(reading: path).checkIntegrity()
  }

  private func fill(_ database: consuming Database, _ records: ReportRecords) throws {
    try database.placeTemporaryFiles()
    try database.run("PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
    try createTables(in: database)
    try fill(RegistryTables.regions(portal.registry.regions.regions, in: portal), database)
    try fill(RegistryTables.agencies(portal.registry.agencies, in: portal), database)
    let firstCells = try writeForms(to: database)
    let reports = try database.prepare(Self.insert("reports", ReportColumns.all.count + 1))
    let cells = try database.prepare("INSERT INTO cell_values VALUES (?, ?, ?, ?, ?)")
    let findings = try database.prepare(Self.insert("findings", FindingColumns.all.count))
    for (place, form) in records.forms.enumerated() {
      let record = try records.record(at: place)
      let number = place + 1
      try reports.run([.integer(number)] + record.values())
      var fault: DatabaseError?
      Cell.Status.codes.withLiterals { codes in
        record.forEachCell { index, cell in
          guard fault == nil else { return }
          cells.bind(number, at: 1)
          cells.bind(firstCells[form] + index, at: 2)
          if let value = cell.number { cells.bind(value, at: 3) } else { cells.bindBlank(at: 3) }
          cells.bind(codes[Int(cell.status.rawValue)], at: 4)
          if let remark = cell.remark { cells.bind(remark, at: 5) } else { cells.bindBlank(at: 5) }
          do throws(DatabaseError) { try cells.run() } catch { fault = error }
        }
      }
      if let fault { throw fault }
      for finding in record.findings() { try findings.run(finding) }
    }
    try database.run("CREATE INDEX cell_values_by_cell ON cell_values (cell_id, value); COMMIT")
    try database.run("ANALYZE; PRAGMA application_id = 1735356007; PRAGMA user_version = 1; VACUUM")
  }

  private static func insert(_ table: String, _ columns: Int) -> String {
    "INSERT INTO \(table) VALUES (\(Array(repeating: "?", count: columns).joined(separator: ", ")))"
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

  private func createTables(in database: borrowing Database) throws(DatabaseError) {
    try database.run(
      """
      CREATE TABLE regions (\(Self.definitions(RegistryTables.regionColumns.map(\.description))), PRIMARY KEY (region)) STRICT, WITHOUT ROWID;
      CREATE TABLE agencies (\(Self.definitions(RegistryTables.agencyColumns.map(\.description))), PRIMARY KEY (agency),
        FOREIGN KEY (region) REFERENCES regions (region)) STRICT, WITHOUT ROWID;
      CREATE TABLE form_cells (cell_id INTEGER PRIMARY KEY, form TEXT NOT NULL, "table" TEXT NOT NULL, "row" TEXT NOT NULL,
        "column" TEXT NOT NULL, unit TEXT NOT NULL, row_label TEXT NOT NULL, column_label TEXT NOT NULL,
        row_label_en TEXT NOT NULL, column_label_en TEXT NOT NULL, UNIQUE (form, "table", "row", "column")) STRICT;
      CREATE TABLE reports (report_id INTEGER PRIMARY KEY, \(Self.definitions(ReportColumns.all)), UNIQUE (agency, year),
        FOREIGN KEY (agency) REFERENCES agencies (agency)) STRICT;
      CREATE TABLE cell_values (report_id INTEGER NOT NULL REFERENCES reports, cell_id INTEGER NOT NULL REFERENCES form_cells,
        value ANY, status TEXT NOT NULL, remark TEXT, PRIMARY KEY (report_id, cell_id)) STRICT, WITHOUT ROWID;
      CREATE TABLE findings (\(Self.definitions(FindingColumns.all)), PRIMARY KEY (agency, year, number),
        FOREIGN KEY (agency, year) REFERENCES reports (agency, year)) STRICT, WITHOUT ROWID;
      CREATE INDEX reports_by_year ON reports (year);
      CREATE VIEW cells AS
        SELECT r.agency, r.agency_name, r.region, r.year, c.form, c."table", c."row", c."column", v.value, c.unit, v.status,
          v.remark
        FROM reports r JOIN cell_values v USING (report_id) JOIN form_cells c USING (cell_id);
      """)
    // Ids consist of letters, digits, `_`, `-` and `.`, so none of them needs quoting.
    for form in forms.forms {
      for table in form.tables where !table.cells.isEmpty {
        let name = "\(form.id)_\(table.id)".map { $0.isLetter || $0.isNumber ? $0 : "_" }
        try database.run(
          """
          CREATE VIEW "\(String(name))" AS
            SELECT r.agency, r.agency_name, r.region, r.year, r.scope, c."row", c.row_label, c."column", c.column_label,
              v.value, c.unit, v.status, v.remark
            FROM form_cells c JOIN cell_values v USING (cell_id) JOIN reports r USING (report_id)
            WHERE c.form = '\(form.id)' AND c."table" = '\(table.id)'
          """)
      }
    }
  }

  private func fill(_ table: DataTable, _ database: borrowing Database) throws(DatabaseError) {
    let statement = try database.prepare(Self.insert(table.name, table.columns.count))
    for row in table.rows { try statement.run(row) }
  }

  /// - Returns: For each form, the id of its first cell.
  private func writeForms(to database: borrowing Database) throws(DatabaseError) -> [Int] {
    let statement = try database.prepare(Self.insert("form_cells", 10))
    var next = 1
    var firsts: [Int] = []
    for form in forms.forms {
      firsts.append(next)
      for (index, cell) in form.cells.enumerated() {
        let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
        try statement.run([
          .integer(next), .text(form.id), .text(form.tables[cell.table].id), .text(row.id), .text(column.id),
          .text(cell.unit), .text(row.label.chinese), .text(column.label.chinese), .text(row.label.english),
          .text(column.label.english),
        ])
        next += 1
      }
    }
    return firsts
  }
}
