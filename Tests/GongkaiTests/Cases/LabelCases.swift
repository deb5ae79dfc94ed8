/// Labels and headings as offices write them.
enum LabelCases {
  private static func row(_ label: String, _ written: String) -> ReportCase {
    ReportCase("row \(written)", .replace("| \(label) |", with: "| \(written) |"), verdict: .binds)
  }

  private static func column(_ label: String, _ written: String) -> ReportCase {
    ReportCase("column \(written)", .replaceAll("| \(label) |", with: "| \(written) |"), verdict: .binds)
  }

  private static func title(_ title: String, _ written: String) -> ReportCase {
    ReportCase("title \(written)", .replace("## \(title)\n", with: "\(written)\n"), verdict: .binds)
  }

  private static func reworded(_ label: String, _ written: String) -> ReportCase {
    ReportCase(
      "reworded \(written)", .replace("| \(label) |", with: "| \(written) |"),
      verdict: .bindsAndSays("label-wording", at: written), most: 1)
  }

  private static func retitled(_ title: String, _ written: String) -> ReportCase {
    ReportCase(
      "retitled \(written)", .replace("## \(title)\n", with: "## \(written)\n"),
      verdict: .bindsAndSays("section-title", at: written), most: 1)
  }

  /// Traditional characters, and those that are the simplified form of several.
  static let traditional = [
    row("二、上年结转政府信息公开申请数量", "二、上年結轉政府信息公開申請數量"),
    row("2.其他法律行政法规禁止公开", "2.其他法律行政法規禁止公開"), row("6.属于四类过程性信息", "6.屬於四類過程性信息"),
    row("7.属于行政执法案卷", "7.屬於行政執法案卷"), row("5.要求行政机关确认或重新出具已获取信息", "5.要求行政機關確認或重新出具已獲取信息"),
    row("行政强制", "行政強制"), row("行政事业性收费", "行政事業性收費"), row("未经复议直接起诉", "未經複議直接起訴"),
    row("复议后起诉", "復議后起訴"), row("3.危及“三安全一稳定”", "3.危及「三安全一穩定」"), row("4.无正当理由大量反复申请", "4.無正當理由大量反覆申請"),
    row("四、结转下年度继续办理", "四、結轉下年度繼續辦理"), column("科研机构", "科研機構"), column("法律服务机构", "法律服務機構"),
    column("现行有效件数", "現行有效件數"), column("结果纠正", "結果糾正"), column("尚未审结", "尚未審結"), column("总计", "總計"),
    title("二、主动公开政府信息情况", "## 二、主動公開政府信息情況"), title("六、其他需要报告的事项", "## 六、其他需要報告的事項"),
    ReportCase(
      "fee in traditional characters", .replace("本年度未收取信息处理费。", with: "本年度未收取信息處理費。"), verdict: .binds),
    row("一、本年新收政府信息公开申请数量", "⼀、本年新收政府信息公开申请数量"), column("自然人", "⾃然⼈"),
  ]

  static let written = [
    row("3.危及“三安全一稳定”", "3.危及\"三安全一稳定\""), row("3.危及“三安全一稳定”", "3.危及〝三安全一稳定〞"), row("行政许可", "行政许可（件）"),
    row("行政处罚", "行政处罚 (单位：件)"), row("规章", "规　章"), row("行政规范性文件", "行政规范性文件（不含转发）"), row("行政规范性文件", "规范性文件"),
    row("1.信访举报投诉类申请", "（1）信访举报投诉类申请"), row("2.重复申请", "②重复申请"), row("（一）予以公开", "㈠予以公开"), row("（七）总计", "（七）合计"),
    row("3.其他", "3、其它"), row("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"),
    row("1.属于国家秘密", "（三）不予公开/1.属于国家秘密"), row("1.属于国家秘密", "（三）不予公开1.属于国家秘密"),
    row("2.没有现成信息需要另行制作", "2.没有现成信息<br/>需要另行制作"),
    row("一、本年新收政府信息公开申请数量", "一、2024年新收政府信息公开申请数量"), row("四、结转下年度继续办理", "四、结转下一年度继续办理"),
    column("本年制发件数", "本年度制发件数"), column("本年制发件数", "本年（2024年）制发件数"), column("本年废止件数", "2024年废止件数"),
    column("本年处理决定数量", "本年处理决定数"), column("本年处理决定数量", "本年处理决定数量(件)"), column("现行有效件数", "现行有效件数（截至年末）"),
    column("本年收费金额（单位：万元）", "本年收费金额（万元）"), column("本年收费金额（单位：万元）", "2024年收费金额(单位:万元)"), column("商业企业", "商业<br>企业"),
    column("社会公益组织", "社会公益 组织"), column("其他结果", "其他"), column("尚未审结", "尚未"),
    title("三、收到和处理政府信息公开申请情况", "# 三、收到和处理政府信息公开申请情况"), title("三、收到和处理政府信息公开申请情况", "## 三．收到和处理政府信息公开申请情况"),
    title("三、收到和处理政府信息公开申请情况", "## 三、 收到和处理政府信息公开申请情况 ##"), title("一、总体情况", "一、总体情况\n======"),
    title("五、存在的主要问题及改进情况", "## 五、存在的主要问题及整改措施"),
  ]

