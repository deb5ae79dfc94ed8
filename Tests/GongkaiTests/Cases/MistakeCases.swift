/// Slips of clerks: each has one cause, which is named at its line, and nothing that follows from it.
enum MistakeCases {
  private static let new = "| 一、本年新收政府信息公开申请数量 | 33 | 5 | 0 | 1 | 2 | 0 | 41 |"
  private static let header =
    "| 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---:|---:|---:|---:|---:|---:|---:|\n"
  private static let granted = "| （一）予以公开 | 12 | 2 | 0 | 1 | 0 | 0 | 15 |"

  private static func cell(
    _ name: String, _ old: String, _ new: String, says id: String, most: Int = 1, repair: ReportCase.Repair = .none
  ) -> ReportCase {
    ReportCase(name, .replace(old, with: new), verdict: .says(id, at: new), most: most, repair: repair)
  }

  static let sums = [
    ReportCase(
      "a digit of a new request", .replace(new, with: new.replacing("| 33 |", with: "| 38 |")),
      verdict: .says("requests-row-total", at: "| 38 |"), most: 1, repair: .none),
    ReportCase(
      "a digit of a result", .replace(granted, with: granted.replacing("| 12 |", with: "| 21 |")),
      verdict: .says("requests-row-total", at: "| 21 |"), most: 1, repair: .none),
    ReportCase(
      "one too many for a research institution",
      .replace(granted, with: granted.replacing("| 2 | 0 |", with: "| 2 | 1 |")),
      verdict: .says("requests-row-total", at: "（一）予以公开"), most: 1, repair: .none),
    ReportCase(
      "the total of all results",
      .replace("| （七）总计 | 33 | 4 | 0 | 1 | 2 | 0 | 40 |", with: "| （七）总计 | 33 | 4 | 0 | 1 | 2 | 0 | 39 |"),
      verdict: .says(nil, at: "（七）总计"), most: 2, repair: .none),
    ReportCase(
      "a case of reconsideration", .replace("| 行政复议 | 0 | 1 |", with: "| 行政复议 | 0 | 3 |"),
      verdict: .says("disputes-total", at: "| 行政复议 |"), most: 1, repair: .none),
    ReportCase(
      "a negative number", .replace(new, with: new.replacing("| 33 |", with: "| -33 |")),
      verdict: .says("cell-out-of-range", at: "| -33 |"), most: 1, repair: .none),
  ]

  static let cells = [
    cell("decimals in a count", "| 行政处罚 | 13 |", "| 行政处罚 | 13.5 |", says: "cell-out-of-range"),
    ReportCase(
      "a count written with a point", .replace("| 行政处罚 | 13 |", with: "| 行政处罚 | 13.0 |"),
      verdict: .bindsAndSays("cell-style", at: "行政处罚"), repair: .all),
    cell("a thousand in words", "| 行政许可 | 86 |", "| 行政许可 | 1千 |", says: "cell-not-a-number"),
    cell("the letter l for one", "| 行政处罚 | 13 |", "| 行政处罚 | l3 |", says: "cell-not-a-number"),
    ReportCase(
      "a unit of its own", .replace("| 行政事业性收费 | 6.25 |", with: "| 行政事业性收费 | 62500元 |"),
      verdict: .bindsAndSays("cell-unit", at: "62500元"), most: 1, repair: .none),
    ReportCase(
      "yuan in the heading", .replace("本年收费金额（单位：万元）", with: "本年收费金额（单位：元）"),
      .replace("| 6.25 |", with: "| 62500 |"), verdict: .bindsAndSays("cell-unit", at: "62500"), most: 1, repair: .none),
    ReportCase(
      "decimals as they are written", .replace("| 6.25 |", with: "| 12.50 |"), verdict: .binds,
      cells: ["disclosure.fees.amount": "12.50"]),
    ReportCase(
      "full-width digits", .replace("| 行政许可 | 86 |", with: "| 行政许可 | ８６ |"), verdict: .binds, repair: .all),
    ReportCase(
      "a blank cell", .replace("| 行政强制 | 0 |", with: "| 行政强制 |  |"),
      verdict: .bindsAndSays("blank-cells", at: "行政强制"), most: 1, repair: .none,
      cells: ["disclosure.coercion.decisions": nil]),
  ]

