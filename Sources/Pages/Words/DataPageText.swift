internal import Diagnostics

/// Words of the page that lists the data files.
enum DataPageText {
  static let introduction = LocalizedText(
    "以下文件含全部已发布报告的数据，每次发布时一并更新；已撤回的报告不在其中。",
    en:
      "These files hold the figures of all published reports and are renewed with every publication; withdrawn reports are not in them."
  )
  static let byYear = LocalizedText("一个年度的 Excel", en: "Excel of one year")
  static let byYearNote = LocalizedText(
    "一行一份报告，全部单元格；汇总其他机关的报告在单独的工作表，某列求和就是本站公布的合计。",
    en:
      "A row a report, with all its cells. Reports that gather other bodies are on a sheet of their own, so that the sum of a column is the total of the pages."
  )
  static let whole = LocalizedText("全部数据在一个文件里", en: "Everything in one file")
  static let wholeNote = LocalizedText(
    "SQLite 数据库可直接查询；CSV 一格一行，合计时只取 scope 为 own 的行，并用 value_base 列。",
    en:
      "The SQLite database can be queried as it is; the CSV has a row a cell. For sums take rows of scope own, and value_base."
  )
  static let single = LocalizedText("一个机关、一项指标", en: "One office, one indicator")
  static let agenciesNote = LocalizedText(
    "每个机关的页面有其历年数据的 CSV 和 Excel：", en: "The page of an office has its figures over the years as CSV and Excel: ")
  static let rowsNote = LocalizedText(
    "每项指标的页面有各年合计和各机关数字：", en: "The page of an indicator has its totals by year and the figures of each office: ")
  static let developers = LocalizedText("供程序使用", en: "For developers")
  static let developersNote = LocalizedText(
    "一行一份报告的 NDJSON，以及各文件的列、单位、大小和校验值。每个网页旁另有同名的 JSON。",
    en:
      "NDJSON with a report a line, and the columns, units, sizes and hashes of all files. Each page has a JSON of the same name beside it."
  )
  static let all = LocalizedText("全部文件", en: "All files")
  static let rows = LocalizedText("行数", en: "Rows")
  static let version = LocalizedText("数据版本：", en: "Version of the data: ")
}
