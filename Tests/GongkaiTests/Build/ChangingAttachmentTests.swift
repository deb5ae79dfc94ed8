import Foundation
import Testing

/// An office replaces a file that has already been checked, while a build is running.
struct ChangingAttachmentTests {
  private static let sound = "%PDF-1.4 sound"
  private static let page = "<html>unsound!"

  @Test func onlyCheckedFilesArePublished() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("liulin", 2023, "attachments:\n  - {file: x.pdf, title: 附件}"))
    let folder = portal.folder.appending(path: "Content/reports/2023/liulin")
    try portal.write("Content/reports/2023/liulin/x.pdf", Self.page)
    try portal.write("a", Self.sound)
    try portal.write("b", Self.page)
    #expect(Self.sound.utf8.count == Self.page.utf8.count, "their sizes do not tell them apart")
    let change = Process()
    change.executableURL = URL(filePath: "/bin/sh")
    change.arguments = [
      "-c", "while :; do ln a t; mv -f t \"$0\"; ln b t; mv -f t \"$0\"; done", folder.path + "/x.pdf",
    ]
    change.currentDirectoryURL = portal.folder
    try change.run()
    defer {
      change.terminate()
      change.waitUntilExit()
    }
    var codes: Set<Int32> = []
    for _ in 0..<8 {
      let run = try portal.run("build", "--no-data")
      codes.insert(run.exitCode)
      #expect(run.exitCode == 0 || run.stderr.contains("[attachment-content]") || run.stderr.contains("[file-changed]"))
      if portal.exists("Output/index.html") {
        #expect(try portal.text("Output/reports/2023/liulin/x.pdf") == Self.sound)
      }
    }
    #expect(codes.isSubset(of: [0, 1]))
  }
}