  static let rows = [
    ReportCase(
      "a row left out", .replace("| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", with: ""),
      verdict: .says("cell-missing", at: "1.信访举报投诉类申请"), most: 1, repair: .none),
    ReportCase(
      "the same row twice", .replace(granted, with: "\(granted)\n\(granted)"),
      verdict: .says("cell-doubled", at: "（一）予以公开"),
      most: 1, repair: .all),
    ReportCase(
      "a row twice with other numbers",
      .replace(granted, with: "\(granted)\n\(granted.replacing("| 12 |", with: "| 13 |"))"),
      verdict: .says("cell-doubled", at: "| 13 |"), most: 1, repair: .none),
    ReportCase(
      "a cell too few", .replace(granted, with: "| （一）予以公开 | 12 | 2 | 1 | 0 | 0 | 15 |"),
      verdict: .says("row-short", at: "（一）予以公开"), most: 1, repair: .none),
    ReportCase(
      "the total left out", .replace(granted, with: "| （一）予以公开 | 12 | 2 | 0 | 1 | 0 | 0 |"),
      verdict: .says("row-short", at: "（一）予以公开"), most: 1, repair: .none),
    ReportCase(
      "the total left out without a closing pipe",
      .replace("| 行政复议 | 0 | 1 | 0 | 1 | 2 |", with: "| 行政复议 | 0 | 1 | 0 | 1"),
      verdict: .says("row-short", at: "行政复议"), most: 1, repair: .none),
    ReportCase(
      "two rows in a line",
      .replace("| 2 |\n| 2.重复申请 |", with: "| 2 | 2.重复申请 |"), verdict: .says("row-surplus", at: "1.信访举报投诉类申请"), most: 1,
      repair: .none),
    ReportCase(
      "a row of the office's own", .replace("| 规章 | 0 |", with: "| 其他文件 | 12 | 3 | 40 |\n| 规章 | 0 |"),
      verdict: .says("row-unknown", at: "其他文件"), most: 1, repair: .none),
    ReportCase(
      "numbers in a group", .replace("| （四）无法提供 |  |", with: "| （四）无法提供 | 12 |"),
      verdict: .says("group-has-values", at: "（四）无法提供"), most: 1, repair: .none),
    ReportCase(
      "zeros in a group",
      .replace("| （四）无法提供 |  |  |  |  |  |  |  |", with: "| （四）无法提供 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"),
      verdict: .says("group-has-values", at: "（四）无法提供"), most: 1, repair: .all),
    ReportCase(
      "pipes of full width in a row", .replace("| 2.重复申请 | 1 | 0 |", with: "| 2.重复申请 ｜ 1 ｜ 0 |"),
      verdict: .says("row-unknown", at: "2.重复申请"), most: 1, repair: .all),
  ]

  static let tables = [
    ReportCase(
      "a blank line in a table", .replace("| （五）不予处理 |", with: "\n| （五）不予处理 |"),
      verdict: .says("table-broken", at: "（五）不予处理"), most: 1, repair: .all),
    ReportCase(
      "two blank lines in a table", .replace("| 3.其他 | 0", with: "\n\n| 3.其他 | 0"),
      verdict: .says("table-broken", at: "| 3.其他 |"), most: 1, repair: .all),
    ReportCase(
      "no delimiter row", .replace(header, with: header.split(separator: "\n")[0] + "\n"),
      verdict: .says("table-broken", at: "| 自然人 |"), most: 1, repair: .all),
    ReportCase(
      "no delimiter row in a small table",
      .replace(
        "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---:|---:|---:|---:|---:|", with: "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
      ),
      verdict: .says("table-broken", at: "结果维持"), most: 1, repair: .all),
    ReportCase("tabs for pipes", .tabs, verdict: .says("table-broken", at: "\t"), most: 3, repair: .all),
    ReportCase(
      "a heading too many", .replace("| 其他 | 总计 |\n|---|", with: "| 其他 | 总计 | 备注 |\n|---|"),
      verdict: .says("table-broken", at: "备注"), most: 1, repair: .none),
    ReportCase(
      "a heading that is none of the form", .replace("| 法律服务机构 | 其他 | 总计 |", with: "| 法律服务机构 | 备注 | 总计 |"),
      verdict: .says("column-unknown", at: "备注"), most: 1, repair: .none),
    ReportCase(
      "HTML",
      .replace(
        "| 项目 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---:|---:|---:|---:|---:|\n",
        with: "<table>\n<tr><td>项目</td><td>总计</td></tr>\n</table>\n"), verdict: .says(nil, at: "<table>"), most: 2),
    ReportCase(
      "a table twice", .double(from: "| 项目 | 自然人", to: "\n## 四、"), verdict: .says("table-doubled", at: "| 项目 | 自然人"),
      most: 1, repair: .all),
    ReportCase(
      "the report twice", .double(from: "## 一、", to: nil), verdict: .says("section-doubled", at: "## 一、"), most: 1,
      repair: .all),
    ReportCase(
      "half of a table",
      .replace(
        "| （五）不予处理 |  |  |  |  |  |  |  |\n| 1.信访举报投诉类申请 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n| 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| 3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
        with: ""),
      verdict: .says("cell-missing", at: "3.补正后申请内容仍不明确"), most: 1, repair: .none),
    ReportCase(
      "rows of another table",
      .replace("\n\n**第二十条第（六）项**\n\n| 信息内容 | 本年处理决定数量 |\n|---|---:|", with: "\n| 信息内容 | 本年处理决定数量 |\n|---|---:|"),
      verdict: .binds),
  ]

