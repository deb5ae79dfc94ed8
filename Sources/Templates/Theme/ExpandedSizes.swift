internal import Diagnostics
internal import Markup

/// Limits the size of layouts once their partials are expanded: two dozen partials that each include the next one twice
/// would exhaust the memory.
struct ExpandedSizes {
  /// Nesting depth of partials.
  private static let deepest = 32
  /// Bytes of a layout including all partials.
  private static let most = 4 << 20
  /// The size that a tag counts for, in bytes.
  private static let tag = 32

  let partials: [String: [TemplateNode]]
  private var known: [String: (size: Int, depth: Int)] = [:]

  init(partials: [String: [TemplateNode]]) {
    self.partials = partials
  }

  /// - Parameter nodes: The nodes of a layout, in which no partial includes itself.
  mutating func finding(for nodes: [TemplateNode], in source: SourceFile) -> Finding? {
    let (size, depth) = size(of: nodes, level: 0)
    if depth > Self.deepest {
      return Finding(
        ThemeFindings.tooLarge, at: source.range(ofLine: 1),
        LocalizedText(
          "部件引用部件超过 \(Self.deepest) 层", en: "partials are named by partials more than \(Self.deepest) deep"))
    }
    if size <= Self.most { return nil }
    return Finding(
      ThemeFindings.tooLarge, at: source.range(ofLine: 1),
      LocalizedText(
        "部件全部展开后超过 \(Self.most) 字节", en: "with its partials filled in this has more than \(Self.most) bytes"))
  }

  /// Stops adding once the limit is exceeded.
  private mutating func size(of nodes: [TemplateNode], level: Int) -> (size: Int, depth: Int) {
    var total = (size: 0, depth: level)
    for node in nodes where total.size <= Self.most && total.depth <= Self.deepest {
      switch node {
      case .literal(let text): total.size += text.count + Self.tag
      case .variable: total.size += Self.tag
      case .section(_, _, let body):
        let inner = size(of: body, level: level)
        total = (total.size + inner.size + Self.tag, max(total.depth, inner.depth))
      case .partial(let name, _):
        let inner = size(ofPartial: name, level: level)
        total = (total.size + inner.size, max(total.depth, level + inner.depth))
      }
    }
    return total
  }

  /// - Returns: The size, and the depth of nesting including this partial.
  private mutating func size(ofPartial name: String, level: Int) -> (size: Int, depth: Int) {
    if let known = known[name] { return known }
    guard level < Self.deepest, let nodes = partials[name] else { return (0, Self.deepest + 1) }
    let inner = size(of: nodes, level: level + 1)
    let result = (size: inner.size, depth: inner.depth - level)
    known[name] = result
    return result
  }
}
