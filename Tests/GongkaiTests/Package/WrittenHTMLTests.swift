import Testing

/// Pages write HTML by `HTMLWriter`, which escapes; a tag in a string is for `raw`, whose name says that nothing is.
struct WrittenHTMLTests {
  @Test func noTagIsWrittenAsText() throws {
    let repository = Repository()
    var found: [String] = []
    for path in try repository.swiftFiles("Sources/Pages") {
      let lines = try repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where Self.holdsTag(line) {
        found.append("\(path):\(index + 1): \(line)")
      }
    }
    #expect(found == [])
  }

  @Test(arguments: [
    (##"html.append("<td>")"##, true), (##"let end = "</td>""##, true), (##"text += #"<td id="\#(id)">"#"##, true),
    (##"html.append(" class=\"zero\">0")"##, true), (##"html.text("a < b")"##, false),
    (##"html.raw("<!DOCTYPE html>\n")"##, false), (##"html.raw(" class=\"zero\">0")"##, false),
    (##"/// `html.append("<td>")`"##, false),
  ])
  func aTagIsFound(_ line: String, _ isFound: Bool) {
    #expect(Self.holdsTag(line[...]) == isFound)
  }

  /// Whether a line has a string that begins or ends a tag and does not go to `raw`.
  private static func holdsTag(_ line: Substring) -> Bool {
    if line.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") || line.contains("raw(") { return false }
    return line.contains(/"<[\/!?a-zA-Z]|\\?"\/?>[^"]*"/)
  }
}
