import Languages
import Reports

/// Word and Excel files with the statutory tables, as WPS writes them.
enum OfficeShape {
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  // MARK: Word

  static func word(_ report: GeneratedReport) -> [UInt8] {
    var numbers = report.numbers
    var body = paragraph(report.title)
    for words in report.prose("introduction") { body += paragraph(words) }
    for section in report.form.sections {
      body += paragraph(section.label.chinese)
      if let table = section.table {
        body += self.table(PrintedForm(report.form.tables[table], values: report.values), &numbers)
      }
      for words in report.prose(section.id) { body += paragraph(words) }
    }
    body += paragraph(report.name) + paragraph("\(report.year + 1)年1月20日")
    var file = ZipFile()
    file.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
      """)
    file.add(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
      Target="word/document.xml"/></Relationships>
      """)
    file.add(
      "word/document.xml",
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document \
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(body)<w:sectPr/></w:body></w:document>
      """)
    return file.finished
  }

  /// Runs are divided anywhere.
  private static func paragraph(_ words: String) -> String {
    let middle = words.index(words.startIndex, offsetBy: words.count / 3)
    return
      "<w:p><w:pPr><w:pStyle w:val=\"3\"/></w:pPr>\(run(words[..<middle]))<w:bookmarkStart w:id=\"0\" w:name=\"a\"/>"
      + "\(run(words[middle...]))</w:p>"
  }

  private static func run(_ words: some StringProtocol) -> String {
    "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">\(escaped(String(words)))</w:t></w:r>"
  }

  private static func table(_ table: PrintedForm, _ numbers: inout SeededNumbers) -> String {
    var text = "<w:tbl><w:tblPr><w:tblBorders><w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr>"
    let widths =
      table.width == 4
      ? [3400, 1900, 1900, 1900]
      : table.width == 10 ? [700, 900, 2700] + Array(repeating: 700, count: 7) : Array(repeating: 600, count: 15)
    text += "<w:tblGrid>\(widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>"
    var open: [Int: (rows: Int, columns: Int)] = [:]
    for row in table.grid {
      text += "<w:tr>"
      var column = 0
      while column < row.count {
        if let cell = row[column] {
          let merge = cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
          text += self.cell(cell.text, "<w:gridSpan w:val=\"\(cell.columns)\"/>\(merge)", &numbers)
          if cell.rows > 1 { open[column] = (cell.rows - 1, cell.columns) }
          column += cell.columns
        } else if let merged = open[column], merged.rows > 0 {
          text += self.cell("", "<w:gridSpan w:val=\"\(merged.columns)\"/><w:vMerge/>", &numbers)
          open[column] = (merged.rows - 1, merged.columns)
          column += merged.columns
        } else {
          column += 1
        }
      }
      text += "</w:tr>"
    }
    return text + "</w:tbl>"
  }

  private static func cell(_ words: String, _ properties: String, _ numbers: inout SeededNumbers) -> String {
    var content = run(words.isEmpty ? "　　" : words)
    if words.count == 4, !words.contains(where: \.isNumber) {
      let isBreak = Bool.random(using: &numbers)
      content = run(words.prefix(2)) + (isBreak ? "<w:r><w:br/></w:r>" : "</w:p><w:p>") + run(words.suffix(2))
    }
    return "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p>\(content)</w:p></w:tc>"
  }

  // MARK: Excel

  /// - Parameter keepsSpans: Whether cells are merged, or only blank.
  static func excel(_ report: GeneratedReport, keepsSpans: Bool) -> [UInt8] {
    var rows: [String] = []
    var merges: [String] = []
    var strings: [String] = []
    func shared(_ text: String) -> Int {
      strings.append(text)
      return strings.count - 1
    }
    func add(_ cells: [(column: Int, text: String, isNumber: Bool)]) {
      let number = rows.count + 1
      let xml = cells.map { cell in
        let place = "\(name(cell.column))\(number)"
        return cell.isNumber
          ? "<c r=\"\(place)\"><v>\(cell.text)</v></c>" : "<c r=\"\(place)\" t=\"s\"><v>\(shared(cell.text))</v></c>"
      }
      rows.append("<row r=\"\(number)\">\(xml.joined())</row>")
    }
    add([(0, report.title, false)])
    for section in report.form.sections {
      guard let table = section.table else { continue }
      add([(0, section.label.chinese, false)])
      let printed = PrintedForm(report.form.tables[table], values: report.values)
      let first = rows.count
      for (index, row) in printed.grid.enumerated() {
        add(
          row.enumerated().compactMap { column, cell in
            cell.map { cell in
              if keepsSpans, cell.columns * cell.rows > 1 {
                merges.append(
                  "\(name(column))\(first + index + 1):\(name(column + cell.columns - 1))\(first + index + cell.rows)")
              }
              // Excel stores decimals in binary.
              let isNumber = Double(cell.text) != nil && !cell.text.hasPrefix("+")
              return (
                column, isNumber && cell.text.hasSuffix(".6") ? cell.text + "00000000000006" : cell.text, isNumber
              )
            }
          })
      }
    }
    var file = ZipFile()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    file.add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets><sheet name="去年" sheetId="2" state="hidden" r:id="rId2"/>\
      <sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
      """)
    file.add(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
      Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>
      """)
    file.add(
      "xl/worksheets/sheet2.xml",
      "<worksheet xmlns=\"\(main)\"><sheetData><row r=\"1\"><c r=\"A1\"><v>9</v></c></row></sheetData></worksheet>")
    file.add(
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="\(main)"><sheetData>\(rows.joined())</sheetData><mergeCells>\
      \(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells></worksheet>
      """)
    file.add(
      "xl/sharedStrings.xml",
      "<sst xmlns=\"\(main)\">\(strings.map { "<si><t>\(escaped($0))</t></si>" }.joined())</sst>")
    return file.finished
  }

  private static func name(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }
}
