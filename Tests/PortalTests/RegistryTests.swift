import Diagnostics
import Markup
import Portal
import Reports
import Testing

struct RegistryTests {
  @Test func anAgencyIsReadFromItsFile() throws {
    var findings: [Finding] = []
    let agency = try #require(
      Fixture.agency(
        "liulin",
        """
        name: 云溪区柳林街道办事处
        region: "530199"
        kind: dispatched
        level: township
        code: 11530199MB00000013
        names:
          - {name: 柳林镇人民政府, to: 2020-12-31}
          - {name: 柳林乡人民政府, to: 2010-06-30}
        active: {from: 2021-01-01}
        """, findings: &findings))
    #expect(agency.id == "liulin")
    #expect(agency.kind == .dispatched)
    #expect(agency.level == .township)
    #expect(agency.activeFrom?.iso == "2021-01-01")
    #expect(agency.name(in: 2009) == "柳林乡人民政府")
    #expect(agency.name(in: 2010) == "柳林镇人民政府", "the name at the end of the year")
    #expect(agency.name(in: 2020) == "柳林镇人民政府")
    #expect(agency.name(in: 2021) == "云溪区柳林街道办事处")
  }

  /// 91350100M000100Y43 is the example in GB 32100-2015.
  @Test(arguments: [
    ("91350100M000100Y43", true), ("91350100M000100Y44", false), ("91350100M000100Y4", false),
    ("91350100m000100y43", false), ("9135O100M000100Y43", false), ("", false),
  ])
  func theCheckDigitOfACodeIsChecked(_ code: String, _ isValid: Bool) {
    var findings: [Finding] = []
    let agency = Fixture.agency("a", "name: a\nregion: \"1\"\ncode: \"\(code)\"", findings: &findings)
    #expect(findings.ids == (isValid ? [] : ["value-invalid"]))
    #expect(agency?.code == (isValid ? code : nil))
  }

  /// It is part of the path of the page that compares its agencies.
  @Test(arguments: [("finance", true), ("civil-affairs", true), ("../finance", false), ("a/b", false)])
  func aFunctionIsAnIdentifier(_ function: String, _ isValid: Bool) {
    var findings: [Finding] = []
    let agency = Fixture.agency("a", "name: a\nregion: \"1\"\nfunction: \(function)", findings: &findings)
    #expect(findings.ids == (isValid ? [] : ["value-invalid"]))
    #expect(agency?.function == (isValid ? function : nil))
  }

  @Test(arguments: ["柳林", "Liulin", "liu_lin", "liu lin", ""])
  func aFileNameThatIsNotAnIdentifierIsAnError(_ name: String) {
    var findings: [Finding] = []
    #expect(Fixture.agency(name, "name: a\nregion: \"1\"", findings: &findings) == nil)
    #expect(findings.ids == ["identifier-invalid"])
  }

  @Test func aRegionThatIsNotRegisteredIsAnErrorWithASuggestion() throws {
    var findings: [Finding] = []
    let regions = try Fixture.regions("- {code: \"530199\", name: 云溪区}", findings: &findings)
    let agency = try #require(Fixture.agency("a", "name: a\nregion: \"530198\"", findings: &findings))
    _ = Registry(regions: regions, agencies: [agency], findings: &findings)
    #expect(findings.ids == ["region-unknown"])
    #expect(findings.first?.help?.english == "did you mean 530199?")
    #expect(findings.first?.range?.line == 3)
  }

  @Test func agenciesAreInTheOrderOfRegionKindAndId() throws {
    var findings: [Finding] = []
    let agencies = [
      ("b", "2", "department"), ("a", "2", "department"), ("z", "1", "institution"), ("c", "2", "government"),
    ]
    .compactMap { Fixture.agency($0.0, "name: x\nregion: \"\($0.1)\"\nkind: \($0.2)", findings: &findings) }
    let regions = try Fixture.regions("- {code: \"1\", name: 甲}\n- {code: \"2\", name: 乙}", findings: &findings)
    let registry = Registry(regions: regions, agencies: agencies, findings: &findings)
    #expect(findings.isEmpty)
    #expect(registry.agencies.map(\.id) == ["z", "c", "a", "b"])
    #expect(registry[agency: "a"]?.id == "a")
    #expect(registry.index(of: "nobody") == nil)
  }
}
