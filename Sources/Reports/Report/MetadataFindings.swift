internal import Diagnostics

enum MetadataFindings {
  static let all: [FindingKind] = [missing]

  static let missing = FindingKind(
    "front-matter-missing", .error, concession: .none,
    title: LocalizedText("没有文首信息", en: "There is no front matter"),
    explanation: LocalizedText(
      "年报的开头应有文首信息：一行 ---，再是 title、agency、year、published，再一行 ---。gongkai new report 写出的空白年报已有这一段。",
      en:
        "A report starts with its front matter: a line of ---, then title, agency, year and published, then a line of ---. A blank report written by gongkai new report has it."
    ),
    example: "# 云溪区柳林街道办事处2023年政府信息公开工作年度报告\n\n## 一、总体情况")
}
