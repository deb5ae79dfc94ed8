import ExampleReports
import Markup
import Testing

@testable import Reports

@Suite("Statements of the prose")
struct StatementTests {
  /// The statements in a paragraph of the overview, each as its subject and number.
  private func statements(in paragraph: String, consolidated: Bool = false) throws -> [String] {
    var example = ExampleReport().saying(paragraph)
    if consolidated { example = example.line(startingWith: "year:", becomes: "year: 2023\nscope: consolidated") }
    let report = try #require(ReadReport(example).report)
    let narrative = Narrative(report)
    return narrative.statements.map {
      "\($0.subject) \($0.applicants.isEmpty ? "" : "\($0.applicants) ")\($0.number.value)"
    }
      + narrative.shares.map { "share \($0.percent.value)%" }
      + narrative.growths.map { "\($0.isMore ? "+" : "-")\($0.number.value)\($0.number.unit == .percent ? "%" : "")" }
  }

  @Test(
    "what the reports that were read say",
    arguments: [
      ("全年新收政府信息公开申请191件，上年结转9件，已答复189件。", ["newly 191", "carriedOver 9", "handled 189"]),
      ("共受理政府信息公开申请3119件，答复3102件，结转下年度继续办理17件。", ["received 3119", "handled 3102", "carriedForward 17"]),
      ("全年收到政府信息公开申请**13**件。", ["received 13"]),
      ("全年共收到书面或其他形式要求公开政府信息的申请13件，均在法定期限内答复。", ["received 13"]),
      ("受理依申请公开三件。", ["received 3"]),
      ("新收政府信息公开申请１４件（自然人13件，法人或其他组织1件）。", ["newly 14", "newly [0] 13", "newly [1, 2, 3, 4, 5] 1"]),
      ("收到政府信息公开申请749件，其中自然人申请741件。", ["received 749", "received [0] 741"]),
      (
        "因政府信息公开工作被申请行政复议27件（结果维持18件、尚未审结1件），被提起行政诉讼8件（结果维持5件）。",
        [
          "disputes(Reports.Statement.Disputes(rawValue: 1), Reports.Statement.Outcome.total) 27",
          "disputes(Reports.Statement.Disputes(rawValue: 1), Reports.Statement.Outcome.upheld) 18",
          "disputes(Reports.Statement.Disputes(rawValue: 1), Reports.Statement.Outcome.pending) 1",
          "disputes(Reports.Statement.Disputes(rawValue: 2), Reports.Statement.Outcome.total) 8",
          "disputes(Reports.Statement.Disputes(rawValue: 2), Reports.Statement.Outcome.upheld) 5",
        ]
      ),
      (
        "因政府信息公开引发的行政复议、行政诉讼均为3件。",
        [
          "disputes(Reports.Statement.Disputes(rawValue: 1), Reports.Statement.Outcome.total) 3",
          "disputes(Reports.Statement.Disputes(rawValue: 2), Reports.Statement.Outcome.total) 3",
        ]
      ),
      ("收到政府信息公开申请12件，同比增长26.78%。", ["received 12", "+26.78%"]),
      ("收到政府信息公开申请12件（较上年减少3件）。", ["received 12", "-3"]),
      ("收到政府信息公开申请12件，与上年相比下降了２０％，其中自然人10件。", ["received 12", "received [0] 10", "-20%"]),
      ("答复政府信息公开申请189件。予以公开和部分公开合计80件，占办结总数的42.3%。", ["handled 189"]),
      (
        "答复政府信息公开申请189件，予以公开和部分公开合计80件，占办结总数的42.3%。",
        ["handled 189", "results(Reports.Statement.ResultGroups(rawValue: 3)) 80", "share 42.3%"]
      ),
      (
        "制发行政规范性文件8件，废止6件，现行有效77件。",
        [
          "documents(Reports.Statement.Documents(rawValue: 2), Reports.Statement.DocumentCount.issued) 8",
          "documents(Reports.Statement.Documents(rawValue: 2), Reports.Statement.DocumentCount.repealed) 6",
          "documents(Reports.Statement.Documents(rawValue: 2), Reports.Statement.DocumentCount.inForce) 77",
        ]
      ),
    ])
  func found(_ paragraph: String, _ expected: [String]) throws {
    #expect(try statements(in: paragraph) == expected)
  }

  @Test(
    "what is no statement about the tables",
    arguments: [
      "全年受理“12345”政务服务便民热线1421件，按时回复率、办结率均为100%。",
      "2022年收到政府信息公开申请5件。", "较上年政府信息公开申请增加3件。", "上半年收到政府信息公开申请5件。",
      "全市共收到政府信息公开申请3119件。", "全系统各部门收到政府信息公开申请20件。",
      "通过网络渠道收到政府信息公开申请4件。", "延期答复政府信息公开申请2件。", "收到行政许可申请88件。", "受理低保申请12件。",
      "承办行政复议案件312件。", "审理政府信息公开行政复议案件12件。", "一审行政诉讼3件。",
      "行政复议、行政诉讼分别为3件、2件。", "收到政府信息公开申请3件至5件。",
      "收到、办结政府信息公开申请均为3件。", "规章13件（含新制定5件，修改4件，废止4件）。", "12月收到政府信息公开申请2件。", "拟废止行政规范性文件3件。",
      "较上年政府信息公开申请增加3件，同比增长20%。", "政府信息公开申请数量同比增长20%。",
      "公开[指南](https://www.example.gov.cn/2023/13件)。",
    ])
  func notFound(_ paragraph: String) throws {
    #expect(try statements(in: paragraph) == [])
  }

  @Test(
    "what is no change of the number before it",
    arguments: [
      "收到政府信息公开申请12件，信息发布量同比增长20%。", "收到政府信息公开申请12件，发布微博300条，同比增长20%。",
      "收到政府信息公开申请12件，同比增长20%以上。", "收到政府信息公开申请12件，同比增长3个百分点。",
      "收到政府信息公开申请12件，较2021年增长20%。", "收到政府信息公开申请12件，同比网络申请增长20%。",
      "收到政府信息公开申请12件，比上半年增长20%。", "收到政府信息公开申请12件，同比增长1.5倍。",
    ])
  func noGrowth(_ paragraph: String) throws {
    #expect(try !statements(in: paragraph).contains { $0.hasPrefix("+") || $0.hasPrefix("-") })
  }

  @Test func aConsolidatedReportSpeaksForAll() throws {
    #expect(try statements(in: "全区新收政府信息公开申请191件。", consolidated: true) == ["newly 191"])
    #expect(try statements(in: "本机关新收政府信息公开申请5件。", consolidated: true) == [])
  }

  @Test func theYearFromItsFirstToItsLastDayIsTheYear() throws {
    #expect(try statements(in: "2023年1月1日至2023年12月31日，收到政府信息公开申请3件。") == ["received 3"])
  }

  @Test func inThePartOnRequestsApplicationsAreRequests() throws {
    #expect(try statements(in: "### （二）依申请公开\n\n全年收到申请13件，办结12件。") == ["received 13", "handled 12"])
    #expect(try statements(in: "（二）依申请公开情况。全年收到申请13件，办结12件。") == ["received 13", "handled 12"])
    #expect(try statements(in: "### （三）平台建设\n\n全年收到申请13件，办结12件。") == [])
  }
}
