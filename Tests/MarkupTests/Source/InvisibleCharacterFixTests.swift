import Diagnostics
import Testing

@testable import Markup

struct InvisibleCharacterFixTests {
  private func fixed(_ text: String) -> (text: String, findings: [Finding], left: [Finding]) {
    let source = SourceFile(path: "a.md", text: text)
    let findings = source.invisibleCharacters()
    let result = source.applying(findings.compactMap(\.fix)).source
    return (String(decoding: result.bytes, as: UTF8.self), findings, result.invisibleCharacters())
  }

  @Test(arguments: [
    ("年\u{202E}度\u{202C}报告\u{200B}\u{200B}", "年度报告"), ("a\u{2028}b\u{85}c", "a b c"),
    ("\u{FEFF}👨‍👩‍👧年\u{FEFF}度", "\u{FEFF}👨‍👩‍👧年度"), ("| 1\u{AD} |\n|\u{E0041}---|\n", "| 1 |\n|---|\n"),
  ])
  func invisibleCharactersAreRemoved(_ text: String, _ expected: String) {
    let result = fixed(text)
    #expect(Array(result.text.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(result.left.isEmpty && !result.findings.isEmpty)
    #expect(Set(result.findings.map { $0.message.chinese }).count == result.findings.count, "one for each character")
  }

  /// A hundred thousand of them are a single finding with a fix of limited size.
  @Test func aFileOfInvisibleCharactersIsOneFinding() {
    let clock = ContinuousClock()
    var result: (text: String, findings: [Finding], left: [Finding])?
    let time = clock.measure { result = fixed(String(repeating: "\u{200B}", count: 100_000)) }
    #expect(result?.findings.count == 1)
    #expect(result?.findings.first?.message.english.hasSuffix("the first of 100000") == true)
    #expect((result?.findings.first?.fix?.replacements.count ?? .max) <= 1_000)
    #expect(time < .seconds(60))
  }
}
