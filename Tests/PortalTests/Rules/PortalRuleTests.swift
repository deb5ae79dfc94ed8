import Diagnostics
import Markup
import Portal
import Reports
import Testing

@Suite("Rules that need to know whose report it is")
struct PortalRuleTests {
  private static let registryLines: [(String, String)] = [
    ("yunxi", "name: 云溪区人民政府\nregion: \"530199\"\nkind: government\nlevel: county"),
    ("yunxi-office", "name: 云溪区人民政府办公室\nregion: \"530199\"\nkind: government_office\nlevel: county"),
    ("caizheng", "name: 云溪区财政局\nregion: \"530199\"\nkind: department\nlevel: county"),
    ("liulin", "name: 云溪区柳林街道办事处\nregion: \"530199\"\nkind: dispatched\nlevel: township"),
    ("longtan", "name: 云溪区龙潭镇人民政府\nregion: \"530199\"\nkind: government\nlevel: township"),
    ("kunming", "name: 昆明市人民政府\nregion: \"530100\"\nkind: government\nlevel: prefecture"),
  ]

  private func registry() throws -> Registry {
    var findings: [Finding] = []
    let regions = try Fixture.regions(
      """
      - {code: "530100", name: 昆明市}
      - {code: "530199", name: 云溪区, parent: "530100"}
      """, findings: &findings)
    let agencies = Self.registryLines.compactMap { Fixture.agency($0.0, $0.1, findings: &findings) }
    return Registry(regions: regions, agencies: agencies, findings: &findings)
  }

  private func site(_ yaml: String) throws -> Site {
    var findings: [Finding] = []
    let source = SourceFile(
      path: "site.yaml", text: "name: 站\nbase_url: https://www.example.org/\nlanguages: [zh-Hans]\n\(yaml)\n")
    let site = Site(try #require(YAMLReader.read(source, findings: &findings)), in: source, findings: &findings)
    #expect(findings.isEmpty, "\(findings.map(\.message.english))")
    return site
  }

  /// Ids and messages of the findings in a report of an agency.
  private func findings(
    of agency: String, year: Int = 2023, published: String = "2024-01-20", title: String? = nil,
    frontMatter: String = "",
    text: String = "本年开展了工作考核、社会评议，未发生责任追究情形。", rules: String = "0 | 0 | 0", closing: String = "",
    site yaml: String = ""
  ) throws -> [Finding] {
    var findings: [Finding] = []
    let registry = try registry()
    let name = registry.name(of: agency, in: year)
    let source = SourceFile(
      path: "reports/\(year)/\(agency).md",
      text: """
        ---
        title: \(title ?? "\(name)\(year)年政府信息公开工作年度报告")
        agency: \(agency)
        year: \(year)
        published: \(published)
        \(frontMatter)
        ---
        ## 一、总体情况

        \(text)

        ## 二、主动公开政府信息情况

        | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
        |---|---:|---:|---:|
        | 规章 | \(rules) |

        ## 六、其他需要报告的事项

        未收取信息处理费。

        \(closing)

        """)
    let document = try #require(MarkupParser().parse(source, findings: &findings))
    let reader = ReportReader(forms: FormLibrary(findings: &findings))
    let report = try #require(reader.read(document, findings: &findings))
    var found: [Finding] = []
    PortalRules(registry, try site(yaml)).check(report, Narrative(report), findings: &found)
    return found
  }

  @Test(
    "the deadline depends on kind, level and year",
    arguments: [
      ("caizheng", 2023, "2024-01-31", false), ("caizheng", 2023, "2024-02-01", true),
      ("yunxi-office", 2023, "2024-02-01", true), ("yunxi", 2023, "2024-03-31", false),
      ("yunxi", 2023, "2024-04-01", true), ("liulin", 2023, "2024-12-01", false),
      ("longtan", 2023, "2024-12-01", false),
      ("caizheng", 2018, "2019-03-31", false), ("caizheng", 2018, "2019-04-01", true),
      ("liulin", 2018, "2019-04-01", true),
      ("caizheng", 2023, "2024-01-31 23:00", false),
    ])
  func lateness(_ agency: String, _ year: Int, _ published: String, _ isLate: Bool) throws {
    let ids = try findings(of: agency, year: year, published: published).ids
    #expect(ids == (isLate ? ["published-late"] : []))
  }

  @Test func aPortalSetsDeadlinesOfItsOwn() throws {
    let own = """
      deadlines:
        - {kind: department, from: 2022, date: 01-28}
        - {kind: dispatched, date: 02-20}
        - {kind: government, level: county, date: none}
      """
    #expect(try findings(of: "caizheng", published: "2024-01-29", site: own).ids == ["published-late"])
    #expect(try findings(of: "caizheng", year: 2021, published: "2022-01-29", site: own).ids == [])
    #expect(try findings(of: "liulin", published: "2024-02-21", site: own).ids == ["published-late"])
    #expect(try findings(of: "yunxi", published: "2024-06-01", site: own).ids == [])
  }

  @Test func firstPublicationElsewhereCounts() throws {
    let moved = "first_published: 2024-01-20"
    #expect(try findings(of: "caizheng", published: "2026-05-01", frontMatter: moved).ids == [])
    let late = try findings(of: "caizheng", published: "2026-05-01")
    #expect(late.first?.help?.chinese == "若是迁移来的旧年报，请写 first_published")
    #expect(late.first?.message.chinese == "2026-05-01 发布，期限是 2024-01-31")
    #expect(late.first?.range?.line == 5)
  }

  @Test func publishedBeforeTheYearWasOver() throws {
    #expect(try findings(of: "caizheng", published: "2023-01-20").ids == ["published-early"])
    #expect(
      try findings(of: "caizheng", published: "2023-12-20", frontMatter: "period: {from: 2023-01-01, to: 2023-11-30}")
        .ids == [])
  }

