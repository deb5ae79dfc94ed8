internal import Diagnostics
internal import Portal
internal import Reports

/// The sheet of notes in the workbook of a year: what the figures are, who is missing, and what cannot be compared.
struct YearNotes {
  let year: Int
  let portal: Portal
  let forms: FormLibrary

  var lines: [String] {
    let reports = portal.reports(of: year)
    let counts = ReportCounts(reports)
    var lines = [
      DataText.yearWorkbook(year).chinese, "\(portal.site.name)　\(portal.site.baseURL)",
      "“本机关报告”是各机关本机关口径的报告，一行一份；某列求和，就是本站公布的\(year)年合计。“汇总报告”已含其他机关的数据，不可与之相加。",
      "第一行是中文列名，第二行是各文件通用的指标标识，含义见 data/dictionary.html。",
      "空格表示报告未填、不适用或填了文字，不是 0；哪一种见 cells.csv 的 status 列。",
      "金额一律折算为万元；报告所用单位不同或没有写明单位的，原文列在右侧一列。没有写明单位的金额不折算，也不计入合计。",
      "已发布的报告 \(counts.reports) 份，其中本机关口径 \(counts.added) 份；已撤回 \(counts.withdrawn) 份，不在表中。",
    ]
    let filings = FilingsTable.filings(of: year, in: portal)
    func list(_ status: FilingsTable.Status, _ title: String) {
      let names = filings.filter { $0.status == status }.map(\.name)
      if !names.isEmpty { lines.append("\(title)（\(names.count) 个）：\(names.joined(separator: "、"))") }
    }
    if portal.site.namesMissing { list(.missing, "本站没有其报告的机关") }
    list(.joint, "由联合编制的机关发布的机关")
    list(.covered, "只在汇总报告中的机关")
    list(.withdrawn, "报告已撤回的机关")
    let breaks = TotalBreaks(portal.reports).breaks.filter { $0.year == year }
    lines += breaks.map { DataText.text(of: $0) { forms.form(id: $0)?.title.chinese ?? $0 }.chinese }
    if year >= 2024 {
      lines.append("2024年起施行修订的《行政复议法》，行政复议和“未经复议直接起诉”的数量与以前年度不可直接比较。")
    }
    return lines
  }
}
