import DataFiles
import Foundation
import Reports
import Testing

/// Writes a workbook to a file and inspects it as an archive of XML.
struct WorkbookTests {
  private func path() -> String {
    FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString).xlsx").path
  }

  private func write(
    to path: String, streaming: Bool = false, _ fill: (inout Sheet) throws(WorkbookError) -> Void
  ) throws {
    var workbook = try Workbook(at: path, streaming: streaming, properties: .init(title: "年报", author: "云溪区"))
    try workbook.addSheet("年报", fill: fill)
    try workbook.close()
  }

  private func part(_ name: String, of path: String) throws -> String {
    let unzip = Process()
    let pipe = Pipe()
    unzip.executableURL = URL(filePath: "/usr/bin/env")
    unzip.arguments = [
      "python3", "-c", "import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))",
      path, name,
    ]
    unzip.standardOutput = pipe
    try unzip.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    unzip.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(arguments: [false, true])
  func theSameCallsMakeTheSameBytes(_ streaming: Bool) throws {
    let paths = [path(), path()]
    defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    for path in paths {
      try write(to: path, streaming: streaming) { sheet throws(WorkbookError) in
        try sheet.writeHeader(["agency", "value"], row: 0)
        try sheet.write("liulin", row: 1, column: 0)
        try sheet.write(DecimalNumber(digits: 188_710, scale: 4), row: 1, column: 1)
        try sheet.addFilter(rows: 0...1, columns: 0...1)
        sheet.freeze(rows: 1, columns: 1)
      }
    }
    let first = try Data(contentsOf: URL(filePath: paths[0]))
    #expect(first == (try Data(contentsOf: URL(filePath: paths[1]))))
    #expect(try part("docProps/core.xml", of: paths[0]).contains("1980-01-01T00:00:00Z"))
  }

  @Test func numbersKeepTheirDigitsAndTextsStayTexts() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(to: path, streaming: true) { sheet throws(WorkbookError) in
      try sheet.write(DecimalNumber(digits: 123_456_789_012_345, scale: 4), row: 0, column: 0)
      try sheet.write("=1+1", row: 0, column: 1)
      try sheet.write("\u{FFFF}", row: 0, column: 2)
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("<v>12345678901.2345</v>"))
    #expect(sheet.contains(#"t="inlineStr"><is><t>=1+1</t>"#))
    #expect(sheet.contains("<t>\u{FFFD}</t>"))
  }

  @Test func aTextThatIsTooLongIsCut() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(to: path) { sheet throws(WorkbookError) in
      try sheet.write(String(repeating: "字", count: Sheet.longestText + 1), row: 0, column: 0)
      try sheet.write(String(repeating: "字", count: Sheet.longestText), row: 1, column: 0)
    }
    let texts = try part("xl/sharedStrings.xml", of: path)
    #expect(texts.contains(">" + String(repeating: "字", count: Sheet.longestText - 1) + "…<"))
    #expect(texts.contains(">" + String(repeating: "字", count: Sheet.longestText) + "<"))
  }

  @Test func aLinkLeadsToTheSheetOfItsName() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(to: path) { sheet throws(WorkbookError) in
      try sheet.writeLink(toSheet: "a'b''c", text: "…", row: 0, column: 0)
    }
    #expect(try part("xl/worksheets/sheet1.xml", of: path).contains(#"location="'a''b''''c'!A1""#))
  }

  @Test func aTableIsMarked() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(to: path) { sheet throws(WorkbookError) in
      try sheet.markTable(named: "reports", ["agency", "value"], rows: 1)
      try sheet.write("liulin", row: 1, column: 0)
    }
    let table = try part("xl/tables/table1.xml", of: path)
    #expect(table.contains(#"name="reports""#) && table.contains(#"ref="A1:B2""#) && table.contains(#"name="agency""#))
  }

  @Test func cellsAreMergedBorderedAndPrinted() throws {
    let path = path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(to: path) { sheet throws(WorkbookError) in
      try sheet.merge(rows: 3...3, columns: 0...0, .form)
      try sheet.write("一格", row: 3, column: 0, .form)
      try sheet.merge(rows: 4...5, columns: 0...1, .form)
      try sheet.write(DecimalNumber(4), row: 4, column: 0, .form)
      try sheet.writeBlank(row: 6, column: 0, .form)
      try sheet.setHeight(30, ofRow: 6)
      try sheet.setPrint(isLandscape: true, repeating: 3...4, isNumbered: true)
    }
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains(#"<mergeCells count="1"><mergeCell ref="A5:B6"/>"#))
    #expect(sheet.contains(#"<c r="A5" s="1"><v>4</v></c><c r="B5" s="1"/>"#))
    #expect(sheet.contains(#"ht="30" customHeight="1"><c r="A7" s="1"/>"#))
    #expect(sheet.contains(#"<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>"#))
    #expect(sheet.contains(#"paperSize="9" fitToHeight="0" orientation="landscape""#))
    #expect(try part("xl/workbook.xml", of: path).contains("'年报'!$4:$5</definedName>"))
    let styles = try part("xl/styles.xml", of: path)
    #expect(styles.contains(#"horizontal="center" vertical="center" wrapText="1""#))
    #expect(styles.contains(#"<bottom style="thin">"#))
  }

  @Test func writeErrorsAreThrown() throws {
    let missing = "/nonexistent/\(UUID().uuidString).xlsx"
    #expect(throws: WorkbookError.self) { try write(to: missing) { _ throws(WorkbookError) in } }
    let path = path()
    #expect(throws: WorkbookError.self) {
      try write(to: path) { sheet throws(WorkbookError) in try sheet.write("", row: 1_048_576, column: 0) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func namesOfSheetsAreWhatExcelAllows() {
    #expect(Sheet.name(for: "a/b:c") == "a_b_c")
    #expect(Sheet.name(for: "'年报'") == "’年报’")
    #expect(Sheet.name(for: String(repeating: "长", count: 40)).count == 31)
    #expect(Sheet.name(for: "") == "_")
  }
}
