package import Diagnostics

/// Reads a mapping key by key: required keys, typed values, and finally the unknown keys.
package struct Fields {
  package let source: SourceFile
  package let value: YAMLValue
  private let entries: [YAMLEntry]
  private var known: [String] = []
  /// Required keys that are missing.
  private var missing: [String] = []
  package var findings: [Finding] = []

  package init(_ value: YAMLValue, in source: SourceFile) {
    self.source = source
    self.value = value
    entries = value.entries ?? []
    if value.entries == nil, !value.isNull {
      findings.append(
        .invalidValue(expected: LocalizedText("若干“键: 值”", en: "a mapping"), at: source.range(of: value.span)))
    }
  }

  /// The value of a key that is present and not null.
  package mutating func optional(_ key: String) -> YAMLValue? {
    known.append(key)
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else { return nil }
    return value
  }

  package mutating func required(_ key: String) -> YAMLValue? {
    if let value = optional(key) { return value }
    // If the value is not a mapping, that has already been reported.
    guard value.entries != nil || value.isNull else { return nil }
    let place = entries.first { $0.key == key }?.keySpan ?? Span(Int(value.span.start), Int(value.span.start))
    missing.append(key)
    findings.append(.missingKey(key, at: source.range(of: place)))
    return nil
  }

  package mutating func text(_ key: String) -> String? { optional(key).flatMap { text(of: $0) } }

  package mutating func requiredText(_ key: String) -> String? { required(key).flatMap { text(of: $0) } }

  package mutating func text(of value: YAMLValue) -> String? {
    typed(value, value.text, LocalizedText("一段文字", en: "a text"))
  }

  /// A name for use by programs: it becomes part of URLs, files, columns and anchors.
  package mutating func identifier(_ key: String) -> String? { required(key).flatMap { identifier(of: $0) } }

  package mutating func identifier(of value: YAMLValue) -> String? {
    typed(
      value, value.text.flatMap { Self.isIdentifier($0) ? $0 : nil },
      LocalizedText("由字母、数字、_、- 和 . 组成的标识", en: "an id of letters, digits, _, - and ."))
  }

  private static func isIdentifier(_ text: String) -> Bool {
    func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit }
    guard let first = text.utf8.first, isWord(first) else { return false }
    return !text.contains("..") && text.utf8.allSatisfy { isWord($0) || "_-.".utf8.contains($0) }
  }

  /// A file of the portal: a path relative to its `Content` that does not lead out of it.
  package mutating func path(_ key: String) -> String? {
    optional(key).flatMap { value in
      typed(
        value, value.text.flatMap { Self.staysInside($0) ? $0 : nil },
        LocalizedText("Content 内的相对路径（不能是绝对路径，不能有 ..）", en: "a path in Content, neither absolute nor with .. in it"))
    }
  }

  private static func staysInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && !path.split(separator: "/").contains("..")
  }

  package mutating func integer(_ key: String) -> Int? {
    optional(key).flatMap { typed($0, $0.integer, LocalizedText("一个整数", en: "an integer")) }
  }

  package mutating func boolean(_ key: String) -> Bool? {
    optional(key).flatMap { typed($0, $0.boolean, LocalizedText("true 或 false", en: "true or false")) }
  }

  package mutating func items(_ key: String) -> [YAMLValue] {
    optional(key).flatMap { typed($0, $0.items, LocalizedText("一个列表", en: "a list")) } ?? []
  }

  package mutating func texts(_ key: String) -> [String] {
    items(key).compactMap { text(of: $0) }
  }

  /// One of a fixed set of words.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let value = optional(key) else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    if let choice = value.text.flatMap(Choice.init) { return choice }
    let list = words.joined(separator: " | ")
    findings.append(
      .invalidValue(
        expected: LocalizedText(verbatim: list), at: source.range(of: value.span),
        suggestion: Suggestion.nearest(to: value.text ?? "", among: words)))
    return nil
  }

  /// Reads a nested mapping.
  package mutating func mapping<Result>(_ value: YAMLValue, _ read: (inout Fields) -> Result) -> Result {
    var fields = Fields(value, in: source)
    let result = read(&fields)
    findings += fields.finish()
    return result
  }

  package mutating func typed<Value>(_ value: YAMLValue, _ result: Value?, _ expected: LocalizedText) -> Value? {
    if result == nil { findings.append(.invalidValue(expected: expected, at: source.range(of: value.span))) }
    return result
  }

  /// The most suggestions made: a file with more unknown keys is of some other kind.
  private static let mostProposals = 50

  /// All findings, including one for each unknown key.
  package consuming func finish() -> [Finding] {
    var proposals = Self.mostProposals
    for entry in entries where !known.contains(entry.key) {
      let suggestion = proposals > 0 ? Suggestion.nearest(to: entry.key, among: known) : nil
      var finding = Finding.unknownKey(entry.key, at: source.range(of: entry.keySpan), suggestion: suggestion)
      if let meant = suggestion, missing.contains(meant) {
        // A misspelt key is not reported as missing too.
        findings.removeAll { $0.kind.id == FieldFindings.missing.id && $0.isAbout(key: meant) }
        finding.fix = finding.range.map { Fix(replacing: $0, with: meant) }
      }
      findings.append(finding)
      proposals -= 1
    }
    return findings
  }
}

