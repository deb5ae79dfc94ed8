import Diagnostics
import MarkedSources
import Testing

@testable import Markup

@Suite("Findings are where the source is marked")
struct MarkedFindingsTests {
  private static let examples =
    FindingExample.sources + FindingExample.limits + FindingExample.frontMatter + FindingExample.fields

  /// Parses a source and reads the keys of a small registry entry from its front matter.
  @Test(arguments: examples)
  func isFoundAsMarked(_ example: FindingExample) {
    var findings: [Finding] = []
    if let document = MarkupParser(limits: .small).parse(example.source.source, findings: &findings) {
      findings += OfficeEntry.findings(in: document)
    }
    findings = findings.inReadingOrder()
    #expect(FindingExample.places(of: findings) == example.expectedPlaces)
    #expect(example.surprises(in: findings) == [])
  }

  private static let kinds = SourceFindings.all + FrontMatterFindings.all + FieldFindings.all

  @Test(arguments: kinds.map(\.id))
  func everyKindHasAnExample(_ id: String) {
    // `file-too-large` is tested in LimitsTests, with a file of 50 MB.
    #expect(
      id == SourceFindings.tooLarge.id || Self.examples.contains { $0.expectations.contains { $0.kind.id == id } })
  }

  @Test(arguments: kinds.map(\.id))
  func everyKindIsExplainedInBothLanguages(_ id: String) throws {
    let kind = try #require(Self.kinds.first { $0.id == id })
    for text in [kind.title, kind.explanation] {
      #expect(!text.chinese.isEmpty && !text.english.isEmpty && text.chinese != text.english)
    }
    #expect(Self.kinds.count { $0.id == id } == 1)
  }
}

/// An entry with one field of each type.
enum OfficeEntry {
  enum Kind: String, CaseIterable {
    case government, department
  }

  static func findings(in document: Document) -> [Finding] {
    var fields = Fields(document.frontMatter, in: document.source)
    _ = fields.requiredText("name")
    _ = fields.integer("year")
    _ = fields.boolean("active")
    _ = fields.choice("kind", Kind.self)
    _ = fields.texts("names")
    _ = fields.optional("contact").map { value in
      fields.mapping(value) { fields in (fields.text("phone"), fields.requiredText("address")) }
    }
    return fields.finish()
  }
}

extension Limits {
  /// Limits that short examples can exceed.
  static var small: Limits {
    var limits = Limits()
    limits.frontMatterBytes = 400
    limits.tableColumns = 4
    limits.tableCells = 12
    limits.nesting = 3
    limits.markers = 10
    return limits
  }
}
