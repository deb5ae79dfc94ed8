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
  mutating func write(_ range: Range<Int>, to buffer: inout ByteBuffer) {
    var index = range.lowerBound
    while index < range.upperBound {
      index = writeNode(index, to: &buffer)
    }
  }

  /// Writes one node with its descendants.
  ///
  /// - Returns: The index after it.
  private mutating func writeNode(_ index: Int, to buffer: inout ByteBuffer) -> Int {
    let node = document.nodes[index]
    let end = Int(node.end)
    let inside = (index + 1)..<end
    switch node.kind {
    case .text: escape(node.text, to: &buffer)
    case .softBreak: if breaksBetweenWords(index) { buffer.append("\n") }
    case .lineBreak: buffer.append("<br>\n")
    case .paragraph: writeParagraph(inside, to: &buffer)
    case .heading: writeHeading(node, inside, to: &buffer)
    case .emphasis: wrap("<em>", inside, "</em>", to: &buffer)
    case .strong: wrap("<strong>", inside, "</strong>", to: &buffer)
    case .strikethrough: wrap("<del>", inside, "</del>", to: &buffer)
    case .blockQuote: wrap("<blockquote>\n", inside, "</blockquote>\n", to: &buffer)
    case .list: writeList(node, inside, to: &buffer)
    case .item: writeItem(node, inside, isTight: false, to: &buffer)
    case .code:
      buffer.append("<code>")
      escape(node.text, to: &buffer)
      buffer.append("</code>")
    case .codeBlock:
      buffer.append("<pre><code>")
      escape(node.text, to: &buffer)
      buffer.append("</code></pre>\n")
    case .htmlBlock:
      buffer.append("<p>")
      escape(node.text, to: &buffer)
      buffer.append("</p>\n")
    case .htmlInline: escape(node.text, to: &buffer)
    case .thematicBreak: buffer.append("<hr>\n")
    case .link: writeLink(node, inside, to: &buffer)
    case .image: writeImage(node, inside, to: &buffer)
    case .footnoteReference: writeReference(node, to: &buffer)
    case .footnoteDefinition: break
    case .table:
      FreeTableHTML(document: document, table: Int(node.number), id: "f\(node.number)").write(using: &self, to: &buffer)
    }
    return end
  }

  private mutating func wrap(
    _ open: StaticString, _ inside: Range<Int>, _ close: StaticString, to buffer: inout ByteBuffer
  ) {
    buffer.append(open)
    write(inside, to: &buffer)
    buffer.append(close)
  }

  private func escape(_ range: TextRange, to buffer: inout ByteBuffer) {
    document.text.withUnsafeBufferPointer { text in
      buffer.appendEscaped(UnsafeBufferPointer(rebasing: text[Int(range.start)..<Int(range.end)]))
    }
  }

  /// A line break in the source is a space in HTML, which must not appear between two Chinese characters.
  private func breaksBetweenWords(_ index: Int) -> Bool {
    guard index > 0, index + 1 < document.nodes.count else { return true }
    let (before, after) = (document.nodes[index - 1], document.nodes[index + 1])
    guard before.kind == .text, after.kind == .text, !before.text.isEmpty, !after.text.isEmpty else { return true }
    return document.text[Int(before.text.end) - 1] < 0x80 || document.text[Int(after.text.start)] < 0x80
  }

  private mutating func writeParagraph(_ inside: Range<Int>, to buffer: inout ByteBuffer) {
    if isFigure(inside) {
      let picture = document.nodes[inside.lowerBound]
      buffer.append("<figure>")
      write(inside, to: &buffer)
      buffer.append("<figcaption>")
      escape(picture.title, to: &buffer)
      buffer.append("</figcaption></figure>\n")
      return
    }
    wrap("<p>", inside, "</p>\n", to: &buffer)
  }

  /// Whether this is a picture with a title that is alone in its paragraph.
  private func isFigure(_ inside: Range<Int>) -> Bool {
    guard let first = inside.first else { return false }
    let node = document.nodes[first]
    return node.kind == .image && !node.title.isEmpty && Int(node.end) == inside.upperBound
  }

  private mutating func writeHeading(_ node: Node, _ inside: Range<Int>, to buffer: inout ByteBuffer) {
    // The first two levels are the title and the sections of the page.
    let level = max(3, min(6, Int(node.level)))
    buffer.append("<h")
    buffer.append(level)
    buffer.append(">")
    write(inside, to: &buffer)
    buffer.append("</h")
    buffer.append(level)
    buffer.append(">\n")
  }

  private mutating func writeList(_ node: Node, _ inside: Range<Int>, to buffer: inout ByteBuffer) {
    let items = document.siblings(in: inside)
    let hasTasks = items.contains { document.nodes[$0].task != .none }
    if node.isOrderedList {
      buffer.append("<ol")
      if node.number != 1 {
        buffer.append(" start=\"")
        buffer.append(Int(node.number))
        buffer.append("\"")
      }
    } else {
      buffer.append("<ul")
    }
    if hasTasks { buffer.append(" class=\"tasks\"") }
    buffer.append(">\n")
    for item in items {
      let end = Int(document.nodes[item].end)
      writeItem(document.nodes[item], (item + 1)..<end, isTight: node.isTight, to: &buffer)
    }
    buffer.append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
  }

  private mutating func writeItem(
    _ node: Node, _ inside: Range<Int>, isTight: Bool, to buffer: inout ByteBuffer
  ) {
    buffer.append("<li>")
    if node.task != .none {
      // Not a checkbox, which would need a label; screen readers read the symbol.
      buffer.append(node.task == .done ? "<span class=\"task done\">☑</span> " : "<span class=\"task\">☐</span> ")
    }
    for index in document.siblings(in: inside) {
      let child = document.nodes[index]
      if isTight, child.kind == .paragraph {
        write((index + 1)..<Int(child.end), to: &buffer)
      } else {
        write(index..<Int(child.end), to: &buffer)
      }
    }
    buffer.append("</li>\n")
  }

  private mutating func writeLink(_ node: Node, _ inside: Range<Int>, to buffer: inout ByteBuffer) {
    let address = document.string(node.text)
    guard LinkSafety.isSafe(address) else {
      write(inside, to: &buffer)
      return
    }
    buffer.append("<a href=\"")
    writeAddress(address, to: &buffer)
    writeTitle(node, to: &buffer)
    write(inside, to: &buffer)
    buffer.append("</a>")
  }

  private mutating func writeImage(_ node: Node, _ inside: Range<Int>, to buffer: inout ByteBuffer) {
    let address = document.string(node.text)
    let words = document.plainText(inside)
    guard LinkSafety.isSafe(address) else {
      buffer.appendEscaped(words)
      return
    }
    buffer.append("<img src=\"")
    writeAddress(address, to: &buffer)
    buffer.append("\" alt=\"")
    buffer.appendEscaped(words)
    writeTitle(node, to: &buffer)
  }

  /// Closes the current attribute and the tag.
  private func writeTitle(_ node: Node, to buffer: inout ByteBuffer) {
    if !node.title.isEmpty, node.kind == .link {
      buffer.append("\" title=\"")
      escape(node.title, to: &buffer)
    }
    buffer.append("\">")
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

  private mutating func writeReference(_ node: Node, to buffer: inout ByteBuffer) {
    let number = Int(node.number)
    if node.ordinal == 1 { openFootnotes.append(node.number) }
    buffer.append("<sup><a id=\"r")
    buffer.append(number)
    if node.ordinal > 1 {
      buffer.append("-")
      buffer.append(Int(node.ordinal))
    }
    buffer.append("\" href=\"#n")
    buffer.append(number)
    buffer.append("\">")
    buffer.append(number)
    buffer.append("</a></sup>")
  }

  /// Writes the footnotes that have been referred to since the last call.
  mutating func writeFootnotes(to buffer: inout ByteBuffer) {
    guard let first = openFootnotes.first else { return }
    buffer.append("<div class=\"footnotes\"><ol")
    if first != 1 {
      buffer.append(" start=\"")
      buffer.append(Int(first))
      buffer.append("\"")
    }
    buffer.append(">\n")
    var written = 0
    while written < openFootnotes.count {
      let number = openFootnotes[written]
      written += 1
      guard let index = footnotes[number] else { continue }
      buffer.append("<li id=\"n")
      buffer.append(Int(number))
      buffer.append("\">")
      write((index + 1)..<Int(document.nodes[index].end), to: &buffer)
      buffer.append("<a href=\"#r")
      buffer.append(Int(number))
      buffer.append("\" aria-label=\"↩ ")
      buffer.append(Int(number))
      buffer.append("\">↩</a></li>\n")
    }
    buffer.append("</ol></div>\n")
    openFootnotes.removeAll()
  }
}
