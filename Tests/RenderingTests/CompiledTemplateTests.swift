import Bytes
import Diagnostics
import Markup
import Mustache
import Testing

@testable import Rendering

/// swift-mustache is the oracle: it renders the same layouts to the same text.
struct CompiledTemplateTests {
  private static let layouts = ThemeFolder.builtIn.sources.keys.filter { $0.hasPrefix("layouts/") }.sorted()

  @Test(arguments: layouts)
  func rendersAsTheLibraryDoes(_ layout: String) throws {
    let folder = ThemeFolder.builtIn
    let strings = try self.strings(of: folder)
    func nodes(_ path: String) throws -> [TemplateNode] {
      var parser = TemplateParser(source: try #require(folder.sources[path]), strings: strings)
      let nodes = parser.parse()
      #expect(parser.findings.isEmpty)
      return nodes
    }
    var library = MustacheLibrary()
    var partials: [String: [TemplateNode]] = [:]
    for (path, source) in folder.sources where path.hasPrefix("partials/") {
      let name = String(path.dropFirst("partials/".count).dropLast(".mustache".count))
      partials[name] = try nodes(path)
      try library.register(String(decoding: source.bytes, as: UTF8.self), named: name)
    }
    try library.register(String(decoding: try #require(folder.sources[layout]).bytes, as: UTF8.self), named: "page")
    let template = CompiledTemplate(try nodes(layout), partials: partials)
    for page in [Self.full, TemplateObject([(.title, .text("只有标题")), (.lang, .text("zh-Hans"))])] {
      var buffer = ByteBuffer()
      template.render(page, into: &buffer)
      var context = dictionary(page)
      context["t"] = strings
      let expected = try #require(library.render(context, withTemplate: "page"))
      #expect(normalized(String(buffer)) == normalized(expected))
    }
  }

  /// A page that has every name of the contract.
  private static let full: TemplateObject = {
    let item = TemplateObject(
      TemplateName.allCases.filter { $0 != .itself && $0 != .cells && $0 != .figures }.map { name in
        (name, name == .numeric || name == .current || name == .withdrawn ? .flag(true) : .text("\(name) & <值>"))
      })
    var entry = item
    entry[.cells] = .list([item, TemplateObject(label: "无链接")])
    entry[.figures] = .list([item, item])
    entry[.header] = .object(item)
    var page = TemplateObject()
    for name in TemplateName.allCases where name != .itself {
      switch name {
      case .site, .table, .pages, .agency, .year, .previous, .next:
        var object = entry
        for list in [TemplateName.columns, .rows, .items] { object[list] = .list([entry, item]) }
        for link in [TemplateName.previous, .next] { object[link] = .object(item) }
        page[name] = .object(object)
      case .notices: page[name] = .list([TemplateObject(itself: .html(Array("<p>一</p>".utf8)))])
      case .alternates, .languages, .breadcrumb, .facts, .years, .figures, .regions, .latest, .children, .contents,
        .sections, .corrections, .attachments, .downloads:
        page[name] = .list([entry, TemplateObject(label: "第二项")])
      case .isHome, .isAgencies: page[name] = .flag(true)
      case .isYears, .isRegions: page[name] = .flag(false)
      default: page[name] = .text("“\(name)” & <'值'>")
      }
    }
    return page
  }()

  private func strings(of folder: ThemeFolder) throws -> [String: String] {
    var findings: [Finding] = []
    let source = try #require(folder.sources["strings/en.yaml"])
    let entries = try #require(YAMLReader.read(source, findings: &findings)?.entries)
    return Dictionary(uniqueKeysWithValues: entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } })
  }

  private func dictionary(_ object: TemplateObject) -> [String: Any] {
    var result: [String: Any] = [:]
    for (name, value) in object.entries {
      result[name.text] = self.value(value)
      result["has_\(name.text)"] = value.isShown
    }
    return result
  }

  private func value(_ value: TemplateValue) -> Any {
    switch value {
    case .text(let text): text
    case .html(let bytes): String(decoding: bytes, as: UTF8.self)
    case .flag(let flag): flag
    case .object(let object): dictionary(object)
    case .list(let items):
      items.map { item in item[.itself].map { self.value($0) } ?? dictionary(item) }
    }
  }

  /// Indentation and blank lines of a layout are not published.
  private func normalized(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
