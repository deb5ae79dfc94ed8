package import Diagnostics
package import Markup

/// An administrative division, or a development zone with a code of its own making.
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
      let isFileName = code?.text.map { text in text.utf8.allSatisfy(Agency.isIdentifierByte) } ?? true
      if let code, !isFileName {
        _ = fields.typed(code, nil as String?, LocalizedText("由小写字母、数字、- 组成的代码", en: "a code of a-z, 0-9 and -"))
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

  private func checkParents(in source: SourceFile, _ findings: inout [Finding]) {
    for region in regions {
      guard let parent = region.parent else { continue }
      if indexes[parent] == nil {
        findings.append(
          Finding(
            RegistryFindings.unknownRegion, at: source.range(of: region.codeSpan),
            LocalizedText("上级地区 \(parent) 没有登记", en: "the region above, \(parent), is not in the list"),
            help: Suggestion.help(for: parent, among: regions.map(\.code))))
      } else if ancestors(of: region.code, limit: regions.count).count >= regions.count {
        findings.append(
          Finding(
            RegistryFindings.unknownRegion, at: source.range(of: region.codeSpan),
            LocalizedText("地区 \(region.code) 是自己的上级", en: "the region \(region.code) lies within itself")))
      }
    }
  }

  package subscript(code: String) -> Region? { indexes[code].map { regions[$0] } }

  package var roots: [Region] { children(of: "") }

  package func children(of code: String) -> [Region] { (childCodes[code] ?? []).compactMap { self[$0] } }

  /// The regions above one, nearest first.
  package func ancestors(of code: String) -> [Region] { ancestors(of: code, limit: 16) }

  private func ancestors(of code: String, limit: Int) -> [Region] {
    var result: [Region] = []
    var current = self[code]?.parent
    while let parent = current, let region = self[parent], result.count < limit {
      result.append(region)
      current = region.parent
    }
    return result
  }
}
