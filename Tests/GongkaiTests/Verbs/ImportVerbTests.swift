import Foundation
import Testing

/// `gongkai import`: a text becomes a source, and what is there already stays.
struct ImportVerbTests {
  private static let text = """
    云溪区柳林街道办事处2023年政府信息公开工作年度报告
    一、总体情况
    全年公开信息12条。
    二、主动公开政府信息情况
    信息内容\t本年制发件数\t本年废止件数\t现行有效件数
    规章\t0\t0\t0
    行政规范性文件\t1\t0\t4
    行政奖励\t5\t\t
    """

  @Test func whatWasPlacedAndWhatWasNotIsSaid() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let run = try portal.run("import", "liulin.txt", "--format", "json")
    #expect(run.exitCode == 1)
    let json = try JSON(text: run.stdout)
    #expect(json["version"].integer == 1)
    let report = try #require(json["reports"].items.first)
    #expect(report["file"].string == "Content/reports/2023/liulin.md")
    #expect(report["agency"].string == "liulin")
    #expect(report["form"].string == "cn-2021")
    #expect(report["cells"]["placed"].integer == 6)
    #expect(try portal.text("Content/reports/2023/liulin.md").contains("| 行政规范性文件 | 1 | 0 | 4 |"))
  }

  @Test func importingAgainChangesNothingAndAnEditedSourceIsKept() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let path = "Content/reports/2023/liulin.md"
    try portal.run("import", "liulin.txt")
    let first = try portal.text(path)
    try portal.run("import", "liulin.txt")
    #expect(try portal.text(path) == first)
    try portal.replace("全年公开信息12条。", with: "全年公开信息13条。", in: path)
    let run = try portal.run("import", "liulin.txt")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("-全年公开信息13条。"))
    #expect(try portal.text(path).contains("13条"))
    try portal.run("import", "liulin.txt", "--force")
    #expect(try portal.text(path) == first)
  }

  @Test func aDryRunWritesNothing() throws {
    let portal = try TemporaryPortal("-- liulin.txt --\n\(Self.text)\n")
    let run = try portal.run("import", "liulin.txt", "--dry-run")
    #expect(run.stdout.contains("Content/reports/2023/liulin.md"))
    #expect(!portal.exists("Content/reports"))
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    let portal = try TemporaryPortal("-- liulin.pdf --\n%PDF-1.7\n")
    let run = try portal.run("import", "liulin.pdf")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("PDF"))
  }
}
