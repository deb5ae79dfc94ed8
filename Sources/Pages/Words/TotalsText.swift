internal import Diagnostics

/// Words of totals by region and year, and of who has reported.
enum TotalsText {
  static let all = LocalizedText("合计", en: "Total")
  static let own = LocalizedText("本级机关", en: "Agencies of the region itself")
  static let coverage = LocalizedText("发布情况", en: "Who has reported")
  static let missing = LocalizedText("本站尚无报告的机关", en: "Agencies of which there is no report here")
  static let late = LocalizedText("发布晚于规定期限的报告", en: "Reports published after the date set for them")

  static let ownRegions = LocalizedText(
    "各地区只计本级机关的报告，不含下级地区；只加总本机关口径的报告，未填的数字不计入。",
    en:
      "Each region has the reports of its own agencies, without the regions below it; only reports on an agency's own work are added, and figures not stated are left out."
  )

  static let wholeRegion = LocalizedText(
    "包括本地区和所有下级地区的机关；只加总本机关口径的报告，未填的数字不计入。",
    en:
      "All agencies of the region and of those below it; only reports on an agency's own work are added, and figures not stated are left out."
  )

  static func siblings(_ measure: LocalizedText) -> LocalizedText {
    LocalizedText("各机关历年\(measure.chinese)", en: "\(measure.english) of each agency over the years")
  }

  static func siblingsNote(more: Int) -> LocalizedText {
    LocalizedText(
      "各图用同一刻度，可以直接比较高低；只含本机关口径的报告，“—”表示没有报告或未填。"
        + (more > 0 ? "另有 \(more) 个机关的数字较小，未列出，见本页数据。" : ""),
      en:
        "All charts are on one scale, so that heights can be compared; only reports on an agency's own work are in them, and “—” means no report or not stated."
        + (more > 0 ? " \(more) more with smaller numbers are in the data of this page." : ""))
  }

  static func coverage(_ reported: Int, of bound: Int) -> LocalizedText {
    LocalizedText(
      "应发布本年度报告的 \(bound) 个机关中，\(reported) 个已有报告。",
      en: "Of \(bound) agencies that had to report for the year, \(reported) have a report here.")
  }
}
