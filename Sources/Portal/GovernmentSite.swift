package import Diagnostics
internal import Markup

/// The government website that a portal is a column (栏目) of, with the information required in page labels and in the
/// footer.
///
/// 《政府网站发展指引》（国办发〔2017〕47号）, annex on page labels.
package struct GovernmentSite: Sendable {
  /// 网站名称 and 网站域名
  package var name: String?
  package var domain: String?
  /// 政府网站标识码
  package var code: String?
  /// 主办单位; by default the publisher of the portal.
  package var sponsor: String?
  package var contact: String?
  /// ICP备案号 and 公安机关备案号
  package var icp: String?
  package var police: String?
  /// URLs of 我为政府网站找错 and 站点地图.
  package var errorReports: String?
  package var siteMap: String?
  /// 栏目名称 and 栏目描述, by default the name and description of the portal; 栏目关键词.
  package var columnName: String?
  package var columnDescription: String?
  package var columnKeywords: [String] = []

  init() {}

  init(_ fields: inout Fields) {
    name = fields.text("name")
    domain = fields.text("domain")
    code = fields.text("code")
    sponsor = fields.text("sponsor")
    contact = fields.text("contact")
    icp = fields.text("icp")
    police = fields.text("police")
    errorReports = fields.webAddress("error_reports", allowsMail: true)
    siteMap = fields.webAddress("site_map")
    guard let column = fields.optional("column") else { return }
    (columnName, columnDescription, columnKeywords) = fields.mapping(column) { fields in
      (fields.text("name"), fields.text("description"), fields.texts("keywords"))
    }
  }

  /// The host of a URL.
  package static func host(of url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    return String(rest.prefix { $0 != "/" && $0 != ":" })
  }
}

package enum SiteFindings {
  package static let all: [FindingKind] = [missingLabel]

  package static let missingLabel = FindingKind(
    "site-label-missing", .hint, concession: .severity,
    title: LocalizedText("政府网站网页标签缺少内容", en: "A page label of government websites has no value"),
    explanation: LocalizedText(
      "政府网站的网页要有网站标签和栏目标签（SiteName、SiteDomain、SiteIDCode、ColumnName、ColumnDescription、ColumnKeywords、ColumnType）。在 site.yaml 的 government_site 中写 name、code 和 column: {description, keywords}；网站域名取自 base_url，栏目名称取自门户名称，没有写栏目描述的取自门户的 description，栏目类别是“信息公开年报”。网址不以 .gov.cn 结尾、也没有写 government_site 的门户不受此限。",
      en:
        "Pages of government websites carry labels of the site and of the column. Give name, code and column: {description, keywords} under government_site in site.yaml; the domain is that of base_url, the column's name and, where none is given, its description are those of the portal, its type is 信息公开年报. A portal whose address does not end in .gov.cn and that has no government_site needs none."
    ),
    example: "government_site: {name: 云溪区人民政府门户网站}",
    source: LocalizedText("国办发〔2017〕47号附件", en: "annex of circular Guobanfa [2017] No. 47"))
}

extension Site {
  /// 栏目描述 in page labels.
  package var columnDescription: String? { government?.columnDescription ?? description }

  /// Required labels without a value, with the key that would provide it.
  private var missingLabels: [(label: String, key: String)] {
    guard let government else { return [] }
    return [
      government.name == nil ? ("SiteName", "name") : nil, government.code == nil ? ("SiteIDCode", "code") : nil,
      columnDescription == nil ? ("ColumnDescription", "column.description") : nil,
      government.columnKeywords.isEmpty ? ("ColumnKeywords", "column.keywords") : nil,
    ].compactMap { $0 }
  }

  /// Reports the required labels that a portal on a government domain lacks.
  func checkLabels(at range: SourceRange, findings: inout [Finding]) {
    let missing = missingLabels
    if missing.isEmpty { return }
    let (labels, keys) = (missing.map(\.label), missing.map { "government_site.\($0.key)" })
    findings.append(
      Finding(
        SiteFindings.missingLabel, at: range,
        LocalizedText(
          "网页标签没有内容：\(labels.joined(separator: "、"))",
          en: "page labels without a value: \(labels.joined(separator: ", "))"),
        help: LocalizedText(
          "请填写 \(keys.joined(separator: "、"))", en: "please give \(keys.joined(separator: ", "))")))
  }
}
