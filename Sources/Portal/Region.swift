package import Diagnostics
package import Markup

/// An administrative division, or a development zone with a code assigned by the portal.
package struct Region: Sendable {
  /// 行政区划代码
  package let code: String
  package let name: String
  /// Code of the region above; `nil` for a root.
  package let parent: String?
  package let codeSpan: Span
}

/// The regions of a portal as a tree, in the order of their codes.
package struct RegionTree: Sendable {
  package private(set) var regions: [Region] = []
  private var indexes: [String: Int] = [:]
  private var childCodes: [String: [String]] = [:]

  package init() {}

  package init(_ value: YAMLValue, in source: SourceFile, findings: inout [Finding]) {
    guard let items = value.items else {
      findings.append(
        .invalidValue(expected: LocalizedText("若干地区", en: "a list of regions"), at: source.range(of: value.span)))
      return
    }
    for item in items {
      var fields = Fields(item, in: source)
      let code = fields.required("code")
      let name = fields.requiredText("name")
      let parent = fields.text("parent")
      let isFileName =
        code.map { code in
          let text = (code.text ?? "").utf8
          return !text.isEmpty && text.count <= Self.longestCode && text.allSatisfy(Agency.isIdentifierByte)
        } ?? true
      if let code, !isFileName {
        _ = fields.typed(
          code, nil as String?,
          code.text?.utf8.count ?? 0 > Self.longestCode
            ? LocalizedText(
              "不超过 \(Self.longestCode) 个字符的代码", en: "a code of \(Self.longestCode) characters at most")
            : LocalizedText("由小写字母、数字、- 组成的代码", en: "a code of a-z, 0-9 and -"))
      }
      findings += fields.finish()
      guard let code, let text = code.text, isFileName, let name else { continue }
      if let first = indexes[text] {
        findings.append(
          Finding(
            RegistryFindings.doubled, at: source.range(of: code.span),
            LocalizedText("地区代码 \(text) 重复", en: "the region \(text) stands twice"),
            related: [.init(LocalizedText("第一次在这里", en: "first here"), at: source.range(of: regions[first].codeSpan))]))
        continue
      }
      indexes[text] = regions.count
      regions.append(Region(code: text, name: name, parent: parent, codeSpan: code.span))
    }
    checkParents(in: source, &findings)
    regions.sort { $0.code < $1.code }
    indexes = Dictionary(uniqueKeysWithValues: regions.indices.map { (regions[$0].code, $0) })
    for region in regions { childCodes[region.parent ?? "", default: []].append(region.code) }
  }

  /// In bytes, since a code becomes part of a file name.
  private static let longestCode = 64
  /// The deepest level. From the country to a village there are six.
  private static let deepest = 16
  /// The most suggestions made, since each compares all codes.
  private static let mostProposals = 20

  private func checkParents(in source: SourceFile, _ findings: inout [Finding]) {
    let levels = levels()
    var proposals = Self.mostProposals
    for (region, level) in zip(regions, levels) {
      guard let parent = region.parent else { continue }
      if indexes[parent] == nil {
        findings.append(
          Finding(
            RegistryFindings.unknownRegion, at: source.range(of: region.codeSpan),
            LocalizedText("上级地区 \(parent) 没有登记", en: "the region above, \(parent), is not in the list"),
            help: proposals > 0 ? Suggestion.help(for: parent, among: regions.lazy.map(\.code)) : nil))
        proposals -= 1
      } else if level == nil {
        findings.append(
          Finding(
            RegistryFindings.unknownRegion, at: source.range(of: region.codeSpan),
            LocalizedText("地区 \(region.code) 是自己的上级", en: "the region \(region.code) lies within itself")))
      } else if level == Self.deepest {
        // Reported for the first region that is too deep, not for all regions below it.
        findings.append(
          Finding(
            SourceFindings.limit, at: source.range(of: region.codeSpan),
            LocalizedText(
              "地区 \(region.code) 之上有 \(Self.deepest) 级地区，上限为 \(Self.deepest - 1) 级",
              en: "there are \(Self.deepest) regions above \(region.code), the limit is \(Self.deepest - 1)")))
      }
    }
  }

  /// The number of regions above each; `nil` for a region that is its own ancestor, or has such an ancestor.
  private func levels() -> [Int?] {
    var levels: [Int??] = Array(repeating: nil, count: regions.count)
    for start in regions.indices {
      var path: [Int] = []
      var isOnPath: Set<Int> = []
      var current: Int? = start
      while let here = current, levels[here] == nil, isOnPath.insert(here).inserted {
        path.append(here)
        current = regions[here].parent.flatMap { indexes[$0] }
      }
      // A path that ends at one of its own regions is a cycle.
      var level: Int? = current.map { here in (levels[here] ?? nil).map { $0 + 1 } } ?? 0
      for here in path.reversed() {
        levels[here] = .some(level)
        level = level.map { $0 + 1 }
      }
    }
    return levels.map { $0 ?? nil }
  }

  package subscript(code: String) -> Region? { indexes[code].map { regions[$0] } }

  package var roots: [Region] { children(of: "") }

  package func children(of code: String) -> [Region] { (childCodes[code] ?? []).compactMap { self[$0] } }

  /// The regions above one, nearest first.
  package func ancestors(of code: String) -> [Region] {
    var result: [Region] = []
    var current = self[code]?.parent
    while let parent = current, let region = self[parent], result.count < Self.deepest {
      result.append(region)
      current = region.parent
    }
    return result
  }
}
