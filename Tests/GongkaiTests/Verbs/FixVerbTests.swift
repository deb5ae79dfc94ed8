import Foundation
import Testing

struct FixVerbTests {
  private static let file = "Content/reports/2023/liulin.md"

  /// Full-width digits and a blank total, in a file with CRLF and a byte order mark.
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2023))
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | １２件 |", in: Self.file)
    try portal.replace("| 行政复议 | 0 | 0 | 0 | 0 | 0 |", with: "| 行政复议 | 1 | 0 | 2 | 0 | |", in: Self.file)
    let text = try portal.text(Self.file).replacing("\n", with: "\r\n")
    try portal.write(Self.file, "\u{FEFF}" + text)
    return portal
  }

  @Test func theDifferenceIsShownAndNothingWritten() throws {
    let portal = try portal()
    let before = try portal.text(Self.file)
    let run = try portal.run("fix")
    #expect(run.exitCode == 0)
    #expect(run.stdout.hasPrefix("--- a/Content/reports/2023/liulin.md\n+++ b/Content/reports/2023/liulin.md\n@@ -"))
    #expect(run.stdout.contains("-| 行政许可 | １２件 |\r\n+| 行政许可 | 12 |\r\n"))
    #expect(run.stdout.contains("+| 行政复议 | 1 | 0 | 2 | 0 | 3 |\r\n"))
    #expect(run.stderr.contains("1 份年报有 2 处可以改正"))
    #expect(try portal.text(Self.file) == before)
  }

  @Test func onlyTheBytesOfTheCorrectionsAreWritten() throws {
    let portal = try portal()
    let before = try portal.text(Self.file)
    let other = try portal.text("Content/reports/2023/caizheng.md")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: portal.folder.appending(path: Self.file).path)
    #expect(try portal.run("fix", "--write").exitCode == 0)
    #expect(
      try portal.text(Self.file)
        == before.replacing("１２件", with: "12").replacing("| 2 | 0 | |", with: "| 2 | 0 | 3 |"))
    let attributes = try FileManager.default.attributesOfItem(atPath: portal.folder.appending(path: Self.file).path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try portal.text("Content/reports/2023/caizheng.md") == other)
    #expect(try portal.run("check", "--strict").exitCode == 0)
    let again = try portal.run("fix")
    #expect(again.stdout.isEmpty && again.stderr.contains("没有可以机械改正的地方"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: portal.folder.appending(path: "Content/reports/2023").path)
    #expect(names.sorted() == ["caizheng.md", "liulin.md"])
  }

  @Test func rowsGetTheirNumbers() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let before = try portal.text(Self.file)
    try portal.replace("| 1.属于国家秘密 |", with: "| 属于国家秘密 |", in: Self.file)
    try portal.replace("| （一）予以公开 |", with: "| 1.予以公开 |", in: Self.file)
    let check = try portal.run("check")
    #expect(check.stdout.contains("2 行的序号与格式不同，第一个是“1.予以公开”，格式中是“（一）予以公开” [row-number]"))
    #expect(try portal.run("fix", "--write").exitCode == 0)
    #expect(try portal.text(Self.file) == before)
  }

  private static let patch = URL(filePath: "/usr/bin/patch")

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: patch.path), "there is no patch"))
  func patchProducesTheSameText() throws {
    let portal = try portal()
    let run = try portal.run("fix")
    let applied = try CommandRun(Self.patch, ["-p1", "--binary"], in: portal.folder, input: run.stdout)
    #expect(applied.exitCode == 0, "\(applied.stdout)")
    #expect(try portal.run("fix").stdout.isEmpty)
  }

  @Test func onlyTheNamedFilesAreFixed() throws {
    let portal = try portal()
    #expect(try portal.run("fix", "Content/reports/2023/caizheng.md").stdout.isEmpty)
    #expect(try !portal.run("fix", "./" + Self.file).stdout.isEmpty)
  }

  @Test func contradictionsAreReportedAndNotApplied() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023, requests: 3))
    try portal.replace(
      "| （七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", with: "| （七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | |", in: Self.file)
    try portal.replace(
      "| （一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", with: "| （一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 2 |", in: Self.file)
    let before = try portal.text(Self.file)
    let run = try portal.run("fix", "--write")
    #expect(run.stderr.contains("改正互相矛盾"))
    #expect(try portal.text(Self.file) == before)
  }

  @Test func acceptedFindingsAreLeft() throws {
    let portal = try portal()
    try portal.replace(
      "year: 2023\r\n", with: "year: 2023\r\naccepted: [{finding: cell-style, reason: 原件如此}]\r\n", in: Self.file)
    let run = try portal.run("fix")
    #expect(!run.stdout.contains("１２件") || !run.stdout.contains("-| 行政许可"))
    #expect(run.stderr.contains("1 处"))
  }

  /// A file gets the bytes that `patch` needs; people reading a terminal or a log must not be deceived by them.
  @Test func aDiffIsEscapedForPeopleButNotForPatch() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let before = try portal.text(Self.file)
    try portal.replace("公开的及时性", with: "公开的\u{202E}及时性", in: Self.file)
    func shell(_ command: String, _ environment: [String: String] = [:]) throws -> String {
      let run = try CommandRun(
        URL(filePath: "/bin/bash"), ["-c", command, "-", CommandRun.executable.path], in: portal.folder,
        environment: environment)
      return run.stdout
    }
    #expect(try shell("$1 fix 2> /dev/null | cat").contains("-公开的\u{202E}及时性"), "a pipe is for a program")
    let log = try shell("$1 fix 2> /dev/null | cat", ["CI": "true"])
    #expect(log.contains(#"-公开的\u{202E}及时性"#) && !log.contains("\u{202E}"))
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/script") {
      let terminal = try shell("script -qec \"$1 fix\" /dev/null")
      #expect(terminal.contains(#"公开的\u{202E}及时性"#) && !terminal.contains("\u{202E}"))
    }
    _ = try shell("$1 fix 2> /dev/null > fix.patch; patch -p1 < fix.patch")
    #expect(try portal.text(Self.file) == before)
  }
}