package enum FieldFindings {
  package static let all: [FindingKind] = [missing, unknown, invalid]

  package static let missing = FindingKind(
    "key-missing", .error, concession: .none,
    title: LocalizedText("缺少必填的键", en: "A required key is missing"),
    explanation: LocalizedText(
      "年报的文首信息必须有 title、agency、year、published；site.yaml 必须有 name、base_url、languages。",
      en:
        "A report's front matter must have title, agency, year and published; site.yaml must have name, base_url and languages."
    ),
    example: "---\ntitle: …2023年政府信息公开工作年度报告\nyear: 2023\n---")

  package static let unknown = FindingKind(
    "key-unknown", .error, concession: .none,
    title: LocalizedText("不认识的键", en: "An unknown key"),
    explanation: LocalizedText(
      "这里没有这个键。多半是拼写错误：不报错的话，写在它后面的内容就会悄悄丢失。",
      en:
        "There is no such key here. It is mostly a slip of spelling; if it were passed over, its value would silently be lost."
    ),
    example: "publised: 2024-01-30")

  package static let invalid = FindingKind(
    "value-invalid", .error, concession: .none,
    title: LocalizedText("值的类型不对", en: "A value of the wrong kind"),
    explanation: LocalizedText(
      "值应是说明中的类型，例如日期写成 2024-01-30，年份写成 2023。",
      en: "The value must be of the kind named, for instance a date as 2024-01-30, a year as 2023."),
    example: "year: \"二〇二三\"")
}

extension Finding {
  fileprivate func isAbout(key: String) -> Bool { message == Finding.missingKey(key, at: nil).message }

  static func missingKey(_ key: String, at range: SourceRange?) -> Finding {
    Finding(FieldFindings.missing, at: range, LocalizedText("缺少必填的键 \(key)", en: "the required key \(key) is missing"))
  }

  static func unknownKey(_ key: String, at range: SourceRange, suggestion: String?) -> Finding {
    Finding(
      FieldFindings.unknown, at: range, LocalizedText("不认识的键 \(key)", en: "unknown key \(key)"),
      help: suggestion.map { Suggestion.help($0) })
  }

  package static func invalidValue(
    expected: LocalizedText, at range: SourceRange, suggestion: String? = nil, fix: Fix? = nil
  ) -> Finding {
    Finding(
      FieldFindings.invalid, at: range,
      LocalizedText("这里应是\(expected.chinese)", en: "expected \(expected.english)"),
      help: suggestion.map { Suggestion.help($0) }, fix: fix)
  }
}
