internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Languages
internal import Portal
internal import Publishing
internal import Reports

/// Options of every subcommand that reads a portal.
struct PortalOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .customLong("portal")], help: .text("门户文件夹。", en: "The portal's folder."),
    completion: .directory)
  var portal = "."

  @OptionGroup var messages: LanguageOption

  var isNamed: Bool { portal != "." }

  /// Without `-C` the portal is the nearest folder with a `Content`, from the working directory upwards.
  mutating func validate() throws {
    if !isNamed, let found = Self.enclosingPortal(of: ".") { portal = found }
  }

  /// The nearest folder that has a `Content`, itself or above; relative to the working directory if the folder is.
  private static func enclosingPortal(of folder: String) -> String? {
    guard var absolute = FileManagement.resolved(folder) else { return nil }
    var path = folder
    while true {
      if FileManagement.isFolder("\(absolute)/Content") { return path }
      guard let slash = absolute.lastIndex(of: "/"), absolute != "/" else { return nil }
      absolute = slash == absolute.startIndex ? "/" : String(absolute[..<slash])
      path = path == "." ? ".." : "\(path)/.."
    }
  }

  var isPortal: Bool { FileManagement.isFolder("\(portal)/Content") }

  func language(of site: Site?) -> MessageLanguage { messages.language(of: site) }

  /// Reads the registry of the portal.
  func sources(jobs: Int) throws -> PortalSources {
    guard isPortal else {
      let language = language(of: nil)
      let message = LocalizedText(
        "\(portal) 里没有 Content 文件夹，不是门户；gongkai init 建立一个",
        en: "\(portal) has no folder Content and is not a portal; `gongkai init` makes one")
      Terminal.standardError.write("gongkai: \(message[language])\n")
      throw ExitStatus.usage
    }
    return PortalSources(folder: portal, jobs: jobs)
  }

  /// The path of a source as a compiler would print it: relative to the working directory.
  func shownPath(_ path: String) -> String {
    let inPortal = Self.pathInPortal(path)
    return portal == "." ? inPortal : "\(portal.hasSuffix("/") ? String(portal.dropLast()) : portal)/\(inPortal)"
  }
}

extension PortalOptions {
  /// The path of a source relative to the working directory, or to the portal if the portal is elsewhere.
  func relativePath(_ path: String) -> String {
    let shown = shownPath(path)
    guard let root = FileManagement.resolved(portal), let here = FileManagement.resolved(".") else {
      return shown.hasPrefix("/") ? path : shown
    }
    // Only the folder of the portal is resolved, because a finding may be about a link and not about its target.
    let inPortal = Self.pathInPortal(path)
    let file = "\(root)/\(inPortal)"
    return file.hasPrefix(here + "/") ? String(file.dropFirst(here.count + 1)) : inPortal
  }

  private static func pathInPortal(_ path: String) -> String {
    path.hasPrefix("Themes/") || path.hasPrefix("Sources/") ? path : "Content/\(path)"
  }
}

/// The language option of subcommands that print messages.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: .text("信息的语言：zh-Hans、en。", en: "Language of messages: zh-Hans, en."))
  var name: String?

  func validate() throws {
    if let name, MessageLanguage(matching: name) == nil { throw ValidationError("--lang: zh-Hans | en") }
  }

  /// The language of messages before a portal is read.
  static var ofCommandLine: MessageLanguage {
    language(ofArguments: CommandLine.arguments) ?? languageOfEnvironment ?? .simplifiedChinese
  }

  /// `--lang`, otherwise the environment, otherwise the first language of the portal.
  func language(of site: Site?) -> MessageLanguage {
    let language =
      name.flatMap { MessageLanguage(matching: $0) } ?? Self.languageOfEnvironment ?? site?.languages.first.flatMap {
        MessageLanguage(matching: $0.tag)
      } ?? .simplifiedChinese
    EndingSignals.speak(language)
    return language
  }

  /// The value of `--lang` before the command line is parsed, since a signal may arrive at once.
  static func language(ofArguments arguments: [String]) -> MessageLanguage? {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count { return MessageLanguage(matching: arguments[index + 1]) }
      if argument.hasPrefix("--lang=") { return MessageLanguage(matching: String(argument.dropFirst("--lang=".count))) }
    }
    return nil
  }

  static var languageOfEnvironment: MessageLanguage? {
    // The first variable that is set decides, even if it names no language.
    let values = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
    return values.first { !$0.isEmpty }.flatMap { MessageLanguage(matching: $0) }
  }
}

/// The option of subcommands that exit with 1 when something is wrong.
struct StrictOption: ParsableArguments {
  @Flag(help: .text("警告也算错误。", en: "Treat warnings as errors."))
  var strict = false
}

/// The option of subcommands that use several threads.
struct JobsOption: ParsableArguments {
  @Option(name: .customLong("jobs"), help: .text("线程数；默认与处理器核心数相同。", en: "Number of threads; by default one per core."))
  var count: Int?

  func validate() throws {
    if let count, count < 1 { throw ValidationError("--jobs: 1, 2, …") }
  }

  static var allCores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  var jobs: Int { count ?? Self.allCores }
}

/// Options of subcommands that read all reports.
struct WorkOptions: ParsableArguments {
  @OptionGroup var threads: JobsOption

  @Option(
    help: .text("与 publish_on 比较的日期，如 2026-01-31。", en: "The day that publish_on is compared with, such as 2026-01-31.")
  )
  var date: String?

  func validate() throws {
    guard let date, CalendarDate(date) == nil else { return }
    throw ValidationError(
      LocalizedText(
        "--date \(date)：没有这一天；日期写成 2026-01-31", en: "--date \(date): there is no such day; write a date as 2026-01-31")[
          LanguageOption.ofCommandLine])
  }

  var jobs: Int { threads.jobs }

  var day: CalendarDate? { date.flatMap { CalendarDate($0) } }
}
