import Foundation
import Testing

/// Symbolic links below `Content` and `Themes` are rejected wherever they point, and nothing of their targets is shown.
struct LinkTests {
  private static let secret = "一份还不能公开的草稿"

  /// Two offices, one of which tries to get at the draft of the other.
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2024, "status: draft"))
    try portal.replace("公开的及时性有待提高。", with: Self.secret, in: "Content/reports/2024/caizheng.md")
    try portal.write("Content/reports/2024/caizheng/plan.pdf", "%PDF-1.4 \(Self.secret)")
    try portal.build()
    return portal
  }

  private func link(_ path: String, to target: String, in portal: TemporaryPortal) throws {
    let url = portal.folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
  }

  struct Case: CustomTestStringConvertible {
    let path: String
    let target: String
    var testDescription: String { "\(path) -> \(target)" }
  }

  @Test(arguments: [
    Case(path: "Content/reports/2023/liulin/x.md", target: "../../2024/caizheng.md"),
    Case(path: "Content/reports/2023/liulin/plan.pdf", target: "../../2024/caizheng/plan.pdf"),
    Case(path: "Content/reports/2023/liulin/all", target: "../../2024"),
    Case(path: "Content/reports/2023/liulin", target: "../2024/caizheng"),
    Case(path: "Content/reports/2023/liulin/none.pdf", target: "no such file"),
    Case(path: "Content/reports/2023/yunxi.md", target: "../2024/caizheng.md"),
    Case(path: "Content/reports/2023/yunxi.md", target: "/etc/passwd"),
    Case(path: "Content/reports/2023/yunxi", target: "../2024/caizheng"),
    Case(path: "Content/reports/2022", target: "2024"),
    Case(path: "Content/static", target: "reports"),
    Case(path: "Content/static/plan.pdf", target: "../reports/2024/caizheng/plan.pdf"),
    Case(path: "Content/static/passwd", target: "/etc/passwd"),
    Case(path: "Content/static/years", target: "../reports/2024"),
    Case(path: "Content/forms", target: "/etc"),
    Case(path: "Content/forms/own.yaml", target: "/etc/passwd"),
    Case(path: "Content/agencies/other.md", target: "/etc/passwd"),
    Case(path: "Content/other", target: "reports"),
    Case(path: "Themes/city", target: "/etc"),
    Case(path: "Themes/city/assets/passwd.css", target: "/etc/passwd"),
    Case(path: "Themes/city/layouts", target: "/etc"),
  ])
  func itIsRefused(_ link: Case) throws {
    let portal = try portal()
    let before = try portal.files()
    try self.link(link.path, to: link.target, in: portal)
    let check = try portal.run("check", "--report", "audit.html")
    #expect(check.exitCode == 1)
    #expect(
      check.stdout.components(separatedBy: "\(link.path):1:1: 错误：").count == 2,
      "told once, with its path: \(check.stdout)")
    #expect(check.stdout.components(separatedBy: "[symbolic-link]").count == 2)
    let sarif = try JSON(text: portal.run("check", "--format", "sarif").stdout)["runs"].items.first?["results"].items
    let places = sarif?.filter { $0["ruleId"].string == "symbolic-link" }.flatMap { $0["locations"].items }
    let uris = places?.compactMap { $0["physicalLocation"]["artifactLocation"]["uri"].string }
    #expect(uris == [link.path], "not the target's")
    for text in [check.stdout, try portal.text("audit.html")] {
      #expect(!text.contains("root:") && !text.contains(Self.secret))
    }
    let build = try portal.run("build")
    #expect(build.exitCode == 1)
    #expect(build.stderr.contains("[symbolic-link]"))
    #expect(try portal.files() == before)
  }

  @Test func linksThatLoopAreNotFollowed() throws {
    let portal = try portal()
    for name in ["a", "b", "c"] { try link("Content/reports/2023/liulin/\(name)", to: ".", in: portal) }
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1)
      #expect((run.stdout + run.stderr).components(separatedBy: "[symbolic-link]").count == 4)
      #expect(run.seconds < 10)
    }
  }

  @Test func aDraftOfOneOfficeDoesNotBlockOthers() throws {
    let portal = try portal()
    try link("Content/reports/2024/caizheng/x.pdf", to: "plan.pdf", in: portal)
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.stderr.contains("[symbolic-link]"), "it is told all the same")
  }

  @Test func theFoldersOfTheOperatorMayBeLinks() throws {
    let portal = try portal()
    for name in ["Content", "Output"] {
      try FileManager.default.moveItem(
        at: portal.folder.appending(path: name), to: portal.folder.appending(path: "real-\(name)"))
      try link(name, to: "real-\(name)", in: portal)
    }
    try portal.write("real-themes/city/theme.yaml", "name: 城市\nextends: default\n")
    try link("Themes", to: "real-themes", in: portal)
    try link("linked", to: ".", in: portal)
    let run = try portal.run("build", "-C", "linked")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(portal.exists("real-Output/reports/2023/liulin.html"))
  }

  @Test func aSettingAllowsLinksThatStayInStatic() throws {
    let portal = try portal()
    try portal.write("Content/static/docs/a.txt", "same")
    try link("Content/static/b.txt", to: "docs/a.txt", in: portal)
    try link("Content/static/docs/c.txt", to: "../b.txt", in: portal)
    #expect(try portal.run("build").exitCode == 1)
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + "static: {links: true}\n")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    for path in ["b.txt", "docs/a.txt", "docs/c.txt"] { #expect(try portal.text("Output/\(path)") == "same") }
    try link("Content/static/out.md", to: "../reports/2024/caizheng.md", in: portal)
    try link("Content/static/absolute.txt", to: portal.folder.path + "/Content/static/docs/a.txt", in: portal)
    try link("Content/static/loop.txt", to: "loop.txt", in: portal)
    try link("Content/static/folder", to: "docs", in: portal)
    try link("Content/static/none.txt", to: "no such file", in: portal)
    let check = try portal.run("check")
    #expect(check.exitCode == 1)
    #expect(check.stdout.components(separatedBy: "[symbolic-link]").count == 5)
    #expect(check.stdout.components(separatedBy: "[file-unreadable]").count == 2)
    #expect(!check.stdout.contains(Self.secret))
  }

  @Test(arguments: ["../../../../../../etc/passwd", "/etc/passwd", "frame/../../../secret.html", ""])
  func aPathOfASettingStaysInContent(_ path: String) throws {
    let portal = try portal()
    try portal.write("secret.html", "<p>the machine's secret</p>")
    try portal.write("Content/frame/footer.html", "<footer>县政府</footer>")
    let before = try portal.files()
    try portal.write(
      "Content/site.yaml",
      portal.text("Content/site.yaml") + "frame: {header: \"\(path)\", footer: frame/footer.html}\n")
    let check = try portal.run("check", "--format", "json")
    #expect(check.exitCode == 1)
    let finding = try JSON(text: check.stdout)["findings"].items.first { $0["id"].string == "value-invalid" }
    #expect(finding?["file"].string == "Content/site.yaml")
    #expect(try portal.run("build").exitCode == 1)
    #expect(try portal.files() == before)
  }

  @Test func aLinkedFrameIsRefused() throws {
    let portal = try portal()
    let before = try portal.files()
    try link("Content/frame/header.html", to: "/etc/passwd", in: portal)
    try portal.write(
      "Content/site.yaml", portal.text("Content/site.yaml") + "frame: {header: frame/header.html}\n")
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1)
      #expect((run.stdout + run.stderr).contains("Content/frame/header.html:1:1: 错误："))
      #expect(!(run.stdout + run.stderr).contains("root:"))
    }
    #expect(try portal.files() == before)
  }
}
