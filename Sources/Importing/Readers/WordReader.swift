internal import Reports

/// Reads a Word file (`.docx`), also as WPS writes it.
struct WordReader {
  private var blocks: [ImportedDocument.Block] = []
  private let numbering: WordNumbering
  private let relations: [String: String]
  private let media: [String: [UInt8]]
  private let headingStyles: Set<String>
  private var paragraphs = 0

  static func read(_ container: ZipContainer) -> ImportedDocument? {
    guard let bytes = container.parts["word/document.xml"], let tree = MarkupTree(xml: bytes), let root = tree.root,
      let body = root.elements(["body"]).first
    else { return nil }
    var reader = WordReader(container)
    for child in body.children { reader.add(child) }
    var document = ImportedDocument()
    document.blocks = reader.blocks
    if let core = container.parts["docProps/core.xml"].flatMap({ MarkupTree(xml: $0) }), let root = core.root {
      for title in root.elements(["title"]) { document.properties["title"] = HTMLReader.text(in: title) }
    }
    if let custom = container.parts["docProps/custom.xml"].flatMap({ MarkupTree(xml: $0) }), let root = custom.root {
      // Word files that were exported from a source.
      for property in root.elements(["property"]) where property.attribute("name") == "gongkai-front-matter" {
        document.properties["front-matter"] = HTMLReader.text(in: property)
      }
    }
    if container.isDamaged {
      document.losses.append(("", 0, "文件已损坏，可能不完整 the file is damaged and may be incomplete"))
    }
    return document
  }

  static func isWanted(_ path: String) -> Bool {
    [
      "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels", "docProps/core.xml",
      "docProps/custom.xml",
    ].contains(path) || path.hasPrefix("word/media/")
  }

  private init(_ container: ZipContainer) {
    numbering = WordNumbering(container.parts["word/numbering.xml"])
    media = container.parts.filter { $0.key.hasPrefix("word/media/") }
    var relations: [String: String] = [:]
    if let tree = container.parts["word/_rels/document.xml.rels"].flatMap({ MarkupTree(xml: $0) }), let root = tree.root
    {
      for relation in root.elements(["relationship"]) {
        if let id = relation.attribute("Id"), let target = relation.attribute("Target") { relations[id] = target }
      }
    }
    self.relations = relations
    var styles: Set<String> = []
    if let tree = container.parts["word/styles.xml"].flatMap({ MarkupTree(xml: $0) }), let root = tree.root {
      for style in root.elements(["style"]) {
        let name = style.children.first { $0.name == "name" }?.attribute("val")?.lowercased() ?? ""
        if let id = style.attribute("styleId"), name.hasPrefix("heading") || name.hasPrefix("标题") { styles.insert(id) }
      }
    }
    headingStyles = styles
  }

  // MARK: Paragraphs

  private mutating func add(_ node: MarkupTree.Node) {
    switch node.name {
    case "p": addParagraph(node)
    case "tbl": addTable(node)
    case "sdt", "sdtcontent", "ins", "smarttag", "customxml": for child in node.children { add(child) }
    default: break
    }
  }

  private mutating func addParagraph(_ node: MarkupTree.Node) {
    paragraphs += 1
    let properties = node.children.first { $0.name == "ppr" }
    let style = properties?.children.first { $0.name == "pstyle" }?.attribute("val")
    for picture in node.elements(["blip", "imagedata"]) { addPicture(picture) }
    // A text box holds paragraphs of its own.
    let boxes = node.elements(["txbxcontent"])
    for box in boxes.prefix(1) { for child in box.children { add(child) } }
    let number = numbering.next(of: properties)
    var isFirst = true
    for line in Self.text(of: node).split(separator: "\n") {
      let (words, emphasis) = HTMLText.emphasized(HTMLText.collapsed(String(line)))
      if words.isEmpty { continue }
      var paragraph = ImportedDocument.Paragraph(words, line: paragraphs)
      paragraph.emphasis = emphasis
      if let style, headingStyles.contains(style) { paragraph.style = .heading }
      if isFirst { paragraph.add(number) }
      blocks.append(.paragraph(paragraph))
      isFirst = false
    }
  }

  /// The characters of the runs of a node, without those of text boxes and deleted ones.
  private static func text(of node: MarkupTree.Node) -> String {
    var text = ""
    for child in node.children {
      switch child.name {
      case "t": for part in child.children { text += part.text ?? "" }
      case "br", "cr": text += "\n"
      case "tab": if child.parent?.name == "r" { text += " " }
      case "nobreakhyphen": text += "-"
      case "p": text += (text.isEmpty ? "" : "\n") + self.text(of: child)
      case "del", "ppr", "rpr", "txbxcontent", "instrtext", "fallback": break
      case "r":
        let run = self.text(of: child)
        text += isStrong(child) && !run.isEmpty ? "\(HTMLText.emphasisStart)\(run)\(HTMLText.emphasisEnd)" : run
      default: text += self.text(of: child)
      }
    }
    return text
  }

  private static func isStrong(_ run: MarkupTree.Node) -> Bool {
    let properties = run.children.first { $0.name == "rpr" }
    guard let bold = properties?.children.first(where: { $0.name == "b" }) else { return false }
    return !["0", "false", "off"].contains(bold.attribute("val") ?? "1")
  }

