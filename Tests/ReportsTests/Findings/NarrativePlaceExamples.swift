import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  /// Numbers outside the overview, in sections whose heading says what they count.
  static let narrativePlaces = [
    FindingExample(
      "in the section on requests, applications are requests",
      ExampleReport.withRequests.saying("全年收到申请⟦14件⟧，办结12件，结转下年度⟦2件⟧。", under: "## 三、").marked(),
      .finds(NarrativeRequests.kind, "正文写 14件，表中本年新收为 12，本年新收＋上年结转为 13"),
      .finds(NarrativeRequests.kind, "正文写 2件，表中结转下年度为 1")),
    FindingExample(
      "under its subheadings too",
      ExampleReport.withRequests.saying("### （一）收到情况\n\n新收申请⟦11件⟧。", under: "## 三、").marked(),
      .finds(NarrativeRequests.kind)),
    FindingExample(
      "in the section on disputes, disputes are of disclosure",
      ExampleReport.withDisputes.saying("本年度行政复议⟦3件⟧，行政诉讼2件（结果纠正⟦3件⟧）。", under: "## 四、").marked(),
      .finds(NarrativeDisputes.kind, "正文写 3件，表中为 1"),
      .finds(NarrativeDisputes.kind, "正文写 3件，表中为 2")),
    FindingExample(
      "documents beside their table",
      ExampleReport().row("行政规范性文件", "8 | 6 | 77").saying("全年制发行政规范性文件⟦9件⟧。", under: "## 二、").marked(),
      .finds(NarrativeDocuments.kind, "正文写 9件，表中为 8")),
    FindingExample(
      "in the introduction and among the problems",
      ExampleReport.withRequests.saying("全年办结政府信息公开申请⟦11件⟧。", under: "## 五、").line(
        startingWith: "统计期限为", becomes: "统计期限为2023年1月1日至2023年12月31日。全年收到政府信息公开申请⟦9件⟧。"
      ).marked(), .finds(NarrativeRequests.kind), .finds(NarrativeRequests.kind)),
    FindingExample(
      "none were received, beside a table that has them",
      ExampleReport.withRequests.saying("本年度⟦未收到申请⟧。", under: "## 三、").marked(),
      .finds(ZeroReport.kind, "正文写“未收到申请”，表中为 12 件")),
    FindingExample(
      "none were brought, beside a table that has them",
      ExampleReport.withDisputes.saying("本年度⟦无行政复议、行政诉讼⟧。", under: "## 四、").marked(),
      .finds(ZeroReport.kind)),
  ]

  /// Correct phrases in such sections.
  static let honestPlaces = [
    FindingExample(
      "notes to the table of requests",
      ExampleReport.withRequests.saying(
        "本年度收到申请12件，上年结转1件。其中3件经补正后受理，2件予以公开、1件不予公开的答复经与申请人沟通后重新作出。\n\n注：结转下年度的1件已于2024年1月办结。",
        under: "## 三、"
      ).marked()),
    FindingExample(
      "disputes of all kinds, of which some are of disclosure",
      ExampleReport.withDisputes.saying(
        "本机关全年行政复议10件，其中涉及政府信息公开1件。被申请行政复议9件，含信息公开类1件。新发生行政复议4件。办理行政复议案件312件。",
        under: "## 四、"
      ).saying("全年被提起行政诉讼31件，其中政府信息公开2件。").marked()),
    FindingExample(
      "outcomes behind their numbers",
      ExampleReport.withDisputes.saying("行政复议1件，行政诉讼2件，其中1件为维持、2件为纠正。", under: "## 四、").marked()),
    FindingExample(
      "documents with a breakdown of their own",
      ExampleReport().row("行政规范性文件", "8 | 6 | 77").saying(
        "制发行政规范性文件8件，其中新制定5件、修订3件；废止6件。\n\n注：行政规范性文件现行有效77件，含本年制发2件、上年修订后重新公布4件。", under: "## 二、"
      ).marked()),
    FindingExample(
      "plans are no figures of the year",
      ExampleReport.withDisputes.saying("下一步，力争因政府信息公开被提起行政诉讼0件、行政复议0件。", under: "## 五、").marked()),
    FindingExample(
      "none of a part",
      ExampleReport.withRequests.saying("未收到涉企申请。未收到法律服务机构申请。本年度没有逾期未答复的申请。", under: "## 三、").marked()),
    FindingExample(
      "disputes of other years and none that were lost",
      ExampleReport.withDisputes.saying("2022年行政复议5件。上年度行政诉讼3件。无败诉行政诉讼案件。无行政复议被纠正情形。", under: "## 四、")
        .marked()),
  ]
}
