internal import Reports

/// Reads a page of a government's site, or a part of one, also as Word and WPS write it.
struct HTMLReader {
  private var blocks: [ImportedDocument.Block] = []
  private var text = ""
  private var line = 0
  private var style = ImportedDocument.Paragraph.Style.text
  /// An element that is left out, since it has been read.
  private var skipped: MarkupTree.Node?

  static func read(_ bytes: [UInt8]) -> ImportedDocument? {
    guard let text = TextFile.decode(bytes, declared: declaredEncoding(bytes)),
      let tree = MarkupTree(html: withoutWordConditions(text)), let root = tree.root
    else { return nil }
    var document = ImportedDocument()
    for meta in root.elements(["meta"]) {
      if let name = meta.attribute("name"), let content = meta.attribute("content") {
        document.properties[name.lowercased()] = content
      }
    }
    for named in root.elements(["publishtime", "ucaptitle"]) {
      document.properties[named.name] = HTMLText.collapsed(Self.text(in: named))
    }
    if let title = root.elements(["title"]).first {
      document.properties["title"] = HTMLText.collapsed(Self.text(in: title))
    }
    let article = PageArticle.find(in: root)
    var reader = HTMLReader()
    reader.walk(article, depth: 0)
    reader.endParagraph()
    document.blocks = reader.blocks
    var beside = HTMLReader()
    beside.skipped = article
    beside.walk(root, depth: 0)
    beside.endParagraph()
    document.surroundings = beside.blocks
    return document
  }

  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
    return head.firstMatch(of: /(?i)charset\s*=\s*["']?([A-Za-z0-9_\-]+)/).map { String($0.1) }
  }

  /// Word writes `<![if !supportLists]>`, which is a text to libxml2.
  private static func withoutWordConditions(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")), text.contains("<![") else { return text }
    return text.replacing(/<!\[[^>]{0,60}\]>/, with: "")
  }

  // MARK: What is text

  private static let left: Set<String> = [
    "script", "style", "noscript", "head", "nav", "footer", "iframe", "object", "button", "form", "select", "template",
    "textarea",
  ]

  static func isHidden(_ node: MarkupTree.Node) -> Bool {
    if left.contains(node.name) || node.attribute("hidden") != nil { return true }
    if let style = node.attribute("style"), style.filter({ !$0.isWhitespace }).lowercased().contains("display:none") {
      return true
    }
    return PageArticle.isFurniture(node)
  }

  private static let blockNames: Set<String> = [
    "p", "div", "section", "article", "main", "header", "aside", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody",
    "thead", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "figure", "figcaption",
    "caption", "center", "body", "html", "ucapcontent", "ucaptitle", "publishtime", "pagebreak",
  ]

  /// Deeper than any page that a person has written.
  private static let deepest = 500

  private mutating func walk(_ node: MarkupTree.Node, depth: Int) {
    if let characters = node.text { return add(characters, at: node.line) }
    guard node.isElement, depth < Self.deepest, node != skipped, !Self.isHidden(node) else { return }
    switch node.name {
    case "br": return endParagraph()
    case "img": return addPicture(node)
    case "table":
      if let rows = Self.rows(of: node) {
        endParagraph()
        var grid = Grid(rows)
        if let caption = node.elements(["caption"]).first {
          let words = HTMLText.collapsed(Self.text(in: caption))
          grid.caption = words.isEmpty ? nil : words
        }
        blocks.append(.table(grid))
        return
      }
    default: break
    }
    let isBlock = Self.blockNames.contains(node.name)
    if isBlock {
      endParagraph()
      if ["h2", "h3", "h4", "h5", "h6"].contains(node.name) { style = .heading }
      if node.name == "li" { style = .item(number: Self.number(of: node)) }
    }
    let isEmphasis = ["b", "strong", "em"].contains(node.name)
    if isEmphasis { text += "\(HTMLText.emphasisStart)" }
    defer { if isEmphasis { text += "\(HTMLText.emphasisEnd)" } }
    let own = style
    for child in node.children {
      if isBlock, text.isEmpty { style = own }
      walk(child, depth: depth + 1)
    }
    if isBlock {
      endParagraph()
      style = .text
    }
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

  private mutating func addPicture(_ node: MarkupTree.Node) {
    guard let source = node.attribute("src"), !source.isEmpty else { return }
    // Visitor counters and decorative lines are not part of the text.
    if let width = node.attribute("width").flatMap({ Int($0) }), width < 40 { return }
    endParagraph()
    blocks.append(
      .picture(.init(source: source, line: max(node.line, 1), alternative: node.attribute("alt") ?? "")))
  }

  private mutating func endParagraph() {
    let (words, emphasis) = HTMLText.emphasized(HTMLText.collapsed(text))
    text = ""
    // Marks at which content systems divide an article.
    guard !words.isEmpty, words != "#PAGE_BREAK#" else { return }
    var paragraph = ImportedDocument.Paragraph(words, line: max(line, 1), style: style)
    if words.contains("#PAGE_BREAK#") {
      paragraph.text = words.replacing("#PAGE_BREAK#", with: "")
    } else {
      paragraph.emphasis = emphasis
    }
    blocks.append(.paragraph(paragraph))
  }

  // MARK: Tables

  /// The cells of a table; `nil` for one that only lays out its content.
  private static func rows(of table: MarkupTree.Node) -> [[Grid.Cell]]? {
    if !table.elements(["table"]).isEmpty { return nil }
    let rows = table.elements(["tr"]).map { row in row.children.filter { ["td", "th"].contains($0.name) } }
    guard rows.contains(where: { $0.count > 1 }) else { return nil }
    var grid: [[Grid.Cell]] = []
    var long = 0
    for row in rows {
      let texts = row.map { Grid.Cell(HTMLText.collapsed(text(in: $0)), line: max($0.line, 1)) }
      long += texts.count { $0.text.count > 400 }
      grid.append(texts)
    }
    // An article in a cell is not a figure.
    if long > 0, grid.joined().count < 8 { return nil }
    return grid
  }

  static func text(in node: MarkupTree.Node) -> String {
    var text = ""
    var open = Array(node.children.reversed())
    while let next = open.popLast() {
      if let characters = next.text {
        text += characters
      } else if next.name == "br" {
        text += "\n"
      } else if !isHidden(next) {
        if blockNames.contains(next.name), !text.isEmpty { text += "\n" }
        open += next.children.reversed()
      }
    }
    return text
  }
}

enum HTMLText {
  /// Two lines of a text as one.
  static func joined(_ first: String, _ second: String) -> String {
    let needsBlank =
      first.last?.isASCII == true && second.first?.isASCII == true
      && first.last?.isLetter == true && second.first?.isLetter == true
    return needsBlank ? "\(first) \(second)" : first + second
  }

  /// Marks in a text, of no meaning elsewhere.
  static let emphasisStart: Character = "\u{E000}"
  static let emphasisEnd: Character = "\u{E001}"

  /// A text without the marks of emphasis, and the ranges between them.
  static func emphasized(_ text: String) -> (String, [Range<Int>]) {
    guard text.contains(emphasisStart) || text.contains(emphasisEnd) else { return (text, []) }
    var words = ""
    var ranges: [Range<Int>] = []
    var start: Int?
    var count = 0
    for character in text {
      switch character {
      case emphasisStart: start = start ?? count
      case emphasisEnd:
        if let from = start, from < count {
          // Word emphasizes each run of characters by itself.
          if let last = ranges.last, last.upperBound == from {
            ranges.removeLast(); ranges.append(last.lowerBound..<count)
          } else {
            ranges.append(from..<count)
          }
        }
        start = nil
      default:
        words.append(character)
        count += 1
      }
    }
    return (words, ranges)
  }

  /// Runs of blanks become one, or none if they break a line beside a character that is written without blanks.
  static func collapsed(_ text: String) -> String {
    var words = ""
    var hasBlank = false
    var hasBreak = false
    for character in text {
      if character.isWhitespace || character == "\u{A0}" {
        hasBlank = true
        hasBreak = hasBreak || character.isNewline
        continue
      }
      if character == "\u{200B}" || character == "\u{FEFF}" { continue }
      if hasBlank, let last = words.last(where: { $0 != emphasisStart && $0 != emphasisEnd }) {
        if !hasBreak || last.isASCII && character.isASCII { words += " " }
      }
      hasBlank = false
      hasBreak = false
      words.append(character)
    }
    return words
  }
}
