import Foundation
import Testing

/// File names, titles and texts that try to control a terminal, give commands to a CI runner, or run in a page.
struct HostileNamesTests {
  private static let names = [
    "z\u{1B}[2J\u{7}.md", "z\n::error file=x::y.md", "z\r\n##[error]y.md", "z\u{9B}31m.md", "z\u{202E}dm.exe.md",
    "z\u{2028}\u{200B}\u{2066}.md", "::error::y.md", "z\"><img src=x onerror=alert(1)>.md", "z'\"`$(x).md",
    "javascript:alert(1).md",
    "=cmd|'C calc'!A0.md",
  ]
  private static let title = "标题\u{1B}]0;x\u{7}\u{202E}"

  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023) + PortalArchive.report("yunxi", 2023))
    for name in Self.names {
      try portal.write("Content/reports/2023/\(name)", "---\ntitle: \(Self.title)\n---\n没有\u{202E}内容\n")
    }
    try portal.replace("title: ", with: "title: ::error::\u{202E}##[error]", in: "Content/reports/2023/liulin.md")
    try portal.replace(
      "title: ", with: "status: draft\ntitle: 草稿\u{200B}\u{2028}::error::", in: "Content/reports/2023/yunxi.md")
    try portal.write("Content/static/::error::\u{1B}[1m\u{202E}.txt", "x")
    return portal
  }

  /// Everything that must not be in the output to a terminal or log. Carets and colours are not requested.
  private func faults(_ text: String, isAnnotation: Bool = false) -> [String] {
    var faults: [String] = []
    for scalar in text.unicodeScalars where scalar != "\n" {
      let category = scalar.properties.generalCategory
      if [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) {
        faults.append("U+\(String(scalar.value, radix: 16, uppercase: true))")
      }
    }
    for line in text.unicodeScalars.split(separator: "\n") {
      let line = String(String.UnicodeScalarView(line))
      if !isAnnotation, line.drop(while: \.isWhitespace).hasPrefix("::") { faults.append(line) }
      if isAnnotation, line.wholeMatch(of: /::(error|warning|notice) [^:\n]*::.*/) == nil { faults.append(line) }
      if line.contains("##[") || line.contains("##vso[") { faults.append(line) }
    }
    return faults
  }

  @Test(arguments: [
    ["check"], ["check", "--lang", "en"], ["check", "--format", "json"], ["check", "--format", "sarif"],
    ["check", "--format", "github"], ["build"], ["list", "reports"], ["list", "reports", "--json"], ["list", "routes"],
    ["list", "agencies"], ["explain", "x\u{1B}\n::error::y"], ["new", "report", "x\n::error::\u{202E}", "2025"],
    ["check", "nowhere\u{1B}\n::error::\u{202E}.md"], ["check", "-C", "x\n::error::\u{9B}"],
    ["--no\u{1B}-such\n::error::y"], ["check", "--format", "x\n::error::\u{1B}"], ["verify", "x\n::error::\u{1B}"],
    ["clean", "--output", "x\n::error::\u{1B}"], ["diff", "x\n::error::\u{1B}", "y"],
    ["new", "agency", "a", "--name", "x", "--region", "\n::error::\u{1B}"],
    ["check", "--report", "no\u{1B}where\n/::x.html"],
    ["fix", "Content/reports/2023/liulin.md"],
  ])
  func nothingOfThemReachesATerminal(_ arguments: [String]) throws {
    let portal = try portal()
    // The output of a runner, which is a log, through a pipe.
    let run = try CommandRun(
      URL(filePath: "/bin/bash"), ["-c", "\"$@\" 2> >(cat >&2) | cat", "-", CommandRun.executable.path] + arguments,
      in: portal.folder, environment: ["GITHUB_ACTIONS": "true"])
    let isAnnotation = arguments.contains("github")
    #expect(faults(run.stdout, isAnnotation: isAnnotation) == [], "\(run.stdout)")
    #expect(faults(run.stderr) == [], "\(run.stderr)")
    #expect(!(run.stdout + run.stderr).isEmpty)
  }

  @Test func theyAreShownByTheirNumbers() throws {
    let portal = try portal()
    let run = try portal.run("check")
    #expect(run.stdout.contains(#"Content/reports/2023/z\u{1B}[2J\u{7}.md:"#))
    #expect(run.stdout.contains(#"z\u{A}::error file=x::y.md:"#))
    #expect(run.stdout.contains(#" | title: 标题\u{1B}]0;x\u{7}\u{202E}"#), "in the excerpt")
  }

  @Test func verifyNamesThemInOneLine() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.build()
    try portal.write("Output/a\n::error::\u{1B}\u{202E}.txt", "x")
    let run = try portal.run("verify", "Output")
    #expect(faults(run.stdout) == [] && run.stdout.contains(#"a\u{A}::error::\u{1B}\u{202E}.txt"#))
  }

  @Test func theAuditPageRunsNothing() throws {
    let portal = try portal()
    try portal.run("check", "--report", "audit.html")
    let page = try portal.text("audit.html")
    for text in ["<img", "<script", "style=", "onerror=alert(1)>\"", "\u{202E}", "\u{1B}"] {
      #expect(!page.contains(text), "\(text)")
    }
    #expect(page.contains("z&quot;&gt;&lt;img src=x onerror=alert(1)&gt;.md"))
    for tag in page.matches(of: /<(?:a|section|h[1-6]|li|p|div)( [^>]*)?>/) {
      let attributes = String(tag.1 ?? "")
      #expect(
        attributes.wholeMatch(of: /(?: (?:class|id|href|aria-labelledby|role|tabindex)="[A-Za-z0-9#_. -]*")*/) != nil,
        "\(attributes)")
    }
    let links = page.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(!links.isEmpty && links.allSatisfy { page.contains("id=\"\($0)\"") })
  }

  @Test func theAuditPageAllowsItsOwnStylesAlone() throws {
    let portal = try portal()
    try portal.run("check", "--report", "audit.html")
    let page = try portal.text("audit.html")
    let policy = try #require(page.firstMatch(of: /http-equiv="Content-Security-Policy" content="([^"]*)"/)?.1)
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"))
    let styles = try #require(page.firstMatch(of: /<style>([^<]*)<\/style>/)?.1)
    try portal.write("style.css", String(styles))
    let digest = try CommandRun(
      URL(filePath: "/bin/bash"), ["-c", "sha256sum style.css | cut -c1-64 | xxd -r -p | base64"], in: portal.folder)
    let base64 = digest.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(base64.count == 44 && policy.contains("'sha256-\(base64)'"))
    #expect(
      try #require(page.range(of: "Content-Security-Policy")).lowerBound
        < #require(page.range(of: "<style>")).lowerBound)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: CommandRun.unzip.path), "there is no unzip"))
  func theAuditWorkbookHoldsTexts() throws {
    let portal = try portal()
    try portal.run("check", "--report", "audit.xlsx")
    let parts = try CommandRun(
      CommandRun.unzip, ["-p", "audit.xlsx", "xl/worksheets/*.xml", "xl/sharedStrings.xml"], in: portal.folder)
    #expect(!parts.stdout.contains("<f>") && !parts.stdout.contains("<hyperlink"))
    #expect(parts.stdout.contains(">'=cmd|") && !parts.stdout.contains(">=cmd|"))
    #expect(parts.stdout.contains(#"z\u{202E}dm.exe.md"#) && !parts.stdout.contains("\u{202E}"))
  }

  /// Viewers of SARIF turn whatever looks like a link in a message into one.
  @Test func sarifMessagesContainNoLinks() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("| 行政许可 | 0 |", with: "| [x](https://evil.example) | 0 |", in: "Content/reports/2023/liulin.md")
    try portal.replace(
      "year: 2023", with: "year: 2023\n\"[x](https://evil.example)\": 1", in: "Content/reports/2023/liulin.md")
    let run = try portal.run("check", "--format", "sarif")
    let results = try JSON(text: run.stdout)["runs"].items.first?["results"].items ?? []
    let messages = results.compactMap { $0["message"]["text"].string }
    #expect(messages.contains { $0.contains("evil.example") })
    #expect(messages.allSatisfy { $0.firstMatch(of: /(^|[^\\])\[[^\]]*[^\\]\]\(/) == nil })
  }

  @Test func invisibleCharactersAreFoundEverywhereAndRemoved() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let file = "Content/reports/2023/liulin.md"
    let before = try portal.text(file)
    try portal.replace("title: ", with: "title: \u{202E}", in: file)
    try portal.replace("| 行政许可 |", with: "| 行政\u{200B}许可 |", in: file)
    try portal.replace("公开的及时性", with: "公开\u{85}的及\u{FEFF}时性👨‍👩‍👧", in: file)
    try portal.replace("name: 云溪区财政局", with: "name: 云溪区\u{2066}财政局", in: "Content/agencies/caizheng.md")
    try portal.replace("name: 云溪区政府", with: "name: 云溪区\u{E0041}政府", in: "Content/site.yaml")
    try portal.replace("name: 昆明市", with: "name: 昆明\u{AD}市", in: "Content/regions.yaml")
    let findings = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
      .filter { $0["id"].string == "invisible-character" }
    #expect(Set(findings.compactMap { $0["file"].string }).count == 4)
    #expect(findings.count == 7 && findings.allSatisfy { $0["severity"].string == "warning" })
    #expect(try portal.run("fix", "--write").exitCode == 0)
    let expected = before.replacingOccurrences(of: "公开的及时性", with: "公开 的及时性👨‍👩‍👧")
    #expect(try Array(portal.text(file).unicodeScalars) == Array(expected.unicodeScalars))
  }
}
