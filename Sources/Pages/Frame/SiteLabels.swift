internal import Bytes
internal import Languages
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
  static func footer(_ site: Site, _ strings: Strings) -> [TemplateObject] {
    guard let government = site.government else { return [] }
    let own = site.languages[0] == strings.language ? nil : site.languages[0].tag
    func text(_ label: Text, _ value: String?, isName: Bool = false) -> TemplateObject? {
      guard let value else { return nil }
      var html = HTMLWriter(capacity: 128)
      if isName, let own { html.element("span", .lang(own), text: value) } else { html.text(value) }
      return TemplateObject([(.label, .text(label[strings])), (.html, .html(html.array()))])
    }
    func link(_ label: Text, _ name: Text, _ address: String?) -> TemplateObject? {
      guard let address, LinkSafety.isSafe(address) else { return nil }
      var html = HTMLWriter(capacity: 128)
      html.element("a", .href(address), text: name[strings])
      return TemplateObject([(.label, .text(label[strings])), (.html, .html(html.array()))])
    }
    return [
      text(Text("footer.sponsor"), government.sponsor ?? site.publisher, isName: true),
      text(Text("footer.contact"), government.contact, isName: true),
      text(Text("footer.code"), government.code),
      text(Text("footer.icp"), government.icp, isName: true),
      text(Text("footer.police"), government.police, isName: true),
      link(
        Text("footer.errors"), Text("footer.report_error"),
        government.errorReports),
      link(Text("footer.navigation"), Text("footer.site_map"), government.siteMap),
    ].compactMap { $0 }
  }
}
