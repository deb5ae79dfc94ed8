internal import Reports

/// Reads the sheets of an Excel file (`.xlsx`), also as WPS writes it.
struct WorkbookReader {
  private let container: ZipContainer
  private let strings: [String]

  static func isWanted(_ path: String) -> Bool {
    path == "xl/workbook.xml" || path == "xl/sharedStrings.xml" || path == "xl/_rels/workbook.xml.rels"
      || path.hasPrefix("xl/worksheets/sheet") || path == "docProps/core.xml"
  }

  static func read(_ container: ZipContainer) -> ImportedDocument? {
    guard let bytes = container.parts["xl/workbook.xml"], let tree = MarkupTree(xml: bytes), let root = tree.root else {
      return nil
    }
    let reader = WorkbookReader(container)
    let paths = reader.relations()
    var document = ImportedDocument()
    var line = 0
    for sheet in root.elements(["sheet"]) {
      let name = sheet.attribute("name") ?? ""
      // A hidden sheet often holds the figures of the year before.
      if let state = sheet.attribute("state"), state != "visible" { continue }
      guard let id = sheet.attribute("id"), let path = paths[id], let bytes = container.parts[path],
        let tree = MarkupTree(xml: bytes), let root = tree.root
      else {
        document.losses.append((name, line, "读不出这张工作表 this sheet cannot be read"))
        continue
      }
      reader.add(root, to: &document, &line)
    }
    if container.isDamaged {
      document.losses.append(("", 0, "文件已损坏，可能不完整 the file is damaged and may be incomplete"))
    }
    return document
  }

  private init(_ container: ZipContainer) {
    self.container = container
    guard let tree = container.parts["xl/sharedStrings.xml"].flatMap({ MarkupTree(xml: $0) }), let root = tree.root
    else {
      strings = []
      return
    }
    strings = root.elements(["si"]).map { Self.text(of: $0) }
  }

  private func relations() -> [String: String] {
    guard let tree = container.parts["xl/_rels/workbook.xml.rels"].flatMap({ MarkupTree(xml: $0) }),
      let root = tree.root
    else { return [:] }
    var paths: [String: String] = [:]
    for relation in root.elements(["relationship"]) {
      guard let id = relation.attribute("Id"), let target = relation.attribute("Target") else { continue }
      paths[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return paths
  }

  /// The characters of a string, without the sounds that are noted beside it.
  private static func text(of node: MarkupTree.Node) -> String {
    var text = ""
    var open = Array(node.children.reversed())
    while let next = open.popLast() {
      if next.name == "t" {
        for child in next.children { text += child.text ?? "" }
      } else if next.name != "rph" {
        open += next.children.reversed()
      }
    }
    return text
  }

  // MARK: Sheets

  private func add(_ sheet: MarkupTree.Node, to document: inout ImportedDocument, _ line: inout Int) {
    var covered: Set<CellReference> = []
    for merge in sheet.elements(["mergecell"]) {
      guard let range = merge.attribute("ref").flatMap(CellReference.range) else { continue }
      for row in range.rows.prefix(500) {
        for column in range.columns.prefix(200) where (row, column) != (range.rows.lowerBound, range.columns.lowerBound)
        {
          covered.insert(CellReference(row: row, column: column))
        }
      }
    }
    var rows: [Int: [Int: String]] = [:]
    var width = 0
    for row in sheet.elements(["row"]) {
      if row.attribute("hidden") == "1" { continue }
      for cell in row.children where cell.name == "c" {
        guard let place = cell.attribute("r").flatMap({ CellReference($0) }), place.column < 200 else { continue }
        rows[place.row, default: [:]][place.column] = value(of: cell)
        if rows[place.row]?[place.column]?.isEmpty == false { width = max(width, place.column + 1) }
      }
    }
    var grid: [[Grid.Cell]] = []
    func endTable() {
      if !grid.isEmpty { document.blocks.append(.table(Grid(grid))) }
      grid = []
    }
    var previous: Int?
    for row in rows.keys.sorted() {
      line += 1
      if let previous, row > previous + 1 { endTable() }
      previous = row
      let cells = (0..<width).filter { !covered.contains(CellReference(row: row, column: $0)) }
        .map { Grid.Cell(HTMLText.collapsed(rows[row]?[$0] ?? ""), line: line) }
      let texts = cells.filter { !$0.text.isEmpty }
      if texts.isEmpty { continue }
      // A title or a note takes the whole row.
      if texts.count == 1, cells.count == 1, texts[0].text.count > 14 {
        endTable()
        document.blocks.append(.paragraph(.init(texts[0].text, line: line)))
      } else {
        grid.append(cells)
      }
    }
    endTable()
  }

  private func value(of cell: MarkupTree.Node) -> String {
    let content = cell.children.first(where: { $0.name == "v" })?.children.compactMap(\.text).joined()
    switch cell.attribute("t") ?? "n" {
    case "s": return content.flatMap { Int($0) }.flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": return cell.children.first(where: { $0.name == "is" }).map { Self.text(of: $0) } ?? ""
    case "n": return content.map(Self.shortest) ?? ""
    case "b": return content ?? ""
    // The cached result of a formula that failed is not a figure.
    case "e": return ""
    default: return content ?? ""
    }
  }

  /// The number that was entered: 96171.600000000006 is how Excel stores 96171.6.
  private static func shortest(_ written: String) -> String {
    let isPlain = written.allSatisfy { $0.isNumber || $0 == "." || $0 == "-" }
    if isPlain, written.count(where: \.isNumber) < 16 { return written }
    guard let number = Double(written), number.magnitude < 1e15 else { return written }
    // Excel shows 15 digits.
    let rounded = rounded(number)
    if rounded == rounded.rounded() { return "\(Int(rounded))" }
    let text = "\(rounded)"
    return text.contains("e") ? written : text
  }

  private static func rounded(_ number: Double) -> Double {
    guard number != 0 else { return 0 }
    var scale = 1.0
    while (number * scale).magnitude < 1e14, scale < 1e15 { scale *= 10 }
    return (number * scale).rounded() / scale
  }
}

/// `B12`: a cell of a sheet.
struct CellReference: Hashable {
  /// From 0.
  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  init?(_ text: String) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      if row > 1 << 21 || column > 1 << 15 { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// `A1:C3`
  static func range(_ text: String) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
    let parts = text.split(separator: ":").compactMap { CellReference(String($0)) }
    guard parts.count == 2, parts[0].row <= parts[1].row, parts[0].column <= parts[1].column else { return nil }
    return (parts[0].row...parts[1].row, parts[0].column...parts[1].column)
  }
}
