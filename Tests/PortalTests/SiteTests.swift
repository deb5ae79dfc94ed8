import Diagnostics
import Markup
import Portal
import Testing

struct SiteTests {
  private func site(_ line: String) throws -> (Site, [Finding]) {
    var findings: [Finding] = []
    let source = SourceFile(
      path: "site.yaml", text: "name: 站\nbase_url: https://www.example.org/\nlanguages: [zh-Hans, en]\n\(line)\n")
    let site = Site(try #require(YAMLReader.read(source, findings: &findings)), in: source, findings: &findings)
    return (site, findings)
  }

  @Test func functionsHaveNamesOrTheirIds() throws {
    let (site, findings) = try site("functions: {finance: {zh: 财政, en: Finance}, rivers: 河务}")
    #expect(findings.isEmpty)
    #expect(site.name(ofFunction: "finance") == LocalizedText("财政", en: "Finance"))
    #expect(site.name(ofFunction: "rivers") == LocalizedText(verbatim: "河务"))
    #expect(site.name(ofFunction: "health") == LocalizedText(verbatim: "health"))
  }

  @Test(arguments: ["functions: [finance]", "functions: 财政", "functions: {finance: [财政]}"])
  func functionsThatAreNoNamesAreTold(_ line: String) throws {
    let (_, findings) = try site(line)
    #expect(findings.ids == ["value-invalid"])
    #expect(findings.first?.range?.line == 4)
  }
}
