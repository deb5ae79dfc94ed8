internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import ExampleReports
package import Languages
internal import Markup
package import Pages
package import Portal
package import Reports
internal import Templates

/// A portal rendered into memory.
package struct RenderedPortal {
  package private(set) var files: [String: String] = [:]
  package let site: Site
  package let registry: Registry
  package let context: PageContext
  private let forms: FormLibrary

  package init(
    languages: [Language] = [.simplifiedChinese, .english], name: String = "云溪区政府信息公开年报",
    agencies: [(id: String, name: String)]
  )
    throws
  {
    var findings: [Finding] = []
    func yaml(_ path: String, _ text: String) throws -> (YAMLValue, SourceFile) {
      let source = SourceFile(path: path, text: text)
      guard let value = YAMLReader.read(source, findings: &findings) else { throw Fault.unreadable(path) }
      return (value, source)
    }
    let (siteValue, siteSource) = try yaml(
      "site.yaml",
      """
      name: "\(name)"
      base_url: https://www.example.gov.cn/nb/
      languages: [\(languages.map(\.tag).joined(separator: ", "))]
      publisher: "\(name)"
      licence: {name: "\(name)"}
      functions: {street: "\(name)"}
      government_site:
        name: "\(name)"
        code: "\(name)"
        contact: "\(name)"
        icp: "\(name)"
        column: {name: "\(name)", description: "\(name)", keywords: ["\(name)"]}

      """
    )
    var site = Site(siteValue, in: siteSource, findings: &findings)
    // Workbooks and files that cover all reports are not rendered into memory.
    site.data = .none
    self.site = site
    let (regionValue, regionSource) = try yaml(
      "regions.yaml", "- {code: \"530100\", name: 昆明市}\n- {code: \"530199\", name: 云溪区, parent: \"530100\"}\n")
    let regions = RegionTree(regionValue, in: regionSource, findings: &findings)
    let registered = agencies.compactMap { id, name in
      MarkupParser().parse(
        SourceFile(
          path: "agencies/\(id).md",
          text: "---\nname: \"\(name)\"\nregion: \"530199\"\nfunction: street\n---\n\n关于本机关。\n"),
        findings: &findings
      ).flatMap { Agency($0, findings: &findings) }
    }
    registry = Registry(regions: regions, agencies: registered, findings: &findings)
    forms = FormLibrary(findings: &findings)
    guard let theme = Theme(named: "default", folders: [], languages: languages, findings: &findings), findings.isEmpty
    else { throw Fault.findings(findings.map(\.message.english)) }
    context = PageContext(
      data: DataContext(site: site, registry: registry, forms: forms, strings: theme.strings), theme: theme)
  }

  /// A report of its form with a different number in each cell. Findings about its sums are ignored.
  package func report(_ agency: String, _ year: Int, _ change: (String) -> String = { $0 }) throws -> Report {
    guard let form = forms.form(inForceIn: year) else { throw Fault.unreadable("form of \(year)") }
    var number = 100
    let example = ExampleReport(form: form, agency: agency, name: agency, year: year) { _ in
      number += 1
      return "\(number)"
    }
    var findings: [Finding] = []
    let source = SourceFile(path: "reports/\(year)/\(agency).md", text: change(example.text))
    guard
      let report = MarkupParser().parse(source, findings: &findings)
        .flatMap({ ReportReader(forms: forms).read($0, findings: &findings) })
    else { throw Fault.unreadable(source.path) }
    return report
  }

  package func portal(_ reports: [ReportSummary]) -> Portal {
    Portal(site: site, registry: registry, reports: reports, statistics: context.statistics)
  }

  /// - Parameters:
  ///   - summaries: Further reports for index pages, without pages of their own.
  ///   - routes: The index pages to render; `nil` for all.
  package mutating func render(
    _ reports: [Report], summaries: [ReportSummary] = [], only routes: [Route]? = nil
  ) throws {
    var scratch = ByteBuffer()
    var files: [String: String] = [:]
    for report in reports {
      let input = ReportPageInput(report: report, digest: String(repeating: "0", count: 64), previous: nil, next: nil)
      var json = JSONWriter()
      try ReportPageWriter(context: context).render(input, scratch: &scratch, json: &json) { files[$0] = String($1) }
    }
    let portal = portal(reports.map { ReportSummary($0) } + summaries)
    let pages = PortalPages(context: context, portal: portal)
    for page in pages.pages(namingDataFiles: false) where routes?.contains(page.route) ?? true {
      try pages.render(page, scratch: &scratch) {
        files[$0] = String($1)
      } workbook: { _, _ in
      }
    }
    for asset in context.theme.assets { files[asset.path] = String(decoding: asset.bytes, as: UTF8.self) }
    for schema in routes == nil ? Schemas.files(baseURL: site.baseURL, forms: forms) : [] {
      files[schema.path] = String(decoding: schema.bytes, as: UTF8.self)
    }
    self.files = files
  }

  package enum Fault: Error {
    case unreadable(String)
    case findings([String])
  }
}
