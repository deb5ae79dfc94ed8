internal import CArchive

/// A report as a Word file, as an office files it: A4, the fonts of official documents with their usual replacements,
/// page numbers, tables with merged headings that are repeated on each page.
struct WordFile {
  private let report: ExportedReport
  private var lists: [Int] = []

  init(_ report: ExportedReport) { self.report = report }

  /// - Returns: `nil` if the file could not be packed.
  var bytes: [UInt8]? {
    var body = WordBody(report)
    let document = body.document
    let parts: [(String, String)] = [
      ("[Content_Types].xml", WordParts.contentTypes), ("_rels/.rels", WordParts.relations),
      ("word/document.xml", document), ("word/styles.xml", WordParts.styles),
      ("word/numbering.xml", WordParts.numbering(starts: body.orderedStarts)),
      ("word/footer1.xml", WordParts.footer), ("word/fontTable.xml", WordParts.fonts),
      ("word/_rels/document.xml.rels", WordParts.documentRelations),
      ("docProps/core.xml", WordParts.core(title: report.title, author: report.agencyName)),
      ("docProps/custom.xml", WordParts.custom(frontMatter: report.frontMatter)),
    ]
    guard let writer = car_create() else { return nil }
    var isWritten = true
    for (path, text) in parts {
      let bytes = Array(text.utf8)
      isWritten =
        isWritten
        && bytes.withUnsafeBytes { content in
          content.baseAddress.map { car_add(writer, path, $0, content.count) == 0 } ?? false
        }
    }
    var count = 0
    guard let packed = car_finish(writer, &count) else { return nil }
    defer { car_free(packed) }
    return isWritten ? Array(UnsafeRawBufferPointer(start: packed, count: count)) : nil
  }
}

/// The text and the tables of a Word file.
struct WordBody {
  private let report: ExportedReport
  /// The first numbers of its ordered lists.
  private(set) var orderedStarts: [Int] = []
  private var isInList = false

  init(_ report: ExportedReport) { self.report = report }

  var document: String {
    mutating get {
      var body = paragraph([.init(text: report.title)], style: "Title")
      for block in report.blocks { body += xml(of: block) }
      return """
        \(WordParts.declaration)<w:document \(WordParts.namespaces)><w:body>\(body)<w:sectPr>\
        <w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/>\
        </w:sectPr></w:body></w:document>
        """
    }
  }

  private mutating func xml(of block: ExportedReport.Block) -> String {
    var isItem = false
    defer { isInList = isItem }
    switch block {
    case .section(let title): return paragraph([.init(text: title)], style: "Heading1")
    case .heading(let runs): return paragraph(runs, style: "Heading2")
    case .paragraph(let runs): return paragraph(runs, style: nil)
    case .item(let runs, let level, let number):
      isItem = true
      if let number, !isInList { orderedStarts.append(number) }
      let list = number == nil ? 1 : orderedStarts.count + 1
      return paragraph(
        runs, style: "List",
        "<w:numPr><w:ilvl w:val=\"\(min(level, 8))\"/><w:numId w:val=\"\(max(list, 1))\"/></w:numPr>")
    case .table(let caption, let rows):
      let head = caption.map { paragraph([.init(text: "表：\($0)")], style: "Caption") } ?? ""
      return head + table(rows.map { $0.map { Cell(text: $0) } }, widths: [], headings: 1)
    case .picture(_, let text): return paragraph([.init(text: "［图：\(text)］")], style: nil)
    case .statutory(let index): return statutory(index)
    }
  }

  private func paragraph(_ runs: [ExportedReport.Run], style: String?, _ properties: String = "") -> String {
    let style = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
    let properties = style + properties
    return "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(runs.map(Self.run).joined())</w:p>"
  }

  private static func run(_ run: ExportedReport.Run) -> String {
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      "<w:t xml:space=\"preserve\">\(WordParts.escaped(String(line)))</w:t>"
    }
    return "<w:r>\(run.isStrong ? "<w:rPr><w:b/></w:rPr>" : "")\(lines.joined(separator: "<w:br/>"))</w:r>"
  }

  // MARK: Tables

  private struct Cell {
    var text: String
    var columns = 1
    var merge = ""
    var isLabel = false
  }

  private func statutory(_ index: Int) -> String {
    let printed = report.tables[index]
    let width = printed.widths.count
    var rows: [[Cell]] = []
    // Cells that continue below: the rows that are left, by their first column.
    var open: [Int: (rows: Int, columns: Int)] = [:]
    for line in report.lines(of: index) {
      var row: [Cell] = []
      var column = 0
      let pieces = line.pieces.sorted { $0.columns.lowerBound < $1.columns.lowerBound }[...]
      while column < width {
        if let piece = pieces.first(where: { $0.columns.lowerBound == column }) {
          var cell = Cell(text: report.text(of: piece), columns: piece.columns.count)
          if case .row = piece.content { cell.isLabel = true }
          if piece.height > 1 {
            cell.merge = "<w:vMerge w:val=\"restart\"/>"
            open[column] = (piece.height - 1, piece.columns.count)
          }
          row.append(cell)
          column += piece.columns.count
        } else if let continued = open[column], continued.rows > 0 {
          row.append(Cell(text: "", columns: continued.columns, merge: "<w:vMerge/>"))
          open[column] = (continued.rows - 1, continued.columns)
          column += continued.columns
        } else {
          column += 1
        }
      }
      rows.append(row)
    }
    return table(rows, widths: printed.widths, headings: max(printed.headings, 0))
  }

  /// - Parameter headings: The number of rows that are repeated on each page.
  private func table(_ rows: [[Cell]], widths: [Double], headings: Int) -> String {
    let columns = widths.isEmpty ? Array(repeating: 1.0, count: rows.first?.count ?? 1) : widths
    let total = columns.reduce(0, +)
    // Twentieths of a point: what is left between the margins.
    let twips = columns.map { Int($0 / total * 8_845) }
    var xml = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
    xml += "<w:tblLayout w:type=\"fixed\"/></w:tblPr>"
    xml += "<w:tblGrid>\(twips.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined())</w:tblGrid>"
    for (index, row) in rows.enumerated() {
      let repeated = index < headings ? "<w:tblHeader/>" : ""
      xml += "<w:tr><w:trPr><w:cantSplit/>\(repeated)</w:trPr>"
      var column = 0
      for cell in row {
        let width = twips[column..<min(twips.count, column + cell.columns)].reduce(0, +)
        let span = cell.columns > 1 ? "<w:gridSpan w:val=\"\(cell.columns)\"/>" : ""
        let alignment = cell.isLabel ? "left" : "center"
        xml +=
          "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(span)\(cell.merge)<w:vAlign w:val=\"center\"/></w:tcPr>"
        xml += paragraph(
          cell.text.isEmpty ? [] : [.init(text: cell.text)], style: "TableText", "<w:jc w:val=\"\(alignment)\"/>")
        xml += "</w:tc>"
        column += cell.columns
      }
      xml += "</w:tr>"
    }
    return xml + "</w:tbl>"
  }
}
