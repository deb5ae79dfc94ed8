/// Pairs runs of two tildes among the inline nodes of one parent: `~~gone~~`.
///
/// This reimplements GitHub's extension, because the library's own changes process-wide state while it parses. Unlike
/// there, single tildes strike nothing, since people write ranges with them: `1~3月和4~6月`.
enum Strikethrough {
  static func match(in tree: inout DocumentTree, childrenOf parent: Int) {
    switch tree.nodes[parent].kind {
    case .paragraph, .heading, .emphasis, .strong, .link:
      match(in: &tree, siblings: (parent + 1)..<Int(tree.nodes[parent].end))
    default: break
    }
  }

  /// The opening run becomes the node of the struck text, whose descendants already follow it; the closing run becomes
  /// an empty text.
  static func match(in tree: inout DocumentTree, siblings range: Range<Int>) {
    var opener: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let next = Int(tree.nodes[index].end)
      if isRun(in: tree, at: index) {
        if let first = opener, canClose(tree, at: index, from: range.lowerBound) {
          opener = nil
          tree.nodes[first].kind = .strikethrough
          tree.nodes[first].text = .empty
          tree.nodes[first].end = Int32(index + 1)
          tree.nodes[index].text = .empty
        } else if canOpen(tree, at: index, to: range.upperBound) {
          opener = index
        }
      }
      index = next
    }
  }

  private static func isRun(in tree: DocumentTree, at index: Int) -> Bool {
    let node = tree.nodes[index]
    guard node.kind == .text, node.text.count == 2 else { return false }
    return tree.text[Int(node.text.start)..<Int(node.text.end)].allSatisfy { $0 == UInt8(ascii: "~") }
  }

  private static func canOpen(_ tree: DocumentTree, at index: Int, to end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = tree.nodes[index + 1]
    guard next.kind == .text else { return next.kind != .softBreak && next.kind != .lineBreak }
    return next.text.isEmpty || !tree.text[Int(next.text.start)].isASCIIWhitespace
  }

  private static func canClose(_ tree: DocumentTree, at index: Int, from start: Int) -> Bool {
    guard index > start else { return false }
    let previous = tree.nodes[index - 1]
    guard previous.kind == .text else { return previous.kind != .softBreak && previous.kind != .lineBreak }
    return previous.text.isEmpty || !tree.text[Int(previous.text.end) - 1].isASCIIWhitespace
  }
}
