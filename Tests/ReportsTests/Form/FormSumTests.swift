import Diagnostics
import Markup
import Testing

@testable import Reports

/// Sums are data of a form; each needs a rule that describes it.
@Suite("The sums of a form")
struct FormSumTests {
  private func findings(rule: String) -> [Finding] {
    let form = """
      id: small
      title: 小表
      tables:
        - id: disputes
          title: 复议
          blocks:
            - id: disputes
              columns: [{id: upheld, label: 结果维持}, {id: total, label: 总计}]
              rows: [{id: review, label: 行政复议}]
      rules:
        - {id: \(rule), sum: [disputes.*.total], equals: [disputes.*.upheld]}

      """
    var findings: [Finding] = []
    let source = SourceFile(path: "forms/small.yaml", text: form)
    _ = FormLibrary(portalForms: [source], findings: &findings)
    return findings
  }

  @Test func areCheckedByTheirRule() { #expect(findings(rule: "disputes-total").isEmpty) }

  @Test func thatNoRuleChecksAreRefused() throws {
    let finding = try #require(findings(rule: "dispute-total").first)
    #expect(finding.kind.id == FieldFindings.invalid.id)
    #expect(finding.range?.line == 11)
    #expect(finding.help?.chinese == "是否指 disputes-total？")
  }
}
