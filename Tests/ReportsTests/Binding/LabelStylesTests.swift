import ExampleReports
import Testing

@testable import Reports

/// A style of writing that is applied to the labels of all rows and columns, and to the headings.
@Suite("Labels may be written in any style")
struct LabelStylesTests {
  struct Style: Sendable, CustomStringConvertible {
    let description: String
    let change: @Sendable (String) -> String

    init(_ description: String, _ change: @escaping @Sendable (String) -> String) {
      self.description = description
      self.change = change
    }

    init(_ description: String, _ pairs: KeyValuePairs<String, String>) {
      let pairs = pairs.map { ($0.key, $0.value) }
      self.init(description) { text in pairs.reduce(text) { $0.replacing($1.0, with: $1.1) } }
    }
  }

  @Test(arguments: styles)
  func everyCellIsBound(_ style: Style) throws {
    var report = ExampleReport.numbered
    for line in Set(report.text.split(separator: "\n")) where line.hasPrefix("| ") || line.hasPrefix("## ") {
      report = report.everyLine("\(line)", becomes: Self.styled(String(line), style))
    }
    try expectNumberedCells(report)
  }

  /// Changes the words of a heading or of the cells in a table line, and keeps its markup.
  private static func styled(_ line: String, _ style: Style) -> String {
    if line.hasPrefix("## ") { return "## " + style.change(String(line.dropFirst(3))) }
    return line.split(separator: "|", omittingEmptySubsequences: false).map { style.change(String($0)) }
      .joined(separator: "|")
  }

  private static let styles = [
    Style("half width", ["（": "(", "）": ")", "，": ",", "：": ":"]),
    Style("full width", ["(": "（", ")": "）", "1.": "１．", "2.": "２．", "3.": "３．", "4.": "４．"]),
    Style(
      "enumerators with 、",
      ["1.": "1、", "2.": "2、", "3.": "3、", "4.": "4、", "5.": "5、", "6.": "6、", "7.": "7、", "8.": "8、"]),
    Style("enumerators with a dot and a space", ["1.": "1. ", "2.": "2. ", "3.": "3. ", "一、": "一、 ", "二、": "二、　"]),
    Style("enumerators in brackets", ["1.": "（1）", "2.": "(2)", "3.": "（３）", "4.": "（4）"]),
    Style("enumerators of the groups in half width", ["（一）": "(一)", "（二）": "(二)", "（三）": "(三) ", "（七）": "(七)"]),
    Style("no enumerators") { $0.withoutEnumerator },
    Style("a space within words", ["公开": "公 开", "信息": "信　息", "总计": "总 计", "机构": "机\u{200B}构", "自然人": "自 然 人"]),
    Style("traditional characters") { $0.inTraditionalCharacters },
    Style(
      "radicals of PDF files",
      ["一": "⼀", "二": "⼆", "行": "⾏", "人": "⼈", "生": "⽣", "自": "⾃", "面": "⾯", "方": "⽅", "非": "⾮", "大": "⼤", "用": "⽤"]),
    Style("straight quotes", ["“": "\"", "”": "\""]),
    Style("corner brackets as quotes", ["“": "「", "”": "」"]),
    Style("spaces inside quotes", ["“": "“ ", "”": " ”"]),
    Style("no quotes in the source but escapes", ["“": "\\\"", "”": "\\\""]),
    Style("words in bold", ["总计": "**总计**", "自然人": "**自然人**", "规章": "**规章**"]),
    Style("a guide in brackets behind the words", ["规章": "规章（全区机关均无制定权限）", "行政许可": "行政许可（件）", "科研机构": "科研机构(含高校)"]),
  ]
}

extension ExampleReport {
  fileprivate func everyLine(_ old: String, becomes new: String) -> ExampleReport {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 == old ? new : String($0) }
    return ExampleReport(text: lines.joined(separator: "\n"))
  }
}

extension String {
  /// The text without a leading `一、`, `（一）` or `1.`, keeping blanks.
  fileprivate var withoutEnumerator: String {
    replacing(/^(\s*)(?:[一二三四五六七]、|（[一二三四五六七]）|[1-8]\.)/) { String($0.output.1) }
  }

  fileprivate var inTraditionalCharacters: String {
    let pairs: [Character: Character] = [
      "总": "總", "况": "況", "动": "動", "开": "開", "处": "處", "请": "請", "复": "復", "议": "議", "讼": "訟", "诉": "訴",
      "问": "問", "题": "題", "进": "進", "项": "項", "报": "報", "规": "規", "范": "範", "许": "許", "罚": "罰", "强": "強",
      "业": "業", "费": "費", "数": "數", "发": "發", "废": "廢", "现": "現", "决": "決", "额": "額", "单": "單", "万": "萬",
      "机": "機", "构": "構", "会": "會", "组": "組", "织": "織", "务": "務", "计": "計", "结": "結", "转": "轉", "办": "辦",
      "区": "區", "这": "這", "种": "種", "属": "屬", "于": "於", "国": "國", "稳": "穩", "护": "護", "权": "權", "类": "類",
      "内": "內", "过": "過", "执": "執", "询": "詢", "无": "無", "关": "關", "没": "沒", "补": "補", "后": "後", "确": "確",
      "访": "訪", "举": "舉", "当": "當", "获": "獲", "认": "認", "缴": "繳", "纳": "納", "续": "續", "维": "維", "纠": "糾",
      "审": "審", "终": "終", "据": "據", "条": "條", "与": "與", "准": "準", "实": "實", "征": "徵", "监": "監", "制": "製",
    ]
    return String(map { pairs[$0] ?? $0 })
  }
}
