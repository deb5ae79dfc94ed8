import Foundation
import Testing

/// A disk that refuses to write. The command runs in its own mount namespace, in which `Output` is a file system that
/// is full or read-only.
struct DiskFaultTests {
  /// Runs `gongkai build` in a shell that prepares the disk.
  private func build(_ portal: TemporaryPortal, mounting commands: String) throws -> CommandRun {
    let script = "set -e; \(commands); set +e; \"$0\" build; code=$?; find Output -type f | sort >&2; exit $code"
    let isRoot = getuid() == 0
    return try CommandRun(
      URL(filePath: "/usr/bin/unshare"),
      (isRoot ? [] : ["--map-root-user"]) + ["--mount", "sh", "-c", script, CommandRun.executable.path],
      in: portal.folder)
  }

  @Test func aReadOnlyOutputIsRefusedBeforeWorkStarts() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    #expect(try portal.run("build").exitCode == 0)
    let before = try portal.files()
    try portal.replace("公开的及时性", with: "新的正文", in: "Content/reports/2023/liulin.md")
    let run = try build(portal, mounting: "mount --bind Output Output; mount -o remount,bind,ro Output")
    #expect(run.exitCode == 2, "\(run.stderr)")
    #expect(run.stderr.contains("gongkai: 无法写入"))
    #expect(run.stderr.contains("文件系统为只读"))
    #expect(try portal.files() == before)
  }

  @Test func aFullDiskLeavesTheOldSiteWhole() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    #expect(try portal.run("build").exitCode == 0)
    let before = try portal.files().keys.map { "Output/\($0)" }
    try FileManager.default.moveItem(
      at: portal.folder.appending(path: "Output"), to: portal.folder.appending(path: "published"))
    try portal.write("Output/.gitkeep", "")
    try portal.add((1980...2022).map { PortalArchive.report("liulin", $0) }.joined())
    let run = try build(portal, mounting: "mount -t tmpfs -o size=8m tmpfs Output; cp -a published/. Output")
    #expect(run.exitCode == 3, "\(run.stderr)")
    #expect(run.stderr.contains("磁盘空间不足"))
    let left = run.stderr.split(separator: "\n").map(String.init).filter { $0.hasPrefix("Output/") }
    #expect(left.filter { !$0.contains("/.gongkai-") }.sorted() == before.sorted())
    #expect(!left.contains { $0.contains("staging") }, "what was written is removed again")
  }

  /// Runs `gongkai build` while the folders for temporary files are full. The portal is elsewhere.
  private func buildWithoutTemporaryFiles(_ portal: TemporaryPortal) throws -> CommandRun {
    let script = """
      set -e
      mount --bind . /mnt; cd /mnt
      for folder in /tmp /var/tmp; do
        mount -t tmpfs -o size=64k tmpfs $folder
        dd if=/dev/zero of=$folder/full bs=4k count=100 2> /dev/null || true
      done
      exec "$0" build
      """
    let isRoot = getuid() == 0
    return try CommandRun(
      URL(filePath: "/usr/bin/unshare"),
      (isRoot ? [] : ["--map-root-user"]) + ["--mount", "sh", "-c", script, CommandRun.executable.path],
      in: portal.folder)
  }

  @Test func aFullTemporaryFolderChangesNothing() throws {
    let portal = try TemporaryPortal((1990...2023).map { PortalArchive.report("liulin", $0) }.joined())
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + "data: {forms: true}\n")
    #expect(try portal.run("build").exitCode == 0)
    let before = try portal.files()
    #expect(before.keys.contains("data/portal.xlsx") && before.keys.contains("data/portal.sqlite"))
    try portal.remove("Output")
    let run = try buildWithoutTemporaryFiles(portal)
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(try portal.files() == before)
  }

  /// Wherever the disk is full, in a page, a workbook, the database or the copies, either the build fails or the site
  /// is complete.
  @Test func aDiskThatIsFullAtAnyPointIsReported() throws {
    let portal = try TemporaryPortal((2014...2023).map { PortalArchive.report("liulin", $0) }.joined())
    #expect(try portal.run("build").exitCode == 0)
    let whole = try portal.files()
    try portal.remove("Output")
    try portal.write("Output/.gitkeep", "")
    let size = whole.values.reduce(0) { $0 + ($1.count + 8191) / 4096 * 4 }
    var failures = 0
    for share in stride(from: 30, through: 120, by: 6) {
      let run = try build(
        portal,
        mounting:
          "mount -t tmpfs -o size=\(size * share / 100)k tmpfs Output; trap 'mkdir -p kept; cp -a Output/. kept' EXIT")
      if run.exitCode == 0 {
        #expect(try portal.files("kept") == whole, "at \(share) %")
      } else {
        failures += 1
        #expect(run.exitCode == 3, "\(share) %: \(run.stderr)")
        #expect(run.stderr.contains("gongkai: "))
        #expect(!run.stderr.contains("Output/index.html"))
      }
      if portal.exists("kept") { try portal.remove("kept") }
    }
    #expect(failures > 3)
  }

  @Test func anAuditThatDoesNotFitOnDiskIsReported() throws {
    let portal = try TemporaryPortal((1990...2023).map { PortalArchive.report("liulin", $0) }.joined())
    try portal.write("audits/old.xlsx", "old")
    let script = """
      mount -t tmpfs -o size=8k tmpfs audits && printf old > audits/old.xlsx && "$0" check --report audits/old.xlsx > /dev/null
      code=$?; ls -A audits >&2; cat audits/old.xlsx >&2; exit $code
      """
    let isRoot = getuid() == 0
    let run = try CommandRun(
      URL(filePath: "/usr/bin/unshare"),
      (isRoot ? [] : ["--map-root-user"]) + ["--mount", "sh", "-c", script, CommandRun.executable.path],
      in: portal.folder)
    #expect(run.exitCode == 3)
    #expect(run.stderr.contains("磁盘空间不足"), "\(run.stderr)")
    #expect(run.stderr.hasSuffix("\nold.xlsx\nold"), "\(run.stderr)")
  }

  @Test func aMountedOutputIsPublishedFileByFile() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.write("Output/.gitkeep", "")
    let run = try build(portal, mounting: "mount -t tmpfs tmpfs Output")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.stdout.contains("文件是逐个替换的"))
    #expect(run.stderr.contains("Output/reports/2023/liulin.html"))
  }

  @Test func aFileInPlaceOfTheOutputIsRefused() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023) + "-- Output --\nnot a folder\n")
    let run = try portal.run("build", "--force")
    #expect(run.exitCode == 2)
    #expect(try portal.text("Output") == "not a folder\n")
  }

  @Test func aNameThatIsTooLongIsRefusedBeforeWorkStarts() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let run = try portal.run("build", "--output", String(repeating: "x", count: 240))
    #expect(run.exitCode == 2)
    #expect(run.stderr.hasPrefix("gongkai: 输出目录的名称过长"))
    #expect(run.stderr.contains("最多可以有 238 个字节"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: portal.folder.path) == ["Content"])
  }

  @Test func aBuildDoesNotWaitForAnother() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let lock = try CommandRun(
      URL(filePath: "/usr/bin/flock"),
      [".Output.gongkai-lock", CommandRun.executable.path, "build"], in: portal.folder)
    #expect(lock.exitCode == 2, "\(lock.stderr)")
    #expect(lock.stderr.contains("另一个构建正在写入"))
    #expect(try portal.run("build").exitCode == 0)
  }
}
