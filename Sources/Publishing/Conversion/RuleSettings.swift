package import Diagnostics
internal import Portal

/// Validates the rule settings of `site.yaml` against the catalogue of findings.
enum RuleSettings {
  /// - Parameter kinds: Every kind of finding in the portal.
  /// - Returns: The severities that the portal may set. Invalid settings become findings.
  static func policy(of site: Site, kinds: [FindingKind], findings: inout [Finding]) -> SeverityPolicy {
    var levels: [String: SeverityPolicy.Level] = [:]
    for setting in site.ruleSettings {
      guard let kind = kinds.first(where: { $0.id == setting.id }) else {
        findings.append(
          Finding(
            RuleSettingFindings.unknownRule, at: setting.idRange,
            LocalizedText("没有规则 \(setting.id)", en: "there is no rule \(setting.id)"),
            help: Suggestion.help(for: setting.id, among: kinds.map(\.id))))
        continue
      }
      if kind.concession == .severity {
        levels[setting.id] = setting.level
      } else if setting.level.severity != kind.severity {
        findings.append(
          Finding(
            RuleSettingFindings.firmRule, at: setting.levelRange,
            LocalizedText("\(setting.id) 的严重程度不能改", en: "the severity of \(setting.id) is fixed"),
            help: kind.concession == .acceptance
              ? LocalizedText(
                "可在年报的 accepted: 中逐份认可并说明理由", en: "single reports may accept it under accepted: with a reason") : nil))
      }
    }
    return SeverityPolicy(levels)
  }
}

package enum RuleSettingFindings {
  package static let all: [FindingKind] = [unknownRule, firmRule]

  package static let unknownRule = FindingKind(
    "rule-unknown", .error, concession: .none,
    title: LocalizedText("没有这条规则", en: "There is no such rule"),
    explanation: LocalizedText(
      "site.yaml 的 rules: 下写规则编号和程度（off、hint、warning、error）。编号写错就不起作用，因此作为错误报告。gongkai explain 列出全部编号。",
      en:
        "Under rules: site.yaml gives ids of rules a severity: off, hint, warning or error. A misspelt id would do nothing, so it is an error. `gongkai explain` lists all ids."
    ),
    example: "rules:\n  requests-balence: warning")

  package static let firmRule = FindingKind(
    "rule-fixed", .error, concession: .none,
    title: LocalizedText("这条规则的严重程度不能改", en: "The severity of this rule is fixed"),
    explanation: LocalizedText(
      "来源无法读懂、登记有误、链接危险等问题总是错误：放过它们，内容就会悄悄丢失，或危及读者。丢失单元格一类的问题可以在单份年报里认可，不能对整个门户放宽。",
      en:
        "Sources that cannot be understood, faults of the registry and dangerous links are always errors: let through, they would lose content without a word or endanger readers. Faults such as a missing cell may be accepted by single reports, but not be turned down for the whole portal."
    ),
    example: "rules:\n  yaml-invalid: off")
}
