import Diagnostics
import Languages
import MarkedSources
import Markup
import Mustache
import Testing

@testable import Templates

/// swift-mustache decides what is valid Mustache, although it is not asked about plain tags.
@Suite("Layouts are refused as swift-mustache refuses them")
struct TemplateParserTests {
  private static func findings(in text: String) -> [String] {
    var parser = TemplateParser(
      source: SourceFile(path: "a.mustache", text: text), strings: ["x": "y"], language: .english)
    _ = parser.parse()
    return parser.findings.map(\.kind.id)
  }

  private static func isValid(_ text: String) -> Bool { (try? MustacheTemplate(string: text)) != nil }

  @Test(arguments: [
    "{{#site}}", "{{#site}}{{/title}}", "{{/site}}", "{{#site}}{{#title}}{{/site}}{{/title}}", "{{title", "{{{title}}",
    "{{{title}} }", "{{ti tle}}", "{{^^site}}{{/site}}", "{{{", "x {",
  ])
  func isRefused(_ text: String) {
    #expect(!Self.isValid(text))
    #expect(Self.findings(in: text) == [ThemeFindings.syntax.id])
  }

  @Test(arguments: [
    "", "{ {title} }", "{{title}}", "{{ title }}", "{{{ title }}}", "{{& title}}", "{{!}}", "{{! a {{ b }}",
    "{{#site}}{{name}}{{/site}}", "{{^ site }}\r\n  x{{/ site}}", "{{> head}}", "{{t.x}}", "}}",
  ])
  func isTaken(_ text: String) {
    #expect(Self.isValid(text))
    #expect(!Self.findings(in: text).contains(ThemeFindings.syntax.id))
  }

  @Test func manyTextsGetTheSameResult() {
    let parts = [
      "{{title}}", "{{#site}}", "{{/site}}", "{{^years}}", "{{/years}}", "{{> head}}", "{{! note }}", "{{{html}}}", "{",
      "}", "\n", " x ", "{{&html}}", "{{", "}}", "{{=<% %>=}}", "{{a(b)}}", "{{$x}}",
    ]
    var generator = FixedSeed(2024)
    var valid = 0
    for _ in 0..<4_000 {
      let count = Int.random(in: 1...6, using: &generator)
      let text = (0..<count).compactMap { _ in parts.randomElement(using: &generator) }.joined()
      let isValid = Self.isValid(text)
      if isValid { valid += 1 }
      #expect(Self.findings(in: text).contains(ThemeFindings.syntax.id) != isValid, "\(text.debugDescription)")
    }
    #expect(valid > 200)
  }
}
