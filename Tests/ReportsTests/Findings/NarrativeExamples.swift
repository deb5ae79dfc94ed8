import ExampleReports
import MarkedSources

@testable import Reports

extension ExampleReport {
  /// Thirteen requests from natural persons, one of them from last year; ten granted, two denied, one carried forward.
  static let withRequests = ExampleReport()
    .row("一、本年新收政府信息公开申请数量", "12 | 0 | 0 | 0 | 0 | 0 | 12")
    .row("二、上年结转政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1")
    .row("（一）予以公开", "10 | 0 | 0 | 0 | 0 | 0 | 10")
    .row("1.属于国家秘密", "2 | 0 | 0 | 0 | 0 | 0 | 2")
    .row("（七）总计", "12 | 0 | 0 | 0 | 0 | 0 | 12")
    .row("四、结转下年度继续办理", "1 | 0 | 0 | 0 | 0 | 0 | 1")

  /// One case reconsidered, one lawsuit of each kind.
  static let withDisputes = ExampleReport()
    .row("行政复议", "1 | 0 | 0 | 0 | 1").row("未经复议直接起诉", "0 | 1 | 0 | 0 | 1").row("复议后起诉", "0 | 1 | 0 | 0 | 1")
}

extension FindingExample {
  static let narrativeRequests = [
    FindingExample(
      "both senses of 收到 are right",
      ExampleReport.withRequests.saying("收到政府信息公开申请12件。\n\n受理政府信息公开申请13件，答复12件，结转下年度1件。").marked()),
    FindingExample(
      "a number that fits neither sense",
      ExampleReport.withRequests.saying("全年收到政府信息公开申请⟦11件⟧。").marked(),
      .finds(
        NarrativeRequests.kind, "正文写 11件，表中本年新收为 12，本年新收＋上年结转为 13",
        en: "the text says 11件, in the table new is 12, new + carried over is 13")),
    FindingExample(
      "the sense of the total is that of the applicants",
      ExampleReport.withRequests.saying("受理政府信息公开申请13件（自然人⟦11件⟧，法人或其他组织0件）。").marked(),
      .finds(NarrativeRequests.kind, help: "正文的总数按“本年新收＋上年结转”口径，同一口径下应为 13")),
    FindingExample(
      "a year with 度 between what is carried and its number, and 对 before a result",
      ExampleReport.withRequests.saying(
        "结转2024年度1件。结转2024年度⟦6件⟧。跨年办理1件。对10件申请予以公开，对⟦3件⟧申请不予公开。", under: "## 三、"
      ).marked(), .finds(NarrativeRequests.kind), .finds(NarrativeRequests.kind)),
    FindingExample(
      "results, groups of results and what is carried forward",
      ExampleReport.withRequests.saying(
        "新收政府信息公开申请⟦13件⟧，上年结转⟦2件⟧，办结⟦13件⟧：予以公开⟦9件⟧、不予公开⟦1件⟧、无法提供⟦4件⟧，结转下年度继续办理⟦3件⟧。"
      ).marked(),
      .finds(NarrativeRequests.kind), .finds(NarrativeRequests.kind, "正文写 2件，表中上年结转为 1"),
      .finds(NarrativeRequests.kind, "正文写 13件，表中办理结果总计为 12"), .finds(NarrativeRequests.kind),
      .finds(NarrativeRequests.kind, "正文写 1件，表中不予公开为 2"), .finds(NarrativeRequests.kind),
      .finds(NarrativeRequests.kind)),
    FindingExample(
      "granted wholly and in part, together",
      ExampleReport.withRequests.saying("答复政府信息公开申请12件，予以公开及部分公开⟦8件⟧。").marked(),
      .finds(
        NarrativeRequests.kind, "正文写 8件，表中予以公开＋部分公开为 10",
        en: "the text says 8件, in the table granted + granted in part is 10")),
    FindingExample(
      "a text cell leaves the sum open",
      ExampleReport.withRequests.row("四、结转下年度继续办理", "1 | 0 | 0 | 0 | 0 | 0 | ⟦若干⟧").saying(
        "收到政府信息公开申请12件，结转下年度5件。"
      ).marked(), .finds(CellFindings.notANumber)),
    FindingExample(
      "a hotline is no request",
      ExampleReport.withRequests.saying("全年受理“12345”政务服务便民热线1421件，按时回复率、办结率均为100%。").marked()),
  ]

