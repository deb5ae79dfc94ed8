import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  /// Decisions and fees, what the text says of its period and its sources, and numbers of persons.
  static let proseRules = [
    FindingExample(
      "decisions and fees as the table has them, and what was published of them",
      decisions.saying(
        "作出行政许可决定9件、行政处罚决定7件，行政强制0件。收取行政事业性收费12.5万元。\n\n公示行政许可信息55条，公开行政处罚案件信息99条。"
      ).marked()),
    FindingExample(
      "decisions and fees that the table does not have",
      decisions.saying("行政许可处理决定⟦10件⟧，作出行政处罚决定⟦8件⟧。收取行政事业性收费⟦92万元⟧。").marked(),
      .finds(NarrativeDecisions.kind, "正文写 10件，表中为 9", en: "the text says 10件, the table 9"),
      .finds(NarrativeDecisions.kind), .finds(NarrativeDecisions.kind, "正文写 92万元，表中为 12.5 万元")),
    FindingExample(
      "no period",
      ExampleReport().line(startingWith: "统计期限为", becomes: "本报告根据《条例》编制。").line(
        startingWith: "title:", becomes: "title: ⟦云溪区柳林街道办事处2023年政府信息公开工作年度报告⟧"
      ).marked(),
      .finds(PeriodNotStated.kind, "没有写明统计期限", en: "the period of the figures is not stated")),
    FindingExample(
      "a period that does not end with the year",
      ExampleReport().line(startingWith: "统计期限为", becomes: "统计期限为2023年1月1日至⟦2023年12月20日⟧。")
        .marked(),
      .finds(PeriodInText.kind, "统计期限写的是 2023年12月20日，应为12月31日")),
    FindingExample(
      "a period in numerals, with points, and that does not begin with the year",
      ExampleReport().line(
        startingWith: "统计期限为",
        becomes:
          "统计时限为⟦二〇二二年⟧一月一日至二〇二二年十二月三十一日。\n\n数据期限：⟦2022⟧.1.1—2022.12.31。\n\n统计起止时间为⟦2023年2月1日⟧至12月31日。"
      ).marked(),
      .finds(PeriodInText.kind, "统计期限写的是 二〇二二年，报告年度是 2023"), .finds(PeriodInText.kind),
      .finds(PeriodInText.kind, "统计期限写的是 2023年2月1日，应为1月1日")),
    FindingExample(
      "a circular that was replaced",
      ExampleReport().saying("根据国办公开办函〔⟦2019〕60号⟧要求编制。").marked(),
      .finds(
        OutdatedCircular.kind, "2019〕60号 已被国办公开办函〔2021〕30号取代",
        en: "2019〕60号 was replaced by [2021] No. 30")),
    FindingExample(
      "the circular in force", ExampleReport().saying("根据国办公开办函〔2021〕30号要求编制。").marked()),
    FindingExample(
      "last year at the beginning",
      ExampleReport().saying("⟦2022年⟧，我街道认真贯彻落实《条例》。").marked(),
      .finds(OpeningYear.kind, "这一段以 2022年 开头，报告年度是 2023")),
    FindingExample(
      "other years at the beginning that are meant",
      ExampleReport().saying("2022年以来，我街道推进公开。\n\n### （一）主动公开\n\n2022年，公开信息9条；2023年，公开12条。")
        .marked()),
    FindingExample(
      "as of the end of another year",
      ExampleReport().saying(
        "截至⟦2024年12月31日⟧，共公开信息169篇。\n\n截至2023年底，公开信息9篇。\n\n截至2024年1月20日，均已办结。"
      ).marked(), .finds(AsOfDate.kind, "“截至2024年12月31日”，报告年度是 2023")),
    FindingExample(
      "dates at the end that no calendar has",
      ExampleReport().section("六、其他需要报告的事项", becomes: "未收取信息处理费。\n\n柳林街道办事处\n\n⟦2024年2月30日⟧")
        .marked(),
      .finds(ClosingDate.kind, "没有 2024年2月30日 这一天", en: "there is no such day")),
    FindingExample(
      "numbers of persons whose digits are set apart",
      ExampleReport().saying(
        "申请人手机号为⟦138-0013-8000⟧。当事人李某（⟦138 0013 8000⟧）来访。张某驾驶⟦云A12345⟧小型汽车。银行卡号⟦6222 0212 3456 7890 128⟧。"
      ).marked(), .finds(PersonalData.kind), .finds(PersonalData.kind, "正文有手机号"),
      .finds(PersonalData.kind, "正文有车牌号"),
      .finds(PersonalData.kind, "正文有银行卡号", en: "a bank card is in the text")),
    FindingExample(
      "numbers of offices",
      ExampleReport().saying("联系电话：138-0013-8000。办公电话0871-63161234。公务用车云A12345由办公室管理，驾驶员须持证。")
        .marked()),
    FindingExample(
      "a section that says there is no problem",
      ExampleReport().section("五、存在的主要问题及改进情况", becomes: "本年度没有发现明显问题。").line(
        startingWith: "## 五、", becomes: "⟦## 五、存在的主要问题及改进情况⟧"
      ).marked(), .finds(EmptySection.kind)),
    FindingExample(
      "an overview that only says how the report was written",
      ExampleReport().section(
        "一、总体情况",
        becomes:
          "本年度报告按照《中华人民共和国政府信息公开条例》的要求编制，由总体情况等6个部分组成。所列数据的统计期限为2023年1月1日至12月31日。如有疑问，请与本机关办公室联系。"
      ).line(startingWith: "## 一、", becomes: "⟦## 一、总体情况⟧").marked(),
      .finds(EmptySection.kind, "“一、总体情况”只有编制说明，没有写工作情况")),
    FindingExample(
      "an overview that says how the report was written, and then what was done",
      ExampleReport().section(
        "一、总体情况",
        becomes: "本年度报告按照《中华人民共和国政府信息公开条例》的要求编制。统计期限为2023年1月1日至12月31日。全年制作并公布政策解读12件。"
      ).marked()),
    FindingExample(
      "a closing date with dots after the day of publication",
      ExampleReport().section("六、其他需要报告的事项", becomes: "未收取信息处理费。\n\n⟦2024.3.1⟧").marked(), .finds(ClosingDate.kind)),
    FindingExample(
      "closing dates in other styles",
      ExampleReport().section("六、其他需要报告的事项", becomes: "未收取信息处理费。\n\n（2024-01-30）").marked()),
  ]

  private static let decisions = ExampleReport().row("行政许可", "9").row("行政处罚", "7").row("行政强制", "0")
    .row(
      "行政事业性收费", "12.5")
}
