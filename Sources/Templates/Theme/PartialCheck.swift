internal import Diagnostics
internal import Markup

/// Finds partials that do not exist or that include themselves.
struct PartialCheck {
  let partials: [String: [TemplateNode]]
  let source: SourceFile

  private static let mostFindings = 500

  /// - Parameter name: The name of the partial that consists of these nodes; `nil` for a layout.
  func check(_ nodes: [TemplateNode], named name: String?, _ findings: inout [Finding]) {
    for node in nodes {
      if findings.count >= Self.mostFindings { return }
      switch node {
      case .section(_, _, let body): check(body, named: name, &findings)
      case .partial(let used, let line):
        if partials[used] == nil {
          report(
            LocalizedText("没有部件 \(used)", en: "there is no partial \(used)"), line,
            Suggestion.nearest(to: used, among: partials.keys.sorted()), &findings)
        } else if let name, uses(used, name) {
          report(LocalizedText("部件 \(name) 引用了自己", en: "the partial \(name) contains itself"), line, nil, &findings)
        }
      case .literal, .variable: break
      }
    }
  }

  /// Whether `partial` is `wanted` or includes it, directly or not.
  private func uses(_ partial: String, _ wanted: String) -> Bool {
    var seen: Set<String> = [partial]
    var open = [partial]
    while let next = open.popLast() {
      if next == wanted { return true }
      open += names(in: partials[next] ?? []).filter { seen.insert($0).inserted }
    }
    return false
  }

  private func names(in nodes: [TemplateNode]) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node {
      case .partial(let name, _): [name]
      case .section(_, _, let body): names(in: body)
      case .literal, .variable: []
      }
    }
  }

  private func report(_ message: LocalizedText, _ line: Int, _ suggestion: String?, _ findings: inout [Finding]) {
    findings.append(
      Finding(
        ThemeFindings.missingPartial, at: source.range(ofLine: line), message,
        help: suggestion.map { Suggestion.help($0) }))
  }
}
