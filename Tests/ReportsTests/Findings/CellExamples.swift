import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  static let cells = [
    FindingExample(
      "1.2万 is no number of 件",
      ExampleReport().row("行政许可", "⟦1.2万⟧").marked(),
      .finds(CellFindings.notANumber, "“1.2万”不是数字", en: "“1.2万” is not a number")),
    FindingExample(
      "words, with emphasis left out",
      ExampleReport().row("行政许可", "⟦**若干**⟧").marked(),
      .finds(CellFindings.notANumber, "“若干”不是数字")),
    FindingExample(
      "text in a part of a sum leaves its sums open",
      ExampleReport().row("（一）予以公开", "⟦一件⟧ | 0 | 0 | 0 | 0 | 0 | 0").marked(),
      .finds(CellFindings.notANumber, "“一件”不是数字")),
    FindingExample(
      "fewer than none",
      ExampleReport().row("行政处罚", "⟦-3⟧").marked(),
      .finds(CellFindings.outOfRange, "-3 小于 0", en: "-3 is less than 0")),
    FindingExample(
      "half a case",
      ExampleReport().row("行政处罚", "⟦1.5⟧").marked(),
      .finds(CellFindings.outOfRange, "1.5 不是整数", en: "1.5 is not a whole number")),
    FindingExample(
      "money may have decimals and no sign",
      ExampleReport().row("行政事业性收费", "⟦-2.02⟧").marked(),
      .finds(CellFindings.outOfRange, "-2.02 小于 0")),
    FindingExample(
      "full-width digits",
      ExampleReport().row("行政强制", "⟦３⟧").marked(),
      .finds(CellFindings.style, "“３”按 3 计", en: "“３” is taken as 3")),
    FindingExample(
      "thousands set apart, in a cell behind Chinese text",
      ExampleReport().row("行政规范性文件", "1 | ⟦11,398,889⟧ | ⟦+19⟧").marked(),
      .finds(CellFindings.style, "“11,398,889”按 11398889 计"), .finds(CellFindings.style, "“+19”按 19 计")),
    FindingExample(
      "a number with its unit",
      ExampleReport().row("行政许可", "⟦3件⟧").marked(),
      .finds(CellFindings.style, "“3件”按 3 计")),
    FindingExample(
      "a remark in brackets is no fault of style",
      ExampleReport().row("规章", "1 | 0 | 22（其中修订 16 件）").marked()),
    FindingExample(
      "元 where the form counts in 万元",
      ExampleReport().row("行政事业性收费", "⟦251000元⟧").marked(),
      .finds(
        CellFindings.unit, "写的是 251000元，按 25.1 万元计", en: "251000元 is taken as 25.1 ×10,000 yuan")),
  ]
}
