/// A range of the text pool of a document.
package struct TextRange: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package static let empty = TextRange(start: 0, end: 0)

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }
}

/// A node of a document, which is stored in reading order.
///
/// The descendants of the node at index `i` are those from `i + 1` up to `end`, so a tree of thousands of nodes is one
/// array, and a subtree is a range.
package struct Node: Sendable {
  package enum Kind: UInt8, Sendable {
    case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition, table
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case footnoteReference
  }

  /// A set of node kinds to search for.
  package struct Kinds: Sendable {
    private let bits: UInt32

    package init(_ kinds: Kind...) { bits = kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

    @inline(__always)
    func contains(_ kind: Kind) -> Bool { bits >> UInt32(kind.rawValue) & 1 != 0 }
  }

  package enum Task: UInt8, Sendable {
    case none, open, done
  }

  package var kind: Kind
  /// The level of a heading, 1 to 6; for a list, 1 if it is ordered.
  package var level: UInt8 = 0
  package var isTight = false
  package var task = Task.none
  /// The start of an ordered list, the index in `Document.tables`, or the number of a footnote.
  package var number: Int32 = 0
  /// For a reference to a footnote, its number among the references to that footnote, from 1; for a footnote
  /// definition, the number of references to it.
  package var ordinal: Int32 = 0
  /// The index after the last descendant.
  package var end: Int32 = 0
  /// The offset in the source of the block that contains this node, or of its line of a paragraph.
  package var offset: UInt32
  /// Text, code or raw HTML; the URL of a link or image.
  package var text = TextRange.empty
  /// The title of a link or image; the info string of a code block.
  package var title = TextRange.empty

  package var isOrderedList: Bool { kind == .list && level == 1 }
}

/// Iterates over sibling nodes, skipping their descendants.
package struct Siblings: Sequence, IteratorProtocol {
  let nodes: [Node]
  fileprivate(set) var rest: Range<Int>

  package mutating func next() -> Int? {
    guard let index = rest.first else { return nil }
    rest = rest.clamped(to: Int(nodes[index].end)..<Int.max)
    return index
  }
}

/// A parsed source: its front matter, and its body as a tree.
///
/// It is a class because it is passed from step to step, and copying a struct would retain each of its parts.
package final class Document: Sendable {
  package let source: SourceFile
  package let frontMatter: YAMLValue
  package let nodes: [Node]
  /// The text of all nodes, concatenated.
  package let text: [UInt8]
  package let tables: [Table]
  /// First lines of indented paragraphs, which Markdown would read as code.
  package let indentedLines: [Int]

  init(source: SourceFile, frontMatter: YAMLValue, _ tree: DocumentTree = DocumentTree()) {
    self.source = source
    self.frontMatter = frontMatter
    (nodes, text, tables, indentedLines) = (tree.nodes, tree.text, tree.tables, tree.indentedLines)
  }

  package func string(_ range: TextRange) -> String {
    String(decoding: text[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// Indexes of the nodes of the given kinds, in reading order. The kinds are compared here, without a function call
  /// per node.
  package func places(of kinds: Node.Kinds) -> [Int] {
    nodes.withUnsafeBufferPointer { nodes in nodes.indices.filter { kinds.contains(nodes[$0].kind) } }
  }

  /// Indexes of the top-level nodes within a range of nodes, in order.
  package func siblings(in range: Range<Int>) -> Siblings { Siblings(nodes: nodes, rest: range) }

  /// The text of a range of nodes without markup. Blocks are separated by line breaks.
  package func plainText(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    appendPlainText(range, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  package func appendPlainText(_ range: Range<Int>, to bytes: inout [UInt8]) {
    Self.appendPlainText(of: nodes[range], from: text, to: &bytes)
  }

  static func appendPlainText(of nodes: ArraySlice<Node>, from text: [UInt8], to bytes: inout [UInt8]) {
    text.withUnsafeBufferPointer { text in
      for (index, node) in zip(nodes.indices, nodes) {
        switch node.kind {
        case .text, .code, .htmlInline, .codeBlock, .htmlBlock:
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(node.text.start)..<Int(node.text.end)]))
        case .lineBreak: bytes.append(UInt8(ascii: "\n"))
        case .softBreak where isBetweenWords(index, of: nodes, text): bytes.append(UInt8(ascii: " "))
        case .paragraph, .heading, .item:
          if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        default: break
        }
      }
    }
  }
}

extension Document {
  /// Whether a line end separates two words that are written with blanks between them. Chinese has none, so a line that
  /// ends or starts with it is joined without.
  package func isBetweenWords(softBreak index: Int) -> Bool {
    text.withUnsafeBufferPointer { Self.isBetweenWords(index, of: nodes[...], $0) }
  }

  fileprivate static func isBetweenWords(
    _ index: Int, of nodes: ArraySlice<Node>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    func isText(_ node: Node) -> Bool { [.text, .code, .htmlInline].contains(node.kind) && !node.text.isEmpty }
    guard let before = nodes[..<index].last(where: isText),
      let after = nodes[(index + 1)...].first(where: isText)
    else { return false }
    return text[Int(before.text.end) - 1] < 0x80 && text[Int(after.text.start)] < 0x80
  }
}

/// The parts of a document under construction.
struct DocumentTree {
  var nodes: [Node] = []
  var text: [UInt8] = []
  var tables: [Table] = []
  var indentedLines: [Int] = []
}
