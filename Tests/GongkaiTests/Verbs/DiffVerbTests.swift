import Foundation
import Testing

struct DiffVerbTests {
  private let old: TemporaryPortal
  private let new: TemporaryPortal

  /// Reports that were changed in cells, front matter and text, added, removed, and left unchanged.
  init() throws {
    old = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 3) + PortalArchive.report("caizheng", 2023)
        + PortalArchive.report("yunxi", 2023))
    new = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, requests: 4, "editor: 张三") + PortalArchive.report("yunxi", 2023)
        + PortalArchive.report("yunxi", 2024))
    let file = "Content/reports/2023/liulin.md"
    try new.replace("| 行政许可 | 0 |", with: "| 行政许可 | |", in: file)
    try new.replace("本年按规定公开了政府信息。", with: "本年依法公开了政府信息。", in: file)
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(CommandRun.executable, ["diff"] + arguments, in: new.folder)
  }

  @Test(arguments: ["", "/Content"])
  func treesAreComparedReportByReport(_ folder: String) throws {
    let run = try run(old.folder.path + folder, new.folder.path + folder)
    #expect(run.exitCode == 1)
    #expect(
      run.stdout == """
        - reports/2023/caizheng.md caizheng单位2023年政府信息公开工作年度报告
        ~ reports/2023/liulin.md liulin单位2023年政府信息公开工作年度报告
            editor: — → 张三
            disclosure.licensing.decisions (行政许可·本年处理决定数量): 0 → 未填
            requests.new.natural_person (本年新收·自然人): 3 → 4
            requests.new.total (本年新收·总计): 3 → 4
            requests.granted.natural_person (（一）予以公开·自然人): 3 → 4
            requests.granted.total (（一）予以公开·总计): 3 → 4
            requests.result_total.natural_person (办理结果（七）总计·自然人): 3 → 4
            requests.result_total.total (办理结果（七）总计·总计): 3 → 4
            文字有改动：overview
        + reports/2024/yunxi.md yunxi单位2024年政府信息公开工作年度报告

        """)
  }

  @Test func jsonHasTheSameContent() throws {
    let json = try JSON(text: run(old.folder.path, new.folder.path, "--json", "--lang", "en").stdout)
    #expect(json["version"].integer == 1)
    #expect(json["changes"].items.map { $0["change"].string } == ["removed", "changed", "added"])
    let changed = json["changes"].items[1]
    #expect(changed["front_matter"].items.first?["key"].string == "editor")
    #expect(changed["front_matter"].items.first?["old"].isNull == true)
    let cell = try #require(changed["cells"].items.first)
    #expect(cell["cell"].string == "disclosure.licensing.decisions")
    #expect(cell["old"]["value"].integer == 0 && cell["old"]["status"].string == "zero")
    #expect(cell["new"]["value"].isNull && cell["new"]["status"].string == "blank")
    #expect(changed["cells"].items.count == 7)
    #expect(changed["sections"].items.map(\.string) == ["overview"])
  }

  @Test func equalReportsHaveNoDifference() throws {
    let run = try run(old.folder.path, old.folder.path)
    #expect(run.exitCode == 0 && run.stdout == "没有差别。\n")
    // The same content, written differently.
    try new.write("a.md", old.text("Content/reports/2023/yunxi.md"))
    try new.write(
      "b.md",
      old.text("Content/reports/2023/yunxi.md").replacing("\n", with: "\r\n").replacing("| 0 |", with: "|  0  |"))
    #expect(try self.run("a.md", "b.md").exitCode == 0)
  }

  @Test func filesAreCompared() throws {
    try new.write("old.md", old.text("Content/reports/2023/liulin.md"))
    let run = try run("old.md", "Content/reports/2023/liulin.md")
    #expect(run.exitCode == 1)
    #expect(run.stdout.hasPrefix("~ liulin.md "))
  }

  @Test func unreadableReportsAreReported() throws {
    try new.write("Content/reports/2023/liulin.md", "---\ntitle: x\n")
    let run = try run(old.folder.path, new.folder.path)
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("! reports/2023/liulin.md 无法读懂\n") && run.stdout.contains("[front-matter-unclosed]"))
  }

  /// A form that cannot be read would change the content of the reports in both trees.
  @Test func anUnreadableFormIsReported() throws {
    try new.write("Content/forms/x.yaml", "id: [\n")
    let run = try run(old.folder.path, new.folder.path)
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("! forms/x.yaml 无法读懂\n"))
  }
}
