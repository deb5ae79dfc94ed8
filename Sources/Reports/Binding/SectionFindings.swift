package import Diagnostics

package enum SectionFindings {
  package static let all: [FindingKind] = [missing, doubled, unknown, order, unmarked, reworded]

  private static let source = LocalizedText(
    "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号", en: "Regulations on Open Government Information, art. 50; circular [2021] No. 30")

  package static let missing = FindingKind(
    "section-missing", .error, concession: .acceptance,
    title: LocalizedText("缺少规定的部分", en: "A required section is missing"),
    explanation: LocalizedText(
      "年度报告由六个部分组成，不能遗漏。每个部分以二级标题（##）开始，标题按含义识别，个别字词不同也可以。",
      en:
        "A report has six sections and none may be left out. Each starts with a heading of the second level (##), which is told by its meaning; small differences in wording do no harm."
    ),
    example: "## 五、存在的主要问题及改进情况\n（没有 ## 六、其他需要报告的事项）", source: source)

  package static let doubled = FindingKind(
    "section-doubled", .error, concession: .acceptance,
    title: LocalizedText("同一部分出现两次", en: "A section stands twice"),
    explanation: LocalizedText(
      "同一个部分只能有一个标题。第二个标题下的表格不会绑定到表单。",
      en: "A section may have one heading only. Tables under the second are not bound to the form."),
    example: "## 一、总体情况\n…\n## 一、总体情况", source: source)

  package static let unknown = FindingKind(
    "section-unknown", .warning,
    title: LocalizedText("格式以外的部分", en: "A section that the form does not know"),
    explanation: LocalizedText(
      "统一格式只有六个部分，“不能遗漏，也不宜泛化”。其他内容请写在第六部分，或用三级标题（###）。",
      en:
        "The form has six sections, no fewer and preferably no more. Put other matters into the sixth, or use a heading of the third level (###)."
    ),
    example: "## 七、附件", source: source)

  package static let order = FindingKind(
    "section-order", .warning,
    title: LocalizedText("部分的次序不对", en: "A section out of order"),
    explanation: LocalizedText(
      "各部分应按统一格式的次序排列。", en: "Sections should stand in the order of the form."),
    example: "## 三、收到和处理政府信息公开申请情况\n…\n## 二、主动公开政府信息情况", source: source)

  package static let unmarked = FindingKind(
    "heading-unmarked", .warning,
    title: LocalizedText("标题没有标题记号", en: "A heading without its marks"),
    explanation: LocalizedText(
      "六个部分的标题行以“## ”开头，井号后有一个空格。只加粗、没有井号、井号后没有空格或用了三级标题的，已按标题识别。gongkai fix 可以改正。",
      en:
        "The heading of each of the six sections starts with “## ”, with a space behind the number signs. One that is bold, has no number signs, no space behind them, or is of the third level is recognised all the same. `gongkai fix` puts it right."
    ),
    example: "##三、收到和处理政府信息公开申请情况", source: source)

  package static let reworded = FindingKind(
    "section-title", .warning,
    title: LocalizedText("部分的标题与格式不同", en: "A section under a title of its own"),
    explanation: LocalizedText(
      "标题的字词与统一格式不同，按位置和字词识别为最相近的一个部分。请核对，并改用格式中的标题。",
      en:
        "The heading has other words than that of the form; by its place and its words it is taken for the section that is most like it. Check it, and use the title of the form."
    ),
    example: "## 五、存在问题和不足", source: source)
}