  static let narrativeDisputes = [
    FindingExample(
      "reconsiderations, and lawsuits of both kinds together or apart",
      ExampleReport.withDisputes.saying(
        "因政府信息公开被申请行政复议1件（结果维持1件），被提起行政诉讼2件（结果纠正2件）。\n\n因政府信息公开被提起行政诉讼1件。"
      ).marked()),
    FindingExample(
      "cases that the table does not have",
      ExampleReport.withDisputes.saying("因政府信息公开被申请行政复议⟦3件⟧（结果维持⟦2件⟧），被提起行政诉讼⟦5件⟧。").marked(),
      .finds(NarrativeDisputes.kind, "正文写 3件，表中为 1", en: "the text says 3件, the table 1"),
      .finds(NarrativeDisputes.kind), .finds(NarrativeDisputes.kind, "正文写 5件，表中为 2")),
    FindingExample(
      "who decides disputes speaks of others' cases",
      ExampleReport.withDisputes.saying("全年承办政府信息公开行政复议案件312件。").marked()),
  ]

  static let narrativeShares = [
    FindingExample(
      "a share of the results, of an earlier number, rounded or cut off",
      ExampleReport.withRequests.saying(
        "办结政府信息公开申请12件，予以公开10件，占83.3%。\n\n答复政府信息公开申请12件，不予公开2件，占办结总数的16.6%；按时答复率100%。"
      ).marked()),
    FindingExample(
      "a share that does not follow",
      ExampleReport.withRequests.saying("办结政府信息公开申请12件，予以公开10件，占办结总数的⟦93.3%⟧。").marked(),
      .finds(
        NarrativeShare.kind, "10 件占办结总数 12 件的 83.33%，正文写 93.3%", en: "10 of 12 is 83.33%, the text says 93.3%")),
    FindingExample(
      "a share where nothing was handled yet",
      ExampleReport().row("一、本年新收政府信息公开申请数量", "4 | 0 | 0 | 0 | 0 | 0 | 4")
        .row("四、结转下年度继续办理", "4 | 0 | 0 | 0 | 0 | 0 | 4")
        .saying("新收政府信息公开申请4件，自然人4件，占⟦50%⟧。").marked(),
      .finds(NarrativeShare.kind, "4 件占本年新收 4 件的 100.00%，正文写 50%")),
  ]

  static let narrativeDocuments = [
    FindingExample(
      "documents issued, with or without those repealed",
      ExampleReport().row("行政规范性文件", "8 | 6 | 77").saying("制发行政规范性文件8件，废止6件，现行有效77件。\n\n制定规范性文件14件。").marked()),
    FindingExample(
      "documents that the table does not have",
      ExampleReport().row("行政规范性文件", "8 | 6 | 77").saying("制发行政规范性文件⟦9件⟧，废止⟦5件⟧。").marked(),
      .finds(NarrativeDocuments.kind, "正文写 9件，表中为 8", en: "the text says 9件, the table 8"),
      .finds(NarrativeDocuments.kind)),
  ]

