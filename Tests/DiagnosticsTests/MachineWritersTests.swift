import Bytes
import Testing

@testable import Diagnostics

@Suite("Findings for programs")
struct MachineWritersTests {
  private static let kind = FindingKind(
    "requests-balance", .error, title: LocalizedText("题", en: "t"), explanation: LocalizedText("说", en: "e"))

  private static let finding = Finding(
    kind, at: SourceRange(file: "reports/2023/liulin.md", line: 61, column: 25, endLine: 61, endColumn: 26),
    LocalizedText("4 与 3 不等", en: "4 is not 3"),
    cell: "requests.new.natural_person",
    related: [
      .init(
        LocalizedText("（七）总计：3", en: "total: 3"), at: SourceRange(file: "reports/2023/liulin.md", line: 88, column: 12))
    ],
    help: LocalizedText("请核对", en: "check it"))

  private func json(_ finding: Finding, _ language: MessageLanguage) -> String {
    var json = JSONWriter()
    finding.write(to: &json, language: language, path: { "Content/" + $0 })
    return String(json.buffer)
  }

  @Test func jsonIsThatOfTheFormats() {
    #expect(
      json(Self.finding, .simplifiedChinese)
        == #"{"id":"requests-balance","severity":"error","message":"4 与 3 不等","file":"Content/reports/2023/liulin.md","line":61,"column":25,"end_line":61,"end_column":26,"cell":"requests.new.natural_person","related":[{"message":"（七）总计：3","file":"Content/reports/2023/liulin.md","line":88,"column":12}],"help":"请核对"}"#
    )
  }

  @Test func jsonLeavesOutWhatIsNotThere() {
    let bare = Finding(Self.kind, at: nil, LocalizedText("空", en: "empty"))
    #expect(json(bare, .english) == #"{"id":"requests-balance","severity":"error","message":"empty"}"#)
  }

  @Test func githubAnnotation() {
    #expect(
      GitHubWriter.annotation(of: Self.finding, language: .english, path: { "Content/" + $0 }).text
        == "::error file=Content/reports/2023/liulin.md,line=61,endLine=61,col=25,endColumn=26,title=requests-balance::4 is not 3%0Acheck it\n"
    )
  }

  @Test(arguments: [(Severity.error, "::error "), (.warning, "::warning "), (.hint, "::notice ")])
  func githubKnowsThreeSeverities(_ severity: Severity, _ start: String) {
    var finding = Self.finding
    finding.severity = severity
    #expect(GitHubWriter.annotation(of: finding, language: .english, path: { $0 }).text.hasPrefix(start))
  }

  @Test func githubSignsAreEscaped() {
    let finding = Finding(
      Self.kind, at: SourceRange(file: "a,b:c%.md"), LocalizedText(verbatim: "100%\r\n::error::x\ny\rz"))
    let text = GitHubWriter.annotation(of: finding, language: .english, path: { $0 }).text
    #expect(text.hasPrefix("::error file=a%2Cb%3Ac%25.md,"))
    #expect(text.hasSuffix("::100%25%0D%0A::error::x%0Ay%0Dz\n"))
    #expect(text.dropLast().allSatisfy { !$0.isNewline })
  }

  /// With a combining accent, a sign is a different `Character` but starts with the same bytes.
  @Test func githubSignsAreEscapedUnderAccents() {
    let finding = Finding(
      Self.kind, at: SourceRange(file: "a,\u{301}b:\u{301}.md"),
      LocalizedText(verbatim: "1%\u{301}\u{1B}\u{2028}\u{202E}x"))
    let text = GitHubWriter.annotation(of: finding, language: .english, path: { $0 }).text
    #expect(text.hasPrefix("::error file=a%2C\u{301}b%3A\u{301}.md,"))
    #expect(text.hasSuffix("::1%25\u{301}\\u{1B}\\u{2028}\\u{202E}x\n"))
  }

  @Test func acceptedFindingSaysWhy() {
    var finding = Self.finding
    finding.related = []
    finding.help = nil
    finding.acceptance = Finding.Acceptance(reason: "原件如此", by: "档案馆", date: "2025-03-01")
    #expect(
      json(finding, .english).hasSuffix(#","accepted":{"reason":"原件如此","by":"档案馆","date":"2025-03-01"}}"#))
    let text = GitHubWriter.annotation(of: finding, language: .english, path: { $0 }).text
    #expect(text.hasPrefix("::notice ") && text.hasSuffix("::4 is not 3%0Aaccepted: 原件如此\n"))
    #expect([finding].count(of: .error) == 0 && [finding].acceptedCount == 1 && !finding.stopsPublication)
  }

  @Test func aFixIsWrittenAsReplacements() {
    var finding = Self.finding
    finding.related = []
    finding.help = nil
    finding.fix = Fix(
      replacing: SourceRange(file: "reports/2023/liulin.md", line: 61, column: 25, endLine: 61, endColumn: 26),
      with: "3")
    #expect(
      json(finding, .english).hasSuffix(
        #","fix":[{"line":61,"column":25,"end_line":61,"end_column":26,"text":"3"}]}"#))
  }

  @Test func policyChangesWhatItMay() {
    var fixed = FindingKind(
      "a", .error, concession: .acceptance, title: .init(verbatim: ""), explanation: .init(verbatim: ""))
    func finding(_ kind: FindingKind) -> Finding { Finding(kind, at: nil, LocalizedText(verbatim: "")) }
    func severities(_ level: SeverityPolicy.Level, _ kind: FindingKind) -> [Severity] {
      var findings = [finding(kind)]
      SeverityPolicy([kind.id: level]).apply(to: &findings)
      return findings.map(\.severity)
    }
    #expect(severities(.off, Self.kind).isEmpty)
    #expect(severities(.hint, Self.kind) == [.hint])
    #expect(severities(.off, fixed) == [.error])
    fixed = FindingKind("b", .warning, title: .init(verbatim: ""), explanation: .init(verbatim: ""))
    #expect(severities(.error, fixed) == [.error])
  }
}
