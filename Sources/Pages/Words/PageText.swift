internal import DataFiles
internal import Diagnostics
internal import Reports

/// Words of pages that the program puts together; those of the layouts are strings of the theme.
enum PageText {
  static let home = LocalizedText("首页", en: "Home")
  static let years = LocalizedText("年度", en: "Years")
  static let agencies = LocalizedText("机关", en: "Agencies")
  static let regions = LocalizedText("地区", en: "Regions")
  static let data = LocalizedText("数据", en: "Data")
  static let dictionary = LocalizedText("数据字典", en: "Data dictionary")
  static let dataUse = LocalizedText("数据使用方法", en: "How to use the data")
  static let search = LocalizedText("搜索", en: "Search")
  static let notFound = LocalizedText("页面不存在", en: "Page not found")

  static let formWorkbook = LocalizedText("Excel（法定格式，供打印存档）", en: "Excel (the statutory form, to print and file)")
  static let firstPublished = LocalizedText("首次发布", en: "First published")
  static let modified = LocalizedText("更新日期", en: "Last changed")
  static let form = LocalizedText("适用格式", en: "Form")
  static let address = LocalizedText("联系地址", en: "Address")
  static let postcode = LocalizedText("邮政编码", en: "Postcode")
  static let phone = LocalizedText("联系电话", en: "Telephone")
  static let email = LocalizedText("电子邮箱", en: "E-mail")
  static let original = LocalizedText("原文网址", en: "Original")

  static let agency = LocalizedText("机关", en: "Agency")
  static let region = LocalizedText("地区", en: "Region")
  static let kind = LocalizedText("机关类别", en: "Kind")
  static let level = LocalizedText("层级", en: "Level")
  static let code = LocalizedText("统一社会信用代码", en: "Unified social credit code")
  static let regionCode = LocalizedText("行政区划代码", en: "Region code")
  static let parentRegion = LocalizedText("上级地区", en: "Parent region")
  static let earlierNames = LocalizedText("曾用名", en: "Earlier names")
  static let year = LocalizedText("年度", en: "Year")
  static let report = LocalizedText("年度报告", en: "Report")
  static let reports = LocalizedText("报告", en: "Reports")
  static let withdrawn = LocalizedText("已撤回", en: "Withdrawn")
  static let withoutTables = LocalizedText("无统一表格的报告", en: "Reports without tables")
  static let newest = LocalizedText("最新年度", en: "Newest year")

  static func reportCount(_ count: Int) -> LocalizedText {
    LocalizedText("\(count) 份报告", en: count == 1 ? "1 report" : "\(count) reports")
  }

  /// - Parameter joint: Further reports, which partners file.
  static func count(_ reports: Int, joint: Int, _ language: Language) -> String {
    if joint == 0 { return "\(reports)" }
    return "\(reports)" + bracketed(LocalizedText("另有联合报告 \(joint)", en: "and \(joint) joint")[language], language)
  }

  static func year(_ year: Int) -> LocalizedText { LocalizedText("\(year)年", en: "\(year)") }

  static func totalsTitle(_ year: Int) -> LocalizedText { LocalizedText("\(year)年合计", en: "Totals \(year)") }

  static func figuresTitle(_ year: Int) -> LocalizedText {
    LocalizedText("\(year)年主要数据", en: "Key figures \(year)")
  }

  static func pageStatus(_ page: Int, of pages: Int) -> LocalizedText {
    LocalizedText("第 \(page) 页，共 \(pages) 页", en: "Page \(page) of \(pages)")
  }

  static func covers(_ count: Int) -> LocalizedText {
    LocalizedText("本报告汇总了 \(count) 个机关的数据。", en: "This report gathers the figures of \(count) bodies.")
  }

  static func faults(_ count: Int) -> LocalizedText {
    LocalizedText(
      "本报告按原件登载，其中有 \(count) 处已知的问题，发布时说明了理由。",
      en:
        "This report is published as it was issued, with \(count == 1 ? "a known fault" : "\(count) known faults"), for the reasons given."
    )
  }

  static func fault(_ number: Int) -> LocalizedText { LocalizedText("已知问题 \(number)", en: "Known fault \(number)") }
  static let faultReason = LocalizedText("保留原因：", en: "Kept because: ")

  static let corrected = LocalizedText(
    "本报告发布后有更正，见下文“更正记录”。", en: "This report was corrected after publication; see the corrections below.")

  // Texts that occur on every page are only built in the language of the page.

  static func until(_ day: CalendarDate, _ language: Language) -> String {
    switch language {
    case .simplifiedChinese: "（至\(DateText.date(day, language))）"
    case .english: " (until \(DateText.date(day, language)))"
    }
  }

  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  static func version(of corrected: CalendarDate) -> LocalizedText {
    LocalizedText("\(corrected.iso)更正版", en: "version corrected \(corrected.iso)")
  }

  static let comma = LocalizedText("，", en: ", ")

  /// A remark after other words.
  static func bracketed(_ text: String, _ language: Language) -> String {
    switch language {
    case .simplifiedChinese: "（\(text)）"
    case .english: " (\(text))"
    }
  }

  static let extraRows = LocalizedText("表单以外的行", en: "Rows that the form does not have")

  /// Shown instead of a number that an office left out.
  static let notStated = LocalizedText("未填", en: "not stated")

  static func number(_ value: DecimalNumber?) -> String { value?.description ?? "—" }
}
