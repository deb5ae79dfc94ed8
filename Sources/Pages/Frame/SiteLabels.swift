internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

/// The labels of government web pages listed in 国办发〔2017〕47号, and the facts about the site in its footer.
struct SiteLabels: Sendable {
  /// 网站标签 and 栏目标签: meta elements of every page.
  private let site: [UInt8]

  /// - Returns: `nil` for a portal that is not a government's.
  init?(_ site: Site) {
    guard let government = site.government else { return nil }
    var html = HTMLWriter(capacity: 1024)
    Self.write("SiteName", government.name, to: &html)
    Self.write("SiteDomain", government.domain ?? GovernmentSite.host(of: site.baseURL), to: &html)
    Self.write("SiteIDCode", government.code, to: &html)
    Self.write("ColumnName", government.columnName ?? site.name, to: &html)
    Self.write("ColumnDescription", site.columnDescription, to: &html)
    Self.write(
      "ColumnKeywords", government.columnKeywords.isEmpty ? nil : government.columnKeywords.joined(separator: ","),
      to: &html)
    Self.write("ColumnType", "信息公开年报", to: &html)
    self.site = html.array()
  }

  var ofList: [UInt8] { site }

  /// Includes 内容页标签 of a report.
  func ofReport(_ metadata: ReportMetadata, agency: String, address: String) -> [UInt8] {
    var html = HTMLWriter(capacity: site.count + 1024)
    html.raw(site)
    Self.write("ArticleTitle", metadata.title, to: &html)
    // The page of a withdrawn report only states that it is withdrawn, and since when.
    let isWithdrawn = metadata.status == .withdrawn
    if let published = isWithdrawn ? metadata.withdrawn?.date : metadata.published {
      Self.write("PubDate", "\(published.iso) \(published.time ?? "00:00")", to: &html)
    }
    Self.write("ContentSource", isWithdrawn ? agency : metadata[.source] ?? agency, to: &html)
    Self.write("Author", isWithdrawn ? nil : metadata[.editor], to: &html)
    Self.write("Url", address, to: &html)
    return html.array()
  }

  private static func write(_ name: StaticString, _ content: String?, to html: inout HTMLWriter) {
    guard let content, !content.isEmpty else { return }
    html.void("meta", .attribute("name", name), .attribute("content", content))
    html.newline()
  }

  /// The facts in the footer: 主办单位, 联系方式, 网站标识码, 备案号, and links for reporting errors and to the site map.
  static func footer(_ site: Site, _ language: Language) -> [TemplateObject] {
    guard let government = site.government else { return [] }
    let own = site.languages[0] == language ? nil : site.languages[0].rawValue
    func text(_ label: LocalizedText, _ value: String?, isName: Bool = false) -> TemplateObject? {
      guard let value else { return nil }
      var html = HTMLWriter(capacity: 128)
      if isName, let own { html.element("span", .lang(own), text: value) } else { html.text(value) }
      return TemplateObject([(.label, .text(label[language])), (.html, .html(html.array()))])
    }
    func link(_ label: LocalizedText, _ name: LocalizedText, _ address: String?) -> TemplateObject? {
      guard let address, LinkSafety.isSafe(address) else { return nil }
      var html = HTMLWriter(capacity: 128)
      html.element("a", .href(address), text: name[language])
      return TemplateObject([(.label, .text(label[language])), (.html, .html(html.array()))])
    }
    return [
      text(LocalizedText("主办单位", en: "Run by"), government.sponsor ?? site.publisher, isName: true),
      text(LocalizedText("联系方式", en: "Contact"), government.contact, isName: true),
      text(LocalizedText("网站标识码", en: "Site identification code"), government.code),
      text(LocalizedText("ICP备案号", en: "ICP registration"), government.icp, isName: true),
      text(LocalizedText("公安机关备案号", en: "Public security registration"), government.police, isName: true),
      link(
        LocalizedText("网站纠错", en: "Found a mistake?"), LocalizedText("我为政府网站找错", en: "Report an error on this site"),
        government.errorReports),
      link(LocalizedText("导航", en: "Navigation"), LocalizedText("站点地图", en: "Site map"), government.siteMap),
    ].compactMap { $0 }
  }
}
