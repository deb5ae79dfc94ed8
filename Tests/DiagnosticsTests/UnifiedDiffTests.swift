import Testing

@testable import Diagnostics

@Suite("Unified differences")
struct UnifiedDiffTests {
  @Test func aChangedLineHasContext() {
    let diff = UnifiedDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", path: "a.md")
    #expect(
      diff.text() == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func distantChangesHaveHunksOfTheirOwn() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let text = UnifiedDiff(old, old.replacing("2\n3\n", with: "2\nx\n3\n").replacing("29\n", with: ""), path: "a")
      .text().text
    #expect(text.contains("@@ -1,5 +1,6 @@\n"))
    #expect(text.contains("@@ -26,5 +27,4 @@\n"))
  }

  @Test func aMissingLineBreakAtTheEndIsShown() {
    #expect(
      UnifiedDiff("a", "a\n", path: "x").text().text.hasSuffix(
        "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"))
    #expect(UnifiedDiff("", "a\n", path: "x").text().text.hasSuffix("@@ -0,0 +1,1 @@\n+a\n"))
  }

  @Test func carriageReturnsArePartOfALine() {
    #expect(UnifiedDiff("a\r\n", "b\r\n", path: "x").text().text.hasSuffix("-a\r\n+b\r\n"))
  }

  @Test func equalTextsHaveNone() {
    #expect(UnifiedDiff("a\n", "a\n", path: "x").text().isEmpty)
  }

  /// `patch` compares bytes; people must not be deceived by them.
  @Test func escapingDependsOnTheReader() {
    let diff = UnifiedDiff("a\u{202E}\u{1B}\r\n ::error::\n", "b\r\n ::error::\n", path: "x")
    #expect(diff.text(escaping: .nothing).text.hasSuffix("-a\u{202E}\u{1B}\r\n+b\r\n  ::error::\n"))
    #expect(diff.text(escaping: .controls).text.hasSuffix("-a\u{202E}\\u{1B}\r\n+b\r\n  \\u{3A}:error::\n"))
    #expect(diff.text().text.hasSuffix("-a\\u{202E}\\u{1B}\r\n+b\r\n  \\u{3A}:error::\n"))
  }

  @Test func aCarriageReturnAloneIsEscaped() {
    #expect(UnifiedDiff("a\r::error::x\n", "", path: "x").text().text.hasSuffix("-a\\u{D}::error::x\n"))
  }

  @Test func aPathIsQuotedAsGitDoes() {
    let text = UnifiedDiff("a\n", "b\n", path: "年\n\"\u{1B}\\.md").text().text
    #expect(text.hasPrefix(#"--- "a/年\012\"\033\\.md""# + "\n" + #"+++ "b/年\012\"\033\\.md""# + "\n"))
  }
}
