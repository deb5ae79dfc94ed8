internal import Bytes
internal import Markup
internal import Reports

/// Writes the text of a document as HTML. Raw HTML in the source is shown as text, and unsafe URLs are omitted.
struct DocumentHTML {
  let document: Document
  /// The prefix of relative URLs, for a page in a different folder than its source.
  let linkPrefix: String
  /// The folder with the files that belong to the document.
  let folder: ReportFolder?
  /// Whether each line of the source is a line of the page, as in a signature with its date.
  var keepsLines = false
  /// Numbers of the footnotes that have been referred to but not yet written.
  private(set) var openFootnotes: [Int32] = []
  /// The node that defines each footnote, by its number.
  private lazy var footnotes = Dictionary(
    document.places(of: Self.definitions).map { (document.nodes[$0].number, $0) },
    uniquingKeysWith: { first, _ in first })

  private static let definitions = Node.Kinds(.footnoteDefinition)

  init(_ document: Document, linkPrefix: String = "", folder: ReportFolder? = nil) {
    self.document = document
    self.linkPrefix = linkPrefix
    self.folder = folder
  }

  /// Writes a range of whole nodes.
  mutating func write(_ range: Range<Int>, to html: inout HTMLWriter) {
    var index = range.lowerBound
    while index < range.upperBound {
      index = writeNode(index, to: &html)
    }
  }

  /// Writes one node with its descendants.
  ///
  /// - Returns: The index after it.
  private mutating func writeNode(_ index: Int, to html: inout HTMLWriter) -> Int {
    let node = document.nodes[index]
    let end = Int(node.end)
    let inside = (index + 1)..<end
    switch node.kind {
    case .text: escape(node.text, to: &html)
    case .lineBreak: writeLineBreak(to: &html)
    case .softBreak:
      if keepsLines {
        writeLineBreak(to: &html)
      } else if document.isBetweenWords(softBreak: index) {
        html.newline()
      }
    case .paragraph: writeParagraph(inside, to: &html)
    case .heading: writeHeading(node, inside, to: &html)
    case .emphasis: html.element("em") { write(inside, to: &$0) }
    case .strong: html.element("strong") { write(inside, to: &$0) }
    case .strikethrough: html.element("del") { write(inside, to: &$0) }
    case .blockQuote: html.block("blockquote") { write(inside, to: &$0) }
    case .list: writeList(node, inside, to: &html)
    case .item: writeItem(node, inside, isTight: false, to: &html)
    case .code: html.element("code") { escape(node.text, to: &$0) }
    case .codeBlock: html.line("pre") { $0.element("code") { escape(node.text, to: &$0) } }
    case .htmlBlock: html.line("p") { escape(node.text, to: &$0) }
    case .htmlInline: escape(node.text, to: &html)
    case .thematicBreak:
      html.void("hr")
      html.newline()
    case .link: writeLink(node, inside, to: &html)
    case .image: writeImage(node, inside, to: &html)
    case .footnoteReference: writeReference(node, to: &html)
    case .footnoteDefinition: break
    case .table:
      FreeTableHTML(document: document, table: Int(node.number), id: "f\(node.number)").write(using: &self, to: &html)
    }
    return end
  }

  private func escape(_ range: TextRange, to html: inout HTMLWriter) {
    document.text.withUnsafeBufferPointer { text in
      html.text(UnsafeBufferPointer(rebasing: text[Int(range.start)..<Int(range.end)]))
    }
  }

  private func writeLineBreak(to html: inout HTMLWriter) {
    html.void("br")
    html.newline()
  }

  private mutating func writeParagraph(_ inside: Range<Int>, to html: inout HTMLWriter) {
    if isFigure(inside) {
      let picture = document.nodes[inside.lowerBound]
      html.line("figure") { html in
        write(inside, to: &html)
        html.element("figcaption") { escape(picture.title, to: &$0) }
      }
      return
    }
    html.line("p") { write(inside, to: &$0) }
  }

  /// Whether this is a picture with a title that is alone in its paragraph.
  private func isFigure(_ inside: Range<Int>) -> Bool {
    guard let first = inside.first else { return false }
    let node = document.nodes[first]
    return node.kind == .image && !node.title.isEmpty && Int(node.end) == inside.upperBound
  }