  static let zeroReports = [
    FindingExample(
      "no request, but the table has one",
      ExampleReport.withRequests.saying("2023年⟦未收到政府信息公开申请⟧，也没有因政府信息公开引起的其他情况。").marked(),
      .finds(
        ZeroReport.kind, "正文写“未收到政府信息公开申请”，表中为 12 件", en: "the text says “未收到政府信息公开申请”, the table has 12")),
    FindingExample(
      "no reconsideration and no lawsuit, but the table has them",
      ExampleReport.withDisputes.saying("全年⟦未发生行政复议、行政诉讼⟧。").marked(), .finds(ZeroReport.kind)),
    FindingExample(
      "an office without requests may have those carried over, or disputes",
      ExampleReport.withDisputes.row("二、上年结转政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "四、结转下年度继续办理", "1 | 0 | 0 | 0 | 0 | 0 | 1"
      ).row("一、本年新收政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1").row("（一）予以公开", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "（七）总计", "1 | 0 | 0 | 0 | 0 | 0 | 1"
      ).saying("通过信函未收到政府信息公开申请。上半年未收到政府信息公开申请。未收到涉企政府信息公开申请。未发生败诉的行政诉讼。").marked()),
  ]

  static let requiredText = [
    FindingExample(
      "a section that only says none",
      ExampleReport().section("五、存在的主要问题及改进情况", becomes: "无。").line(
        startingWith: "## 五、", becomes: "⟦## 五、存在的主要问题及改进情况⟧"
      ).marked(), .finds(EmptySection.kind, "“五、存在的主要问题及改进情况”没有内容")),
    FindingExample(
      "an empty overview, but a picture is content",
      ExampleReport().section("一、总体情况", becomes: "").line(startingWith: "## 一、", becomes: "⟦## 一、总体情况⟧").section(
        "五、存在的主要问题及改进情况", becomes: "![问题清单：公开不够及时](liulin/a.png)"
      ).marked(), .finds(EmptySection.kind)),
    FindingExample(
      "nothing of fees",
      ExampleReport().section("六、其他需要报告的事项", becomes: "无").line(
        startingWith: "## 六、", becomes: "⟦## 六、其他需要报告的事项⟧"
      ).marked(),
      .finds(FeeReport.kind, "没有写明信息处理费收取情况", en: "nothing is said of processing fees", help: "没有收取的，请写明未收取信息处理费")),
    FindingExample(
      "that no fee was charged is enough, in other words too",
      ExampleReport().section("六、其他需要报告的事项", becomes: "依申请公开未收取任何费用。").marked()),
    FindingExample(
      "requests that lapsed for a fee that nobody speaks of",
      ExampleReport().row("一、本年新收政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "1 | 0 | 0 | 0 | 0 | 0 | ⟦1⟧"
      ).row("（七）总计", "1 | 0 | 0 | 0 | 0 | 0 | 1").section("六、其他需要报告的事项", becomes: "信息处理费：无。").marked(),
      .finds(FeeNotice.kind, "有 1 件逾期不缴费，第六部分没有说到收费通知")),
    FindingExample(
      "a notice of the fee answers this",
      ExampleReport().row("一、本年新收政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "1 | 0 | 0 | 0 | 0 | 0 | 1"
      ).row("（七）总计", "1 | 0 | 0 | 0 | 0 | 0 | 1").section("六、其他需要报告的事项", becomes: "发出收费通知1件，未收到信息处理费。").marked()),
  ]