  static let headings = [
    ReportCase(
      "no blank behind the number signs", .replace("## 四、", with: "##四、"),
      verdict: .bindsAndSays("heading-unmarked", at: "##四、"),
      most: 1, repair: .all),
    ReportCase(
      "no number signs", .replace("## 二、", with: "二、"), verdict: .bindsAndSays("heading-unmarked", at: "二、主动"), most: 1,
      repair: .all),
    ReportCase(
      "bold instead of number signs", .replace("## 三、收到和处理政府信息公开申请情况", with: "**三、收到和处理政府信息公开申请情况**"),
      verdict: .bindsAndSays("heading-unmarked", at: "**三、"), most: 1, repair: .all),
    ReportCase(
      "the third level", .replace("## 五、", with: "### 五、"), verdict: .bindsAndSays("heading-unmarked", at: "### 五、"),
      most: 1,
      repair: .all),
    ReportCase(
      "no number signs anywhere", .replaceAll("\n## ", with: "\n"),
      verdict: .bindsAndSays("heading-unmarked", at: "一、总体情况"),
      most: 1, repair: .all),
    ReportCase(
      "sections that changed places", .swap("## 三、", "## 四、", upTo: "## 五、"),
      verdict: .bindsAndSays("section-order", at: "## 三、"), most: 1, repair: .none),
    ReportCase(
      "a section left out", .replace("## 五、存在的主要问题及改进情况\n\n", with: ""), verdict: .says("section-missing", at: "## 六、"),
      most: 1, repair: .none),
    ReportCase(
      "a heading before a table left out", .replace("## 四、政府信息公开行政复议、行政诉讼情况\n\n", with: ""),
      verdict: .says("section-missing", at: "## 五、"), most: 1, repair: .none),
    ReportCase(
      "parts of a section as sections", .replaceAll("\n### ", with: "\n## "),
      verdict: .bindsAndSays("section-unknown", at: "（一）主动公开"),
      most: 1, repair: .all),
  ]

  static let front = [
    ReportCase(
      "a colon of full width", .replace("year: 2024", with: "year：2024"), verdict: .says("yaml-invalid", at: "year："),
      most: 1,
      repair: .all),
    ReportCase(
      "no blank behind a colon", .replace("published: ", with: "published:"),
      verdict: .says("yaml-invalid", at: "published:"),
      most: 1, repair: .all),
    ReportCase(
      "a colon in the title", .replace("title: 清溪县", with: "title: 年报: 清溪县"),
      verdict: .says("yaml-invalid", at: "title:"),
      most: 1),
    ReportCase(
      "a misspelt key", .replace("published:", with: "publised:"), verdict: .says("key-unknown", at: "publised"),
      most: 1,
      repair: .all),
    ReportCase(
      "a date in Chinese", .replace("published: 2025-01-24", with: "published: 2025年1月24日"),
      verdict: .says("value-invalid", at: "published"), most: 1, repair: .all),
    ReportCase(
      "a date with dots", .replace("published: 2025-01-24", with: "published: 2025.1.24"),
      verdict: .says("value-invalid", at: "published"), most: 1, repair: .all),
    ReportCase(
      "no such day", .replace("published: 2025-01-24", with: "published: 2025-02-30"),
      verdict: .says("value-invalid", at: "published"), most: 1, repair: .none),
    ReportCase(
      "the title of last year", .replace("title: 清溪县文化和旅游局2024年", with: "title: 清溪县文化和旅游局2023年"),
      verdict: .says("year-agreement", at: "title:"), most: 1, repair: .none),
  ]

  static let files = [
    ReportCase("Windows line ends", .windowsLines, verdict: .binds, repair: .none),
    ReportCase("a byte order mark", .replace("---\ntitle", with: "\u{FEFF}---\ntitle"), verdict: .binds, repair: .none),
    ReportCase(
      "a Word file", .bytes([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0xFF, 0xFE] + Array("word/document.xml".utf8)),
      verdict: .says("not-utf8", at: ""), most: 1, repair: .none),
    ReportCase(
      "a PDF file", .bytes(Array("%PDF-1.7\n".utf8) + [0xE2, 0x28, 0xA1]), verdict: .says("not-utf8", at: ""), most: 1,
      repair: .none),
    ReportCase(
      "GBK", .bytes(Array("---\ntitle: ".utf8) + [0xC4, 0xEA, 0xB1, 0xA8, 0xC4, 0xEA, 0xB6, 0xC8]),
      verdict: .says("not-utf8", at: ""),
      most: 1, repair: .none),
  ]

  static let all = sums + cells + rows + tables + headings + front + files
}
