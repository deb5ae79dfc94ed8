import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  static let sections = [
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
      "a heading with a slip is a section that is not known and one that is missing",
      MarkedSource(
        ExampleReport().line(startingWith: "## 六、", becomes: "⟦## 六、其他需要报告的项目⟧").text.trimmingLineBreaks() + "\n⟦⟧"),
      .finds(SectionFindings.unknown, help: "是否指“六、其他需要报告的事项”？"),
      .finds(SectionFindings.missing)),
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
