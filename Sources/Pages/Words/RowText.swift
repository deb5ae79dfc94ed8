internal import Diagnostics

/// Words of the pages about rows of the forms, and about agencies of one function.
enum RowText {
  static let rows = LocalizedText("指标", en: "Indicators")
  static let rowsNote = LocalizedText(
    "年度报告各表每一项的含义、法律依据，以及各机关历年填报的数字。",
    en: "What each row of the annual reports counts, the law behind it, and what agencies stated over the years.")
  static let table = LocalizedText("所在表格", en: "Table")
  static let article = LocalizedText("依据", en: "Law")
  static let totals = LocalizedText("各年合计", en: "Totals by year")
  static let agencies = LocalizedText("各机关", en: "Agencies")
  static let rank = LocalizedText("名次", en: "Rank")

  static let totalsNote = LocalizedText(
    "合计只加总本机关口径的报告；未填的数字不计入，也不当作 0。",
    en: "Totals add reports on an agency's own work only; figures not stated are left out, and never taken as 0.")

  static let leftOut = LocalizedText(
    "下列报告的金额没有写明单位，不计入合计和排名：", en: "These reports state an amount without its unit, which is in no sum and no rank: ")
  static let listComma = LocalizedText("、", en: ", ")
  static let fullStop = LocalizedText("。", en: ".")

  static func ranking(_ column: String, _ year: Int) -> LocalizedText {
    LocalizedText("按\(year)年“\(column)”从多到少排列", en: "By “\(column)” in \(year), highest first")
  }

  static func rest(more: Int, zero: Int, notStated: Int) -> LocalizedText {
    let chinese = [
      more > 0 ? "另有 \(more) 个机关数字较小，未列出，见本页数据（JSON）" : nil, "填 0 的机关 \(zero) 个", "没有报告或未填的机关 \(notStated) 个",
    ].compactMap { $0 }
    let english = [
      more > 0 ? "\(more) more with smaller numbers are in the data of this page (JSON)" : nil,
      "agencies that state 0: \(zero)", "agencies without a report or a number: \(notStated)",
    ].compactMap { $0 }
    return LocalizedText("\(chinese.joined(separator: "；"))。", en: "\(english.joined(separator: "; ")).")
  }

  static func peers(_ function: String) -> LocalizedText {
    LocalizedText("同类机关：\(function)", en: "Peers: \(function)")
  }

  static let peersFact = LocalizedText("同类机关", en: "Peers")
}
