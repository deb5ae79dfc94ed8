internal import CMarkBridge
internal import CMarkGFM

/// Copies the tree of cmark-gfm into a `Document`, whose nodes are independent of the parser's memory.
struct DocumentBuilder {
  let source: SourceFile
  private let frontMatter: YAMLValue
  var tree = DocumentTree()
  /// Index of the source line at which the parsed text starts, from 0.
  let firstLine: Int
  private var isInLink = false
  /// Whether text with tildes has been appended, which few documents have.
  private(set) var hasTildes = false
  var blockOffset: UInt32 = 0
  var lineScanner = TableLineScanner()
  private var footnotes: Int32 = 0
  /// Tables that are not passed to the parser. Each is replaced by a paragraph of one line.
  private let plainTables: [PlainTable]
  /// For each of them, the line that replaces it in the parser's text, and by how many lines the source is ahead after
  /// it.
  private let standIns: [(line: Int, surplus: Int)]
  /// The line that replaces a plain table.
  static let plainTable: StaticString = "T\n"
  private let folds: TextFolds
  private var nextPlainTable = 0

  init(source: SourceFile, frontMatter: YAMLValue, bodyStart: Int, plainTables: [PlainTable], folds: TextFolds) {
    self.source = source
    self.frontMatter = frontMatter
    self.plainTables = plainTables
    var surplus = 0
    standIns = plainTables.map { table in
      defer { surplus += table.lines.count - 1 }
      return (table.lines.lowerBound - surplus, surplus + table.lines.count - 1)
    }
    self.folds = folds
    firstLine = bodyStart < source.bytes.count ? source.line(at: bodyStart) - 1 : source.lineStarts.count - 1
    tree.text.reserveCapacity(source.bytes.count)
    tree.nodes.reserveCapacity(source.bytes.count / 24)
  }

  consuming func document(indentedLines: [Int]) -> Document {
    tree.indentedLines = indentedLines
    return Document(source: source, frontMatter: frontMatter, tree)
  }

  /// Traverses a tree without recursion, since its depth is up to the author.
  mutating func append(childrenOf root: OpaqueNode) {
    var open: [(index: Int, wasInLink: Bool)] = []
    var current = cmb_first_child(root)
    while let node = current {
      let index = tree.nodes.count
      let wasInLink = isInLink
      let entersChildren = append(node)
      if entersChildren, let child = cmb_first_child(node) {
        open.append((index, wasInLink))
        current = child
        continue
      }
      if entersChildren { close(index) }
      isInLink = wasInLink
      var last = node
      while cmb_next(last) == nil, let parent = cmb_parent(last), parent != root, let ended = open.popLast() {
        close(ended.index)
        isInLink = ended.wasInLink
        last = parent
      }
      current = cmb_next(last)
    }
  }

  private mutating func close(_ index: Int) {
    tree.nodes[index].end = Int32(tree.nodes.count)
    if hasTildes { Strikethrough.match(in: &tree, childrenOf: index) }
    if tree.nodes[index].kind == .item { readTask(of: index) }
  }

  /// Appends one node. Returns `false` if its children have already been handled.
  private mutating func append(_ node: OpaqueNode) -> Bool {
    switch cmb_kind_of(node) {
    case CMB_TEXT: return appendText(cmb_literal(node))
    case CMB_SOFT_BREAK: return lineBreak(.softBreak)
    case CMB_LINE_BREAK: return lineBreak(.lineBreak)
    case CMB_CODE: return leaf(.code, text: cmb_literal(node))
    case CMB_HTML_INLINE:
      let tag = cmb_literal(node)
      return Self.isLineBreak(UnsafeBufferPointer(tag)) ? leaf(.lineBreak) : leaf(.htmlInline, text: tag)
    case CMB_EMPHASIS: return open(.emphasis)
    case CMB_STRONG: return open(.strong)
    case CMB_LINK, CMB_IMAGE:
      let isLink = cmb_kind_of(node) == CMB_LINK
      var entry = Node(kind: isLink ? .link : .image, offset: blockOffset)
      entry.text = store(cmb_link_url(node))
      entry.title = store(cmb_link_title(node))
      tree.nodes.append(entry)
      isInLink = true
      return true
    case CMB_FOOTNOTE_REFERENCE:
      var entry = Node(kind: .footnoteReference, offset: blockOffset)
      entry.number = number(cmb_literal(node))
      entry.ordinal = Int32(cmb_reference_ordinal(node))
      entry.end = Int32(tree.nodes.count + 1)
      tree.nodes.append(entry)
      return false
    default: return appendBlock(node)
    }
  }

