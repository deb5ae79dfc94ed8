/// A range of the text pool of a document.
package struct TextRange: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package static let empty = TextRange(start: 0, end: 0)

  package var isEmpty: Bool { start == end }
  package var count: Int { Int(end - start) }
}

/// One node of the tree that a document is, stored in reading order.
///
/// The descendants of the node at index `i` are those from `i + 1` up to `end`, so that a tree of thousands of nodes
/// is one array and a part of it is a range.
package struct Node: Sendable {
  package enum Kind: UInt8, Sendable {
    case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, footnoteDefinition, table
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case footnoteReference
  }

  /// Kinds of nodes that are looked for together.
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
  /// Of a heading 1…6; of a list 1 when it is ordered.
  package var level: UInt8 = 0
  package var isTight = false
  package var task = Task.none
  /// The start of an ordered list; the place in `Document.tables`; the number of a footnote.
  package var number: Int32 = 0
  /// Which of several references to one footnote this is, from 1; of a definition, how many references it has.
  package var ordinal: Int32 = 0
  /// Index behind the last descendant.
  package var end: Int32 = 0
  /// Where the block that holds this node, or its line of a paragraph, starts in the source.
  package var offset: UInt32
  /// Text, code or raw HTML; the address of a link or image.
  package var text = TextRange.empty
  /// The title of a link or image; the info string of a code block.
  package var title = TextRange.empty

  package var isOrderedList: Bool { kind == .list && level == 1 }
}

/// Nodes that follow each other, each behind the descendants of the one before.
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
/// A class, since it is handed from step to step: each would count references to all its parts.
package final class Document: Sendable {
  package let source: SourceFile
  package let frontMatter: YAMLValue
  package let nodes: [Node]
  /// The words of the nodes, one behind the other.
  package let text: [UInt8]
  package let tables: [Table]
  /// First lines of paragraphs that Markdown would take for code because they are indented.
  package let indentedLines: [Int]

  init(source: SourceFile, frontMatter: YAMLValue, _ tree: DocumentTree = DocumentTree()) {
    self.source = source
    self.frontMatter = frontMatter
    (nodes, text, tables, indentedLines) = (tree.nodes, tree.text, tree.tables, tree.indentedLines)
  }

  package func string(_ range: TextRange) -> String {
    String(decoding: text[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// Indexes of the nodes of some kinds, in reading order; kinds are compared here, where it takes no call.
  package func places(of kinds: Node.Kinds) -> [Int] {
    nodes.withUnsafeBufferPointer { nodes in nodes.indices.filter { kinds.contains(nodes[$0].kind) } }
  }

  /// Indexes of the top-level nodes within a range of nodes, in order.
  package func siblings(in range: Range<Int>) -> Siblings { Siblings(nodes: nodes, rest: range) }

  /// The words of a range of nodes without their markup; blocks are set apart by line breaks.
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
      for node in nodes {
        switch node.kind {
        case .text, .code, .htmlInline, .codeBlock, .htmlBlock:
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(node.text.start)..<Int(node.text.end)]))
        case .lineBreak: bytes.append(UInt8(ascii: "\n"))
        case .softBreak where (bytes.last ?? 0) < 0x80: bytes.append(UInt8(ascii: " "))
        case .paragraph, .heading, .item:
          if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        default: break
        }
      }
    }
  }
}

/// What a document is made of, while it is made.
struct DocumentTree {
  var nodes: [Node] = []
  var text: [UInt8] = []
  var tables: [Table] = []
  var indentedLines: [Int] = []
}
