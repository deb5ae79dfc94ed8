/// Pairs runs of tildes among the inline nodes of one parent: `~~gone~~` and `~gone~`.
///
/// This is GitHub's extension made here, since the library's own changes state of the whole process while it parses.
enum Strikethrough {
  static func match(in document: inout Document, childrenOf parent: Int) {
    switch document.nodes[parent].kind {
    case .paragraph, .heading, .emphasis, .strong, .link:
      match(in: &document, siblings: (parent + 1)..<Int(document.nodes[parent].end))
    default: break
    }
  }

  /// The opening run becomes the node of the struck text, whose descendants already stand behind it;
  /// the closing run becomes an empty text.
  static func match(in document: inout Document, siblings range: Range<Int>) {
    var openers: [(index: Int, length: Int)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let next = Int(document.nodes[index].end)
      if let length = runLength(in: document, at: index) {
        if canClose(document, at: index, from: range.lowerBound),
          let place = openers.lastIndex(where: { $0.length == length })
        {
          let opener = openers[place].index
          openers.removeSubrange(place...)
          document.nodes[opener].kind = .strikethrough
          document.nodes[opener].text = .empty
          document.nodes[opener].end = Int32(index + 1)
          document.nodes[index].text = .empty
        } else if canOpen(document, at: index, to: range.upperBound) {
          openers.append((index, length))
        }
      }
      index = next
    }
  }

  private static func runLength(in document: Document, at index: Int) -> Int? {
    let node = document.nodes[index]
    guard node.kind == .text, (1...2).contains(node.text.count) else { return nil }
    let bytes = document.text[Int(node.text.start)..<Int(node.text.end)]
    return bytes.allSatisfy { $0 == UInt8(ascii: "~") } ? bytes.count : nil
  }

  private static func canOpen(_ document: Document, at index: Int, to end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = document.nodes[index + 1]
    guard next.kind == .text else { return next.kind != .softBreak && next.kind != .lineBreak }
    return next.text.isEmpty || !document.text[Int(next.text.start)].isASCIIWhitespace
  }

  private static func canClose(_ document: Document, at index: Int, from start: Int) -> Bool {
    guard index > start else { return false }
    let previous = document.nodes[index - 1]
    guard previous.kind == .text else { return previous.kind != .softBreak && previous.kind != .lineBreak }
    return previous.text.isEmpty || !document.text[Int(previous.text.end) - 1].isASCIIWhitespace
  }
}