  private mutating func addPicture(_ node: MarkupTree.Node) {
    guard let id = node.attribute("embed") ?? node.attribute("id"), let target = relations[id] else { return }
    let path = "word/" + target
    blocks.append(
      .picture(.init(source: String(target.split(separator: "/").last ?? ""), line: paragraphs, bytes: media[path])))
  }

  // MARK: Tables

  private mutating func addTable(_ node: MarkupTree.Node) {
    let rows = Self.rows(of: node)
    // A table that lays out others, or a whole text.
    let hasTables = !node.elements(["tbl"]).isEmpty
    let cells = rows.joined()
    if hasTables || cells.count <= 3 && cells.contains(where: { Self.text(of: $0).count > 200 }) {
      for cell in cells { for child in cell.children { add(child) } }
      return
    }
    var grid: [[Grid.Cell]] = []
    for row in rows {
      paragraphs += 1
      // What continues a cell of the row above has none.
      let own = row.filter { !Self.continues($0) }
      grid.append(own.map { Grid.Cell(HTMLText.emphasized(HTMLText.collapsed(Self.text(of: $0))).0, line: paragraphs) })
    }
    blocks.append(.table(Grid(grid)))
  }

  private static func rows(of table: MarkupTree.Node) -> [[MarkupTree.Node]] {
    unwrapped(table, "tr").map { unwrapped($0, "tc") }
  }

  /// The children of a name, also those in content controls.
  private static func unwrapped(_ node: MarkupTree.Node, _ name: String) -> [MarkupTree.Node] {
    node.children.flatMap { child -> [MarkupTree.Node] in
      if child.name == name { return [child] }
      return ["sdt", "sdtcontent", "ins", "customxml", "smarttag"].contains(child.name) ? unwrapped(child, name) : []
    }
  }

  private static func continues(_ cell: MarkupTree.Node) -> Bool {
    let properties = cell.children.first { $0.name == "tcpr" }
    guard let merge = properties?.children.first(where: { $0.name == "vmerge" || $0.name == "hmerge" }) else {
      return false
    }
    return merge.attribute("val") != "restart"
  }
}

/// The numbers that Word counts itself.
final class WordNumbering {
  private struct Level {
    var format = "decimal"
    var text = "%1."
    var start = 1
  }

  private var abstract: [String: [Int: Level]] = [:]
  private var lists: [String: String] = [:]
  private var counts: [String: Int] = [:]

  init(_ bytes: [UInt8]?) {
    guard let tree = bytes.flatMap({ MarkupTree(xml: $0) }), let root = tree.root else { return }
    for list in root.elements(["abstractnum"]) {
      guard let id = list.attribute("abstractNumId") else { continue }
      for node in list.elements(["lvl"]) {
        guard let index = node.attribute("ilvl").flatMap({ Int($0) }) else { continue }
        var level = Level()
        for child in node.children {
          switch child.name {
          case "numfmt": level.format = child.attribute("val") ?? level.format
          case "lvltext": level.text = child.attribute("val") ?? level.text
          case "start": level.start = child.attribute("val").flatMap { Int($0) } ?? 1
          default: break
          }
        }
        abstract[id, default: [:]][index] = level
      }
    }
    for number in root.elements(["num"]) {
      if let id = number.attribute("numId"), let list = number.elements(["abstractnumid"]).first?.attribute("val") {
        lists[id] = list
      }
    }
  }

  enum Number {
    case bullet
    /// `3.`
    case item(Int)
    /// `（三）`: a part of the text.
    case text(String)
  }

  /// The number of a paragraph, as it is printed.
  func next(of properties: MarkupTree.Node?) -> Number? {
    guard let number = properties?.children.first(where: { $0.name == "numpr" }),
      let id = number.children.first(where: { $0.name == "numid" })?.attribute("val"),
      let index = Int(number.children.first { $0.name == "ilvl" }?.attribute("val") ?? "0"),
      let level = lists[id].flatMap({ abstract[$0]?[index] }), level.format != "none"
    else { return nil }
    if level.format == "bullet" { return .bullet }
    guard level.text.contains("%\(index + 1)") else { return nil }
    let key = "\(id)/\(index)"
    let count = counts[key].map { $0 + 1 } ?? level.start
    counts[key] = count
    if level.format == "decimal", level.text == "%\(index + 1)." { return .item(count) }
    return .text(level.text.replacing("%\(index + 1)", with: Self.written(count, level.format)))
  }

  private static func written(_ number: Int, _ format: String) -> String {
    let isChinese = format.lowercased().contains("chinese") || format.lowercased().contains("japanese")
    guard isChinese, (1...99).contains(number) else { return "\(number)" }
    let digits = Array("零一二三四五六七八九").map(String.init)
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones] : "")
  }
}

extension ImportedDocument.Paragraph {
  fileprivate mutating func add(_ number: WordNumbering.Number?) {
    switch number {
    case .bullet: style = .item(number: nil)
    case .item(let number): style = .item(number: number)
    case .text(let number):
      text = number + text
      emphasis = emphasis.map { $0.lowerBound + number.count..<$0.upperBound + number.count }
    case nil: break
    }
  }
}
