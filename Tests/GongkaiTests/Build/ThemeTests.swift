import Foundation
import Testing

/// A portal's own theme, and findings about themes.
struct ThemeTests {
  private static let theme = """
    -- Content/site.yaml --
    name: 云溪区政府信息公开年报
    base_url: https://www.example.gov.cn/nb/
    languages: [zh-Hans, en]
    theme: plain
    -- Themes/plain/theme.yaml --
    name: plain
    extends: default

    """

  private func portal(_ archive: String = "") throws -> TemporaryPortal {
    try TemporaryPortal(Self.theme + archive + PortalArchive.report("liulin", 2023))
  }

  @Test func aFolderOfScriptsIsPublishedAsOne() throws {
    let portal = try portal(
      """
      -- Themes/plain/assets/own.js/1-first.js --
      const one = 1;
      -- Themes/plain/assets/own.js/2-second.js --
      console.log(one);

      """)
    try portal.build()
    let script = try portal.text("Output/assets/own.js")
    #expect(script == "(() => {\n\"use strict\";\n\nconst one = 1;\nconsole.log(one);\n})();\n")
  }

  @Test func scriptsOfTheBuiltInThemeHaveNoComments() throws {
    let portal = try portal()
    try portal.build()
    for name in ["page", "search", "lists", "compare"] {
      let lines = try portal.text("Output/assets/\(name).js").split(separator: "\n")
      #expect(lines.count > 20)
      #expect(!lines.contains { $0.contains("/*") || $0.contains("*/") || $0.contains("// ") }, "\(name)")
    }
  }

  /// The search of the built-in theme is in several files, and a theme may still have one of its own.
  @Test func aScriptTakesThePlaceOfAFolderOfScripts() throws {
    let portal = try portal("-- Themes/plain/assets/search.js --\nalert();\n")
    try portal.build()
    #expect(try portal.text("Output/assets/search.js") == "alert();\n")
  }

  @Test func missingFilesComeFromTheBaseTheme() throws {
    let portal = try portal(
      """
      -- Themes/plain/layouts/home.mustache --
      <!DOCTYPE html>
      <html lang="{{lang}}"><head>{{> head}}</head><body>{{> note}}<h1>{{title}}</h1></body></html>
      -- Themes/plain/partials/note.mustache --
      <p>{{t.own_note}}</p>
      -- Themes/plain/strings/zh-Hans.yaml --
      own_note: 本门户自己的说明
      -- Themes/plain/strings/en.yaml --
      own_note: A note of this portal & of no other
      -- Themes/plain/assets/own.css --
      p { color: black }

      """)
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(try portal.text("Output/index.html").contains("<p>本门户自己的说明</p>"))
    #expect(try portal.text("Output/en/index.html").contains("<p>A note of this portal &amp; of no other</p>"))
    #expect(try portal.text("Output/assets/own.css") == "p { color: black }\n")
    #expect(portal.exists("Output/assets/site.css"))
    #expect(try portal.text("Output/years/index.html").contains("<table"), "a layout of the default theme")
  }

  @Test func anAssetHasAnAddressForEachContent() throws {
    let portal = try portal(
      """
      -- Themes/plain/layouts/home.mustache --
      <link rel="stylesheet" href="{{root}}assets/own.css"><img src="{{root}}assets/own.css.png" alt="">
      -- Themes/plain/assets/own.css --
      p { color: black }

      """)
    func addresses() throws -> [String] {
      #expect(try portal.run("build").exitCode == 0)
      return try portal.text("Output/index.html").matches(of: /"([^"]*assets[^"]*)"/).map { String($0.1) }
    }
    let first = try addresses()
    #expect(first.count == 2)
    #expect(first[0].wholeMatch(of: /assets\/own\.css\?v=[0-9a-z]+/) != nil, "\(first)")
    #expect(first[1] == "assets/own.css.png", "there is no such file")
    #expect(try addresses() == first)
    try portal.write("Themes/plain/assets/own.css", "p { color: navy }\n")
    #expect(try addresses()[0] != first[0])
  }

  @Test func oneStringCanBeChanged() throws {
    let portal = try portal("-- Themes/plain/strings/zh-Hans.yaml --\nnav_years: 改过的字样\n")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try !portal.files().holding("改过的字样").isEmpty)
  }

  @Test(
    arguments: [
      ("layouts/home.mustache", "<h1>\n{{titel}}</h1>", "theme-name-unknown", 2, "title"),
      ("layouts/home.mustache", "<h1>\n\n{{> heder}}</h1>", "theme-partial-missing", 3, "header"),
      ("layouts/home.mustache", "{{t.no_such_string}}", "theme-string-missing", 1, ""),
      ("layouts/home.mustache", "<ul>\n{{#years}}\n<li>{{label}}</li>", "theme-syntax", 4, ""),
      ("partials/footer.mustache", "<footer>\n{{copyright}}</footer>", "theme-name-unknown", 2, ""),
      ("partials/footer.mustache", "<footer>\n{{> footer}}</footer>", "theme-partial-missing", 2, ""),
      ("strings/en.yaml", "a: b\nc: [d]", "theme-string-invalid", 2, ""),
      ("theme.yaml", "name: plain\nextends: defualt", "theme-missing", nil, "default"),
      ("theme.yaml", "name: plain\nextend: default", "key-unknown", 2, "extends"),
    ] as [(String, String, String, Int?, String)])
  func anErrorNamesItsFileAndLine(_ file: String, _ text: String, _ id: String, _ line: Int?, _ suggestion: String)
    throws
  {
    let portal = try portal()
    #expect(try portal.run("build").exitCode == 0)
    let before = try portal.files()
    try portal.write("Themes/plain/\(file)", text + "\n")
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    let findings = run.stderr.split(separator: "\n").filter { $0.hasSuffix("[\(id)]") }
    #expect(findings.count >= 1, "\(run.stderr)")
    if let line { #expect(findings.first?.hasPrefix("Themes/plain/\(file):\(line):") == true, "\(run.stderr)") }
    if !suggestion.isEmpty { #expect(run.stderr.contains("是否指 \(suggestion)？"), "\(run.stderr)") }
    #expect(try portal.files() == before)
  }

  @Test func aThemeThatIsNotThereIsAnError() throws {
    let portal = try TemporaryPortal(Self.theme.replacing("theme: plain", with: "theme: plian"))
    let run = try portal.run("build")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("[theme-missing]"))
    #expect(run.stderr.contains("是否指 plain？"))
  }

  @Test func checkFindsWhatBuildFinds() throws {
    let portal = try portal("-- Themes/plain/layouts/home.mustache --\n{{titel}}\n")
    let run = try portal.run("check")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("Themes/plain/layouts/home.mustache:1:1: "), "\(run.stdout)")
  }
}
