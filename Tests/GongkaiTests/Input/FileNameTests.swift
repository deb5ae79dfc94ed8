import Foundation
import Testing

/// File names, depths and permissions that may occur in practice. They lead to findings of `check` and `build`, never
/// to a failure (3) and never to silence.
struct FileNameTests {
  struct Case: CustomTestStringConvertible {
    /// Folder relative to `Content`.
    let folder: String
    let name: [UInt8]
    let shown: String
    var testDescription: String { shown }

    init(_ folder: String, _ name: [UInt8], shown: String) {
      (self.folder, self.name, self.shown) = (folder, name, shown)
    }

    init(_ folder: String, _ name: String, shown: String) { self.init(folder, Array(name.utf8), shown: shown) }
  }

  /// Foundation can only create files with UTF-8 names.
  private func create(_ item: Case, in portal: TemporaryPortal) throws {
    let folder = portal.folder.path + "/Content/" + item.folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = (Array(folder.utf8) + [UInt8(ascii: "/")] + item.name + [0]).map { CChar(bitPattern: $0) }
    if item.folder == "reports" {
      #expect(mkdir(path, 0o755) == 0)
      return
    }
    let file = open(path, O_CREAT | O_WRONLY | O_EXCL, 0o644)
    #expect(file >= 0)
    #expect(write(file, "%PDF-1.4", 8) == 8)
    close(file)
  }

  @Test(arguments: [
    Case("reports/2023/liulin", "a\nb.pdf", shown: "a\\u{A}b.pdf"),
    Case("reports/2023/liulin", "a\tb.pdf", shown: "a\\u{9}b.pdf"),
    Case("reports/2023/liulin", "a\u{1B}[31mb.pdf", shown: "a\\u{1B}[31mb.pdf"),
    Case("reports/2023/liulin", "a\u{7F}.pdf", shown: "a\\u{7F}.pdf"),
    Case("reports/2023/liulin", [0xD5, 0xFE, 0x2E, 0x70], shown: "\\xD5\\xFE.p"),
    Case("reports/2023/liulin/sub", "a\u{202E}fdp.exe", shown: "a\\u{202E}fdp.exe"),
    Case("reports/2023", "liu\nlin.md", shown: "liu\\u{A}lin.md"),
    Case("reports/2023", [0xFF, 0x2E, 0x6D, 0x64], shown: "\\xFF.md"),
    Case("reports", [0x32, 0x30, 0xFF], shown: "20\\xFF"),
    Case("agencies", "a\tb.md", shown: "a\\u{9}b.md"),
    Case("forms", [0xFF], shown: "\\xFF"),
    Case("static", "a\nb.txt", shown: "a\\u{A}b.txt"),
    Case("static/.well-known", [0xFF], shown: "\\xFF"),
  ])
  func itIsFoundWithItsBytesEscaped(_ item: Case) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.build()
    let before = try portal.files()
    try create(item, in: portal)
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1, "\(run.stderr)")
      let said = run.stdout + run.stderr
      #expect(said.contains("Content/\(item.folder)/\(item.shown):1:1: 错误："), "\(said)")
      #expect(said.contains("[file-name-invalid]"))
      #expect(!said.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7F })
    }
    let json = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
    #expect(json.contains { $0["file"].string == "Content/\(item.folder)/\(item.shown)" })
    #expect(try portal.files() == before)
  }

  @Test(arguments: ["static", "reports/2023/liulin"])
  func filesThatAreNestedTooDeeplyAreReported(_ folder: String) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let deep = (1...16).map { "\($0)" }.joined(separator: "/")
    try portal.write("Content/\(folder)/\(deep)/a.pdf", "%PDF-1.4")
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1)
      #expect((run.stdout + run.stderr).contains("Content/\(folder)/\(deep):1:1: 错误："))
      #expect((run.stdout + run.stderr).contains("[folder-limit]"))
    }
  }

  /// With the suffix of a compressed copy, the name would be too long.
  @Test func aLongNameHasNoCompressedCopy() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + "precompress: [gzip]\n")
    let name = String(repeating: "x", count: 251) + ".txt"
    try portal.write("Content/static/\(name)", String(repeating: "说明", count: 1_000))
    try portal.build()
    #expect(portal.exists("Output/\(name)"))
    #expect(portal.exists("Output/index.html.gz"))
  }

  /// Root can read everything, so as root the test switches to another user.
  @Test(
    .enabled(
      if: getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      "only setpriv of util-linux lets root become another user"),
    arguments: ["reports/2023/liulin/a.pdf", "static/a.txt", "reports/2023/caizheng.md", "static/folder"])
  func unreadableFilesAreFindingsOfBothVerbs(_ path: String) throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, "attachments:\n  - {file: a.pdf, title: 年报}")
        + PortalArchive.report("caizheng", 2023))
    for file in ["reports/2023/liulin/a.pdf", "static/a.txt", "static/folder/b.txt"] {
      try portal.write("Content/\(file)", "%PDF-1.4")
    }
    try portal.build()
    let before = try portal.files()
    let file = portal.folder.path + "/Content/" + path
    #expect(chmod(file, 0) == 0)
    defer { #expect(chmod(file, 0o755) == 0) }
    var command = [try CommandRun.executable.path]
    if getuid() == 0 {
      // The executable may be where only root has access.
      let copy = portal.folder.appending(path: "gongkai")
      try FileManager.default.copyItem(at: CommandRun.executable, to: copy)
      command = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", copy.path]
      let owner = try CommandRun(
        URL(filePath: "/usr/bin/chown"), ["-R", "65534:65534", portal.folder.path], in: portal.folder)
      #expect(owner.exitCode == 0)
    }
    for verb in ["check", "build"] {
      let run = try CommandRun(URL(filePath: command[0]), command.dropFirst() + [verb], in: portal.folder)
      #expect(run.exitCode == 1, "\(run.stderr)")
      #expect((run.stdout + run.stderr).contains("Content/\(path):1:1: 错误：无法读取：没有权限"), "\(run.stdout + run.stderr)")
      #expect((run.stdout + run.stderr).contains("[file-unreadable]"))
    }
    #expect(try portal.files() == before)
  }
}
