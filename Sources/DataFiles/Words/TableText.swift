package import Diagnostics

/// Titles and columns of tables that are both in pages and in data files.
package enum TableText {
  package static let scopeNote = LocalizedText(
    "合计只加总各机关本机关的报告，不含汇总其他机关数据的报告，也不含已撤回的报告；未填的数字不计入。",
    en:
      "Totals add reports on an agency's own work only, not those that gather other bodies, nor withdrawn ones; figures not stated are left out."
  )
  package static let byRegion = LocalizedText("各地区合计", en: "Totals by region")
  package static let byYear = LocalizedText("各年合计", en: "Totals by year")
  package static let reportsAdded = LocalizedText("计入的报告", en: "Reports added")
  package static let stated = LocalizedText("填报的报告", en: "Reports that state it")
  package static let withoutUnit = LocalizedText("金额没有单位、未计入的报告", en: "Reports left out: an amount without its unit")
  package static let notStated = LocalizedText("未填的报告", en: "Reports that do not")

  package static func yearTitle(_ year: Int) -> LocalizedText {
    LocalizedText("\(year)年政府信息公开工作年度报告", en: "Annual disclosure reports \(year)")
  }

  package static func agencyTitle(_ name: String) -> LocalizedText {
    LocalizedText("\(name)政府信息公开工作年度报告", en: "\(name): annual disclosure reports")
  }

  package static func regionTitle(_ name: String) -> LocalizedText {
    LocalizedText("\(name)政府信息公开工作年度报告", en: "\(name): annual disclosure reports")
  }

  package static func seriesCaption(_ name: String) -> LocalizedText {
    LocalizedText("\(name)历年数据（单位：件）", en: "\(name): figures over the years (number)")
  }

  package static func parts(_ year: Int) -> LocalizedText {
    LocalizedText("\(year)年本级和下级地区", en: "The region and its parts in \(year)")
  }
}
