import Testing

@testable import Diagnostics

@Suite("Findings on the console")
struct ConsoleWriterTests {
  private static let kind = FindingKind(
    "requests-balance", .error, title: LocalizedText("题", en: "title"), explanation: LocalizedText("说", en: "text"))

  private func shown(
    _ line: String?, _ columns: Range<Int>, endLine: Int = 61, language: MessageLanguage = .simplifiedChinese,
    hasColor: Bool = false, help: LocalizedText? = nil,
    related: [Finding.Related] = [], severity: Severity = .error
  ) -> String {
    let range = SourceRange(
      file: "a.md", line: 61, column: columns.lowerBound, endLine: endLine, endColumn: columns.upperBound)
    var finding = Finding(Self.kind, at: range, LocalizedText("两者不等", en: "not equal"), related: related, help: help)
    finding.severity = severity
    return ConsoleWriter(
      language: language, hasColor: hasColor, path: { "Content/\($0)" },
      line: { _, _ in line.map { Array($0.unicodeScalars) } }
    )
    .text(of: finding).text
  }

  @Test func placeMessageLineAndCarets() {
    #expect(
      shown("| 一、本年新收 | 3 |", 12..<13) == """
        Content/a.md:61:12: 错误：两者不等 [requests-balance]
         61 | | 一、本年新收 | 3 |
            |                  ^

        """)
  }

  @Test func aMessageThatQuotesAWholeCellIsCut() {
    let finding = Finding(
      Self.kind, at: nil, LocalizedText("“\(String(repeating: "９", count: 60_000))”不是数", en: "x"))
    let writer = ConsoleWriter(language: .simplifiedChinese, hasColor: false, path: { $0 }, line: { _, _ in nil })
    let text = writer.text(of: finding).text
    #expect(text.count < 1_100)
    #expect(text.hasPrefix("错误：“９９") && text.contains("９……（略去 59005 个字）……９"))
    #expect(text.hasSuffix("９”不是数 [requests-balance]\n"))
  }

  /// The text under the carets, where each wide character takes two columns of a terminal.
  @Test(arguments: [
    ("abc", 2..<3, " ^"), ("abc", 1..<4, "^^^"), ("年度报告", 1..<2, "^^"), ("年度报告", 3..<5, "    ^^^^"),
    ("a年b", 3..<4, "   ^"), ("（一）予以公开", 4..<8, "      ^^^^^^^^"),
    ("，。：“”", 5..<6, "       ^"), ("ｱｲ", 2..<3, " ^"), ("한글", 2..<3, "  ^^"), ("𠀀𠀁", 2..<3, "  ^^"),
    ("e\u{301}x", 3..<4, " ^"), ("👨家", 2..<3, "  ^^"), ("年\t度", 3..<4, "   ^^"),
    ("👨‍👩‍👧家", 6..<7, "  ^^"), ("❤\u{FE0F}x", 3..<4, "  ^"), ("🇨🇳x", 3..<4, "  ^"), ("１２", 2..<3, "  ^^"),
    ("e\u{301}年", 3..<4, " ^^"), ("\t\t年", 3..<4, "  ^^"), ("❶x", 2..<3, " ^"), ("⌚x", 2..<3, "  ^"),
    ("가\u{11A8}x", 3..<4, "  ^"),
    ("㈠、x", 3..<4, "    ^"), ("　x", 2..<3, "  ^"), ("a\u{200D}\u{202E}b", 4..<5, "                 ^"),
    ("\u{1B}年", 1..<2, "^^^^^^"), ("\u{1B}年", 2..<3, "      ^^"), ("\u{85}\u{200B}度", 2..<3, "      ^^^^^^^^"),
    ("##[x]年", 6..<7, "          ^^"), ("::年", 3..<4, "  ^^"),
    ("abc", 4..<4, "   ^"), ("abc", 9..<9, "   ^"), ("a\u{FE0F}b", 3..<4, " ^"), ("—b", 2..<3, " ^"),
  ])
  func caretsAreUnder(_ line: String, _ columns: Range<Int>, _ carets: String) {
    let last = shown(line, columns).split(separator: "\n").last.map(String.init)
    #expect(last == "    | " + carets)
  }

  @Test func findingOfSeveralLinesIsMarkedToTheEndOfTheFirst() {
    #expect(shown("abcdef", 3..<3, endLine: 62).contains("|   ^^^^\n"))
  }

  @Test func longLineIsCutAroundThePlace() {
    let text = shown(String(repeating: "字", count: 200) + "X" + String(repeating: "尾", count: 200), 201..<202)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix(" 61 | …字"))
    #expect(lines[1].contains("X尾") && lines[1].count < 100)
    let before = lines[1].prefix { $0 != "X" }.unicodeScalars.reduce(0) { $0 + TerminalWidth.columns(of: $1) }
    #expect(lines[2].prefix { $0 != "^" }.count == before)
  }

  @Test func severitiesHelpAndRelatedPlaces() {
    let related = [
      Finding.Related(LocalizedText("三、（七）总计", en: "total"), at: SourceRange(file: "b.md", line: 88, column: 12))
    ]
    let chinese = shown(nil, 1..<2, help: LocalizedText("请核对", en: "check it"), related: related, severity: .warning)
    #expect(chinese == "Content/a.md:61:1: 警告：两者不等 [requests-balance]\n    Content/b.md:88:12: 三、（七）总计\n    建议：请核对\n")
    let english = shown(
      nil, 1..<2, language: .english, help: LocalizedText("请核对", en: "check it"), related: related, severity: .hint)
    #expect(
      english
        == "Content/a.md:61:1: hint: not equal [requests-balance]\n    Content/b.md:88:12: total\n    help: check it\n")
    #expect(shown(nil, 1..<2, language: .english).contains("error: not equal"))
  }

  /// The name of a file must not do that either.
  @Test func aFileNameStaysInItsLine() {
    let finding = Finding(
      Self.kind, at: SourceRange(file: "a\n::error::\u{202E}.md"), LocalizedText("两者不等", en: "not equal"))
    let text = ConsoleWriter(language: .english, hasColor: false, path: { $0 }, line: { _, _ in nil }).text(of: finding)
    #expect(text == TerminalText(safe: #"a\u{A}::error::\u{202E}.md:1:1: error: not equal [requests-balance]"# + "\n"))
  }

  @Test func withoutAPlaceThereIsOnlyTheMessage() {
    let finding = Finding(Self.kind, at: nil, LocalizedText("两者不等", en: "not equal"))
    let writer = ConsoleWriter(language: .english, hasColor: false, path: { $0 }, line: { _, _ in ["x"] })
    #expect(writer.text(of: finding) == "error: not equal [requests-balance]\n")
  }

  @Test func colorIsOnlyThereWhenAskedFor() {
    #expect(!shown("abc", 1..<2).contains("\u{1B}"))
    let colored = shown("abc", 1..<2, hasColor: true)
    #expect(colored.contains("\u{1B}[31;1m错误：\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[32;1m^\u{1B}[0m"))
  }

  /// A source must not take over the terminal that shows its lines.
  @Test func controlCharactersOfASourceAreNotPassedOn() {
    let hostile = "a\u{1B}[31mb\u{7}c\u{9B}d"
    let finding = Finding(
      Self.kind, at: SourceRange(file: "a.md"), LocalizedText(verbatim: hostile),
      related: [.init(LocalizedText(verbatim: hostile), at: SourceRange(file: "a.md"))],
      help: LocalizedText(verbatim: hostile))
    let text = ConsoleWriter(
      language: .english, hasColor: false, path: { $0 }, line: { _, _ in Array(hostile.unicodeScalars) }
    ).text(
      of: finding
    ).text
    #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    #expect(text.components(of: #"a\u{1B}[31mb\u{7}c\u{9B}d"#) == 4, "message, line, related place and help")
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
