package import Diagnostics
package import Portal

/// The findings of a check, grouped by the office that has to deal with them, for the page and the workbook of an
/// audit.
package struct AuditReport: Sendable {
  /// An agency and the findings in its reports and its registration.
  package struct Office: Sendable {
    /// `nil` for the portal itself: its site file, regions and theme.
    package let agency: String?
    package let name: LocalizedText
    package let region: String
    /// Its id in the page.
    package fileprivate(set) var anchor = "portal"
    package var open: [Finding] = []
    package var accepted: [Finding] = []
    /// Findings in reports that are not published yet.
    package var withheld: [Finding] = []

    package var isEmpty: Bool { open.isEmpty && accepted.isEmpty && withheld.isEmpty }
  }

  package let site: String
  package let reports: Int
  /// The portal first, then agencies in the order of the registry, each with at least one finding.
  package let offices: [Office]

  package init(site: Site, registry: Registry, findings: [Finding], withheld: [Finding], reports: Int) {
    self.site = site.name
    self.reports = reports
    var portal = Office(agency: nil, name: LocalizedText("门户", en: "The portal"), region: "")
    var known: [String: Office] = [:]
    func add(_ finding: Finding, _ list: WritableKeyPath<Office, [Finding]>) {
      guard let agency = Self.agency(of: finding) else {
        portal[keyPath: list].append(finding)
        return
      }
      let registered = registry[agency: agency]
      let office = Office(
        agency: agency, name: LocalizedText(verbatim: registered?.name ?? agency),
        region: registered.flatMap { registry.regions[$0.region]?.name } ?? "")
      known[agency, default: office][keyPath: list].append(finding)
    }
    for finding in findings { add(finding, finding.isAccepted ? \.accepted : \.open) }
    for finding in withheld { add(finding, \.withheld) }
    let ids = registry.agencies.map(\.id)
    let registered = ids.compactMap { known[$0] }
    let others = known.filter { !ids.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    var offices = ([portal] + registered + others).filter { !$0.isEmpty }
    for place in offices.indices { offices[place].anchor = Self.anchor(of: offices[place].agency, place: place) }
    self.offices = offices
  }

  /// Based on the agency's id, or on the index of the office if the file name is not a valid id.
  private static func anchor(of agency: String?, place: Int) -> String {
    guard let agency else { return "portal" }
    let isIdentifier = !agency.isEmpty && agency.utf8.allSatisfy(Agency.isIdentifierByte)
    return isIdentifier ? "office-\(agency)" : "file-\(place)"
  }

  /// The agency whose file a finding is in: `reports/2023/liulin.md`, `reports/2023/liulin/a.pdf` or
  /// `agencies/liulin.md`.
  private static func agency(of finding: Finding) -> String? {
    let path = (finding.range?.file ?? "").split(separator: "/")
    if path.count > 3, path[0] == "reports" { return String(path[2]) }
    guard let file = path.last, file.hasSuffix(".md"), path.first == "reports" || path.first == "agencies" else {
      return nil
    }
    return String(file.dropLast(".md".count))
  }

  /// The year of the report that a finding is in.
  package static func year(of finding: Finding) -> Int? {
    let path = (finding.range?.file ?? "").split(separator: "/")
    return path.count >= 3 && path[0] == "reports" ? Int(path[1]) : nil
  }

  package var allOpen: [Finding] { offices.flatMap(\.open) }
  package var allAccepted: [Finding] { offices.flatMap(\.accepted) }

  /// The kinds of findings that occur, sorted by id.
  package var kinds: [FindingKind] {
    let all = offices.flatMap { $0.open + $0.accepted + $0.withheld }.map(\.kind)
    return Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values.sorted { $0.id < $1.id }
  }
}

/// Texts of an audit in both languages.
package enum AuditText {
  package static let title = LocalizedText("政府信息公开年报检查报告", en: "Review of annual disclosure reports")
  package static let summary = LocalizedText("概要", en: "Summary")
  package static let byOffice = LocalizedText("各机关待处理的问题", en: "Findings to deal with, by office")
  package static let office = LocalizedText("机关", en: "Office")
  package static let region = LocalizedText("地区", en: "Region")
  package static let year = LocalizedText("年度", en: "Year")
  package static let severity = LocalizedText("程度", en: "Severity")
  package static let rule = LocalizedText("规则", en: "Rule")
  package static let finding = LocalizedText("问题", en: "Finding")
  package static let help = LocalizedText("建议", en: "What to do")
  package static let file = LocalizedText("文件", en: "File")
  package static let line = LocalizedText("行", en: "Line")
  package static let column = LocalizedText("列", en: "Column")
  package static let cell = LocalizedText("单元格", en: "Cell")
  package static let status = LocalizedText("状态", en: "Status")
  package static let reason = LocalizedText("认可的理由", en: "Reason for acceptance")
  package static let errors = LocalizedText("错误", en: "Errors")
  package static let warnings = LocalizedText("警告", en: "Warnings")
  package static let hints = LocalizedText("提示", en: "Hints")
  package static let accepted = LocalizedText("已认可", en: "Accepted")
  package static let acceptedTitle = LocalizedText("已认可的问题", en: "Accepted findings")
  package static let open = LocalizedText("待处理", en: "Open")
  package static let withheld = LocalizedText("暂不发布", en: "Withheld")
  package static let withheldTitle = LocalizedText("暂不发布的年报", en: "Reports that are withheld")
  package static let rules = LocalizedText("规则说明", en: "The rules")
  package static let source = LocalizedText("依据", en: "Source")
  package static let reports = LocalizedText("年报", en: "Reports")
  package static let fixable = LocalizedText(
    "gongkai fix 可以自动改正。", en: "`gongkai fix` can put it right.")
  package static let nothing = LocalizedText("没有待处理的问题。", en: "There is nothing to deal with.")
  package static let withheldNote = LocalizedText(
    "草稿和未到发布日的年报中的问题，不影响发布。", en: "Findings of drafts and of reports that are published later; they stop nothing.")
  package static let acceptedNote = LocalizedText(
    "年报的文首信息说明了理由，仍按原样发布。", en: "The front matter of the report gives a reason; it is published as it is.")

  package static func plural(_ severity: Severity) -> LocalizedText {
    switch severity {
    case .error: errors
    case .warning: warnings
    case .hint: hints
    }
  }

  /// From most to least serious.
  package static let severities = [Severity.error, .warning, .hint]
}
