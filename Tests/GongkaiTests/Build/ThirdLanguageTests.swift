import Foundation
import Testing

/// A language that the program does not know: a file of strings, and labels in the forms.
struct ThirdLanguageTests {
  /// A tag for private use, in place of a language.
  private static let tag = "qaa-Geor"

  /// A word of the third language for every word: its letters are Georgian, so that any other letter on a page is of
  /// another language.
  private static func translated(_ text: some StringProtocol) -> String {
    var words = ""
    var isPlaceholder = false
    for character in text {
      if character == "{" { isPlaceholder = true }
      words.append(!isPlaceholder && character.isLetter ? "ა" : character)
      if character == "}" { isPlaceholder = false }
    }
    return words
  }

  /// The strings of the built-in theme in the third language.
  private static func strings() throws -> String {
    let lines = try Repository().text("Themes/default/strings/zh-Hans.yaml").split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      guard let colon = line.firstRange(of: ": ") else { return String(line) }
      return switch line[..<colon.lowerBound] {
      case "language.messages": "language.messages: zh-Hans"
      case "language.locale": "language.locale: ka_GE"
      default: "\(line[..<colon.upperBound])\(translated(line[colon.upperBound...]))"
      }
    }.joined(separator: "\n") + "\n"
  }

  /// A built-in form with its labels in the third language too.
  private static func form(_ id: String) throws -> String {
    let form = try Repository().text("Sources/Reports/Forms/\(id).yaml")
      .replacing(/\{zh: ([^,}]+)/) { "{\(tag): \(translated($0.output.1)), zh: \($0.output.1)" }
      .replacing(/(label|short): ([^,}\n{]+)/) {
        "\($0.output.1): {\(tag): \(translated($0.output.2)), zh: \($0.output.2)}"
      }
      .replacing(/\n( +)zh: ([^\n]+)/) { "\n\($0.output.1)\(tag): \(translated($0.output.2))\($0.output.0)" }
    let units =
      "条次篇个人项".map { "{\(tag): ა, zh: \($0)}" } + ["万元", "人次"].map { "{\(tag): აა, zh: \($0)}" }
    return form.replacing("units: [", with: "units: [\(units.joined(separator: ", ")), ")
  }

  private static func portal(_ strings: String? = nil, labels: Bool = true) throws -> TemporaryPortal {
    let strings = try strings ?? Self.strings()
    var archive = """
      -- Content/site.yaml --
      name: 云溪区政府信息公开年报
      base_url: https://www.example.gov.cn/nb/
      languages: [zh-Hans, \(tag)]
      theme: third
      functions: {finance: {zh: 财政, en: Finance, \(tag): \(translated("财政"))}}
      government_site: {name: 云溪区人民政府, code: "5301990001", icp: 1, police: 2, contact: 3, site_map: "https://a.cn"}
      data: {database: false}
      -- Themes/third/theme.yaml --
      name: third
      extends: default
      -- Themes/third/strings/\(tag).yaml --
      \(strings)

      """
    if labels {
      for id in ["cn-2014", "cn-2019", "cn-2021", "none"] {
        archive += "-- Content/forms/\(id).yaml --\n\(try form(id))\n"
      }
    }
    archive += """
      -- Content/agencies/caizheng.md --
      ---
      name: 云溪区财政局
      region: "530199"
      kind: department
      level: county
      function: finance
      ---

      """
    archive += PortalArchive.report("liulin", 2023, requests: 30)
    archive += PortalArchive.report(
      "liulin", 2024, requests: 40,
      "corrections: [{date: 2025-03-01, cell: requests.new.total, from: 41, to: 40, reason: 笔误}]")
    archive += PortalArchive.report("caizheng", 2024, requests: 25)
    archive += PortalArchive.report("yunxi", 2024, "status: withdrawn\nwithdrawn: {date: 2025-04-01, reason: 重发}")
    return try TemporaryPortal(archive)
  }

  /// Names of the portal, which are the same in every language.
  private static let names = ["云溪区政府信息公开年报", "云溪区柳林街道办事处", "云溪区财政局", "云溪区人民政府", "昆明市", "云溪区"]

  /// Names of formats and tools, and the types of columns as the data files have them.
  private static let proper: Set<String> = [
    "JSON", "CSV", "Excel", "SHA256SUMS", "kB", "MB", "B", "curl", "jq", "Python", "pandas", "DuckDB", "NDJSON",
    "SQLite", "WPS", "polars",
    "Datasette", "R", "SVG", "wget", "sha256sum", "code", "text", "integer", "decimal", "date", "url",
    // The mark of a point in a chart, and the number of reports in it.
    "A", "n",
  ]

  /// The words of a page that are not in the third language, although they are not marked as being in another.
  private static func foreign(in html: String) -> [String] {
    VisibleWords(of: html, in: tag).words.flatMap { text in
      names.reduce(text) { $0.replacing($1, with: " ") }
        .replacing(/&[a-z#0-9]+;/, with: " ").replacing(/\{[a-z]+\}/, with: " ")
        // The id of a form and a table, then URLs, file names and ids with dots.
        .replacing(/cn-[0-9]+( [a-z]+)?/, with: " ")
        .replacing(/[A-Za-z0-9:\/_-]+([.\/][A-Za-z0-9_-]+)+(\.html)?/, with: " ")
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }.filter { word in !proper.contains(word) && !word.allSatisfy { $0 == "ა" || $0.isNumber } }
  }

  @Test func itsPagesHaveNoWordOfAnotherLanguage() throws {
    let portal = try Self.portal()
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let pages = try portal.files().filter { $0.key.hasPrefix("\(Self.tag)/") && $0.key.hasSuffix(".html") }
    #expect(pages.count > 50)
    for (path, page) in pages {
      let html = String(decoding: page, as: UTF8.self)
      #expect(html.contains("<html lang=\"\(Self.tag)\""), "\(path)")
      #expect(html.contains("აა"), "\(path)")
      let words = Self.foreign(in: html)
      #expect(words.isEmpty, "\(path): \(Set(words).sorted().prefix(8))")
    }
  }

  @Test func itsDataFilesNameColumnsInAllLanguages() throws {
    let portal = try Self.portal()
    try portal.build()
    let column = try portal.json("data/dictionary.json")["tables"].items[0]["columns"].items[0]["label"]
    #expect(column["zh"].string == "机关标识")
    #expect(column["en"].string == "Agency")
    #expect(column[Self.tag].string == "აააა")
    #expect(try portal.text("Output/data/cells.csv-metadata.json").contains("\"@language\":\"\(Self.tag)\""))
  }

  /// The built-in forms have no labels in the language: they are shown in Chinese, and the check says so.
  @Test func labelsThatAFormLacksAreReported() throws {
    let portal = try Self.portal(labels: false)
    let run = try portal.run("build", "--lang", "en")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let findings = run.stderr.split(separator: "\n").filter { $0.hasSuffix("[form-untranslated]") }
    #expect(findings.count == 4, "\(run.stderr)")
    #expect(findings.first?.contains("cn-2014") == true && findings.first?.contains(Self.tag) == true, "\(findings)")
    let page = try portal.text("Output/\(Self.tag)/reports/2024/liulin.html")
    #expect(page.contains("自然人"))
    #expect(try Self.portal().run("build").stderr.contains("form-untranslated") == false)
  }

  @Test func aFileOfStringsHasToBeComplete() throws {
    let all = try Self.strings()
    let portal = try Self.portal(all.replacing(/page\.home: .*\n/, with: "").replacing(/page\.years: .*\n/, with: ""))
    let run = try portal.run("build", "--lang", "en")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("2 strings that the program uses are missing in \(Self.tag), the first is page.home"))
    #expect(run.stderr.contains("Themes/third/strings/\(Self.tag).yaml:1:1: "))
  }

  @Test func aLanguageWithoutAFileOfStringsIsAnError() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("[zh-Hans, en]", with: "[zh-Hans, mn]", in: "Content/site.yaml")
    let run = try portal.run("build", "--lang", "en")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("the theme default has no file of strings strings/mn.yaml"), "\(run.stderr)")
    #expect(run.stderr.split(separator: "\n").count { $0.hasSuffix("[theme-string-missing]") } == 1)
  }

  @Test func aPlaceholderWithoutAValueIsAnError() throws {
    let portal = try Self.portal(Self.strings().replacing("{pages}", with: "{total}"))
    let run = try portal.run("build", "--lang", "en")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("page.status has no placeholder {total}; there are {page} {pages}"), "\(run.stderr)")
  }

  @Test func aThemeChangesAWordOfTheProgram() throws {
    let portal = try TemporaryPortal(
      """
      -- Content/site.yaml --
      name: 云溪区政府信息公开年报
      base_url: https://www.example.gov.cn/nb/
      languages: [zh-Hans, en]
      theme: own
      -- Themes/own/theme.yaml --
      name: own
      extends: default
      -- Themes/own/strings/zh-Hans.yaml --
      list.agency: 报送单位
      page.totals: "{year}年度全区合计"
      column.value: 填报数
      -- Themes/own/strings/en.yaml --
      list.report_count: {one: "one report", other: "{count} documents"}

      """ + PortalArchive.report("liulin", 2023))
    try portal.build()
    let year = try portal.text("Output/years/2023/index.html")
    #expect(year.contains("<th scope=\"col\">报送单位</th>"))
    #expect(year.contains("2023年度全区合计"))
    #expect(try portal.text("Output/en/years/2023/index.html").contains("<th scope=\"col\">Agency</th>"))
    #expect(try portal.text("Output/en/regions/index.html").contains("one report"))
    #expect(try portal.text("Output/data/cells.csv-metadata.json").contains("填报数"))
  }
}
