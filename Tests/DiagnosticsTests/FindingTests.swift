import Testing

@testable import Diagnostics

@Suite("Findings as values")
struct FindingTests {
  private func kind(_ id: String, _ severity: Severity) -> FindingKind {
    FindingKind(id, severity, title: LocalizedText("题", en: "t"), explanation: LocalizedText("说", en: "e"))
  }

  private func finding(_ id: String, _ file: String?, _ line: Int = 1, _ column: Int = 1, _ severity: Severity = .error)
    -> Finding
  {
    Finding(
      kind(id, severity), at: file.map { SourceRange(file: $0, line: line, column: column) },
      LocalizedText(verbatim: id))
  }

  @Test func readingOrderIsByFilePlaceAndId() {
    let ordered = [
      finding("z", nil), finding("y", "a.md", 1, 1), finding("a", "a.md", 2, 3), finding("b", "a.md", 2, 3),
      finding("a", "a.md", 2, 10),
      finding("a", "a.md", 10, 1), finding("a", "b.md", 1, 1),
    ]
    for rotation in ordered.indices {
      let turned = Array(ordered[rotation...] + ordered[..<rotation])
      #expect(turned.inReadingOrder().map(\.kind.id) == ordered.map(\.kind.id))
    }
  }

  @Test func findingsOfOnePlaceAndIdKeepTheirOrder() {
    let findings = (0..<40).map {
      Finding(kind("a", .error), at: SourceRange(file: "a"), LocalizedText(verbatim: "\($0)"))
    }
    #expect(findings.inReadingOrder().map(\.message.chinese) == (0..<40).map { "\($0)" })
  }

  @Test func severitiesAreCountedAndCompared() {
    let findings = [finding("a", "a", 1, 1, .error), finding("b", "a", 1, 1, .hint), finding("c", "a", 1, 1, .error)]
    #expect(findings.count(of: .error) == 2)
    #expect(findings.count(of: .warning) == 0)
    #expect(Severity.hint < .warning && Severity.warning < .error)
  }

  @Test func aRangeIsEmptyUnlessItsEndIsGiven() {
    let range = SourceRange(file: "a", line: 3, column: 4)
    #expect(range.endLine == 3 && range.endColumn == 4)
  }

  @Test(
    arguments: [
      ("zh", MessageLanguage.simplifiedChinese), ("zh-CN", .simplifiedChinese), ("zh_CN.UTF-8", .simplifiedChinese),
      ("zh-Hans", .simplifiedChinese), ("en", .english),
      ("en_US.UTF-8", .english), ("EN-gb", .english), ("C", nil), ("POSIX", nil), ("", nil), ("C.UTF-8", nil),
      ("de_DE.UTF-8", nil),
    ] as [(String, MessageLanguage?)])
  func languageOfATag(_ tag: String, _ language: MessageLanguage?) {
    #expect(MessageLanguage(matching: tag) == language)
  }

  @Test func textIsAvailableInEachLanguage() {
    let text = LocalizedText("公开", en: "public")
    #expect(text[.simplifiedChinese] == "公开")
    #expect(text[.english] == "public")
    #expect(LocalizedText(verbatim: "a")[.simplifiedChinese] == "a")
  }
}
