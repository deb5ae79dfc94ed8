internal import Diagnostics
internal import Markup

/// How large layouts become when their partials are filled in: two dozen that each name the next one twice would fill the
/// memory.
struct ExpandedSizes {
  /// Partials in partials.
  private static let deepest = 32
  /// Bytes of a layout with all its partials.
  private static let most = 4 << 20
  /// What a tag counts beside the bytes of literals.
  private static let tag = 32

  let partials: [String: [TemplateNode]]
  private var known: [String: (size: Int, depth: Int)] = [:]

  init(partials: [String: [TemplateNode]]) {
    self.partials = partials
  }

  /// - Parameter nodes: of a layout. No partial may contain itself.
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

  /// Sizes beyond the limit are not added up further.
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

  /// - Returns: how deep its own partials go, itself counted.
  private mutating func size(ofPartial name: String, level: Int) -> (size: Int, depth: Int) {
    if let known = known[name] { return known }
    guard level < Self.deepest, let nodes = partials[name] else { return (0, Self.deepest + 1) }
    let inner = size(of: nodes, level: level + 1)
    let result = (size: inner.size, depth: inner.depth - level)
    known[name] = result
    return result
  }
}
