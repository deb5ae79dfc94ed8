import Foundation
import Testing

/// Broken or malicious input leads to a clear finding, never to a crash, a hang or a lost file.
struct HostileInputTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let finding: String
    var file = "Content/reports/2023/caizheng.md"
    let bytes: Data

    var testDescription: String { name }

    init(_ name: String, finding: String, file: String? = nil, _ bytes: Data) {
      (self.name, self.finding, self.bytes) = (name, finding, bytes)
      if let file { self.file = file }
    }

    init(_ name: String, finding: String, file: String? = nil, _ text: String) {
      self.init(name, finding: finding, file: file, Data(text.utf8))
    }
  }

  private static let report = PortalArchive(PortalArchive.report("caizheng", 2023)).files[0].text

  private static func report(_ old: String, _ new: String) -> String { report.replacingOccurrences(of: old, with: new) }

  static let cases: [Case] = {
    let wide = "|" + String(repeating: "a|", count: 2_000) + "\n|" + String(repeating: "-|", count: 2_000) + "\n"
    let lines = String(repeating: "|a\n", count: 2_000)
    let year = "year: 2023"
    return [
      Case("an empty file", finding: "empty-file", ""),
      Case("a file where a folder belongs", finding: "file-unreadable", file: "Content/forms", "x"),
      Case("only a byte order mark", finding: "empty-file", "\u{FEFF}"),
      Case("GBK", finding: "not-utf8", Data([0xD5, 0xFE, 0xB8, 0xAE, 0x0A])),
      Case("a cut character", finding: "not-utf8", Data(report.utf8) + [0xE4, 0xB8]),
      Case("UTF-16", finding: "not-utf8", report.data(using: .utf16LittleEndian) ?? Data()),
      Case("zeros", finding: "not-utf8", Data(count: 4_096)),
      Case("a control character by its number", finding: "control-character", report("没有", "没&#1;有")),
      Case("front matter that is not closed", finding: "front-matter-unclosed", "---\ntitle: x\n\n## 一、总体情况\n"),
      Case("an anchor", finding: "yaml-refused", report(year, "\(year)\neditor: &a 王")),
      Case(
        "an alias bomb", finding: "yaml-refused", report(year, "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n\(year)")),
      Case("a tag", finding: "yaml-refused", report(year, "\(year)\neditor: !!binary x")),
      Case("a key twice", finding: "yaml-invalid", report(year, "\(year)\n\(year)")),
      Case("a key that is not known", finding: "key-unknown", report("published:", "publised:")),
      Case("a day that is not", finding: "value-invalid", report("2024-01-30", "2024-02-30")),
      Case("a year that is none", finding: "value-invalid", report(year, "year: 999999999999999999999999")),
      Case("2,000 columns in 14 kB", finding: "limit-exceeded", report("本年未收取信息处理费。", wide + lines)),
      Case(
        "quotes in quotes", finding: "limit-exceeded",
        report("本年未收取信息处理费。", String(repeating: "> ", count: 20_000) + "x")),
      Case("brackets", finding: "limit-exceeded", report("本年未收取信息处理费。", String(repeating: "[", count: 100_000))),
      Case("50 MB", finding: "file-too-large", Data(repeating: UInt8(ascii: "a"), count: 50 << 20)),
      Case("a heading twice", finding: "section-doubled", report("## 五、", "## 一、总体情况\n\n## 五、")),
      Case("a section that is missing", finding: "section-missing", report("## 六、其他需要报告的事项", "")),
      Case(
        "two reports of one agency and year", finding: "report-doubled", file: "Content/reports/2023/caizheng-2.md",
        report),
      Case("a year other than that of the path", finding: "path-agreement", report(year, "year: 2022")),
      Case(
        "a number beyond all bounds", finding: "cell-not-a-number",
        report("| 行政许可 | 0 |", "| 行政许可 | \(String(repeating: "9", count: 400)) |")),
      Case("a script", finding: "link-unsafe", report("本年未收取信息处理费。", "[x](javascript:alert(1))")),
      Case(
        "an agency's name that is no address", finding: "identifier-invalid", file: "Content/agencies/财政.md",
        "---\nname: x\nregion: \"530199\"\n---\n"),
      Case(
        "regions that lie in each other", finding: "region-unknown", file: "Content/regions.yaml",
        "- {code: \"530100\", name: 甲, parent: \"530199\"}\n- {code: \"530199\", name: 乙, parent: \"530100\"}\n"),
      Case("a line break out of a word processor", finding: "control-character", report("本年未收取", "本年\u{B}未收取")),
      Case(
        "a control character as an escape", finding: "control-character", report(year, "\(year)\neditor: \"王\\u0001\"")),
      Case(
        "a site file in GBK", finding: "not-utf8", file: "Content/site.yaml",
        Data("languages: [zh-Hans]\nname: ".utf8) + [0xD4, 0xC6, 0xCF, 0xAA, 0x0A]),
      Case(
        "regions of 3 MB", finding: "file-too-large", file: "Content/regions.yaml",
        "- {code: \"530100\", name: 甲}\n" + String(repeating: "# 乙丙丁戊\n", count: 200_000)),
      Case(
        "a file of a theme of 9 MB", finding: "file-too-large", file: "Themes/city/assets/a.bin", Data(count: 9 << 20)),
      Case("a list where a mapping belongs", finding: "value-invalid", file: "Content/site.yaml", "- a\n- b\n"),
      Case("a site that says nothing", finding: "key-missing", file: "Content/site.yaml", ""),
    ]
  }()

  @Test(arguments: cases)
  func itIsFoundAndTheOldSiteStays(_ input: Case) throws {
    let portal = try TemporaryPortal(PortalArchive.report("caizheng", 2023) + PortalArchive.report("liulin", 2023))
    #expect(try portal.run("build").exitCode == 0)
    let before = try portal.files()
    try portal.write(input.file, input.bytes)
    let check = try portal.run("check", "--format", "json")
    #expect(check.exitCode == 1)
    #expect(check.seconds < 10)
    let findings = try JSON(text: check.stdout)["findings"].items
    let ids = findings.compactMap { $0["id"].string }
    #expect(ids.contains(input.finding), "found \(ids)")
    #expect(findings.allSatisfy { $0["file"].string != nil && ($0["line"].integer ?? 0) > 0 })
    for format in ["console", "github"] { #expect(try portal.run("check", "--format", format).exitCode == 1) }
    let build = try portal.run("build")
    #expect(build.exitCode == 1)
    #expect(build.stderr.contains("[\(input.finding)]"))
    #expect(try portal.files() == before)
  }

  /// Neither the source nor a line may be traversed again for each finding. Findings that nobody would read are only
  /// counted.
  @Test(arguments: ["", "\n\n"])
  func tenThousandFindingsAreTruncatedQuickly(_ between: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let statement = "全年收到政府信息公开申请7654321件。" + between
    try portal.replace(
      "## 五、", with: String(repeating: statement, count: 10_000) + "\n\n## 五、", in: "Content/reports/2023/liulin.md")
    let run = try portal.run("check")
    #expect(run.stdout.components(separatedBy: "[narrative-requests]\n").count == 101)
    #expect(run.stdout.components(separatedBy: "^^^^^^^").count == 101)
    #expect(
      run.stdout.contains("另有 901 处：900 处 [narrative-requests]、1 处 [findings-omitted]"), "\(run.stdout.suffix(500))")
    #expect(run.seconds < 30)
    let findings = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
    #expect(findings.count { $0["id"].string == "narrative-requests" } == 1_000)
    #expect(findings.contains { $0["message"].string?.contains("另有 9000 处") == true })
  }

  /// Opening a pipe would wait for its writer.
  @Test func aPipeIsNotWaitedFor() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    #expect(mkfifo(portal.folder.appending(path: "Content/reports/2023/caizheng.md").path, 0o644) == 0)
    let run = try portal.run("build")
    #expect(run.exitCode == 0)
    #expect(run.stderr.contains("[file-unused]"))
  }
}
