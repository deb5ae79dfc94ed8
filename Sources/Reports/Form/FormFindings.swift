package import Diagnostics

/// Problems with a form other than its YAML.
package enum FormFindings {
  package static let all: [FindingKind] = [incomplete]

  package static let incomplete = FindingKind(
    "form-incomplete", .error, concession: .none,
    title: LocalizedText("表单缺少检查规则要用的内容", en: "A form lacks what the rules need"),
    explanation: LocalizedText(
      "检查规则按编号找到表单的表、行、列和部分。law: cn-disclosure-regulations 的表单，以及写明 role 的表，缺了其中一项，有关的规则就查不了；表单确实没有的，写在 without: 里。各规则要用的编号见 docs/forms.md。",
      en:
        "Rules find the tables, rows, columns and sections of a form by their ids. Where a form under law: cn-disclosure-regulations, or a table with a role, lacks one of them, the rules on it cannot be applied. What a form does not have on purpose is named under without:. docs/forms.md lists the ids that rules need."
    ),
    example: "law: cn-disclosure-regulations\ntables:\n  - id: shenqing\n    # role: requests")
}

extension Finding {
  /// - Parameter names: As named in `without:`.
  static func incompleteForm(lacking names: [String], at range: SourceRange) -> Finding {
    let shown = names.prefix(5)
    let rest = names.count - shown.count
    return Finding(
      FormFindings.incomplete, at: range,
      LocalizedText(
        "缺少检查规则要用的 \(shown.joined(separator: "、"))\(rest > 0 ? " 等 \(names.count) 项" : "")",
        en: "what rules need is missing: \(shown.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")"),
      help: LocalizedText(
        "表单确实没有的，请写明 without: [\(names.joined(separator: ", "))]",
        en: "if the form does not have it, say so: without: [\(names.joined(separator: ", "))]"))
  }
}
