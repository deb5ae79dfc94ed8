import Diagnostics
import MarkedSources
import Markup
import Testing

@testable import Reports

extension FindingExample {
  /// A copy of the form of 2021 with some words replaced.
  private static func form(
    _ name: String, _ edits: [(old: String, new: String)], lacks names: String...
  ) -> FindingExample {
    var text = CopiedForm.text
    for (old, new) in edits {
      precondition(text.contains(old), "\(name): there is no \(old)")
      text = text.replacing(old, with: new)
    }
    return FindingExample(
      name, MarkedSource(text, path: "forms/gov.yaml"),
      .finds(
        FormFindings.incomplete, "缺少检查规则要用的 \(names.joined(separator: "、"))",
        en: "what rules need is missing: \(names.joined(separator: ", "))",
        help: "表单确实没有的，请写明 without: [\(names.joined(separator: ", "))]"))
  }

  private static let form = (old: "\nid: gov-2021\n", new: "\nid: ⟦gov-2021⟧\n")

  private static func table(_ id: String) -> (old: String, new: String) {
    ("  - id: \(id)\n    title", "  - id: ⟦\(id)⟧\n    title")
  }

  /// Located at the id of the table, or at that of the form.
  static let incompleteForms = [
    form(
      "a column under another id", [table("requests"), ("{id: research,", "{id: institutes,")],
      lacks: "requests.new.research", "requests.carried_over.research", "requests.result_total.research",
      "requests.carried_forward.research"),
    form(
      "a row under another id", [table("disclosure"), ("- id: licensing\n", "- id: licences\n")],
      lacks: "disclosure.licensing"),
    form(
      "a row of a group under another id", [table("requests"), ("- id: other.fee_unpaid\n", "- id: other.unpaid\n")],
      lacks: "requests.other.fee_unpaid"),
    form(
      "an equation that is not stated",
      [table("disputes"), ("{id: disputes-total, sum", "{id: results, title: 甲, explanation: 乙, sum")],
      lacks: "disputes-total"),
    form("a section under another id", [form, ("{id: overview,", "{id: general,")], lacks: "overview"),
    form(
      "no section that has to speak of fees", [form, ("    must_state: [processing_fees]\n", "")],
      lacks: "processing_fees"),
    form(
      "tables under another id, which do not say what they are",
      [
        form, ("  - id: disputes\n    title", "  - id: fyss\n    title"), ("table: disputes\n", "table: fyss\n"),
        ("disputes.", "fyss."),
      ], lacks: "disputes"),
  ]
}

@Suite("A form of the regulations loses no rules without a word")
struct IncompleteFormTests {
  private func read(_ source: SourceFile) -> (form: Form?, findings: [Finding]) {
    var findings: [Finding] = []
    let library = FormLibrary([], [source], findings: &findings)
    return (library.forms.first, findings.inReadingOrder())
  }

  private func read(_ text: String) -> (form: Form?, findings: [Finding]) {
    read(SourceFile(path: "forms/gov.yaml", text: text))
  }

  @Test(arguments: FindingExample.incompleteForms)
  func missingFilesAreFound(_ example: FindingExample) {
    let (form, findings) = read(example.source.source)
    #expect(FindingExample.places(of: findings) == example.expectedPlaces)
    #expect(example.surprises(in: findings).isEmpty, "\(example.surprises(in: findings))")
    #expect(form != nil, "reports are not bound to another form for it")
  }

  @Test(arguments: FindingExample.incompleteForms)
  func declaredGapsAreNotReported(_ example: FindingExample) throws {
    let help = try #require(read(example.source.source).findings.first?.help?.english)
    let line = try #require(help.split(separator: "say so: ").last)
    let text = String(decoding: example.source.source.bytes, as: UTF8.self)
    #expect(read("\(line)\n\(text)").findings.isEmpty)
  }

  @Test(arguments: ["requests.new", "requests.new.total", "overview", "requests-balance", "requests", "nothing"])
  func presentPartsCannotBeDeclaredMissing(_ name: String) {
    let found = read("without: [\(name)]\n\(CopiedForm.text)").findings
    #expect(found.map(\.kind.id) == ["value-invalid"] && found.first?.range?.line == 1)
  }

  @Test func aTypoInTheLawIsFound() {
    let found = read(CopiedForm.text.replacing("cn-disclosure-regulations", with: "cn-disclosure-regulation")).findings
    #expect(found.map(\.kind.id) == ["value-invalid"])
    #expect(found.first?.help?.chinese == "是否指 cn-disclosure-regulations？")
  }

  @Test func aRoleBelongsToOneTable() {
    let text = CopiedForm.text.replacing(
      "  - id: disputes\n    title", with: "  - id: disputes\n    role: requests\n    title")
    #expect(read(text).findings.contains { $0.kind.id == "value-invalid" })
  }

  /// Forms of other laws have tables with such ids too.
  @Test func aFormOfAnotherLawNeedsWhatItsRolesRequire() {
    let form = """
      id: other
      title: 其他表单
      sections: [{id: requests, label: 申请, table: requests}]
      tables:
        - id: requests
          title: 申请
          blocks:
            - {id: requests, columns: [{id: a, label: 甲}], rows: [{id: new, label: 乙}]}

      """
    #expect(read(form).findings.isEmpty)
    let stated = read(form.replacing("    title: 申请", with: "    role: requests\n    title: 申请")).findings
    #expect(stated.map(\.kind.id) == ["form-incomplete"] && stated.first?.range?.line == 6)
    #expect(stated.first?.message.english.hasSuffix("and 10 more") == true, "\(stated.map(\.message.english))")
  }

  @Test(arguments: FormLibrary.builtIn.forms.map(\.id))
  func theBuiltInFormsAreComplete(_ id: String) throws {
    let file = try #require(embeddedFiles.first { $0.path.hasSuffix("\(id).yaml") })
    #expect(read("\(file.text)").findings.isEmpty)
  }
}
