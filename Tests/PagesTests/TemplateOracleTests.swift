import Bytes
import Diagnostics
import Languages
import Markup
import Mustache
import Testing

@testable import Pages
@testable import Templates

/// Compares compiled layouts with swift-mustache, which defines their meaning.
struct TemplateOracleTests {
  private let library: MustacheLibrary
  private let theme: Theme
  private let strings: [Language: [String: String]]

  init() throws {
    var findings: [Finding] = []
    theme = try #require(
      Theme(named: "default", folders: [], languages: [Language.simplifiedChinese, .english], findings: &findings))
    var library = MustacheLibrary()
    var strings: [Language: [String: String]] = [:]
    for (path, source) in ThemeFolder.builtIn.sources {
      if path.hasSuffix(".mustache") {
        // Partials are registered by name, layouts by path.
        let name = path.dropLast(".mustache".count)
        let isPartial = name.hasPrefix("partials/")
        try library.register(
          String(decoding: source.bytes, as: UTF8.self),
          named: String(isPartial ? name.dropFirst("partials/".count) : name))
      }
      for language in [Language.simplifiedChinese, .english] where path == "strings/\(language.tag).yaml" {
        let entries = try #require(YAMLReader.read(source, findings: &findings)?.entries)
        strings[language] = Dictionary(uniqueKeysWithValues: entries.map { ($0.key, $0.value.text ?? "") })
      }
    }
    self.library = library
    self.strings = strings
    #expect(findings.isEmpty)
  }

  @Test func everyNameHasABitOfItsOwn() {
    #expect(TemplateName.allCases.count <= UInt128.bitWidth)
  }

  @Test(arguments: Layout.all, [Language.simplifiedChinese, .english])
  func everyLayoutIsRenderedAlike(_ layout: Layout, _ language: Language) throws {
    let template = try #require(theme.template(layout, language))
    for seed in 0..<12 {
      var generator = PageGenerator(seed: UInt64(seed))
      // From an empty page to one with everything.
      let page = generator.page(density: seed % 6)
      var buffer = ByteBuffer()
      template.render(page, into: &buffer)
      let context = Self.context(page).merging(["t": strings[language] ?? [:]]) { $1 }
      let expected = try #require(library.render(context, withTemplate: "layouts/\(layout.name)"))
      let (ours, theirs) = (Self.normalised(String(buffer)), Self.normalised(expected))
      if ours == theirs { continue }
      let place = zip(ours, theirs).enumerated().first { $0.element.0 != $0.element.1 }
      Issue.record(
        "seed \(seed), line \(place?.offset ?? min(ours.count, theirs.count)): \(place?.element.0 ?? "") ≠ \(place?.element.1 ?? "")"
      )
      return
    }
  }

  /// The values of a layout in the format of swift-mustache, with `has_…` for each name.
  private static func context(_ object: TemplateObject) -> [String: Any] {
    var context: [String: Any] = [:]
    for (name, value) in object.entries {
      context[name.text] = any(value)
      context["has_\(name.text)"] = value.isShown
    }
    return context
  }

  private static func any(_ value: TemplateValue) -> Any {
    switch value {
    case .text(let text): text
    case .html(let bytes): String(decoding: bytes, as: UTF8.self)
    case .flag(let flag): flag
    case .object(let object): context(object)
    case .list(let items): items.map { item in item[.itself].map(any) ?? context(item) }
    }
  }

  /// Lines without indentation, leaving out blank ones, since layouts are published without either. Versions of assets
  /// are not part of Mustache.
  private static func normalised(_ html: String) -> [String] {
    html.replacing(/\?v=[0-9a-z]+"/, with: "\"").split(separator: "\n").map {
      String($0.drop { $0 == " " || $0 == "\t" })
    }.filter { !$0.isEmpty }
  }
}

/// Generates random pages: each name is present or not, with a value of the type that the contract requires.
private struct PageGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private static let objects: Set<TemplateName> = [.site, .agency, .year, .previous, .next, .header, .pages, .table]
  private static let lists: Set<TemplateName> = [
    .alternates, .languages, .breadcrumb, .facts, .years, .figures, .regions, .latest, .children, .items, .columns,
    .rows,
    .cells, .contents, .sections, .corrections, .attachments, .downloads, .dataLinks, .descriptions, .siteFacts,
    .blocks, .forms, .peers,
  ]
  private static let flags: Set<TemplateName> = [
    .current, .numeric, .isHome, .isYears, .isAgencies, .isRegions, .isRows, .isData, .isSearch, .isCompare, .withdrawn,
    .consolidated, .embedded,
  ]
  private static let html: Set<TemplateName> = [
    .html, .titleHtml, .introduction, .closing, .about, .tree, .keyFacts, .rowNotes, .labels, .hostHeader, .hostFooter,
    .jsonLd,
  ]
  private static let texts = ["", "柳林", "a & b", "<script>alert('1')</script>", "\"q\"", "{{title}}", "x"]

  mutating func page(density: Int) -> TemplateObject { object(density: density, depth: 3) }

  /// Names that layouts look up inside other objects, by the number of levels left below. More levels would make pages
  /// huge.
  private static let nested: [Set<TemplateName>] = [
    [], [.header, .cells], [.previous, .next, .figures, .items, .columns, .rows],
  ]

  private mutating func object(density: Int, depth: Int) -> TemplateObject {
    var object = TemplateObject()
    for name in TemplateName.allCases where name != .itself && next(5) < density {
      let isBranch = Self.objects.contains(name) || Self.lists.contains(name)
      if depth < 3, isBranch, !Self.nested[depth].contains(name) { continue }
      switch name {
      case .notices:
        object[name] = .list((0..<next(3)).map { _ in TemplateObject(itself: .html(Array("<p>…</p>".utf8))) })
      case _ where Self.objects.contains(name):
        if depth > 0 { object[name] = .object(self.object(density: density, depth: depth - 1)) }
      case _ where Self.lists.contains(name):
        if depth > 0 {
          object[name] = .list((0..<next(3)).map { _ in self.object(density: density, depth: depth - 1) })
        }
      case _ where Self.flags.contains(name): object[name] = .flag(next(2) == 0)
      case _ where Self.html.contains(name): object[name] = .html(Array("<em>\(next(9))</em>\n<br>".utf8))
      default: object[name] = .text(Self.texts[next(Self.texts.count)])
      }
    }
    return object
  }
}
