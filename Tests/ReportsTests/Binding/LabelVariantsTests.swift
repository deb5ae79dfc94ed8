import ExampleReports
import Testing

@testable import Reports

/// Labels that published reports use instead of those in the form.
@Suite("Variants of labels are known")
struct LabelVariantsTests {
  @Test(arguments: headings)
  func headingIsKnown(_ heading: String, _ variant: String) throws {
    try expectNumberedCells(.numbered.line(startingWith: "## \(heading)", becomes: "## \(variant)"))
  }

  private static let headings = [
    ("一、", "一、总体概述"), ("一、", "一、 总体情况"), ("一、", "总体情况"), ("一、", "1. 总体情况"), ("一、", "**一、总体情况**"),
    ("二、", "二、主动公开政府信息的情况"), ("二、", "二、行政机关主动公开政府信息情况"),
    ("三、", "三、收到和处理政府信息公开申请的情况"), ("三、", "三、收到和处理政府信息公开申请情况（单位：件）"),
    ("四、", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"), ("四、", "四、政府信息公开行政复议,行政诉讼情况"),
    ("五、", "五、政府信息公开工作存在的主要问题及改进情况"), ("五、", "五、存在问题及改进情况"),
    ("五、", "五、存在的主要问题及整改措施"), ("六、", "六、其它需要报告的事项"), ("六、", "六、其他需要报告事项"),
  ]

  @Test(arguments: rows)
  func rowIsKnown(_ label: String, _ variant: String) throws {
    let report = ExampleReport.numbered
    let line = report.text.split(separator: "\n").first { $0.hasPrefix("| \(label) |") }
    let cells = try #require(line).dropFirst("| \(label) |".count)
    try expectNumberedCells(report.line(startingWith: "| \(label) |", becomes: "| \(variant) |\(cells)"))
  }

  private static let notCorrected = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
  private static let feeUnpaid = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
  private static let partial = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
  private static let security = "3.危及“三安全一稳定”"

  private static let rows = [
    ("行政规范性文件", "规范性文件"), ("行政规范性文件", "行政规范性文件（有正式文号的文件）"), ("行政规范性文件", "行政規範性文件"),
    ("规章", "规章（设区的市、自治州人民政府应提供相关数据）"), (partial, "（二）部分公开"),
    (partial, "（二）部分公开（区分处理的,只计这一情形,不计其他情形）"),
    (security, "3.危及\"三安全一稳定\""), (security, "3.危及「三安全一稳定」"), (security, "3.危及“三安全 一稳定”"),
    (security, "3、危及‘三安全一稳定’"), ("1.属于国家秘密", "1、属于国家秘密"), ("1.属于国家秘密", "1. 属于国家秘密"),
    ("1.属于国家秘密", "（1）属于国家秘密"), ("（六）其他处理", "（六）其他"), (notCorrected, "1.逾期不补正"),
    (notCorrected, "1、申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请"), (feeUnpaid, "2.逾期不缴费"), (feeUnpaid, "逾期不缴费"),
    ("3.其他", "3.其它"), ("3.其他", "其他"), ("四、结转下年度继续办理", "四、结转下一年度继续办理"), ("（七）总计", "（七）合计"),
    ("（七）总计", "总计"), ("三、本年度办理结果", "三、 本年度办理结果"),
  ]

  @Test(arguments: columns)
  func columnIsKnown(_ line: String, _ label: String, _ variant: String) throws {
    let report = ExampleReport.numbered
    let header = try #require(report.text.split(separator: "\n").first { $0.hasPrefix(line) })
    let cells = header.split(separator: " | ").map { $0 == label || $0 == "\(label) |" ? variant : String($0) }
    try expectNumberedCells(report.line(startingWith: line, becomes: cells.joined(separator: " | ")))
  }

  private static let columns = [
    ("| 信息内容 | 本年制发", "现行有效件数", "现行有效件"), ("| 信息内容 | 本年收费", "本年收费金额（单位：万元）", "本年收费金额(万元)"),
    ("| 信息内容 | 本年收费", "本年收费金额（单位：万元）", "本年收费金额"), ("| 项目 | 自然人", "社会公益组织", "社会公益"),
    ("| 项目 | 自然人", "社会公益组织", "社会公益 组织"), ("| 项目 | 自然人", "商业企业", "商业<br>企业"), ("| 项目 | 自然人", "总计", "合计"),
    ("| 项目 | 自然人", "其他", "其它"), ("| 项目 | 结果维持", "尚未审结", "尚未"), ("| 项目 | 结果维持", "其他结果", "其他"),
    ("| 项目 | 结果维持", "结果纠正", "结果"), ("| 项目 | 结果维持", "总计", "合计"), ("| 项目 | 自然人", "| 项目", "|"),
    ("| 项目 | 自然人", "| 项目", "| 信息内容"),
  ]
}
