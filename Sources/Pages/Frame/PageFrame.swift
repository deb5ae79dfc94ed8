internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Templates

/// What every page has: its place, its title, the way to it, and the same page in other languages.
final class PageFrame: Sendable {
  let context: PageContext
  let language: Language
  let kind: any Page.Type
  /// Of the page; of one of several pages of a list, that of the first, beside which its data lie.
  let first: Route
  let route: Route
  let period: String?
  /// Path of the page below the site's root: `en/years/index.html`.
  let path: String
  /// Steps up to the site's root, and to that of the page's language.
  private let root: String
  private let home: String

  /// - Parameter number: of one of the pages that a list is spread over.
  init<Kind: Page>(_ page: Kind, number: Int = 1, context: PageContext, language: Language) {
    self.context = context
    self.language = language
    kind = Kind.self
    first = page.route
    route = first.page(number)
    period = page.period
    let own = route.path
    path = context.site.prefix(of: language) + own
    root = Route.up(from: path)
    home = Route.up(from: own)
  }

  /// Language of the names of the portal, its agencies and regions, when it is not that of the page.
  var nameLanguage: String? {
    let names = context.site.languages[0]
    return names == language ? nil : names.rawValue
  }

  /// A relative address of another page in the same language.
  func link(_ target: Route) -> String { home + target.path }

  /// Writes a relative address of another page in the same language.
  func write(link target: Route, to html: inout ByteBuffer) {
    html.append(home)
    html.appendEscaped(target.stem)
    html.append(".html")
  }

  /// A relative address of a file that stands once for all languages, by its path.
  func shared(_ file: String) -> String { root + AddressPath.encoded(file) }

  func object(title: String, description: String, breadcrumb: [TemplateObject]) -> TemplateObject {
    var page = TemplateObject(capacity: 40)
    page.set(.lang, language.rawValue)
    page.set(.title, title)
    page.set(.description, description)
    page[.site] = .object(site)
    page.set(.langSite, nameLanguage)
    page[.siteFacts] = .list(context.footer(language))
    page[.labels] = context.labels.map { .html($0.ofList) }
    if let host = context.hostFrame {
      page[.embedded] = .flag(true)
      page[.hostHeader] = .html(host.header)
      page[.hostFooter] = .html(host.footer)
    }
    var home = home
    if !kind.hasAddress {
      // A server shows this page at any depth: its links are absolute. Its styles are not, since the page's security
      // policy takes them from its own host only; where they are not found, the page reads well without.
      page.set(.root, "")
      home = context.site.baseURL
    } else {
      page.set(.root, root)
      page.set(.canonical, context.absolute(path))
    }
    page.set(.home, home)
    page.set(.json, json.map(shared))
    addData(to: &page)
    page[.breadcrumb] = .list(breadcrumb)
    if let flag = kind.section.flag { page[flag] = .flag(true) }
    if context.site.data.portal { page.set(.dataHome, home + Route.data.path) }
    if context.site.search { page.set(.searchHome, home + Route.search.path) }
    page[.jsonLd] = datasetMarkup(title)
    addLanguages(to: &page)
    return page
  }

  private var site: TemplateObject {
    var site = TemplateObject(capacity: 4)
    site.set(.name, context.site.name)
    site.set(.publisher, context.site.publisher)
    site.set(.licenceName, context.site.licence?.name)
    site.set(.licenceUrl, context.site.licence?.url)
    return site
  }

  private func addLanguages(to page: inout TemplateObject) {
    let languages = context.site.languages
    guard languages.count > 1, kind.hasAddress else { return }
    page[.alternates] = .list(
      languages.map { other in
        TemplateObject([
          (.lang, .text(other.rawValue)),
          (.href, .text(context.absolute(context.site.prefix(of: other) + route.path))),
        ])
      })
    page[.languages] = .list(
      languages.map { other in
        TemplateObject([
          (.lang, .text(other.rawValue)), (.label, .text(other.nativeName)),
          (.href, .text(shared(context.site.prefix(of: other) + route.path))),
          (.current, .flag(other == language)),
        ])
      })
  }

  func render(_ layout: Layout, _ page: TemplateObject, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    scratch.removeAll()
    context.theme.template(layout, language)?.render(page, into: &scratch)
    try sink(path, scratch)
  }

  // MARK: Pieces

  /// The way to a page: home, the pages between, and the page itself.
  func breadcrumb(_ between: [TemplateObject], _ own: TemplateObject) -> [TemplateObject] {
    [entry(PageText.home, .home)] + between + [own]
  }

  /// A link whose label is in the page's language.
  func entry(_ label: LocalizedText, _ target: Route? = nil) -> TemplateObject {
    TemplateObject(label: label[language], href: target.map(link))
  }

  /// What a form offers to choose.
  func option(_ value: String, _ label: String, language: String? = nil) -> TemplateObject {
    var option = TemplateObject(label: label, language: language)
    option.set(.id, value)
    return option
  }

  func yearLink(_ year: Int) -> TemplateObject { entry(PageText.year(year), .year(year)) }

  /// A link whose label is the name of an agency or region.
  func name(_ name: String, _ target: Route? = nil) -> TemplateObject {
    TemplateObject(label: name, href: target.map(link), language: nameLanguage)
  }

  /// A title around a name, which is marked with its language; `nil` where it needs no mark.
  func titleHTML(_ title: (String) -> LocalizedText, name: String) -> TemplateValue? {
    guard let nameLanguage else { return nil }
    // A character that no name has holds the place of the name.
    let parts = title("\u{0}")[language].split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
    var html = ByteBuffer(capacity: 128)
    html.appendEscaped(String(parts[0]))
    html.append("<span lang=\"\(nameLanguage)\">")
    html.appendEscaped(name)
    html.append("</span>")
    if parts.count > 1 { html.appendEscaped(String(parts[1])) }
    return .html(html.array())
  }

  /// - Parameter valueLanguage: of the value, when it is not that of the page.
  func fact(_ label: LocalizedText, _ value: String?, valueLanguage: String? = nil) -> TemplateObject? {
    guard let value else { return nil }
    var fact = TemplateObject([(.label, .text(label[language])), (.value, .text(value))])
    fact.set(.langValue, valueLanguage)
    return fact
  }

  func fact(_ label: LocalizedText, link text: String, to href: String, textLanguage: String? = nil) -> TemplateObject {
    var html = ByteBuffer(capacity: 128)
    html.append("<a href=\"")
    html.appendEscaped(href)
    if let textLanguage { html.append("\" lang=\"\(textLanguage)") }
    html.append("\">")
    html.appendEscaped(text)
    html.append("</a>")
    return TemplateObject([(.label, .text(label[language])), (.html, .html(html.array()))])
  }

  func figures(_ figures: [ReportSummary.Figure]) -> TemplateValue {
    .list(
      figures.map { figure in
        TemplateObject([
          (.label, .text(figure.label[language])), (.value, .text(PageText.number(figure.value))),
        ])
      })
  }
}

extension NavigationSection {
  /// What tells the layouts of it.
  fileprivate var flag: TemplateName? {
    switch self {
    case .home: .isHome
    case .years: .isYears
    case .agencies: .isAgencies
    case .regions: .isRegions
    case .rows: .isRows
    case .compare: .isCompare
    case .data: .isData
    case .search: .isSearch
    case .elsewhere: nil
    }
  }
}
