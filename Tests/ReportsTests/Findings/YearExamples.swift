import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  private static let title = "云溪区柳林街道办事处2023年政府信息公开工作年度报告"

  static let years = [
    FindingExample(
      "year against the folder",
      ExampleReport().line(startingWith: "title:", becomes: "title: 柳林街道2022年政府信息公开工作年度报告").line(
        startingWith: "year:", becomes: "year: ⟦2022⟧"
      ).marked(),
      .finds(
        PathAgreement.kind, "year 是 2022，而文件在 2023 年的文件夹里", en: "year is 2022, but the file lies in the folder 2023")),
    FindingExample(
      "agency against the file's name",
      ExampleReport().line(startingWith: "agency:", becomes: "agency: ⟦taihe⟧").marked(),
      .finds(PathAgreement.kind, "agency 是 taihe，而文件名是 liulin", en: "agency is taihe, but the file is named liulin")),
    FindingExample(
      "another year in the title",
      ExampleReport().line(startingWith: "title:", becomes: "title: ⟦\"柳林街道2022年政府信息公开工作年度报告\"⟧").marked(),
      .finds(YearAgreement.kind, "标题写的是 2022 年，year 是 2023", en: "the title says 2022, year says 2023")),
    FindingExample(
      "no year in the title",
      ExampleReport().line(startingWith: "title:", becomes: "title: ⟦柳林街道政府信息公开工作年度报告⟧").marked(),
      .finds(YearAgreement.kind, "标题没有写明 2023 年", en: "the title does not name the year 2023")),
    FindingExample(
      "a full-width year in the title, and other years in the text, are fine",
      ExampleReport().line(startingWith: "title:", becomes: "title: 柳林街道２０２３年度报告（2024年发布）").saying(
        "与2022年相比，2024年将继续改进。"
      ).marked()),
    FindingExample(
      "a period outside of the year",
      ExampleReport().line(
        startingWith: "year:", becomes: "year: 2023\nperiod:\n  ⟦from: 2022-01-01\n  to: 2022-12-31⟧\nsource: 办公室"
      ).marked(),
      .finds(
        YearAgreement.kind, "统计期限 2022-01-01 至 2022-12-31 不在 2023 年内",
        en: "the period 2022-01-01 to 2022-12-31 does not lie in 2023")),
    FindingExample(
      "a period turned round",
      ExampleReport().line(
        startingWith: "year:", becomes: "year: 2023\nperiod: ⟦{from: 2023-12-31, to: 2023-01-01}⟧"
      ).marked(),
      .finds(YearAgreement.kind, "统计期限的起止颠倒", en: "the period ends before it starts")),
    FindingExample(
      "a part of the year is a period too",
      ExampleReport().line(startingWith: "year:", becomes: "year: 2023\nperiod: {from: 2023-03-01, to: 2023-12-31}")
        .marked()),
  ]
}
