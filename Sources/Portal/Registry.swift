package import Diagnostics
internal import Markup
package import Reports

/// The agencies and regions of a portal.
package struct Registry: Sendable {
  package let regions: RegionTree
  /// Sorted by region, level, kind and id, which is the order of lists.
  package let agencies: [Agency]
  private let indexes: [String: Int]
  private let indexesByName: [String: Int]

  package init(regions: RegionTree, agencies: [Agency], findings: inout [Finding]) {
    self.regions = regions
    // A region's own government comes first, then its office and departments, and its townships last.
    func rank(_ agency: Agency) -> (Int, Int) {
      (
        agency.level.flatMap { Agency.Level.allCases.firstIndex(of: $0) } ?? Agency.Level.allCases.count,
        Agency.Kind.allCases.firstIndex(of: agency.kind) ?? 0
      )
    }
    let sorted = agencies.sorted { left, right in
      if left.region != right.region { return left.region < right.region }
      return (rank(left).0, rank(left).1, left.id) < (rank(right).0, rank(right).1, right.id)
    }
    self.agencies = sorted
    indexes = Dictionary(sorted.indices.map { (sorted[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    indexesByName = Dictionary(sorted.indices.map { (sorted[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    var proposals = Self.mostProposals
    for agency in agencies where !agency.region.isEmpty && regions[agency.region] == nil {
      let source = agency.about.source
      let span = agency.about.frontMatter["region"]?.span ?? .none
      findings.append(
        Finding(
          RegistryFindings.unknownRegion, at: source.range(of: span),
          LocalizedText(
            "地区 \(agency.region) 没有登记在 regions.yaml", en: "the region \(agency.region) is not in regions.yaml"),
          help: proposals > 0 ? Suggestion.help(for: agency.region, among: regions.regions.lazy.map(\.code)) : nil))
      proposals -= 1
    }
  }

  package func index(of agency: String) -> Int? { indexes[agency] }

  package subscript(agency id: String) -> Agency? { indexes[id].map { agencies[$0] } }

  /// The agency with exactly this current name.
  func agency(named name: String) -> Agency? { indexesByName[name].map { agencies[$0] } }

  /// The name of an agency that was in force in a year; its id if it is not registered.
  package func name(of agency: String, in year: Int) -> String { self[agency: agency]?.name(in: year) ?? agency }

  /// The most suggestions made, since each compares all agencies.
  private static let mostProposals = 20

  /// Checks that the agencies named in a report are registered.
  package func check(_ report: Report, findings: inout [Finding]) {
    let metadata = report.metadata
    let source = report.document.source
    var proposals = Self.mostProposals
    func check(_ id: String, at span: Span) {
      guard !id.isEmpty, indexes[id] == nil else { return }
      findings.append(
        Finding(
          RegistryFindings.unknownAgency, at: source.range(of: span),
          LocalizedText("机关 \(id) 没有登记", en: "the agency \(id) is not registered"),
          help: (proposals > 0 ? Suggestion.help(for: id, among: agencies.lazy.map(\.id)) : nil)
            ?? LocalizedText("gongkai new agency \(id) 可写出登记文件", en: "`gongkai new agency \(id)` writes its file")))
      proposals -= 1
    }
    check(metadata.agency, at: metadata.agencySpan)
    for key in ["covers", "joint"] {
      for item in report.document.frontMatter[key]?.items ?? [] { check(item.text ?? "", at: item.span) }
    }
  }
}

package enum RegistryFindings {
  package static let all: [FindingKind] = [unknownAgency, unknownRegion, doubled, invalidIdentifier, doubledReport]

  package static let unknownAgency = FindingKind(
    "agency-unknown", .error, concession: .none,
    title: LocalizedText("机关没有登记", en: "An agency that is not registered"),
    explanation: LocalizedText(
      "年报的 agency、covers、joint 写的是机关标识，即 Content/agencies/ 下的文件名（不含 .md）。",
      en: "agency, covers and joint hold ids of agencies: the names of files in Content/agencies/ without .md."),
    example: "agency: luilin")

  package static let unknownRegion = FindingKind(
    "region-unknown", .error, concession: .none,
    title: LocalizedText("地区没有登记", en: "A region that is not registered"),
    explanation: LocalizedText(
      "地区代码须在 Content/regions.yaml 中登记，上级地区（parent）也是。",
      en: "A region's code has to be in Content/regions.yaml, and so has that of its parent."),
    example: "region: \"530198\"")

  package static let doubled = FindingKind(
    "region-doubled", .error, concession: .none,
    title: LocalizedText("地区重复", en: "A region stands twice"),
    explanation: LocalizedText("regions.yaml 中每个代码只能出现一次。", en: "Each code may stand in regions.yaml only once."),
    example: "- {code: \"530100\", name: 昆明市}\n- {code: \"530100\", name: 昆明}")

  package static let invalidIdentifier = FindingKind(
    "identifier-invalid", .error, concession: .none,
    title: LocalizedText("文件名不能作标识", en: "A file name that cannot be an id"),
    explanation: LocalizedText(
      "机关的文件名就是它的标识和网址，只能用小写字母 a–z、数字和连字符，最长 100 个字符；csv-metadata 已作他用。",
      en:
        "The name of an agency's file is its id and its address: a-z, 0-9 and hyphens only, at most 100 of them; csv-metadata is taken."
    ),
    example: "Content/agencies/柳林.md")

  package static let doubledReport = FindingKind(
    "report-doubled", .error, concession: .none,
    title: LocalizedText("同一机关同一年有两份年报", en: "Two reports of one agency and year"),
    explanation: LocalizedText(
      "一个机关一年只有一份年报。两个文件的 agency 和 year 相同。",
      en: "An agency has one report a year. Two files have the same agency and year."),
    example: "reports/2023/liulin.md 与 reports/2023/liulin-2.md")
}

extension Finding {
  package static func doubledReport(_ agency: String, _ year: Int, at path: String, first: String) -> Finding {
    Finding(
      RegistryFindings.doubledReport, at: SourceRange(file: path),
      LocalizedText("\(agency) \(year) 年已有一份年报", en: "there is another report of \(agency) for \(year)"),
      related: [.init(LocalizedText("第一份在这里", en: "the first one"), at: SourceRange(file: first))])
  }
}
