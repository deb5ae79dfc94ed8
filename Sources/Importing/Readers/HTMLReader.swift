internal import Reports

/// Reads a page of a government's site, or a part of one.
struct HTMLReader {
  private var document = ImportedDocument()
  private var text = ""
  private var line = 0
  private var style = ImportedDocument.Paragraph.Style.text

  static func read(_ bytes: [UInt8]) -> ImportedDocument? {
    guard let text = TextFile.decode(bytes, declared: declaredEncoding(bytes)), let tree = MarkupTree(html: text),
      let root = tree.root
    else { return nil }
    var reader = HTMLReader()
    for meta in root.elements(["meta"]) {
      if let name = meta.attribute("name"), let content = meta.attribute("content") {
        reader.document.properties[name.lowercased()] = content
      }
    }
    reader.walk(content(of: root), depth: 0)
    reader.endParagraph()
    return reader.document
  }

  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
    return head.firstMatch(of: /(?i)charset\s*=\s*["']?([A-Za-z0-9_\-]+)/).map { String($0.1) }
  }

  // MARK: What is text

  private static let contents: Set<String> = [
    "ucap-content", "ucapcontent", "zoom", "trs_editor", "trs_ueditor", "td_doccontent", "ivs_content", "view",
  ]

  /// The element that holds the article, by the names that content systems of governments give it; else the body.
  private static func content(of root: MarkupTree.Node) -> MarkupTree.Node {
    let named = root.elements(["div", "td", "ucapcontent", "article"]).first { node in
      let names = [node.attribute("id"), node.attribute("class")].compactMap { $0 }
        .flatMap { $0.lowercased().split(separator: " ").map(String.init) }
      return contents.contains(node.name) || names.contains(where: contents.contains)
    }
    return named ?? root.elements(["article"]).first ?? root.elements(["body"]).first ?? root
  }

  private static let left: Set<String> = [
    "script", "style", "noscript", "head", "nav", "footer", "iframe", "object", "button", "form", "select", "template",
  ]

  private static func isHidden(_ node: MarkupTree.Node) -> Bool {
    if left.contains(node.name) || node.attribute("hidden") != nil { return true }
    guard let style = node.attribute("style") else { return false }
    return style.filter { !$0.isWhitespace }.lowercased().contains("display:none")
  }

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "aside", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody",
    "thead", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "figure", "figcaption",
    "caption", "center", "body", "html", "ucapcontent",
  ]

  /// Deeper than any page that a person has written.
  private static let deepest = 500

  private mutating func walk(_ node: MarkupTree.Node, depth: Int) {
    if let characters = node.text { return add(characters, at: node.line) }
    guard node.isElement, depth < Self.deepest, !Self.isHidden(node) else { return }
    if node.name == "br" { return endParagraph() }
    if node.name == "table", let grid = Self.grid(of: node) {
      endParagraph()
      document.blocks.append(.table(grid))
      return
    }
    let isBlock = Self.blocks.contains(node.name)
    if isBlock {
      endParagraph()
      if ["h2", "h3", "h4", "h5", "h6"].contains(node.name) { style = .heading }
      if node.name == "li" { style = .item(number: Self.number(of: node)) }
    }
    for child in node.children { walk(child, depth: depth + 1) }
    if isBlock { endParagraph() }
  }

  private static func number(of item: MarkupTree.Node) -> Int? {
    guard let list = item.parent, list.name == "ol" else { return nil }
    let start = list.attribute("start").flatMap { Int($0) } ?? 1
    return list.children.filter { $0.name == "li" }.firstIndex(of: item).map { start + $0 }
  }

  private mutating func add(_ characters: String, at line: Int) {
    if text.isEmpty { self.line = line }
    text += characters
  }

  private mutating func endParagraph() {
    let words = HTMLText.collapsed(text)
    if !words.isEmpty { document.blocks.append(.paragraph(.init(words, line: max(line, 1), style: style))) }
    text = ""
    style = .text
  }

  // MARK: Tables

  /// The cells of a table; `nil` for one that only lays out what is in it.
  private static func grid(of table: MarkupTree.Node) -> Grid? {
    if !table.elements(["table"]).isEmpty { return nil }
    let rows = table.elements(["tr"])
    let cells = rows.map { row in row.children.filter { ["td", "th"].contains($0.name) } }
    guard cells.contains(where: { $0.count > 1 }) else { return nil }
    var grid = Grid([])
    for row in cells {
      let texts = row.map { Grid.Cell(HTMLText.collapsed(text(in: $0)), line: max($0.line, 1)) }
      // An article in a cell is no figure.
      if texts.contains(where: { $0.text.count > 400 }) { return nil }
      grid.rows.append(texts)
    }
    return grid
  }

  private static func text(in node: MarkupTree.Node) -> String {
    var text = ""
    var open = Array(node.children.reversed())
    while let next = open.popLast() {
      if let characters = next.text {
        text += characters
      } else if next.name == "br" {
        text += "\n"
      } else if !isHidden(next) {
        open += next.children.reversed()
      }
    }
    return text
  }
}

enum HTMLText {
  /// Runs of blanks are one blank, and none beside a character that is written without blanks.
  static func collapsed(_ text: String) -> String {
    var words = ""
    for part in text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" || $0 == "\u{200B}" }) {
      if let last = words.last, last.isASCII, part.first?.isASCII == true { words += " " }
      words += part
    }
    return words
  }
}
