internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Templates

/// What every page has: its route, its title, its breadcrumb, and links to the same page in other languages.
final class PageFrame: Sendable {
  let context: PageContext
  let strings: Strings
  var language: Language { strings.language }
  let kind: any Page.Type
  /// Of the page; of one of several pages of a list, that of the first, beside which its data lie.
  let first: Route
  let route: Route
  let period: String?
  /// Path of the page relative to the root of the site: `en/years/index.html`.
  let path: String
  /// Relative paths to the root of the site, and to that of the page's language.
  private let root: String
  private let home: String

  /// - Parameter number: of one of the pages that a list is spread over.
  init<Kind: Page>(_ page: Kind, number: Int = 1, context: PageContext, strings: Strings) {
    self.context = context
    self.strings = strings
    kind = Kind.self
    first = page.route
    route = first.page(number)
    period = page.period
    let own = route.path
    path = context.site.prefix(of: strings.language) + own
    root = Route.up(from: path)
    home = Route.up(from: own)
  }

  /// The language of the names of the portal, its agencies and regions, if it differs from that of the page.
  var nameLanguage: String? {
    let names = context.site.languages[0]
    return names == language ? nil : names.tag
  }

  /// The language that a text is shown in, if it differs from that of the page.
  func language(of text: Translations) -> String? {
    let shown = text.language(strings)
    return shown == language ? nil : shown.tag
  }

  /// The relative URL of another page in the same language.
  func link(_ target: Route) -> String { home + target.path }

  /// Writes a link to another page in the same language, without a string for its address: lists have thousands.
  func writeLink(
    _ target: Route, language: String? = nil, to html: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    html.openStartTag("a")
    html.rawAttribute("href") { buffer in
      buffer.append(home)
      buffer.appendEscaped(target.stem)
      buffer.append(".html")
    }
    html.attribute(.lang(language))
    html.closeStartTag()
    content(&html)
    html.endTag("a")
  }

  /// The relative URL of a file that is shared by all languages, given its path.
  func shared(_ file: String) -> String { root + AddressPath.encoded(file) }

  func object(title: String, description: String, breadcrumb: [TemplateObject]) -> TemplateObject {
    var page = TemplateObject(capacity: 40)
    page.set(.lang, language.tag)
    page.set(.title, title)
    page.set(.description, description)
    page[.site] = .object(site)
    page.set(.langSite, nameLanguage)
    page[.siteFacts] = .list(context.footer(strings))
    page[.labels] = context.labels.map { .html($0.ofList) }
    if let host = context.hostFrame {
      page[.embedded] = .flag(true)
      page[.hostHeader] = .html(host.header)
      page[.hostFooter] = .html(host.footer)
    }
    var home = home
    if !kind.hasAddress {
      // A server shows this page at any depth, so its links are absolute. The URLs of its styles are not, since the
      // page's security policy only allows styles from its own host. If they are not found, the page is still readable.
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
          (.lang, .text(other.tag)),
          (.href, .text(context.absolute(context.site.prefix(of: other) + route.path))),
        ])
      })
    page[.languages] = .list(
      context.strings.languages.map { other in
        TemplateObject([
          (.lang, .text(other.language.tag)), (.label, .text(other.name)),
          (.href, .text(shared(context.site.prefix(of: other.language) + route.path))),
          (.current, .flag(other.language == language)),
        ])
      })
  }

  func render(_ layout: Layout, _ page: TemplateObject, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    scratch.removeAll()
    context.theme.template(layout, language)?.render(page, into: &scratch)
    try sink(path, scratch)
  }

  // MARK: Pieces

  /// The breadcrumb of a page: home, the pages in between, and the page itself.
  func breadcrumb(_ between: [TemplateObject], _ own: TemplateObject) -> [TemplateObject] {
    [entry(PageText.home, .home)] + between + [own]
  }

  /// A link whose label is in the language of the page.
  func entry(_ label: some ReaderText, _ target: Route? = nil) -> TemplateObject {
    TemplateObject(label: label[strings], href: target.map(link))
  }

  /// An option of a form.
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

  /// A title that contains a name, which is marked with its language; `nil` if no markup is needed.
  func titleHTML(_ title: (String) -> Text, name: String) -> TemplateValue? {
    guard let nameLanguage else { return nil }
    // A character that occurs in no name serves as a placeholder for it.
    let parts = title("\u{0}")[strings].split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
    var html = HTMLWriter(capacity: 128)
    html.text(String(parts[0]))
    html.element("span", .lang(nameLanguage), text: name)
    if parts.count > 1 { html.text(String(parts[1])) }
    return .html(html.array())
  }

  /// - Parameter valueLanguage: The language of the value, if it differs from that of the page.
  func fact(_ label: some ReaderText, _ value: String?, valueLanguage: String? = nil) -> TemplateObject? {
    guard let value else { return nil }
    var fact = TemplateObject([(.label, .text(label[strings])), (.value, .text(value))])
    fact.set(.langValue, valueLanguage)
    return fact
  }

  func fact(
    _ label: some ReaderText, link text: String, to href: String, textLanguage: String? = nil
  ) -> TemplateObject {
    var html = HTMLWriter(capacity: 128)
    html.element("a", .href(href), .lang(textLanguage), text: text)
    return TemplateObject([(.label, .text(label[strings])), (.html, .html(html.array()))])
  }

  func figures(_ figures: [ReportSummary.Figure]) -> TemplateValue {
    .list(
      figures.map { figure in
        TemplateObject([
          (.label, .text(figure.label[strings])), (.value, .text(PageText.number(figure.value))),
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