  static let periodAndPersons = [
    FindingExample(
      "last year's period left in the text",
      ExampleReport().line(startingWith: "统计期限为", becomes: "统计期限为⟦2022年⟧1月1日至2022年12月31日。").marked(),
      .finds(PeriodInText.kind, "统计期限写的是 2022年，报告年度是 2023", en: "the period says 2022年, the report is for 2023")),
    FindingExample(
      "a period of the front matter's own is not compared",
      ExampleReport().line(startingWith: "year:", becomes: "year: 2023\nperiod: {from: 2023-03-01, to: 2023-12-31}")
        .line(
          startingWith: "统计期限为", becomes: "统计期限为2022年1月1日至2023年12月31日。"
        ).marked()),
    FindingExample(
      "an identity number and a mobile number",
      ExampleReport().saying("申请人张某（⟦11010519491231002X⟧）来电⟦13800138000⟧。").marked(),
      .finds(PersonalData.kind, "正文有身份证号", en: "an identity number is in the text"),
      .finds(PersonalData.kind, "正文有手机号", en: "a mobile number is in the text")),
    FindingExample(
      "a wrong check digit, a credit code, a contact and an address are no personal data",
      ExampleReport().saying(
        "编号110105194912310021，代码11530199MB0000001L，联系电话：13800138000，[网页](https://www.example.gov.cn/13800138000)。"
      ).marked()),
    FindingExample(
      "signed after it was published",
      ExampleReport().section("六、其他需要报告的事项", becomes: "未收取信息处理费。\n\n柳林街道办事处\n\n⟦2024年3月1日⟧").marked(),
      .finds(ClosingDate.kind, "落款日期 2024-03-01 晚于发布日期 2024-01-30")),
    FindingExample(
      "signed before",
      ExampleReport().section("六、其他需要报告的事项", becomes: "未收取信息处理费。\n\n柳林街道办事处\n\n2024年1月30日").marked()),
  ]

  static let sanity = [
    FindingExample(
      "fewer in force than were issued",
      ExampleReport().row("行政规范性文件", "8 | 1 | ⟦5⟧").marked(),
      .finds(
        DocumentsInForce.kind, "行政规范性文件：现行有效 5，少于本年制发 8－废止 1",
        en: "Normative documents: 5 in force, fewer than 8 issued − 1 repealed")),
    FindingExample("as many as were issued and not repealed", ExampleReport().row("行政规范性文件", "8 | 1 | 7").marked()),
    FindingExample(
      "more carried forward than received",
      ExampleReport().row("一、本年新收政府信息公开申请数量", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "二、上年结转政府信息公开申请数量", "2 | 0 | 0 | 0 | 0 | 0 | 2"
      ).row("（一）予以公开", "1 | 0 | 0 | 0 | 0 | 0 | 1").row("（七）总计", "1 | 0 | 0 | 0 | 0 | 0 | 1").row(
        "四、结转下年度继续办理", "2 | 0 | 0 | 0 | 0 | 0 | ⟦2⟧"
      ).marked(), .finds(CarriedForwardShare.kind, "结转下年度 2 件，多于本年新收 1 件")),
    FindingExample(
      "half of all results are other",
      ExampleReport().row("一、本年新收政府信息公开申请数量", "20 | 0 | 0 | 0 | 0 | 0 | 20").row(
        "（一）予以公开", "10 | 0 | 0 | 0 | 0 | 0 | 10"
      ).row("3.其他", "10 | 0 | 0 | 0 | 0 | 0 | ⟦10⟧").row("（七）总计", "20 | 0 | 0 | 0 | 0 | 0 | 20").marked(),
      .finds(OtherResultsShare.kind)),
  ]

  /// Correct phrases of published reports, with the figures of their tables scaled to those of the example.
  static let honestPhrases = [
    FindingExample(
      "a total with carried-over requests, and its applicants in the same sense",
      ExampleReport.withRequests.saying(
        "2023年，共受理政府信息公开申请13件，其中，自然人申请13件。按办理结果统计，共办结12件（含上年结转1件），顺延下年度答复1件。"
      ).marked()),
    FindingExample(
      "other numbers beside: channels, growth, a satisfaction survey, sittings",
      ExampleReport.withRequests.saying(
        "收到政府信息公开申请12件，同比增长26.78%，其中网络申请10件、信函申请2件，按时答复率100%，群众满意度98%。全市各部门共受理政府信息公开申请3119件。"
      ).marked()),
    FindingExample(
      "no new request, yet a case of last year's",
      ExampleReport.withDisputes.saying("2023年未收到政府信息公开申请。因上年度信息公开答复被申请行政复议1件。").marked()),
    FindingExample(
      "rules with a breakdown of their own",
      ExampleReport().row("规章", "5 | 4 | 22").saying("公开规章13件（含新制定5件，修改4件，废止4件）。").marked()),
  ]
}