  private mutating func appendBlock(_ node: OpaqueNode) -> Bool {
    let line = line(of: node)
    blockOffset = UInt32(source.offset(ofLine: max(line, 1)) + max(Int(cmb_column(node)) - 1, 0))
    var entry = Node(kind: .paragraph, offset: blockOffset)
    switch cmb_kind_of(node) {
    case CMB_PARAGRAPH:
      if nextPlainTable < plainTables.count, plainTables[nextPlainTable].lines.lowerBound == line {
        appendPlainTable(plainTables[nextPlainTable])
        nextPlainTable += 1
        return false
      }
    case CMB_HEADING:
      entry.kind = .heading
      entry.level = UInt8(clamping: cmb_heading_level(node))
    case CMB_BLOCK_QUOTE: entry.kind = .blockQuote
    case CMB_LIST:
      entry.kind = .list
      entry.level = cmb_list_is_ordered(node) ? 1 : 0
      entry.number = cmb_list_start(node)
      entry.isTight = cmb_list_is_tight(node)
    case CMB_ITEM: entry.kind = .item
    case CMB_CODE_BLOCK:
      entry.kind = .codeBlock
      entry.text = store(cmb_code_literal(node))
      entry.title = store(cmb_code_info(node))
    case CMB_HTML_BLOCK:
      entry.kind = .htmlBlock
      entry.text = store(cmb_literal(node))
    case CMB_THEMATIC_BREAK: entry.kind = .thematicBreak
    case CMB_FOOTNOTE_DEFINITION:
      entry.kind = .footnoteDefinition
      footnotes += 1
      entry.number = footnotes
      entry.ordinal = Int32(cmb_reference_count(node))
    case CMB_TABLE:
      entry.kind = .table
      entry.number = Int32(tree.tables.count)
      tree.nodes.append(entry)
      appendTable(node, at: tree.nodes.count - 1, line: line)
      return false
    default: return false
    }
    tree.nodes.append(entry)
    return true
  }

