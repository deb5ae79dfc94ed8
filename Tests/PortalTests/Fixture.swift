import Diagnostics
import ExampleReports
import Markup
import Portal
import Reports

/// Builds registries and summaries from a few lines of source.
enum Fixture {
  static func regions(_ yaml: String, findings: inout [Finding]) throws -> RegionTree {
    let source = SourceFile(path: "regions.yaml", text: yaml)
    guard let value = YAMLReader.read(source, findings: &findings) else { throw Fault.unreadable }
    return RegionTree(value, in: source, findings: &findings)
  }

  static func agency(_ id: String, _ frontMatter: String, findings: inout [Finding]) -> Agency? {
    MarkupParser().parse(SourceFile(path: "agencies/\(id).md", text: "---\n\(frontMatter)\n---\n"), findings: &findings)
      .flatMap { Agency($0, findings: &findings) }
  }

  /// A registry of a province, a city and a district, with one agency for each id and region.
  static func registry(_ agencies: [(id: String, region: String)]) throws -> Registry {
    var findings: [Finding] = []
    let regions = try regions(
      """
      - {code: "530000", name: 云南省}
      - {code: "530100", name: 昆明市, parent: "530000"}
      - {code: "530199", name: 云溪区, parent: "530100"}
      """, findings: &findings)
    let registered = agencies.compactMap {
      agency($0.id, "name: \($0.id)\nregion: \"\($0.region)\"", findings: &findings)
    }
    let registry = Registry(regions: regions, agencies: registered, findings: &findings)
    guard findings.isEmpty else { throw Fault.findings(findings.map(\.message.english)) }
    return registry
  }

  /// A summary with the given number of new requests, or with a blank.
  static func summary(_ agency: String, _ year: Int, requests: Int? = 0, _ frontMatter: String = "") throws
    -> ReportSummary
  {
    var findings: [Finding] = []
    let example = ExampleReport(agency: agency, name: agency, year: year, frontMatter: frontMatter) { cell in
      cell.id == "requests.new.total" ? requests.map { "\($0)" } ?? "" : "0"
    }
    let source = SourceFile(path: "reports/\(year)/\(agency).md", text: example.text)
    let document = MarkupParser().parse(source, findings: &findings)
    let forms = FormLibrary(findings: &findings)
    guard let report = document.flatMap({ ReportReader(forms: forms).read($0, findings: &findings) }) else {
      throw Fault.unreadable
    }
    return ReportSummary(report)
  }

  enum Fault: Error {
    case unreadable
    case findings([String])
  }
}

extension [Finding] {
  var ids: [String] { map(\.kind.id) }
}
