internal import Diagnostics
internal import Glibc
internal import Languages
internal import Markup
internal import Portal
internal import Reports

/// What a new portal needs to know, and the files that it starts with: a registry, one agency and a draft of its first
/// report, and what keeps, checks and publishes them.
struct NewPortal {
  /// A code or id with a name: `530199=云溪区`.
  struct Named {
    let id: String
    let name: String

    init(id: String, name: String) {
      (self.id, self.name) = (id, name)
    }

    /// - Returns: `nil` if one of the two is missing, or the id is not one of small letters, digits and hyphens.
    init?(_ text: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2, !parts[1].isEmpty, !parts[0].isEmpty, parts[0].utf8.count <= 100,
        parts[0].utf8.allSatisfy(Agency.isIdentifierByte)
      else { return nil }
      self.init(id: String(parts[0]), name: String(parts[1]))
    }
  }

  var language: MessageLanguage
  var name: String
  var publisher: String
  var baseURL: String
  var languages: [Language]
  var region: Named
  var agency: Named
  var year: Int

  /// Values that make a portal which builds, to be replaced by those of the office.
  init(_ language: MessageLanguage) {
    let isChinese = language == .simplifiedChinese
    self.language = language
    name = isChinese ? "政府信息公开年报" : "Annual reports on information disclosure"
    publisher = isChinese ? "政府信息公开工作主管部门" : "Office in charge of information disclosure"
    baseURL = "https://www.example.gov.cn/nb/"
    languages = isChinese ? [.simplifiedChinese] : [.english, .simplifiedChinese]
    region = Named(id: "000000", name: isChinese ? "本地区" : "This region")
    agency = Named(id: "bangongshi", name: isChinese ? "本机关" : "This office")
    year = Self.lastYear
  }

  /// The year whose reports are written now: the last one that is over.
  static var lastYear: Int {
    var now = time(nil)
    var date = tm()
    localtime_r(&now, &date)
    return Int(date.tm_year) + 1900 - 1
  }

  /// Paths below the folder of the portal, with their texts.
  ///
  /// - Parameter form: The form of the first report.
  func files(_ form: Form) -> [(path: String, text: String)] {
    let report = BlankReport(form: form, agency: agency.id, agencyName: agency.name, year: year)
    return [
      ("Content/site.yaml", site), ("Content/regions.yaml", regions), ("Content/agencies/\(agency.id).md", agencyFile),
      (reportPath, report.markdown),
    ] + PortalSupportFiles(portal: self).all
  }

  var reportPath: String { "Content/reports/\(year)/\(agency.id).md" }

  private var site: String {
    """
    # \(said("门户的设置", "The settings of the portal"))
    name: \(YAMLText.quoted(name))
    # \(said("发布后的网址，以 / 结尾", "Where it is published; ends with /"))
    base_url: \(baseURL)
    languages: [\(languages.map(\.tag).joined(separator: ", "))]
    publisher: \(YAMLText.quoted(publisher))
    # \(said("从哪一年起应有各机关的年报", "The first year of which every agency has a report"))
    years: {from: \(year)}

    """
  }

  private var regions: String {
    """
    # \(said("行政区划：代码、名称，上级地区写 parent", "Regions: code, name, and the code of the region above as parent"))
    - {code: "\(region.id)", name: \(YAMLText.quoted(region.name))}

    """
  }

  private var agencyFile: String {
    "---\nname: \(YAMLText.quoted(agency.name))\nregion: \"\(region.id)\"\nkind: \(kind.rawValue)\n---\n"
  }

  /// Told by the last words of its name.
  private var kind: Agency.Kind {
    switch agency.name {
    case let name where name.hasSuffix("街道办事处") || name.hasSuffix("管理委员会"): .dispatched
    case let name where name.hasSuffix("人民政府"): .government
    case let name where name.hasSuffix("人民政府办公室") || name.hasSuffix("人民政府办公厅"): .governmentOffice
    default: .department
    }
  }

  func said(_ chinese: String, _ english: String) -> String { LocalizedText(chinese, en: english)[language] }
}
