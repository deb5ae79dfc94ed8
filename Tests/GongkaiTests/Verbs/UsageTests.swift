import Foundation
import Testing

/// The command line itself: help, completions, wrong usage.
struct UsageTests {
  private static let verbs = [
    "init", "build", "check", "list", "explain", "fix", "diff", "new", "new report", "new agency", "import", "export",
    "clean",
    "verify",
  ]

  private static let languages = ["zh-Hans", "en"]

  /// The expected texts are in `Golden/`. With `UPDATE_GOLDEN=1` in the environment, they are written instead of
  /// compared.
  @Test(arguments: [""] + verbs, languages)
  func helpIsStable(_ verb: String, _ language: String) throws {
    let portal = try TemporaryPortal(hasRegistry: false)
    let arguments = verb.split(separator: " ").map(String.init) + ["--help"]
    let run = try CommandRun(
      CommandRun.executable, arguments, in: portal.folder,
      environment: ["COLUMNS": "80", "LANG": language == "en" ? "en_US.UTF-8" : "zh_CN.UTF-8"])
    #expect(run.exitCode == 0)
    #expect(run.stderr.isEmpty)
    let path = Self.path(verb, language)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(run.stdout.utf8).write(to: Repository().folder.appending(path: path))
    }
    #expect(try Repository().text(path) == run.stdout)
  }

  /// Examples and usage are the same in every language.
  @Test(arguments: [""] + verbs, languages)
  func helpIsInOneLanguage(_ verb: String, _ language: String) throws {
    let words = try Repository().text(Self.path(verb, language)).split(separator: "\n")
      .map { $0.replacing(/gongkai( [-a-z<>\[]+.*)?/, with: "") }
    for line in words {
      if language == "en" {
        #expect(!line.contains(/\p{Han}/), "\(line)")
      } else {
        #expect(!line.contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/), "\(line)")
      }
    }
    #expect(words.contains { $0.contains(/\p{Han}/) } == (language != "en"))
  }

  @Test(arguments: verbs.filter { $0 != "new" }, languages)
  func helpHasAnExample(_ verb: String, _ language: String) throws {
    let text = try Repository().text(Self.path(verb, language))
    #expect(text.contains("\n  gongkai \(verb)"), "indented, as the usage line is not")
  }

  private static func path(_ verb: String, _ language: String) -> String {
    let name = verb.isEmpty ? "gongkai" : verb.replacingOccurrences(of: " ", with: "-")
    return "Tests/GongkaiTests/Golden/\(language)/\(name).txt"
  }

  @Test(arguments: [
    (["check", "--frmat", "json"], "没有选项 --frmat，是否指 --format？"), (["build", "--jobs", "many"], "不能是“many”"),
    (["check", "--format", "xml"], "可用："), (["new", "report"], "缺少参数"), (["diff", "a", "b", "c"], "多余的参数"),
    (["check", "--date"], "缺少值"),
  ])
  func wrongUsageIsSaidInChinese(_ arguments: [String], _ words: String) throws {
    let portal = try TemporaryPortal()
    let run = try CommandRun(
      CommandRun.executable, arguments, in: portal.folder, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(run.stderr.contains(words))
    #expect(!run.stderr.contains(/Error|Usage|Help|more information/), "\(run.stderr)")
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
