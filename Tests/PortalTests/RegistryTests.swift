import Diagnostics
import Markup
import Testing

@testable import Portal

struct RegionTreeTests {
  @Test func isATree() throws {
    let (tree, findings) = try read(
      """
      - {code: "530000", name: 云南省}
      - {code: "530199", name: 云溪区, parent: "530100"}
      - {code: "530100", name: 昆明市, parent: "530000"}
      """)
    #expect(findings.isEmpty)
    #expect(tree.roots.map(\.code) == ["530000"])
    #expect(tree.children(of: "530000").map(\.name) == ["昆明市"])
    #expect(tree.ancestors(of: "530199").map(\.code) == ["530100", "530000"])
  }

  @Test(arguments: [
    ("- {code: \"1\", name: 甲, parent: \"2\"}", "region-unknown"),
    ("- {code: \"1\", name: 甲, parent: \"2\"}\n- {code: \"2\", name: 乙, parent: \"1\"}", "region-unknown"),
    ("- {code: \"1\", name: 甲}\n- {code: \"1\", name: 乙}", "region-doubled"),
    ("- {code: \"../x\", name: 甲}", "value-invalid"),
    ("- {code: \"1\"}", "key-missing"),
    ("- {code: \"1\", name: 甲, parnet: \"2\"}", "key-unknown"),
    ("code: 1", "value-invalid"),
  ])
  func saysWhatIsWrong(_ yaml: String, _ id: String) throws {
    #expect(try read(yaml).findings.map(\.kind.id).contains(id))
  }

  private func read(_ yaml: String) throws -> (tree: RegionTree, findings: [Finding]) {
    var findings: [Finding] = []
    let source = SourceFile(path: "regions.yaml", text: yaml + "\n")
    let value = try #require(YAMLReader.read(source, findings: &findings))
    return (RegionTree(value, in: source, findings: &findings), findings)
  }
}

struct AgencyTests {
  @Test func hasTheNameThatWasInForce() throws {
    let agency = try read("name: 云溪区教育体育局\nregion: \"530199\"\nnames:\n  - {name: 云溪区教育局, to: 2022-12-31}").agency
    #expect(agency?.name(in: 2022) == "云溪区教育局")
    #expect(agency?.name(in: 2023) == "云溪区教育体育局")
  }

  @Test func checksItsCode() throws {
    #expect(SocialCreditCode.isValid("91350100M000100Y43"))
    #expect(!SocialCreditCode.isValid("91350100M000100Y42"))
    #expect(!SocialCreditCode.isValid("91350100M000100Y4"))
    #expect(try read("name: 甲\nregion: \"1\"\ncode: 91350100M000100Y42").findings.map(\.kind.id) == ["value-invalid"])
  }

  @Test func isNamedByItsFile() throws {
    #expect(try read("name: 甲\nregion: \"1\"", path: "agencies/柳林.md").findings.map(\.kind.id) == ["identifier-invalid"])
  }

  private func read(_ yaml: String, path: String = "agencies/liulin.md") throws -> (agency: Agency?, findings: [Finding]) {
    var findings: [Finding] = []
    let source = SourceFile(path: path, text: "---\n\(yaml)\n---\n")
    let document = try #require(MarkupParser().parse(source, findings: &findings))
    return (Agency(document, findings: &findings), findings)
  }
}

struct RouteTests {
  @Test(arguments: [
    (Route.report(year: 2023, agency: "liulin"), "reports/2023/liulin.html", "reports/2023/liulin.json"),
    (.year(2023, page: 1), "years/2023/index.html", "years/2023/index.json"),
    (.year(2023, page: 2), "years/2023/page-2.html", nil),
    (.region("530199", page: 1), "regions/530199/index.html", "regions/530199/index.json"),
    (.agency("liulin"), "agencies/liulin/index.html", "agencies/liulin/index.json"),
    (.home, "index.html", "index.json"), (.notFound, "404.html", nil),
  ] as [(Route, String, String?)])
  func keepsItsAddress(_ route: Route, _ path: String, _ json: String?) {
    #expect(route.path == path)
    #expect(route.json == json)
  }

  @Test func linksWorkUnderAnySubPath() {
    #expect(Route.relative(from: "reports/2023/liulin.html", to: "index.html") == "../../index.html")
    #expect(Route.relative(from: "index.html", to: "years/index.html") == "years/index.html")
  }
}
