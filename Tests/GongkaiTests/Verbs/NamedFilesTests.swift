import Foundation
import Testing

/// Files and folders that a command line names, from anywhere.
struct NamedFilesTests {
  private static func report(_ agency: String, _ extra: String = "") -> String {
    """
    -- Content/reports/2023/\(agency).md --
    ---
    title: 云溪区\(agency == "liulin" ? "柳林街道办事处" : "财政局")2023年政府信息公开工作年度报告
    agency: \(agency)
    year: 2023
    published: 2024-01-30
    ---
    \(extra)
    @form

    """
  }

  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(Self.report("liulin", "见[附件](没有.pdf)。\n") + Self.report("caizheng"))
    try portal.expectFewReports()
    return portal
  }

  private func run(_ portal: TemporaryPortal, in folder: String, _ arguments: String...) throws -> CommandRun {
    try CommandRun(CommandRun.executable, arguments, in: portal.folder.appending(path: folder))
  }

  @Test(arguments: [
    (".", "Content/reports"), (".", "Content"), (".", "Content/reports/2023/liulin.md"), (".", "reports/2023"),
    ("Content/reports", "2023"),
    ("Content/reports/2023", "liulin.md"), ("Content/reports/2023", "."),
    ("Content/agencies", "../reports/2023/liulin.md"),
    ("Content/agencies", "Content/reports/2023/liulin.md"),
  ])
  func areFoundFromAnyFolder(_ folder: String, _ name: String) throws {
    let portal = try portal()
    let check = try run(portal, in: folder, "check", name)
    #expect(check.exitCode == 1, "\(check.stdout)\(check.stderr)")
    #expect(check.stdout.contains("[link-broken]"))
    let reports = name.hasSuffix("liulin.md") ? 1 : 2
    #expect(check.stdout.contains("\(reports) 份年报：1 个错误"), "\(check.stdout)")
  }

  @Test func countOnlyWhatIsNamed() throws {
    let portal = try portal()
    let check = try run(portal, in: ".", "check", "Content/reports/2023/caizheng.md")
    #expect(check.exitCode == 0, "\(check.stdout)")
    #expect(check.stdout.contains("1 份年报：0 个错误"))
  }

  @Test(arguments: [
    ["check", "/etc/hostname"], ["fix", "/etc/hostname"], ["check", "liulin"], ["check", "Output"], ["fix", "nowhere"],
  ])
  func otherFilesAreRefused(_ arguments: [String]) throws {
    let portal = try portal()
    try FileManager.default.createDirectory(
      at: portal.folder.appending(path: "Output"), withIntermediateDirectories: true)
    let run = try CommandRun(CommandRun.executable, arguments, in: portal.folder)
    #expect(run.exitCode == 2, "\(run.stdout)")
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.hasPrefix("gongkai: "))
  }

  @Test func aPathFromThePortalIsFoundFromOutside() throws {
    let portal = try portal()
    let check = try CommandRun(
      CommandRun.executable, ["check", "-C", portal.folder.path, "Content/reports/2023/liulin.md"],
      in: FileManager.default.temporaryDirectory)
    #expect(check.exitCode == 1)
    #expect(check.stdout.contains("1 份年报：1 个错误"), "\(check.stdout)")
  }

  @Test(arguments: [
    (["buld"], "没有命令 buld，是否指 build？"), (["chekc"], "没有命令 chekc，是否指 check？"),
    (["build", "--date", "2026-13-30"], "--date 2026-13-30：没有这一天；日期写成 2026-01-31"),
    (["new", "report", "liulin", "2025", "--form", "cn-202"], "没有表单 cn-202，是否指 cn-2021？"),
  ])
  func wrongWordsGetASuggestion(_ arguments: [String], _ said: String) throws {
    let portal = try portal()
    let run = try CommandRun(CommandRun.executable, arguments, in: portal.folder)
    #expect(run.exitCode == 2)
    #expect(run.stderr.contains(said), "\(run.stderr)")
    let english = try CommandRun(
      CommandRun.executable, arguments, in: portal.folder, environment: ["LANG": "en_US.UTF-8"])
    #expect(!english.stderr.contains("没有"), "\(english.stderr)")
  }

  @Test func findingsOfDraftsAreCountedSeparately() throws {
    let portal = try portal()
    try portal.replace("published: 2024-01-30\n", with: "status: draft\n", in: "Content/reports/2023/liulin.md")
    let check = try run(portal, in: ".", "check")
    #expect(check.exitCode == 0)
    #expect(check.stdout.contains("0 个错误"))
    #expect(check.stdout.contains("暂不发布的年报另有 1 个错误，0 个警告"), "\(check.stdout)")
  }
}
