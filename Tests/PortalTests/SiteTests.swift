import Diagnostics
import Languages
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
    #expect(site.name(ofFunction: "finance") == Translations("财政", en: "Finance"))
    #expect(site.name(ofFunction: "rivers") == Translations("河务"))
    #expect(site.name(ofFunction: "health") == Translations("health"))
  }

  @Test(arguments: ["functions: [finance]", "functions: 财政", "functions: {finance: [财政]}"])
  func invalidFunctionNamesAreReported(_ line: String) throws {
    let (_, findings) = try site(line)
    #expect(findings.ids == ["value-invalid"])
    #expect(findings.first?.range?.line == 4)
  }

  @Test(arguments: [
    "licence: {name: a, url: \"javascript:alert(1)\"}", "licence: {name: a, url: \"data:text/html,x\"}",
    "licence: {name: a, url: /licence.html}", "licence: {name: a, url: \"mailto:a@example.org\"}",
    "licence: {name: a, url: \"https://example.org/\\\"><script>\"}",
    "government_site: {name: a, error_reports: \"javascript:alert(1)\"}",
    "government_site: {name: a, error_reports: \"//example.org/\"}",
    "government_site: {name: a, site_map: \"vbscript:x\"}",
    "government_site: {name: a, site_map: \"mailto:a@example.org\"}",
  ])
  func urlsMustBeWebURLs(_ line: String) throws {
    let (site, findings) = try site(line)
    #expect(findings.ids.filter { $0 != "site-label-missing" } == ["value-invalid"])
    #expect(site.licence?.url == nil && site.government?.errorReports == nil && site.government?.siteMap == nil)
  }

  @Test func errorsMayBeReportedByMail() throws {
    let (site, _) = try site("government_site: {name: a, error_reports: \"mailto:a@example.org\"}")
    #expect(site.government?.errorReports == "mailto:a@example.org")
  }

  @Test(arguments: [
    "https://www.example.org/\\\"onload=x", "https://www.example.org/'", "https://www.example.org/ nb/",
    "https://www.example.org/\\nSitemap: x", "https://www.example.org/\\r\\n",
    "https://www.example.org/\\x85", "https://www.example.org/\\u202E", "https://www.example.org/?a=",
    "https://www.example.org/#a", "https://www.example.org/<b>", "javascript:alert(1)", "//www.example.org/",
    "https://", "https:///", "https://a@b/",
  ])
  func aBaseURLHasOnlyAPath(_ written: String) throws {
    var findings: [Finding] = []
    let source = SourceFile(path: "site.yaml", text: "name: 站\nbase_url: \"\(written)\"\nlanguages: [zh-Hans]\n")
    let site = Site(try #require(YAMLReader.read(source, findings: &findings)), in: source, findings: &findings)
    // An invisible character is reported in addition.
    #expect(findings.ids.filter { $0 != "invisible-character" } == ["value-invalid"])
    #expect(findings.first?.range?.line == 2)
    #expect(site.baseURL == "")
  }
}
