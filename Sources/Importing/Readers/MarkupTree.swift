internal import CMarkupTree
internal import Glibc

/// A tree of HTML or XML, read by libxml2.
final class MarkupTree {
  private let tree: OpaquePointer

  private init?(_ bytes: [UInt8], _ read: (UnsafePointer<CChar>, Int32) -> OpaquePointer?) {
    guard let length = Int32(exactly: bytes.count) else { return nil }
    let tree = bytes.withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { read($0, length) }
    }
    guard let tree else { return nil }
    self.tree = tree
  }

  convenience init?(html text: String) {
    self.init(Array(text.utf8), cmt_read_html)
  }

  convenience init?(xml bytes: [UInt8]) {
    self.init(bytes, cmt_read_xml)
  }

  deinit { cmt_free(tree) }

  var root: Node? { cmt_root(tree).map { Node(pointer: $0) } }

  /// A node of the tree, which has to live as long.
  struct Node: Equatable {
    fileprivate let pointer: OpaquePointer

    /// Lower case; empty for what is no element.
    var name: String { isElement ? cmt_name(pointer).map { String(cString: $0).lowercased() } ?? "" : "" }
    var isElement: Bool { cmt_kind_of(pointer) == CMT_ELEMENT }
    var line: Int { Int(cmt_line(pointer)) }
    var parent: Node? { cmt_parent(pointer).map { Node(pointer: $0) } }

    /// The characters of a text.
    var text: String? {
      guard cmt_kind_of(pointer) == CMT_TEXT else { return nil }
      return cmt_text(pointer).map { String(cString: $0) }
    }

    var children: [Node] {
      var children: [Node] = []
      var next = cmt_first_child(pointer)
      while let child = next {
        children.append(Node(pointer: child))
        next = cmt_next(child)
      }
      return children
    }

    func attribute(_ name: String) -> String? {
      guard isElement, let value = cmt_attribute(pointer, name) else { return nil }
      defer { free(value) }
      return String(cString: value)
    }

    /// All elements below of some names, in reading order.
    func elements(_ names: Set<String>) -> [Node] {
      var found: [Node] = []
      var open = Array(children.reversed())
      while let node = open.popLast() {
        if names.contains(node.name) { found.append(node) }
        open += node.children.reversed()
      }
      return found
    }
  }
}
