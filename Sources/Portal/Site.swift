package import Diagnostics
package import Languages
package import Markup
package import Reports

/// The settings of the whole portal in `site.yaml`.
package struct Site: Sendable {
  package struct Licence: Sendable {
    package var name: String
    package var url: String?
  }

  package var name = ""
  /// Absolute, with a trailing slash. Used only in formats that require absolute URLs.
  package var baseURL = ""
  /// The first is the language of the pages at the root. Each other language has its own tree, such as `en/`.
  package var languages: [Language] = [.simplifiedChinese]
  package var publisher: String?
  package var licence: Licence?
  package var description: String?
  package var theme = "default"
  package var limits = Limits()
  /// The severities of findings in this portal, in the order of the file.
  package var ruleSettings: [RuleSetting] = []
  /// Publication deadlines set by the portal, which take precedence over those of the law.
  package var deadlines: [Deadline] = []
  /// The years for which the portal is meant to have every report, if not all.
  package var years = YearRange()
  package var data = DataSettings()
  /// The file types that offices may publish with their reports.
  package var attachments = AttachmentTypes()
  /// The encodings of the compressed copies of text files.
  package var precompress: [ContentEncoding] = []
  /// The names that the portal gives to the functions of agencies.
  private var functions: [String: Translations] = [:]
  /// Whether the pages of a year name the agencies without a report, and those that reported late.
  package var namesMissing = true
  package var namesLate = true
  /// Whether the portal has a search.
  package var search = true

  /// The government website that it belongs to; `nil` if the portal is not a government's.
  package var government: GovernmentSite?
  /// Whether pages have no header and footer of the theme, and the files of `Content` that replace those.
  package var isEmbedded = false
  package var hostHeader: String?
  package var hostFooter: String?
  /// Whether symbolic links in `static/` are followed if their target is in `static/`.
  package var followsStaticLinks = false

  package init() {}

  package init(_ value: YAMLValue, in source: SourceFile, formats: [String] = [], findings: inout [Finding]) {
    var fields = Fields(value, in: source)
    name = fields.requiredText("name") ?? ""
    baseURL = Self.baseURL(&fields) ?? ""
    languages = Self.languages(&fields)
    publisher = fields.text("publisher")
    licence = fields.optional("licence").flatMap { value in
      fields.mapping(value) { fields in
        let url = fields.webAddress("url")
        return fields.requiredText("name").map { Licence(name: $0, url: url) }
      }
    }
    description = fields.text("description")
    theme = fields.text("theme") ?? theme
    if let value = fields.optional("limits") { limits = fields.mapping(value) { Self.limits(&$0) } }
    ruleSettings = fields.optional("rules").map { RuleSetting.read($0, in: source, &fields) } ?? []
    if let value = fields.optional("years") { years = fields.mapping(value) { YearRange(&$0) } }
    deadlines = fields.items("deadlines").compactMap { value in fields.mapping(value) { Deadline(&$0) } }
    if let value = fields.optional("data") { data = fields.mapping(value) { DataSettings(&$0, formats: formats) } }
    if let value = fields.optional("attachments") { attachments = fields.mapping(value) { AttachmentTypes(&$0) } }
    precompress = Self.encodings(&fields)
    functions = Self.functions(&fields)
    if let value = fields.optional("coverage") {
      (namesMissing, namesLate) = fields.mapping(value) {
        ($0.boolean("missing") ?? true, $0.boolean("late") ?? true)
      }
    }
    search = fields.boolean("search") ?? true
    government = fields.optional("government_site").map { fields.mapping($0) { GovernmentSite(&$0) } }
    if government == nil, GovernmentSite.host(of: baseURL).hasSuffix(".gov.cn") { government = GovernmentSite() }
    readFrame(&fields)
    if let value = fields.optional("static") {
      followsStaticLinks = fields.mapping(value) { $0.boolean("links") ?? false }
    }
    let labels = value["government_site"]?.span ?? value["base_url"]?.span ?? .none
    findings += fields.finish()
    checkLabels(at: source.range(of: labels), findings: &findings)
  }

  /// Reads `frame: none`, or `frame: {header: frame/header.html, footer: frame/footer.html}`.
  private mutating func readFrame(_ fields: inout Fields) {
    guard let value = fields.optional("frame") else { return }
    isEmbedded = true
    if value.text == "none" { return }
    (hostHeader, hostFooter) = fields.mapping(value) { ($0.path("header"), $0.path("footer")) }
  }

  private static func baseURL(_ fields: inout Fields) -> String? {
    guard let value = fields.required("base_url"), let text = fields.text(of: value) else { return nil }
    let expected = LocalizedText(
      "绝对地址，如 https://www.example.gov.cn/nb/，其中没有空格、引号、换行、? 和 #",
      en: "an absolute address such as https://www.example.gov.cn/nb/, without blanks, quotes, line breaks, ? or #")
    guard let url = fields.typed(value, WebAddress.isBase(text) ? text : nil, expected) else { return nil }
    return url.hasSuffix("/") ? url : url + "/"
  }

  private static func languages(_ fields: inout Fields) -> [Language] {
    guard let value = fields.required("languages") else { return [.simplifiedChinese] }
    var languages: [Language] = []
    for item in value.items ?? [value] {
      let language = item.text.flatMap(Language.init(tag:))
      // `zh` is not valid, but still names the language of messages.
      let meant = language ?? item.text.flatMap(Language.meant)
      if language == nil {
        fields.findings.append(
          .invalidValue(
            expected: LocalizedText("语言标签，如 zh-Hans、en", en: "the tag of a language, such as zh-Hans or en"),
            at: fields.source.range(of: item.span), suggestion: meant?.tag,
            fix: meant.map { Fix(replacing: fields.source.range(of: item.span), with: $0.tag) }))
      }
      if let meant, !languages.contains(meant) { languages.append(meant) }
    }
    return languages.isEmpty ? [.simplifiedChinese] : languages
  }

  private static func encodings(_ fields: inout Fields) -> [ContentEncoding] {
    let known = LocalizedText(verbatim: ContentEncoding.allCases.map(\.name).joined(separator: " | "))
    let named = fields.items("precompress").compactMap { item in
      fields.typed(item, ContentEncoding.allCases.first { $0.name == item.text }, known)
    }
    return ContentEncoding.allCases.filter(named.contains)
  }

  private static func functions(_ fields: inout Fields) -> [String: Translations] {
    guard let value = fields.optional("functions") else { return [:] }
    let entries = fields.typed(
      value, value.entries, LocalizedText("若干“标识: 名称”", en: "a mapping of functions to their names"))
    return Dictionary(
      (entries ?? []).map { ($0.key, fields.localized($0.value)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func limits(_ fields: inout Fields) -> Limits {
    var limits = Limits()
    func read(_ key: String, _ path: WritableKeyPath<Limits, Int>) {
      guard let number = fields.integer(key) else { return }
      limits[keyPath: path] = max(1, number)
    }
    read("file_bytes", \.fileBytes)
    read("front_matter_bytes", \.frontMatterBytes)
    read("table_columns", \.tableColumns)
    read("table_cells", \.tableCells)
    read("nesting", \.nesting)
    read("markers", \.markers)
    read("definitions", \.definitions)
    read("elements", \.elements)
    read("tables", \.tables)
    read("agency_bytes", \.agencyBytes)
    return limits
  }

  /// The name of a function; its id if the portal gives it no name.
  package func name(ofFunction id: String) -> Translations { functions[id] ?? Translations(id) }

  /// The path prefix of pages in a language: empty for the first language, `en/` for English.
  package func prefix(of language: Language) -> String {
    language == languages.first ? "" : language.pathPrefix
  }
}
