import Diagnostics
import Markup
import Testing

@testable import Reports

@Suite("Sentences as offices write them")
struct ProseCasesTests {
  @Test("nothing is said of a right sentence", arguments: ProseCases.all)
  func right(_ cases: ProseCases) {
    for sentence in cases.honest {
      let findings = findings(in: cases.text(saying: sentence))
      #expect(findings.isEmpty, "\(sentence): \(findings.map(\.message.chinese))")
    }
  }

  @Test("a wrong one is found", arguments: ProseCases.all)
  func wrong(_ cases: ProseCases) {
    for sentence in cases.mistaken {
      let found = findings(in: cases.text(saying: sentence)).map(\.kind.id)
      // None at all may be told by its number too.
      let others = cases.kind?.id == ZeroReport.kind.id ? [NarrativeRequests.kind.id] : []
      #expect(found.contains { $0 == cases.kind?.id || others.contains($0) }, "\(sentence)")
    }
  }

  @Test("a changed number is another")
  func changed() {
    #expect(ProseCases.changed("收到{50}件，办结{4}件。") == ["收到53件，办结4件。", "收到50件，办结7件。"])
    #expect(ProseCases.changed("收到{五十}件。") == ["收到五十三件。"])
    #expect(ProseCases.changed("收取{18.25}万元。") == ["收取27.25万元。"])
    #expect(ProseCases.changed("{2023}年") == ["2022年"])
  }

  private func findings(in text: String) -> [Finding] {
    ReadReport(SourceFile(path: "reports/2023/liulin.md", text: text)).findings
  }
}