  static let otherWords = [
    reworded("3.危及“三安全一稳定”", "3.危及三安全一稳定"), reworded("2.重复申请", "2.重复性申请"), reworded("8.属于行政查询事项", "8.属于行政查询事务"),
    reworded("6.属于四类过程性信息", "6.属于四类过程信息"), reworded("法律服务机构", "法律服务组织"), reworded("科研机构", "科研单位机构"),
    reworded("现行有效件数", "现行有效数"), reworded("1.本机关不掌握相关政府信息", "1.本单位不掌握相关政府信息"),
    retitled("一、总体情况", "一、总体概况"), retitled("二、主动公开政府信息情况", "二、主动公开情况"), retitled("三、收到和处理政府信息公开申请情况", "三、依申请公开办理情况"),
    retitled("四、政府信息公开行政复议、行政诉讼情况", "四、复议诉讼情况"), retitled("五、存在的主要问题及改进情况", "五、存在的问题与不足"),
    retitled("六、其他需要报告的事项", "六、其他事项"), retitled("六、其他需要报告的事项", "l六、其他需要报告的事项"),
  ]

  /// The same table in other layouts.
  static let layouts = [
    ReportCase(
      "the three header rows of the form",
      .replace(
        "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n",
        with: """
          | 项目 | 申请人情况 | | | | | | |
          |---|---:|---:|---:|---:|---:|---:|---:|
          | | 自然人 | 法人或其他组织 | | | | | 总计 |
          | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |

          """), verdict: .binds),
    ReportCase(
      "merged header cells repeated",
      .replace(
        "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n",
        with: """
          | 项目 | 自然人 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 法人或其他组织 | 总计 |
          |---|---:|---:|---:|---:|---:|---:|---:|
          | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |

          """), verdict: .binds),
    ReportCase(
      "a header repeated in the middle of a table",
      .replace(
        "| （五）不予处理 |",
        with: "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| （五）不予处理 |"), verdict: .binds),
    ReportCase(
      "a table that goes on over the page with its header",
      .replace(
        "| （四）无法提供 |",
        with:
          "\n| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n| （四）无法提供 |"
      ),
      verdict: .binds),
    ReportCase(
      "a group in an extra cell of its row",
      .replace("| （三）不予公开 |  |  |  |  |  |  |  |\n| 1.属于国家秘密 |", with: "| （三）不予公开 | 1.属于国家秘密 |"), verdict: .binds),
    ReportCase(
      "no group rows", .replaceAll(" |  |  |  |  |  |  |  |\n", with: "@\n"), .replace("| （三）不予公开@\n", with: ""),
      .replace("| （四）无法提供@\n", with: ""), .replace("| （五）不予处理@\n", with: ""), .replace("| （六）其他处理@\n", with: ""),
      .replace("| 三、本年度办理结果@\n", with: ""), verdict: .binds),
    ReportCase(
      "group rows of one cell", .replaceAll(" |  |  |  |  |  |  |  |\n", with: " |\n"), verdict: .binds),
    ReportCase(
      "tables of disclosure in one, with their clauses",
      .replace("\n\n**第二十条第（五）项**\n\n| 信息内容", with: "\n| 第二十条第（五）项 |\n| 信息内容"),
      .replace("\n\n**第二十条第（六）项**\n\n| 信息内容", with: "\n| 第二十条第（六）项 |\n| 信息内容"), verdict: .binds),
    ReportCase("bold totals", .replace("| 0 | 41 |", with: "| 0 | **41** |"), verdict: .binds),
  ]

  static let all = traditional + written + otherWords + layouts
}
