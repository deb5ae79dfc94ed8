internal import DataFiles
internal import Languages
internal import Reports

/// Words of pages that are filled in by the program, while layouts name theirs as `{{t.…}}`. All are strings of the theme.
enum PageText {
  static let home = Text("page.home")
  static let years = Text("page.years")
  static let agencies = Text("page.agencies")
  static let regions = Text("page.regions")
  static let data = Text("page.data")
  static let dictionary = Text("page.dictionary")
  static let dataUse = Text("page.data_use")
  static let search = Text("page.search")
  static let notFound = Text("page.not_found")

  static let formWorkbook = Text("report.form_workbook")
  static let firstPublished = Text("report.first_published")
  static let modified = Text("report.modified")
  static let form = Text("report.form")
  static let address = Text("report.address")
  static let postcode = Text("report.postcode")
  static let phone = Text("report.phone")
  static let email = Text("report.email")
  static let original = Text("report.original")

  static let agency = Text("list.agency")
  static let region = Text("list.region")
  static let kind = Text("agency.kind_label")
  static let level = Text("agency.level_label")
  static let code = Text("agency.code")
  static let regionCode = Text("region.code")
  static let parentRegion = Text("region.parent")
  static let earlierNames = Text("agency.earlier_names")
  static let year = Text("list.year")
  static let report = Text("list.report")
  static let reports = Text("list.reports")
  static let withdrawn = Text("list.withdrawn")
  static let withoutTables = Text("list.without_tables")
  static let newest = Text("list.newest")

  private static let reportCountKey: StringKey = "list.report_count"
  private static let jointCount: StringKey = "list.joint_count"
  private static let ofYear: StringKey = "page.of_year"
  private static let totals: StringKey = "page.totals"
  private static let figures: StringKey = "page.figures"
  private static let status: StringKey = "page.status"
  private static let gathers: StringKey = "report.covers"
  private static let publishedWithFaults: StringKey = "report.faults"
  private static let faultNumber: StringKey = "report.fault"
  private static let untilDay: StringKey = "date.until"
  private static let remark: StringKey = "punctuation.brackets"

  static func reportCount(_ count: Int) -> Text { reportCountKey.with(["count": .number(count)]) }

  /// - Parameter joint: Further reports, which partners file.
  static func count(_ reports: Int, joint: Int, _ strings: Strings) -> String {
    if joint == 0 { return "\(reports)" }
    return "\(reports)" + bracketed(jointCount.with(["count": .number(joint)])[strings], strings)
  }

  static func year(_ year: Int) -> Text { ofYear.with(["year": .number(year)]) }

  static func totalsTitle(_ year: Int) -> Text { totals.with(["year": .number(year)]) }

  static func figuresTitle(_ year: Int) -> Text { figures.with(["year": .number(year)]) }

  static func pageStatus(_ page: Int, of pages: Int) -> Text {
    status.with(["page": .number(page), "pages": .number(pages)])
  }

  static func covers(_ count: Int) -> Text { gathers.with(["count": .number(count)]) }

  static func faults(_ count: Int) -> Text { publishedWithFaults.with(["count": .number(count)]) }

  static func fault(_ number: Int) -> Text { faultNumber.with(["number": .number(number)]) }
  static let faultReason = Text("report.fault_reason")

  static let corrected = Text("report.corrected")

  static func until(_ day: CalendarDate, _ strings: Strings) -> String {
    untilDay.with(["date": .text(DateText.date(day))])[strings]
  }

  static func size(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }

  private static let correctedVersion: StringKey = "cite.version"

  static func version(of date: CalendarDate) -> Text { correctedVersion.with(["date": .string(date.iso)]) }

  static let comma = Text("punctuation.comma")

  /// A remark after other words.
  static func bracketed(_ text: String, _ strings: Strings) -> String { remark.with(["text": .string(text)])[strings] }

  static let extraRows = Text("report.extra_rows")

  /// Shown instead of a number that an office left out.
  static let notStated = Text("cell.not_stated")

  static func number(_ value: DecimalNumber?) -> String { value?.description ?? "—" }
}
