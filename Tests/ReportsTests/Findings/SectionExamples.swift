import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  static let sections = [
    FindingExample(
      "no front matter",
      MarkedSource(
        "⟦统计期限"
          + ExampleReport().text.split(separator: "统计期限", maxSplits: 1)[1].replacing(
            "31日。", with: "31日。⟧", maxReplacements: 1)),
      .finds(MetadataFindings.missing, "没有文首信息", en: "There is no front matter")),
    FindingExample(
      "a section left out is said at the next one",
      ExampleReport().without(lineStartingWith: "## 五、").line(
        startingWith: "## 六、", becomes: "⟦## 六、其他需要报告的事项⟧"
      ).marked(),
      .finds(
        SectionFindings.missing, "缺少“五、存在的主要问题及改进情况”这一部分",
        help: "请加上标题：## 五、存在的主要问题及改进情况")),
    FindingExample(
      "the last section left out is said at the end of the file",
      MarkedSource(
        ExampleReport().without(lineStartingWith: "## 六、").text.trimmingLineBreaks() + "\n⟦⟧"),
      .finds(SectionFindings.missing, "缺少“六、其他需要报告的事项”这一部分")),
    FindingExample(
      "a heading twice",
      ExampleReport().line(
        startingWith: "## 一、", becomes: "⟪## 一、总体情况⟫\n\n文字。\n\n⟦## 一、总体概述⟧"
      ).marked(),
      .finds(SectionFindings.doubled, "“一、总体概述”出现了两次", en: "“一、总体概述” stands twice")),
    FindingExample(
      "a section of one's own",
      MarkedSource(ExampleReport().text + "⟦## 七、附件⟧\n"),
      .finds(SectionFindings.unknown, "格式中没有“七、附件”这一部分")),
    FindingExample(
      "a heading in other words names the title of the form",
      ExampleReport().line(startingWith: "## 六、", becomes: "⟦## 六、其他需要报告的项目⟧").marked(),
      .finds(
        SectionFindings.reworded, "“六、其他需要报告的项目”按“六、其他需要报告的事项”计",
        en: "“六、其他需要报告的项目” is taken as “六、其他需要报告的事项”", help: "请改为“六、其他需要报告的事项”")),
    FindingExample(
      "a heading that says something else where a section is missing",
      ExampleReport().line(startingWith: "## 五、", becomes: "⟦## 五、附件⟧").marked(),
      .finds(SectionFindings.missing, "这里应是“五、存在的主要问题及改进情况”，写的是“五、附件”")),
    FindingExample(
      "a heading without its marks",
      ExampleReport().line(startingWith: "## 三、", becomes: "⟦##三、收到和处理政府信息公开申请情况⟧").marked(),
      .finds(SectionFindings.unmarked)),
    FindingExample(
      "headings without marks are told once",
      ExampleReport().line(startingWith: "## 二、", becomes: "⟦**二、主动公开政府信息情况**⟧")
        .line(startingWith: "## 四、", becomes: "⟪### 四、政府信息公开行政复议、行政诉讼情况⟫").marked(),
      .finds(SectionFindings.unmarked)),
    FindingExample(
      "parts of a section as headings of the second level",
      ExampleReport().saying("⟦## （一）主动公开⟧\n\n文字。\n\n## （二）依申请公开\n\n文字。").marked(),
      .finds(SectionFindings.unknown, "“（一）主动公开”是小标题，请用三级标题（###）；这样的共 2 行")),
    FindingExample(
      "two sections in the wrong order",
      MarkedSource(
        ExampleReport().without(lineStartingWith: "## 五、").text + "⟦## 五、存在的主要问题及改进情况⟧\n\n文字。\n"),
      .finds(
        SectionFindings.order, "“五、存在的主要问题及改进情况”应在“六、其他需要报告的事项”之前",
        en: "“五、存在的主要问题及改进情况” belongs before “六、其他需要报告的事项”")),
  ]
}

extension String {
  /// The text up to its last line that is not empty.
  fileprivate func trimmingLineBreaks() -> String {
    var text = self
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
