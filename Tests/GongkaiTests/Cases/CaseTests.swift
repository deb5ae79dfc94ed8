import Foundation
import Testing

/// What people write is judged as an experienced auditor would: one cause, one finding, at its line; what is honest is
/// left alone; nothing is lost; and no correction makes a wrong report look right.
@Suite("Cases")
struct CaseTests {
  private static let labels = Result { try CaseRun(LabelCases.all.map { $0.source }) }
  private static let mistakes = Result { try CaseRun(MistakeCases.all.map { $0.source }) }
  private static let markdown = Result { try CaseRun(MarkdownCase.all.map { $0.source }) }
  private static let base = Result { try CaseRun([ReportCase("base", verdict: .binds).source]).outcomes[0] }

  @Test func theBaseHasNoFault() throws {
    #expect(try Self.base.get().findings.map(\.message) == [])
  }

  @Test(arguments: LabelCases.all.indices)
  func labels(_ index: Int) throws {
    try judge(LabelCases.all[index], Self.labels.get().outcomes[index])
  }

  @Test(arguments: MistakeCases.all.indices)
  func mistakes(_ index: Int) throws {
    let (example, outcome) = (MistakeCases.all[index], try Self.mistakes.get().outcomes[index])
    try judge(example, outcome)
    let before = String(decoding: outcome.source, as: UTF8.self)
    let after = String(decoding: outcome.corrected, as: UTF8.self)
    #expect(outcome.corrected == outcome.correctedTwice, "\(example): corrections are made once")
    #expect(outcome.findingsAfter.count <= outcome.findings.count, "\(example)")
    switch example.repair {
    case .none: #expect(before == after, "\(example)")
    case .some: break
    case .all: #expect(outcome.findingsAfter.map(\.message) == [], "\(example): \(after)")
    }
  }

  /// A report whose numbers are wrong is wrong after `fix` too.
  @Test(
    arguments: MistakeCases.all.indices.filter { if case .none = MistakeCases.all[$0].repair { true } else { false } })
  func noCorrectionHidesAMistake(_ index: Int) throws {
    let outcome = try Self.mistakes.get().outcomes[index]
    #expect(outcome.findingsAfter.count { $0.severity == "error" } == outcome.findings.count { $0.severity == "error" })
  }

  @Test func checkAndBuildAgree() throws {
    #expect(try Self.labels.get().buildAgrees)
    #expect(try Self.mistakes.get().buildAgrees)
    #expect(try Self.markdown.get().buildAgrees)
  }

  @Test(arguments: MarkdownCase.all.indices)
  func markdown(_ index: Int) throws {
    let (example, outcome) = (MarkdownCase.all[index], try Self.markdown.get().outcomes[index])
    let line = example.markdown.split(separator: "\n")[0]
    #expect(outcome.says(nil, at: String(line)) || !example.isSaid, "\(example) is said")
    if !example.isSaid { #expect(outcome.counted == 0, "\(outcome.findings.map(\.message))") }
    guard let text = example.text else { return }
    #expect(Self.words(of: outcome.page ?? "").contains(text), "\(example)")
    let sections = try JSON(text: outcome.json ?? "{}")["sections"].items.compactMap { $0["text"].string }
    #expect(sections.contains { $0.contains(text) }, "\(example)")
  }

  private func judge(_ example: ReportCase, _ outcome: CaseRun.Outcome) throws {
    let said = outcome.findings.map { "\($0.id) \($0.lines) \($0.message)" }
    switch example.verdict {
    case .binds: try expectBound(example, outcome, said)
    case .says(let id, let text): #expect(outcome.says(id, at: text), "\(example): \(said)")
    case .bindsAndSays(let id, let text):
      try expectBound(example, outcome, said)
      #expect(outcome.says(id, at: text), "\(example): \(said)")
    }
    #expect(outcome.counted <= example.most, "\(example): \(said)")
  }

  private func expectBound(_ example: ReportCase, _ outcome: CaseRun.Outcome, _ said: [String]) throws {
    #expect(!outcome.hasErrors, "\(example): \(said)")
    guard let json = outcome.json else {
      Issue.record("\(example) is not published")
      return
    }
    var expected = try Self.cells(of: Self.base.get().json ?? "{}")
    for (cell, value) in example.cells { expected[cell] = value ?? "null" }
    let cells = Self.cells(of: json)
    #expect(cells.count == 200)
    #expect(expected.filter { cells[$0.key] != $0.value } == [:], "\(example)")
  }

  /// The values of all cells, as they are written.
  private static func cells(of json: String) -> [String: String] {
    guard let start = json.firstRange(of: "\"tables\":")?.upperBound else { return [:] }
    var cells: [String: String] = [:]
    var path: [String] = []
    var rest = json[start...]
    var depth = 0
    repeat {
      guard let next = rest.first else { return cells }
      if next == "," {
        rest.removeFirst()
      } else if next == "{" {
        rest.removeFirst()
        depth += 1
      } else if next == "}" {
        rest.removeFirst()
        depth -= 1
        path = path.dropLast()
      } else if next == "\"" {
        let key = rest.dropFirst().prefix { $0 != "\"" }
        rest = rest.dropFirst(key.count + 3)
        if rest.first == "{" {
          path.append(String(key))
        } else {
          let value = rest.prefix { $0 != "," && $0 != "}" }
          cells[(path + [String(key)]).joined(separator: ".")] = String(value)
          rest = rest.dropFirst(value.count)
        }
      } else {
        return cells
      }
    } while depth > 0
    return cells
  }

  /// The text of a page; a forced line break is one.
  private static func words(of page: String) -> String {
    let text = page.replacing(/<br ?\/?>\n?/, with: "\u{E000}").replacing(/<[^>]+>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
        "&amp;", with: "&")
    return text.replacing(/\s+/, with: " ").replacing("\u{E000}", with: "\n")
  }
}
