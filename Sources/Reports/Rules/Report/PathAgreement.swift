internal import Diagnostics
internal import Markup

/// The year and agency in the path must be those of the front matter.
enum PathAgreement: ReportRule {
  static let kind = FindingKind(
    "path-agreement", .error, concession: .none,
    title: LocalizedText("文件路径与文首信息不一致", en: "The path and the front matter do not agree"),
    explanation: LocalizedText(
      "年报的文件路径是 reports/<年份>/<机关>.md，必须与文首信息的 year 和 agency 一致：网页的地址由此而来。",
      en:
        "The path of a report is reports/<year>/<agency>.md and has to agree with year and agency in the front matter: the page's address is made of them."
    ),
    example: "reports/2023/liulin.md\n---\nagency: liulin\nyear: 2022\n---")

  static func check(_ report: Report, _ findings: inout [Finding]) {
    let metadata = report.metadata
    let source = report.document.source
    if source.path == "reports/\(metadata.year)/\(metadata.agency).md" { return }
    let path = source.path.split(separator: "/")
    guard path.count == 3, path[0] == "reports" else { return }
    let agency = path[2].split(separator: ".").first.map(String.init) ?? ""
    if metadata.year != 0, path[1] != "\(metadata.year)" {
      findings.append(
        Finding(
          kind, at: source.range(of: metadata.yearSpan),
          LocalizedText(
            "year 是 \(metadata.year)，而文件在 \(path[1]) 年的文件夹里",
            en: "year is \(metadata.year), but the file lies in the folder \(path[1])")))
    }
    if !metadata.agency.isEmpty, agency != metadata.agency {
      findings.append(
        Finding(
          kind, at: source.range(of: metadata.agencySpan),
          LocalizedText(
            "agency 是 \(metadata.agency)，而文件名是 \(agency)",
            en: "agency is \(metadata.agency), but the file is named \(agency)")))
    }
  }
}
