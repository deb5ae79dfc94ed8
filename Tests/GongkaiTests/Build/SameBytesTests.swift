import Foundation
import Testing

/// The same input produces the same bytes.
struct SameBytesTests {
  private static let archive =
    (2021...2027).flatMap { year in
      ["liulin", "caizheng", "yunxi"].map { PortalArchive.report($0, year, requests: year - 2000 + $0.count) }
    }.joined()

  @Test func whateverTheNumberOfJobsAndHoweverOften() throws {
    let portal = try TemporaryPortal(Self.archive)
    func build(_ jobs: String, _ environment: [String: String] = [:]) throws -> [String: Data] {
      let run = try portal.run("build", "--jobs", jobs, environment: environment)
      #expect(run.exitCode == 0, "\(run.stderr)")
      return try portal.files()
    }
    let first = try build("1")
    #expect(try build("8") == first)
    #expect(try build("8") == first)
    #expect(try build("3", ["LANG": "en_US.UTF-8", "TZ": "Asia/Shanghai"]) == first)
  }

  @Test func whereverThePortalIs() throws {
    let (one, other) = (try TemporaryPortal(Self.archive), try TemporaryPortal(Self.archive))
    #expect(try one.run("build").exitCode == 0)
    let elsewhere = try CommandRun(
      CommandRun.executable, ["build", "-C", other.folder.path], in: URL(filePath: "/"))
    #expect(elsewhere.exitCode == 0)
    #expect(try one.files() == other.files())
  }

  /// Windows editors write both. Neither may change the site, except for facts about the source itself.
  @Test func aByteOrderMarkAndWindowsLineEndsChangeNothing() throws {
    let portal = try TemporaryPortal(Self.archive)
    try portal.run("build")
    let plain = try portal.files()
    for path in try portal.files("Content").keys {
      let text = try portal.text("Content/\(path)")
      try portal.write("Content/\(path)", "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n"))
    }
    let run = try portal.run("build", "--strict")
    #expect(run.exitCode == 0, "\(run.stdout)\(run.stderr)")
    func withoutDigests(_ files: [String: Data]) -> [String: String] {
      // Binary files contain digests too.
      files.filter { !$0.key.hasSuffix(".sqlite") && !$0.key.hasSuffix(".xlsx") }.mapValues { data in
        var text = String(decoding: data, as: UTF8.self)
        text.replace(/[0-9a-f]{64}/, with: "digest")
        text.replace(/\d{4}-\d\d-\d\d\.[0-9a-f]{16}/, with: "version")
        text.replace(/"bytes":\d+/, with: "bytes")
        text.replace(/"@value":"\d+"/, with: "bytes")
        text.replace(/\d+ kB/, with: "size")
        return text
      }
    }
    let (before, after) = (withoutDigests(plain), withoutDigests(try portal.files()))
    #expect(before.keys.sorted() == after.keys.sorted())
    for (path, text) in before where after[path] != text { Issue.record("\(path) differs") }
  }

  @Test func aByteOrderMarkIsNotAColumn() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let text = try portal.text("Content/reports/2023/liulin.md").replacing("| 行政许可 | 0 |", with: "| 行政许可 | x |")
    for variant in [text, "\u{FEFF}" + text, text.replacingOccurrences(of: "\n", with: "\r\n")] {
      try portal.write("Content/reports/2023/liulin.md", variant)
      let finding = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
        .first { $0["id"].string == "cell-not-a-number" }
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.hasPrefix("| 行政许可") }
      #expect(finding?["line"].integer == line.map { $0 + 1 })
      #expect(finding?["column"].integer == 10)
      #expect(finding?["end_column"].integer == 11)
    }
    try portal.write("Content/reports/2023/liulin.md", "\u{FEFF}" + text.replacing("title:", with: "titel:"))
    let finding = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
      .first { $0["id"].string == "key-unknown" }
    #expect(finding?["line"].integer == 2)
    #expect(finding?["column"].integer == 1)
  }
}
