import Bytes
import DataFiles
import Diagnostics
import Foundation
import Markup
import Pages
import Portal
import RenderedPortals
import Reports
import Templates

/// A portal with one agency, for rendering reports.
struct ExamplePortal {
  let forms = FormLibrary.builtIn
  private let page: ReportPage

  init() {
    var findings: [Finding] = []
    func value(_ source: SourceFile) -> YAMLValue {
      guard let value = YAMLReader.read(source, findings: &findings) else { fatalError("\(findings)") }
      return value
    }
    let siteSource = SourceFile(
      path: "site.yaml", text: "name: 年报\nbase_url: https://www.example.gov.cn/nb/\nlanguages: [zh-Hans, en]\n")
    var site = Site(value(siteSource), in: siteSource, findings: &findings)
    site.data = .none
    let regionSource = SourceFile(path: "regions.yaml", text: "- {code: \"530199\", name: 云溪区}\n")
    let regions = RegionTree(value(regionSource), in: regionSource, findings: &findings)
    let agencies = MarkupParser().parse(
      SourceFile(path: "agencies/liulin.md", text: "---\nname: 柳林街道\nregion: \"530199\"\n---\n"),
      findings: &findings
    ).flatMap { Agency($0, findings: &findings) }
    let registry = Registry(regions: regions, agencies: [agencies].compactMap { $0 }, findings: &findings)
    guard let theme = Theme(named: "default", folders: [], languages: site.languages, findings: &findings) else {
      fatalError("\(findings)")
    }
    page = ReportPage(
      context: PageContext(
        data: DataContext(site: site, registry: registry, forms: forms), theme: theme))
  }

  /// Renders a report's pages and JSON, and expects them to be well-formed.
  func render(_ report: Report, _ findings: [Finding]) {
    let input = ReportPageInput(
      report: report, digest: String(repeating: "0", count: 64), previous: nil, next: nil,
      findings: findings.filter(\.isAccepted))
    var scratch = ByteBuffer()
    var json = JSONWriter()
    do {
      try page.render(input, scratch: &scratch, json: &json) { path, bytes in
        if path.hasSuffix(".html") {
          if let fault = PageSoundness.fault(in: bytes.array()) { fatalError("\(path): \(fault)") }
        } else if path.hasSuffix(".json") {
          let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes.array()))) != nil
          expectSound(isJSON, "\(path) is not JSON")
        }
      }
    } catch {
      fatalError("\(error)")
    }
  }
}
