internal import Bytes
internal import Diagnostics
internal import Portal

/// What every page has: its place, its title, the way to it, and the same page in other languages.
struct PageFrame {
  let context: SiteContext
  let language: Language
  let route: Route

  /// Path of the page below the site's root: `en/years/index.html`.
  var path: String { context.site.prefix(of: language) + route.path }

  /// A relative address of another page in the same language.
  func link(_ target: Route) -> String { Route.relative(from: route.path, to: target.path) }

  /// A relative address of a file that stands once for all languages.
  func shared(_ file: String) -> String { Route.relative(from: path, to: file) }

  func object(title: String, description: String, breadcrumb: [TemplateObject]) -> TemplateObject {
    var page = TemplateObject()
    page.set(.lang, language.rawValue)
    page.set(.title, title)
    page.set(.description, description)
    page[.site] = .object(site)
    if route == .notFound {
      // A server shows this page at any depth.
      page.set(.root, context.site.baseURL)
      page.set(.home, context.site.baseURL)
    } else {
      page.set(.root, Route.up(from: path))
      page.set(.home, Route.up(from: route.path))
      page.set(.canonical, context.absolute(path))
    }
    page.set(.json, route.json.map(shared))
    page[.breadcrumb] = .list(breadcrumb)
    switch route {
    case .home: page[.isHome] = .flag(true)
    case .years, .year, .report: page[.isYears] = .flag(true)
    case .agencies, .agency: page[.isAgencies] = .flag(true)
    case .regions, .region: page[.isRegions] = .flag(true)
    case .notFound: break
    }
    addLanguages(to: &page)
    return page
  }

  private var site: TemplateObject {
    var site = TemplateObject([(.name, .text(context.site.name))])
    site.set(.publisher, context.site.publisher)
    site.set(.licenceName, context.site.licence?.name)
    site.set(.licenceUrl, context.site.licence?.url)
    return site
  }

  private func addLanguages(to page: inout TemplateObject) {
    let languages = context.site.languages
    guard languages.count > 1, route != .notFound else { return }
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

  func render(_ layout: Layout, _ page: TemplateObject, scratch: inout ByteBuffer, to sink: FileSink) throws {
    scratch.removeAll()
    context.theme.template(layout, language)?.render(page, into: &scratch)
    try sink(path, scratch)
  }

  // MARK: Pieces

  /// The way to a page: home, the pages between, and the page itself.
  func breadcrumb(_ between: [(LocalizedText, Route)], _ own: String) -> [TemplateObject] {
    ([(PageText.home, Route.home)] + between).map { TemplateObject(label: $0.0[language], href: link($0.1)) }
      + [TemplateObject(label: own)]
  }

  func fact(_ label: LocalizedText, _ value: String?) -> TemplateObject? {
    value.map { TemplateObject([(.label, .text(label[language])), (.value, .text($0))]) }
  }

  func fact(_ label: LocalizedText, link text: String, to href: String) -> TemplateObject {
    var html = ByteBuffer(capacity: 128)
    html.append("<a href=\"")
    html.appendEscaped(href)
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
