package import ArgumentParser
package import Diagnostics
internal import Glibc
internal import Publishing

/// The command `gongkai`.
package struct Gongkai: ParsableCommand {
  static let currentVersion = "0.1.0"

  package static let configuration = CommandConfiguration(
    commandName: "gongkai",
    abstract: .text("政府信息公开年报门户：检查并发布。", en: "Publish annual disclosure reports as a portal."),
    discussion: .text(
      """
      gongkai init                      建立一个新门户
      gongkai check                     检查所有年报
      gongkai build                     发布到 Output
      gongkai new report liulin 2025    写出一份空白年报
      gongkai explain requests-balance  解释一条检查规则
      """,
      en: """
        gongkai init                      make a new portal
        gongkai check                     check all reports
        gongkai build                     publish to Output
        gongkai new report liulin 2025    write a blank report
        gongkai explain requests-balance  explain a finding
        """),
    version: currentVersion,
    subcommands: [
      InitVerb.self, BuildVerb.self, CheckVerb.self, ListVerb.self, ExplainVerb.self, FixVerb.self, DiffVerb.self,
      NewVerb.self,
      ImportVerb.self, ExportVerb.self, CleanVerb.self, VerifyVerb.self,
    ])

  package init() {}

  /// Runs the command line and exits.
  ///
  /// Exit codes: 0 success, 1 errors in the content, 2 wrong usage or refused before work started, 3 failure during
  /// work, 128 plus the signal number if a signal ended it.
  ///
  /// - Parameter libraries: Libraries that only the executable knows about.
  package static func execute(with libraries: [LibraryVersion] = []) -> Never {
    let language = LanguageOption.ofCommandLine
    EndingSignals.speak(language)
    EndingSignals.watch()
    if let unknown = UnknownVerb(Array(CommandLine.arguments.dropFirst())) {
      Terminal.standardError.write("gongkai: \(unknown.message[language])\n")
      end(ExitStatus.usage.rawValue)
    }
    do {
      var command = try parseAsRoot()
      try command.run()
      end(0)
    } catch let status as ExitStatus {
      end(status.rawValue)
    } catch {
      let code = exitCode(for: error)
      let message = ParserWords.translated(fullMessage(for: error), to: language)
      if code == .success {
        // The message of the argument parser is just the version number.
        let isVersion = message == currentVersion
        Terminal.standardOutput.write(isVersion ? VersionReport(more: libraries).text : "\(lines: message)\n")
      } else {
        Terminal.standardError.write("\(lines: message)\n")
      }
      end(code == .success ? 0 : ExitStatus.usage.rawValue)
    }
  }

  /// Ends the process without freeing what is still held.
  static func end(_ code: Int32) -> Never {
    Interruption.ofProcess.stopIfUnderWay()
    Glibc.exit(code)
  }
}

/// An exit status for a problem that has already been reported.
enum ExitStatus: Int32, Error {
  case contentErrors = 1
  case usage = 2
  case fault = 3
}