  /// The line of the source in which a block starts.
  func line(of node: OpaqueNode) -> Int {
    let line = firstLine + Int(cmb_line(node))
    // Finds the last plain table above.
    var (low, high) = (0, standIns.count)
    while low < high {
      let middle = (low + high) / 2
      if standIns[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? line : line + standIns[low - 1].surplus
  }

  private mutating func leaf(_ kind: Node.Kind, text: cmb_text? = nil) -> Bool {
    var entry = Node(kind: kind, offset: blockOffset)
    if let text { entry.text = store(text) }
    entry.end = Int32(tree.nodes.count + 1)
    tree.nodes.append(entry)
    return false
  }

  /// `<br>` and `<BR/>`, which table headings from other systems contain, are the only tags with a meaning.
  private static func isLineBreak(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
    (4...6).contains(tag.count)
      && ["<br>", "<br/>", "<br />"].contains(String(decoding: tag, as: UTF8.self).lowercased())
  }

  /// The text that follows is in the next line of the source.
  private mutating func lineBreak(_ kind: Node.Kind) -> Bool {
    let line = source.line(at: Int(blockOffset))
    defer { blockOffset = UInt32(source.offset(ofLine: line + 1)) }
    return leaf(kind)
  }

  private mutating func open(_ kind: Node.Kind) -> Bool {
    tree.nodes.append(Node(kind: kind, offset: blockOffset))
    return true
  }

  /// Stores a text from the library, with folded runs restored.
  mutating func store(_ text: cmb_text) -> TextRange {
    let start = UInt32(tree.text.count)
    folds.unfold(UnsafeBufferPointer(text), to: &tree.text)
    return TextRange(start: start, end: UInt32(tree.text.count))
  }

  mutating func store(_ bytes: some Collection<UInt8>) -> TextRange {
    let start = UInt32(tree.text.count)
    tree.text.append(contentsOf: bytes)
    return TextRange(start: start, end: UInt32(tree.text.count))
  }

  private func number(_ text: cmb_text) -> Int32 {
    Int32(String(decoding: UnsafeBufferPointer(text), as: UTF8.self)) ?? 0
  }

  // MARK: Text

  private mutating func appendText(_ text: cmb_text) -> Bool {
    let written = UnsafeBufferPointer(text)
    if written.isEmpty { return false }
    guard mayHoldAddress(written) || mayBeStruck(written) else {
      appendTextNode(store(text))
      return false
    }
    // A URL may extend into folded text.
    var whole: [UInt8] = []
    folds.unfold(written, to: &whole)
    whole.withUnsafeBufferPointer { mayHoldAddress($0) ? appendLinkedText($0) : appendPlainText($0) }
    return false
  }

  private func mayHoldAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool { !isInLink && Autolinks.mayContain(text) }

  /// Whether there are two adjacent tildes. A single one means a range: `1~3月`.
  func mayBeStruck(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let tilde = text.firstIndex(of: UInt8(ascii: "~"), from: start) {
      if tilde + 1 < text.count, text[tilde + 1] == UInt8(ascii: "~") { return true }
      start = tilde + 1
    }
    return false
  }

  /// Appends text and turns the bare URLs in it into links.
  private mutating func appendLinkedText(_ bytes: UnsafeBufferPointer<UInt8>) {
    var written = 0
    for match in Autolinks.matches(in: bytes) {
      appendPlainText(UnsafeBufferPointer(rebasing: bytes[written..<match.range.lowerBound]))
      let address = bytes[match.range]
      var link = Node(kind: .link, offset: blockOffset)
      let prefix = store(UnsafeBufferPointer(start: match.prefix.utf8Start, count: match.prefix.utf8CodeUnitCount))
      link.text = TextRange(start: prefix.start, end: store(address).end)
      link.end = Int32(tree.nodes.count + 2)
      tree.nodes.append(link)
      appendTextNode(store(address))
      written = match.range.upperBound
    }
    appendPlainText(UnsafeBufferPointer(rebasing: bytes[written...]))
  }

  /// Appends text in pieces. Each run of several tildes becomes a node of its own, which `Strikethrough` pairs.
  private mutating func appendPlainText(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var next = 0
    while let tilde = bytes.firstIndex(of: UInt8(ascii: "~"), from: next) {
      var end = tilde
      while end < bytes.count, bytes[end] == UInt8(ascii: "~") { end += 1 }
      next = end
      if end - tilde == 1 { continue }
      hasTildes = true
      if tilde > start { appendTextNode(store(UnsafeBufferPointer(rebasing: bytes[start..<tilde]))) }
      appendTextNode(store(UnsafeBufferPointer(rebasing: bytes[tilde..<end])))
      start = end
    }
    if start < bytes.count { appendTextNode(store(UnsafeBufferPointer(rebasing: bytes[start...]))) }
  }

  private mutating func appendTextNode(_ range: TextRange) {
    // A placeholder that was inserted next to an asterisk.
    if range.isEmpty { return }
    var entry = Node(kind: .text, offset: blockOffset)
    entry.text = range
    entry.end = Int32(tree.nodes.count + 1)
    tree.nodes.append(entry)
  }

  /// Reads `[ ] ` or `[x] ` at the start of a list item.
  private mutating func readTask(of item: Int) {
    let text = item + 2
    guard text < tree.nodes.count, tree.nodes[item + 1].kind == .paragraph, tree.nodes[text].kind == .text
    else { return }
    let range = tree.nodes[text].text
    let mark = tree.text[Int(range.start)..<Int(min(range.end, range.start + 4))]
    let done = mark.elementsEqual("[x] ".utf8) || mark.elementsEqual("[X] ".utf8)
    guard done || mark.elementsEqual("[ ] ".utf8) else { return }
    tree.nodes[item].task = done ? .done : .open
    tree.nodes[text].text.start += 4
  }
}

typealias OpaqueNode = UnsafeMutablePointer<cmark_node>

extension UnsafeBufferPointer<UInt8> {
  /// A text from the library, without copying.
  init(_ text: cmb_text) { self.init(start: text.bytes, count: Int(text.length)) }
}
