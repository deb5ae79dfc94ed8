import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  private static func correcting(_ list: String) -> ExampleReport {
    ExampleReport().row("一、本年新收政府信息公开申请数量", "4 | 0 | 0 | 0 | 0 | 0 | ⟪4⟫")
      .row("（一）予以公开", "4 | 0 | 0 | 0 | 0 | 0 | 4").row("（七）总计", "4 | 0 | 0 | 0 | 0 | 0 | 4")
      .line(startingWith: "published:", becomes: "published: 2024-01-30\ncorrections:\n\(list)")
  }

  private static func plain(_ example: ExampleReport) -> MarkedSource {
    ExampleReport(text: example.text.filter { !"⟪⟫".contains($0) }).marked()
  }

  static let corrections = [
    FindingExample(
      "a chain of corrections that ends at the value of the table",
      plain(
        correcting(
          """
            - {date: 2024-03-01, cell: requests.new.total, from: 2, to: 3, reason: 漏计}
            - {date: 2024-03-02, section: overview, reason: 笔误}
            - {date: 2024-04-01, cell: requests.new.total, from: "３", to: 4件, reason: 漏计}
          """))),
    FindingExample(
      "a cell that the form does not have, a section that it does not have, both and neither",
      plain(
        correcting(
          """
            - ⟦{date: 2024-03-01, cell: requests.new.totle, from: 2, to: 3, reason: 漏计}⟧
            - ⟦{date: 2024-03-01, section: overveiw, reason: 笔误}⟧
            - ⟦{date: 2024-03-01, section: overview, cell: requests.new.totel, from: 3, to: 4, reason: 笔误}⟧
            - ⟦{date: 2024-03-01, reason: 笔误}⟧
          """)),
      .finds(
        CorrectionPlace.kind, "表单没有单元格 requests.new.totle", en: "the form has no cell requests.new.totle",
        help: "是否指 requests.new.total？"),
      .finds(CorrectionPlace.kind, "没有 overveiw 这一部分", help: "是否指 overview？"),
      .finds(CorrectionPlace.kind, "cell 和 section 只能写一个"),
      .finds(CorrectionPlace.kind, "没有写更正的是 cell 还是 section")),
    FindingExample(
      "a value that is not that of the table",
      correcting("  - ⟦{date: 2024-03-01, cell: requests.new.total, from: 2, to: 3, reason: 漏计}⟧").marked(),
      .finds(
        CorrectionValue.kind, "“本年新收·总计”更正为 3，而表中是 4",
        en: "“new, Total” was corrected to 3, but the table says 4")),
    FindingExample(
      "corrections that do not follow from each other",
      plain(
        correcting(
          """
            - {date: 2024-03-01, cell: requests.new.total, from: 2, to: 3, reason: 漏计}
            - ⟦{date: 2024-04-01, cell: requests.new.total, from: 2, to: 4, reason: 漏计}⟧
            - ⟦{date: 2024-05-01, cell: requests.new.total, from: 4, to: 4, reason: 漏计}⟧
          """)),
      .finds(CorrectionChain.kind, "“本年新收·总计”上一次更正为 3，这一次却从 2 更正"),
      .finds(CorrectionChain.kind, "“本年新收·总计”更正前后相同")),
    FindingExample(
      "corrections out of order, or older than the publication",
      plain(
        correcting(
          """
            - {date: 2024-03-02, section: overview, reason: 笔误}
            - ⟦{date: 2024-03-01, section: problems, reason: 笔误}⟧
          first_published: 2024-01-30
          """)),
      .finds(
        CorrectionOrder.kind, "2024-03-01 的更正排在 2024-03-02 之后",
        en: "the correction of 2024-03-01 stands behind that of 2024-03-02")),
  ]

  static let numbering = [
    FindingExample(
      "rows without a number, with another one, and with the same one in another style",
      ExampleReport().line(
        startingWith: "| 1.属于国家秘密 |", becomes: "| ⟦属于国家秘密⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
      ).line(startingWith: "| 2.重复申请 |", becomes: "| 3.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |").line(
        startingWith: "| 3.要求提供公开出版物 |", becomes: "| 3、要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
      ).marked(),
      .finds(
        RowNumber.kind, "2 行的序号与格式不同，第一个是“属于国家秘密”，格式中是“1.属于国家秘密”",
        en: "2 rows are numbered otherwise than in the form; the first, “属于国家秘密”, is “1.属于国家秘密” there")),
    FindingExample(
      "headings without a number, with another one, and with the same one in another style",
      ExampleReport().line(startingWith: "## 一、", becomes: "⟦## 总体情况⟧")
        .line(startingWith: "## 五、", becomes: "⟦## 四、存在的主要问题及改进情况⟧")
        .line(startingWith: "## 六、", becomes: "## 六. 其他需要报告的事项").marked(),
      .finds(SectionNumber.kind, "标题没有序号“一、”", en: "the heading lacks its number “一、”"),
      .finds(SectionNumber.kind, "序号是“四、”，格式中是“五、”", en: "the number is “四、”, that of the form “五、”")),
  ]
}
