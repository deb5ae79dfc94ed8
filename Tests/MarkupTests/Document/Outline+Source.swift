import Diagnostics
import MarkedSources
import Markup
import Testing

extension Outline {
  init(_ text: String) throws {
    try self.init(SourceFile(path: "a.md", text: text))
  }

  init(_ source: SourceFile) throws {
    var findings: [Finding] = []
    let document = try #require(MarkupParser().parse(source, findings: &findings))
    #expect(findings.map(\.message.chinese) == [])
    self.init(document)
  }
}
