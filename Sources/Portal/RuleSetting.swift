package import Diagnostics
internal import Markup

/// An entry of `rules:` in `site.yaml`: the severity of a finding in this portal.
package struct RuleSetting: Sendable {
  package let id: String
  package let level: SeverityPolicy.Level
  /// The locations of the id and of the level.
  package let idRange: SourceRange
  package let levelRange: SourceRange

  static func read(_ value: YAMLValue, in source: SourceFile, _ fields: inout Fields) -> [RuleSetting] {
    let entries = fields.typed(
      value, value.entries, LocalizedText("若干“规则: 程度”", en: "a mapping of rules to severities"))
    let words = SeverityPolicy.Level.allCases.map(\.rawValue)
    return (entries ?? []).compactMap { entry in
      let range = source.range(of: entry.value.span)
      guard let level = entry.value.text.flatMap(SeverityPolicy.Level.init) else {
        fields.findings.append(
          .invalidValue(
            expected: LocalizedText(verbatim: words.joined(separator: " | ")), at: range,
            suggestion: Suggestion.nearest(to: entry.value.text ?? "", among: words)))
        return nil
      }
      return RuleSetting(
        id: entry.key, level: level, idRange: source.range(of: entry.keySpan), levelRange: range)
    }
  }
}
