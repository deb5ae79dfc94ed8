internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

/// `Content` is changed while a site is being built from it: nothing is published that was not checked, and an existing
/// site is left as it is.
@Suite struct ChangingContentTests {
  let fixture: OutputFixture

  init() throws {
    fixture = try OutputFixture()
    try fixture.put("Content/site.yaml", "name: 年报\nbase_url: https://www.example.cn/nb/\nlanguages: [zh-Hans]\n")
    try fixture.put("Content/regions.yaml", "- {code: \"530199\", name: 云溪区}\n")
    for agency in ["caizheng", "ziran"] {
      try fixture.put("Content/agencies/\(agency).md", "---\nname: \(agency)\nregion: \"530199\"\n---\n")
      try putReport(of: agency, "")
      try fixture.put("Content/reports/2023/\(agency)/a.pdf", "%PDF-1.4 of \(agency)")
    }
    try fixture.put("Content/static/notes/a.txt", "notes")
    #expect(try build(changing: {}).isEmpty)
    #expect(try published("reports/2023/caizheng/a.pdf") == "%PDF-1.4 of caizheng")
  }

  private func putReport(of agency: String, _ frontMatter: String) throws {
    try fixture.put(
      "Content/reports/2023/\(agency).md",
      """
      ---
      title: \(agency)2023年政府信息公开工作年度报告
      agency: \(agency)
      year: 2023
      published: 2024-01-30
      form: none
      attachments:
        - {file: a.pdf, title: 年报}
      \(frontMatter)---

      见附件。

      """)
  }

  private func published(_ path: String) throws -> String {
    try String(contentsOfFile: "\(fixture.root)/Output/\(path)", encoding: .utf8)
  }

  /// - Parameter change: Made after `Content` has been scanned, before any report is read.
  /// - Returns: Ids and locations of the errors that stopped the build; empty if the site was published.
  private func build(
    changing change: () throws -> Void, progress: Publishing.Progress = .none
  ) throws -> [String] {
    let sources = PortalSources(folder: fixture.root, jobs: 1)
    try change()
    let outcome = try Build(sources: sources, output: fixture.root + "/Output", jobs: 2).run(progress: progress)
    switch outcome.result {
    case .published: return []
    case .refused(let checked):
      return checked.findings.filter { $0.severity == .error }.map { "\($0.kind.id) \($0.range?.file ?? "")" }
    }
  }

  private func swap(_ path: String, forLinkTo target: String) throws {
    let whole = "\(fixture.root)/Content/\(path)"
    try FileManager.default.removeItem(atPath: whole)
    try FileManager.default.createSymbolicLink(atPath: whole, withDestinationPath: target)
  }

  private func expectTheOldSite() throws {
    #expect(try published("reports/2023/caizheng/a.pdf") == "%PDF-1.4 of caizheng")
    #expect(try published("notes/a.txt") == "notes")
    #expect(try fixture.names() == ["Content", "Output"])
  }

  @Test func aFolderThatIsSwappedForALinkToAnotherOfficesPublishesNothingOfIt() throws {
    let errors = try build { try swap("reports/2023/caizheng", forLinkTo: "ziran") }
    #expect(errors == ["file-changed reports/2023/caizheng/a.pdf"])
    try expectTheOldSite()
  }

  @Test func norDoesAYear() throws {
    let errors = try build {
      try FileManager.default.copyItem(
        atPath: fixture.root + "/Content/reports/2023", toPath: fixture.root + "/Content/reports/2022")
      try swap("reports/2023", forLinkTo: "2022")
    }
    #expect(errors == ["symbolic-link reports/2023/caizheng.md", "symbolic-link reports/2023/ziran.md"])
    try expectTheOldSite()
  }

  @Test func norAReport() throws {
    #expect(
      try build { try swap("reports/2023/caizheng.md", forLinkTo: "ziran.md") } == [
        "symbolic-link reports/2023/caizheng.md"
      ])
    try expectTheOldSite()
  }

  @Test func norAFolderOfStaticFiles() throws {
    #expect(
      try build { try swap("static/notes", forLinkTo: "../reports/2023/ziran") } == ["file-changed static/notes/a.txt"])
    try expectTheOldSite()
  }

  /// The scanned folder stays open.
  @Test func staticFilesComeFromTheFolderThatWasScanned() throws {
    #expect(
      try build {
        let content = fixture.root + "/Content/"
        try FileManager.default.moveItem(atPath: content + "static", toPath: content + "old")
        try FileManager.default.createSymbolicLink(atPath: content + "static", withDestinationPath: "reports/2023")
      } == [])
    try expectTheOldSite()
    #expect(!FileManager.default.fileExists(atPath: fixture.root + "/Output/ziran.md"))
  }

  @Test(arguments: ["reports/2023/caizheng/a.pdf", "static/notes/a.txt"])
  func aFileThatHasDisappearedIsAFinding(path: String) throws {
    let errors = try build { try FileManager.default.removeItem(atPath: "\(fixture.root)/Content/\(path)") }
    #expect(errors == ["file-changed \(path)"])
    try expectTheOldSite()
  }

  /// Its page states its size.
  @Test func soIsAnAttachmentThatHasGrown() throws {
    #expect(
      try build { try fixture.put("Content/reports/2023/caizheng/a.pdf", "%PDF-1.4 of caizheng, once more") } == [
        "file-changed reports/2023/caizheng/a.pdf"
      ])
    try expectTheOldSite()
  }

  /// A report that accepts a finding which only a comparison can make is read twice.
  @Test func soIsAReportThatHasChangedWhenItIsReadAgain() throws {
    try putReport(of: "caizheng", "accepted:\n  - {finding: tables-identical, reason: 原件如此}\n")
    #expect(try build(changing: {}).isEmpty)
    let root = fixture.root
    let progress = Publishing.Progress { done, total in
      guard done == total else { return }
      let path = root + "/Content/reports/2023/caizheng.md"
      let text = try? String(contentsOfFile: path, encoding: .utf8)
      try? text?.replacingOccurrences(of: "见附件。", with: "见附件，已改。").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try build(changing: {}, progress: progress).contains("file-changed reports/2023/caizheng.md"))
    try expectTheOldSite()
  }
}
