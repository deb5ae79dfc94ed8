/// A paragraph of a report, and the text that a reader gets of it.
struct MarkdownCase: CustomStringConvertible, Sendable {
  let markdown: String
  /// The text on the page and in the JSON; `nil` if a finding at its line will do.
  let text: String?
  /// Whether something is said at its line.
  let isSaid: Bool

  init(_ markdown: String, _ text: String? = nil, isSaid: Bool = false) {
    self.markdown = markdown
    self.text = text ?? (isSaid ? nil : markdown)
    self.isSaid = isSaid
  }

  var description: String { markdown }

  func source(of agency: String) -> [UInt8] {
    Array(
      BaseReport.text.replacing("AGENCY", with: agency)
        .replacing("局办公室负责政府信息公开的日常工作。", with: markdown).utf8)
  }

  static let all = [
    // Emphasis beside punctuation.
    MarkdownCase("**（一）主动公开。**2024年，公开信息20条。", "（一）主动公开。2024年，公开信息20条。"),
    MarkdownCase("**一是加强领导，**明确分工；**二是“双公示”，**按时公开。", "一是加强领导，明确分工；二是“双公示”，按时公开。"),
    MarkdownCase("落实**《条例》**要求。", "落实《条例》要求。"), MarkdownCase("**(1)**平台建设。", "(1)平台建设。"),
    MarkdownCase("推进**“互联网+”**公开**（试点）**工作。", "推进“互联网+”公开（试点）工作。"),
    MarkdownCase("***重点：***答复及时。", "重点：答复及时。"), MarkdownCase("*依法：*答复及时。", "依法：答复及时。"),
    MarkdownCase("坚持**公开**为常态。", "坚持公开为常态。"), MarkdownCase("按**《条例》**￥100元。", "按《条例》￥100元。"),
    MarkdownCase("注\\***《条例》**全文", "注*《条例》全文"), MarkdownCase("**[条例](https://www.example.gov.cn/)。**全文", "条例。全文"),
    // Marks that are text.
    MarkdownCase("1~3月公开10条，4~6月公开20条。"), MarkdownCase("时间9:00~12:00~~原为8:30~~。", "时间9:00~12:00原为8:30。"),
    MarkdownCase("附件1~3、附表4～5。"), MarkdownCase("场地2*3*4米。"), MarkdownCase("场地１０*２０*３０米。"), MarkdownCase("第3*项与第5*项。"),
    MarkdownCase("合计5*10=50元。"), MarkdownCase("长*宽*高", isSaid: true), MarkdownCase("文号_清政_字。"),
    MarkdownCase("路径C:\\nianbao。"),
    MarkdownCase("清政办[2024]12号。"), MarkdownCase("[2024]: 附注"), MarkdownCase("[注]: 见清政办[2024]12号"),
    MarkdownCase("[^1]: 没有人引用"), MarkdownCase("费用$5$和￥6。"), MarkdownCase("共20条<不含转发>。"),
    // Shapes of paragraphs.
    MarkdownCase("    全年公开信息20条。", "全年公开信息20条。"), MarkdownCase("\t全年公开信息20条。", "全年公开信息20条。"),
    MarkdownCase("　　全年公开信息20条。", "全年公开信息20条。"),
    MarkdownCase("      2024年，**公开**信息20条。", "2024年，公开信息20条。"), MarkdownCase("坚持公开、\n不公开为例外。", "坚持公开、不公开为例外。"),
    MarkdownCase("公开信息\n20条，点击\nGDP数据。", "公开信息20条，点击GDP数据。"), MarkdownCase("The\nlaw", "The law"),
    MarkdownCase("**公开信息**\n**20条**。", "公开信息20条。"),
    MarkdownCase("甲<br>乙", "甲\n乙"), MarkdownCase("甲  \n乙", "甲\n乙"),
    MarkdownCase("依法公开信息，答复及时。\n---", "依法公开信息，答复及时。", isSaid: true),
    MarkdownCase("依法公开信息，答复及时。\n==", "依法公开信息，答复及时。", isSaid: true), MarkdownCase("<u>重点</u>公开", isSaid: true),
  ]
}