  @Test(
    "rules are made by governments of cities with districts and above",
    arguments: [
      ("liulin", true), ("yunxi", true), ("caizheng", true), ("kunming", false),
    ])
  func ruleMakingPower(_ agency: String, _ isFound: Bool) throws {
    let found = try findings(of: agency, rules: "2 | 0 | 5")
    #expect(found.ids == (isFound ? ["rule-making-power"] : []))
    if isFound { #expect(found[0].cell == "disclosure.regulations.issued" && found[0].range?.line == 16) }
  }

  @Test func governmentsSpeakOfAccountability() throws {
    let found = try findings(of: "yunxi", text: "加强业务培训，开展工作考核。")
    #expect(found.ids == ["accountability-not-reported"])
    #expect(found.first?.message.chinese == "没有说到社会评议、责任追究")
    #expect(try findings(of: "longtan", text: "加强业务培训。").ids == ["accountability-not-reported"])
    #expect(try findings(of: "liulin", text: "加强业务培训。").ids == [], "a street is no government")
    #expect(try findings(of: "caizheng", text: "加强业务培训。").ids == [])
    #expect(try findings(of: "yunxi", text: "纳入年度考核，第三方评估满意度测评98分，无追责情形。").ids == [])
  }

  @Test(
    "an office that calls itself another",
    arguments: [
      ("longtan", "我局", true), ("longtan", "我镇", false), ("caizheng", "我局", false), ("caizheng", "我镇", true),
      ("liulin", "我街道", false), ("liulin", "我局", true), ("yunxi-office", "我委", true),
    ])
  func selfReference(_ agency: String, _ word: String, _ isFound: Bool) throws {
    let text = "2023年，\(word)认真落实条例，\(word)开展工作考核、社会评议，未发生责任追究情形。"
    let found = try findings(of: agency, text: text)
    #expect(found.ids == (isFound ? ["self-reference"] : []), "said once a report")
    if isFound { #expect(found[0].range?.column == 7) }
  }

  @Test func anotherUnitsNameInTitleOrSignature() throws {
    let title = "云溪区龙潭镇人民政府2023年政府信息公开工作年度报告"
    #expect(try findings(of: "liulin", title: title).ids == ["other-unit"])
    #expect(try findings(of: "liulin", closing: "云溪区龙潭镇人民政府\n\n2024年1月20日").ids == ["other-unit"])
    #expect(try findings(of: "liulin", closing: "云溪区柳林街道办事处\n\n2024年1月20日").ids == [])
    #expect(try findings(of: "yunxi", closing: "云溪区人民政府办公室\n\n2024年1月20日").ids == [], "its own office")
    #expect(try findings(of: "liulin", frontMatter: "joint: [longtan]", closing: "云溪区龙潭镇人民政府\n\n2024年1月20日").ids == [])
  }
}
