import Foundation
import Testing

/// Cases as one portal, an agency each, checked, built and corrected by the command.
struct CaseRun: Sendable {
  struct Finding: Sendable {
    let id: String
    let severity: String
    let message: String
    /// Of the finding, and of the places related to it.
    let lines: [Int]
  }

  /// What became of one case.
  struct Outcome: Sendable {
    let source: [UInt8]
    let findings: [Finding]
    /// The published JSON; `nil` if there were errors.
    let json: String?
    let page: String?
    /// What `fix --write` made of the source the first time, and the second.
    let corrected: [UInt8]
    let correctedTwice: [UInt8]
    let findingsAfter: [Finding]

    var counted: Int { findings.count { $0.severity != "hint" } }
    var hasErrors: Bool { findings.contains { $0.severity == "error" } }

    /// Whether a finding is at a line that contains a text.
    func says(_ id: String?, at text: String) -> Bool {
      let lines = String(decoding: source, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
      return findings.contains { finding in
        (id == nil || finding.id == id)
          && (text.isEmpty || finding.lines.contains { (1...lines.count).contains($0) && lines[$0 - 1].contains(text) })
      }
    }
  }

  let outcomes: [Outcome]
  /// Whether `build` refuses exactly what `check` calls an error.
  let buildAgrees: Bool

  init(_ sources: [(String) -> [UInt8]]) throws {
    let portal = try TemporaryPortal(Self.registry, hasRegistry: false)
    for index in sources.indices {
      try portal.write("Content/agencies/\(Self.agency(index)).md", Self.agencyFile)
      try portal.write(Self.path(index), Data(sources[index](Self.agency(index))))
    }
    let before = try Self.check(portal)
    func source(_ index: Int) throws -> [UInt8] {
      try Array(Data(contentsOf: portal.folder.appending(path: Self.path(index))))
    }
    let written = try sources.indices.map(source)
    var runs: [[[UInt8]]] = []
    for _ in 0..<2 {
      _ = try portal.run("fix", "--write")
      runs.append(try sources.indices.map(source))
    }
    let after = try Self.check(portal)
    for index in sources.indices { try portal.write(Self.path(index), Data(written[index])) }
    let isRefused = try portal.run("build").exitCode == 1
    let faulty = sources.indices.filter { before[$0, default: []].contains { $0.severity == "error" } }
    for index in faulty {
      try portal.remove(Self.path(index))
      try portal.remove("Content/agencies/\(Self.agency(index)).md")
    }
    let isPublished = try portal.run("build").exitCode == 0
    buildAgrees = isPublished && isRefused == !faulty.isEmpty
    outcomes = sources.indices.map { index in
      Outcome(
        source: written[index], findings: before[index, default: []],
        json: try? portal.text("Output/reports/\(BaseReport.year)/\(Self.agency(index)).json"),
        page: try? portal.text("Output/reports/\(BaseReport.year)/\(Self.agency(index)).html"),
        corrected: runs[0][index], correctedTwice: runs[1][index], findingsAfter: after[index, default: []])
    }
  }

  private static func agency(_ index: Int) -> String { "office-\(index)" }
  private static func path(_ index: Int) -> String { "Content/reports/\(BaseReport.year)/\(agency(index)).md" }

  private static let registry = """
    -- Content/site.yaml --
    name: 清溪县政府信息公开年报
    base_url: https://www.example.gov.cn/nb/
    languages: [zh-Hans]
    publisher: 清溪县人民政府办公室
    rules: {report-missing: "off", tables-identical: "off", text-repeated: "off"}
    -- Content/regions.yaml --
    - {code: "530000", name: 云南省}
    - {code: "530198", name: 清溪县, parent: "530000"}
    """

  private static let agencyFile = """
    ---
    name: 清溪县文化和旅游局
    region: "530198"
    kind: department
    level: county
    ---

    """

  private static func check(_ portal: TemporaryPortal) throws -> [Int: [Finding]] {
    let json = try JSON(text: portal.run("check", "--format", "json").stdout)
    var findings: [Int: [Finding]] = [:]
    for item in json["findings"].items {
      let places = [item] + item["related"].items
      let path = item["file"].string ?? ""
      guard let number = path.split(separator: "-").last?.split(separator: ".").first.flatMap({ Int($0) }) else {
        // A hint about the settings of the site.
        continue
      }
      findings[number, default: []].append(
        Finding(
          id: item["id"].string ?? "", severity: item["severity"].string ?? "", message: item["message"].string ?? "",
          lines: places.compactMap { $0["line"].integer }))
    }
    return findings
  }
}
