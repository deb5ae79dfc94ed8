internal import Diagnostics
internal import Markup
internal import Reports

/// The lines of the front matter of a source.
struct FrontMatter {
  private(set) var lines: [String] = []

  /// The day of publication that they state.
  private(set) var published: CalendarDate?

  init() {}

  /// The front matter of the source that a file was exported from, and the agency and the year that it states.
  ///
  /// - Returns: `nil` if it is not what a report has.
  static func stated(_ text: String) -> (frontMatter: FrontMatter, agency: String, year: Int)? {
    let source = SourceFile(path: "report.md", text: "---\n\(text)\n---\n")
    var findings: [Finding] = []
    guard let document = MarkupParser().parse(source, findings: &findings) else { return nil }
    let metadata = ReportMetadata(document.frontMatter, in: source, findings: &findings)
    if findings.contains(where: { $0.severity == .error }) { return nil }
    var frontMatter = FrontMatter()
    frontMatter.lines = text.split(separator: "\n").map(String.init)
    frontMatter.published = metadata.published
    return (frontMatter, metadata.agency, metadata.year)
  }

  mutating func add(_ key: String, _ text: String?, always isQuoted: Bool = false) {
    if let text, !text.isEmpty { lines.append("\(key): \(YAMLText.quoted(text, always: isQuoted))") }
  }

  /// A value that needs no quotes: a number, a date, a flow mapping.
  mutating func add(_ key: String, plain value: String?) {
    if let value { lines.append("\(key): \(value)") }
  }

  mutating func add(_ key: String, mapping pairs: [(String, String?)]) {
    let lines = pairs.compactMap { key, value in value.map { "  \(key): \($0)" } }
    if !lines.isEmpty { self.lines += ["\(key):"] + lines }
  }

  mutating func add(_ key: String, list items: [[(String, String?)]]) {
    if items.isEmpty { return }
    lines.append("\(key):")
    for item in items {
      let pairs = item.compactMap { key, value in value.map { "\(key): \($0)" } }
      lines.append("  - {\(pairs.joined(separator: ", "))}")
    }
  }

  /// The status comes after the year, as in a blank report.
  mutating func setStatus(_ status: String) {
    let year = lines.firstIndex { $0.hasPrefix("year:") }
    lines.insert("status: \(status)", at: year.map { $0 + 1 } ?? lines.count)
  }

  var text: String { "---\n\(lines.joined(separator: "\n"))\n---\n\n" }
}
