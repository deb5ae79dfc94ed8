import Bytes
import Testing

@testable import Diagnostics

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(arguments: [
    ("liulin.md", "liulin.md"), ("a\u{1B}[31mb", #"a\u{1B}[31mb"#), ("a\u{7}b\u{7F}", #"a\u{7}b\u{7F}"#),
    ("a\nb\r\nc\td", #"a\u{A}b\u{D}\u{A}c\u{9}d"#), ("a\u{9B}31m", #"a\u{9B}31m"#), ("年\u{202E}度", #"年\u{202E}度"#),
    ("年\u{200B}\u{2028}\u{FEFF}度", #"年\u{200B}\u{2028}\u{FEFF}度"#), ("a: b", "a: b"), ("## 一、", "## 一、"),
    ("##[error]x", #"#\u{23}[error]x"#), ("a ##vso[task]", #"a #\u{23}vso[task]"#),
    ("👨‍👩‍👧 שלום\u{200F}", "👨‍👩‍👧 שלום\u{200F}"),
  ])
  func untrustedTextIsMadeVisible(_ text: String, _ shown: String) {
    #expect("<\(text)>" as TerminalText == TerminalText(safe: "<\(shown)>"))
    #expect(VisibleText.shown(text) == shown)
    #expect(VisibleText.shown(shown) == shown, "twice is once")
  }

  /// A runner trims a line before it looks for a command.
  @Test(arguments: ["::error::x", "  ::error::x", "\t::error::x", "\u{3000}::add-mask::x"])
  func noLineBeginsWithACommand(_ text: String) {
    for shown in ["\(text)\n" as TerminalText, "  \(text)\n", "年\n\(text)\n", "\(lines: "年\n\(text)")\n"] {
      for line in shown.text.split(separator: "\n") {
        #expect(!line.drop { $0.isWhitespace }.hasPrefix(":"))
      }
    }
    #expect(("Content/\(text)" as TerminalText).text.contains("::"), "within a line it is harmless")
  }

  @Test func intendedLinesAreKept() {
    #expect("\(lines: "a\n\tb\u{1B}\n")" as TerminalText == TerminalText(safe: "a\n\tb\\u{1B}\n"))
  }

  @Test func stylesAreTheProgramsOwn() {
    #expect(("\("a\u{1B}[0m", style: "1")" as TerminalText).text == "\u{1B}[1ma\\u{1B}[0m\u{1B}[0m")
    #expect(("\("a", style: nil)" as TerminalText).text == "a")
  }

  @Test func jsonEndsWithALineBreak() {
    var json = JSONWriter()
    json.object { $0.field("a", "\u{9B}\n年") }
    #expect(TerminalText(json: json).text == "{\"a\":\"\\u009b\\n年\"}\n")
  }
}
