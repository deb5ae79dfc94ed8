import Foundation
import Testing

/// The command line itself: help, completions, wrong usage.
struct UsageTests {
  private static let verbs = [
    "build", "check", "list", "explain", "fix", "diff", "new", "new report", "new agency", "import", "clean",
    "verify",
  ]

  /// The expected texts are in `Golden/`. With `UPDATE_GOLDEN=1` in the environment, they are written instead of
  /// compared.
  @Test(arguments: [""] + verbs)
  func helpIsStable(_ verb: String) throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let arguments = verb.split(separator: " ").map(String.init) + ["--help"]
    let run = try CommandRun(
      CommandRun.executable, arguments, in: portal.folder, environment: ["COLUMNS": "80"])
    #expect(run.exitCode == 0)
    #expect(run.stderr.isEmpty)
    let name = verb.isEmpty ? "gongkai" : verb.replacingOccurrences(of: " ", with: "-")
    let path = "Tests/GongkaiTests/Golden/\(name).txt"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(run.stdout.utf8).write(to: Repository().folder.appending(path: path))
    }
    #expect(try Repository().text(path) == run.stdout)
  }

  @Test(arguments: verbs.filter { $0 != "new" })
  func helpHasAnExample(_ verb: String) throws {
    let text = try Repository().text("Tests/GongkaiTests/Golden/\(verb.replacingOccurrences(of: " ", with: "-")).txt")
    #expect(text.contains("\n  gongkai \(verb)"), "indented, as the usage line is not")
  }

  @Test(arguments: [
    ["biuld"], ["build", "--no-such-option"], ["build", "--jobs", "0"], ["build", "--jobs", "many"],
    ["build", "--date", "2024-02-30"], ["build", "extra"], ["check", "--format", "xml"], ["check", "--lang", "fr"],
    ["diff", "--lang", "fr", "Content/site.yaml", "Content/site.yaml"], ["list"],
    ["list", "reprots"], ["explain", "a", "b"], ["new", "rerport"], ["build", "-C", "nowhere"],
    ["check", "-C", "Content"],
    ["list", "reports", "-C", "/nonexistent"], ["build", "-C"], ["list", "reports", "--strict"],
    ["check", "--report", "audit.pdf"], ["explain", "--all", "raw-html"], ["fix", "nowhere.md"], ["diff", "Content"],
    ["import"], ["import", "nowhere.txt"], ["import", "--published", "soon", "Content/site.yaml"],
    ["import", "--agency", "nobody", "Content/site.yaml"], ["diff", "Content", "nowhere"],
    ["diff", "Content", "Content/site.yaml"], ["diff", "Content", "Content"],
  ])
  func wrongUsageExitsWithTwo(_ arguments: [String]) throws {
    let portal = try TemporaryPortal()
    let run = try CommandRun(CommandRun.executable, arguments, in: portal.folder)
    #expect(run.exitCode == 2, "\(run.stdout)")
    #expect(!run.stderr.isEmpty)
    #expect(run.stdout.isEmpty)
    #expect(!portal.exists("Output"))
  }

  @Test func theVersionIsThatOfTheChangelog() throws {
    let run = try TemporaryPortal(hasRegistry: false).run("--version")
    #expect(run.exitCode == 0)
    let version = try #require(run.stdout.prefixMatch(of: /gongkai (\d+\.\d+\.\d+)\n/)?.1)
    #expect(try Repository().text("CHANGELOG.md").contains("## \(version)"))
  }

  /// The loaded versions, not those that the program was built with.
  @Test func theVersionNamesTheLibraries() throws {
    let run = try TemporaryPortal(hasRegistry: false).run("--version", environment: ["LANG": "en_US.UTF-8"])
    let lines = run.stdout.split(separator: "\n").map(String.init)
    for name in [
      "libcmark-gfm", "SQLite", "libxlsxwriter", "zlib", "brotli", "OpenSSL libcrypto", "jemalloc", "Swift",
    ] {
      let line = try #require(lines.first { $0.hasPrefix("\(name) ") }, "\(name) is missing")
      #expect(line.dropFirst(name.count + 1).wholeMatch(of: /\d+\.\d+\S*/) != nil, "\(line)")
    }
  }

  @Test(arguments: [("bash", "complete "), ("zsh", "#compdef gongkai"), ("fish", "complete -c 'gongkai'")])
  func completionsAreGenerated(_ shell: String, _ sign: String) throws {
    let run = try TemporaryPortal(hasRegistry: false).run("--generate-completion-script", shell)
    #expect(run.exitCode == 0)
    #expect(run.stdout.contains(sign))
    for verb in ["build", "check", "list", "explain", "new", "clean", "verify"] { #expect(run.stdout.contains(verb)) }
    #expect(!run.stdout.contains("\\u{"), "nothing of a script is escaped")
  }

  @Test func nothingIsColouredOutsideATerminal() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | x |", in: "Content/reports/2023/liulin.md")
    let run = try portal.run("check", environment: ["TERM": "xterm-256color"])
    #expect(!run.stdout.contains("\u{1B}"))
  }
}