  private mutating func writeHeading(_ node: Node, _ inside: Range<Int>, to html: inout HTMLWriter) {
    // The first two levels are the title and the sections of the page.
    let name: StaticString =
      switch node.level {
      case ...3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    html.line(name) { write(inside, to: &$0) }
  }

  private mutating func writeList(_ node: Node, _ inside: Range<Int>, to html: inout HTMLWriter) {
    let items = document.siblings(in: inside)
    let hasTasks = items.contains { document.nodes[$0].task != .none }
    let start = node.isOrderedList && node.number != 1 ? Int(node.number) : nil
    html.block(
      node.isOrderedList ? "ol" : "ul", .attribute("start", start), .class(hasTasks ? "tasks" : nil)
    ) { html in
      for item in items {
        let end = Int(document.nodes[item].end)
        writeItem(document.nodes[item], (item + 1)..<end, isTight: node.isTight, to: &html)
      }
    }
  }

  private mutating func writeItem(
    _ node: Node, _ inside: Range<Int>, isTight: Bool, to html: inout HTMLWriter
  ) {
    html.line("li") { html in
      if node.task != .none {
        // Not a checkbox, which would need a label; screen readers read the symbol.
        let isDone = node.task == .done
        html.element("span", .class(isDone ? "task done" : "task"), text: isDone ? "☑" : "☐")
        html.text(" ")
      }
      for index in document.siblings(in: inside) {
        let child = document.nodes[index]
        if isTight, child.kind == .paragraph {
          write((index + 1)..<Int(child.end), to: &html)
        } else {
          write(index..<Int(child.end), to: &html)
        }
      }
    }
  }

  private mutating func writeLink(_ node: Node, _ inside: Range<Int>, to html: inout HTMLWriter) {
    let address = document.string(node.text)
    guard LinkSafety.isSafe(address) else {
      write(inside, to: &html)
      return
    }
    html.openStartTag("a")
    html.rawAttribute("href") { writeAddress(address, to: &$0) }
    if !node.title.isEmpty { html.attribute(.attribute("title", document.string(node.title))) }
    html.closeStartTag()
    write(inside, to: &html)
    html.endTag("a")
  }

  private mutating func writeImage(_ node: Node, _ inside: Range<Int>, to html: inout HTMLWriter) {
    let address = document.string(node.text)
    let words = document.plainText(inside)
    guard LinkSafety.isSafe(address) else {
      html.text(words)
      return
    }
    html.openStartTag("img")
    html.rawAttribute("src") { writeAddress(address, to: &$0) }
    html.attribute(.attribute("alt", words))
    html.closeStartTag()
  }

  private func writeAddress(_ address: String, to buffer: inout ByteBuffer) {
    if let folder, let target = folder.target(of: address) {
      buffer.append(linkPrefix)
      AddressPath.append("\(folder.name)/\(target.file)", to: &buffer)
      buffer.appendEscaped(target.rest)
      return
    }
    let isRelative = !address.utf8.contains(UInt8(ascii: ":")) && !address.hasPrefix("/") && !address.hasPrefix("#")
    if isRelative { buffer.append(linkPrefix) }
    // Links between sources become links between pages.
    let (path, rest) = isRelative ? ReportFolder.divided(address) : (address, "")
    if isRelative, path.hasSuffix(".md") {
      buffer.appendEscaped(String(path.dropLast("md".count)) + "html" + rest)
    } else {
      buffer.appendEscaped(address)
    }
  }

  // MARK: Footnotes

  private mutating func writeReference(_ node: Node, to html: inout HTMLWriter) {
    let number = Int(node.number)
    if node.ordinal == 1 { openFootnotes.append(node.number) }
    let id = node.ordinal > 1 ? "r\(number)-\(node.ordinal)" : "r\(number)"
    html.element("sup") { $0.element("a", .id(id), .href("#n\(number)"), text: "\(number)") }
  }

  /// Writes the footnotes that have been referred to since the last call.
  mutating func writeFootnotes(to html: inout HTMLWriter) {
    guard let first = openFootnotes.first else { return }
    html.line("div", .class("footnotes")) { html in
      html.startTag("ol", .attribute("start", first == 1 ? nil : Int(first)))
      html.newline()
      var written = 0
      while written < openFootnotes.count {
        let number = openFootnotes[written]
        written += 1
        guard let index = footnotes[number] else { continue }
        html.line("li", .id("n\(number)")) { html in
          write((index + 1)..<Int(document.nodes[index].end), to: &html)
          html.element("a", .href("#r\(number)"), .label("↩ \(number)"), text: "↩")
        }
      }
      html.endTag("ol")
    }
    openFootnotes.removeAll()
  }
}
