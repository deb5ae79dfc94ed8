internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// Words of series, totals and charts.
enum StatisticsText {
  static let series = LocalizedText("历年数据", en: "Figures over the years")
  static let outcomes = LocalizedText("申请办理结果", en: "Results of requests")
  static let item = LocalizedText("项目", en: "Item")
  static let breaks = LocalizedText("前后不可直接比较之处", en: "Where years cannot be compared directly")
  static let record = LocalizedText("更正、撤回与保留的问题", en: "Corrections, withdrawals and faults that were kept")
  static let share = LocalizedText("予以公开和部分公开占办结的比重", en: "Granted in full or part, of those handled")

  static let shareFormula = LocalizedText(
    "比重＝（予以公开＋部分公开）÷本年办结；办结不足 \(Share.smallestBase) 件或有未填数字的不计算。",
    en:
      "Share = (granted + granted in part) ÷ handled; not given below \(Share.smallestBase) handled, or where a figure is not stated."
  )

  static let shareNote = LocalizedText(
    shareFormula.chinese + "缩进的分项合计由本站加总，“—”表示没有报告或未填，不是 0。",
    en: shareFormula.english
      + " Subtotals of groups are added up by this site; “—” means no report or not stated, never 0.")

  static func chart(_ title: String) -> LocalizedText { LocalizedText("\(title)图", en: "\(title): chart") }

  /// The title of a standalone chart.
  static func chart(_ title: String, of subject: String) -> LocalizedText {
    LocalizedText("\(subject)：\(title)", en: "\(subject): \(title)")
  }

  /// Explains how the files of charts and the columns of their data correspond.
  static let chartFiles = LocalizedText(
    "图可以另存为 SVG 文件。CSV 和 JSON 有本页各图的全部数字，名称与 SVG 文件名相同，如 requests.new.total。",
    en:
      "Charts can be saved as SVG files. CSV and JSON have the numbers of all charts of the page under the names of those files, such as requests.new.total."
  )

  static func change(since year: Int) -> LocalizedText { LocalizedText("较\(year)年", en: "since \(year)") }

  /// A description of a chart for people who cannot see it.
  static func description(
    _ title: String, _ points: [(year: Int, value: DecimalNumber?)], _ language: Language
  ) -> String {
    let words: (colon: StaticString, year: StaticString, none: StaticString, comma: StaticString, end: StaticString) =
      switch language {
      case .simplifiedChinese: ("：", "年 ", "无数据", "，", "。")
      case .english: (". ", ": ", "no figure", ", ", ".")
      }
    var text = ByteBuffer(capacity: 512)
    text.append(title)
    text.append(words.colon)
    for (place, point) in points.enumerated() {
      if place > 0 { text.append(words.comma) }
      text.append(point.year)
      text.append(words.year)
      if let value = point.value { text.append(value) } else { text.append(words.none) }
    }
    text.append(words.end)
    return String(text)
  }

  static func outcomesDescription(_ rows: [StackedBars.Bar], _ parts: [String], _ language: Language) -> String {
    let (separator, colon): (StaticString, StaticString) = language == .english ? (", ", ": ") : ("、", "：")
    let none = PageText.notStated[language]
    var text = ByteBuffer(capacity: 2048)
    for (place, row) in rows.enumerated() {
      if place > 0 { text.append("; ") }
      text.append(row.label)
      text.append(colon)
      for (place, (part, value)) in zip(parts, row.values).enumerated() {
        if place > 0 { text.append(separator) }
        text.append(part)
        text.append(UInt8(ascii: " "))
        if let value { text.append(value) } else { text.append(none) }
      }
    }
    return String(text)
  }

  static func text(of mark: AgencySeries.Break, forms: (String) -> String) -> LocalizedText {
    let year = mark.year
    switch mark.kind {
    case .form(let from, let to):
      return LocalizedText(
        "\(year)年起改用另一种格式（\(forms(from))→\(forms(to))），口径有变化。",
        en: "From \(year) in another form (\(forms(from)) → \(forms(to))): what is counted changed.")
    case .name(let from, let to):
      return LocalizedText("\(year)年起名称由“\(from)”改为“\(to)”。", en: "Renamed from \(from) to \(to) as of \(year).")
    case .scope:
      return LocalizedText(
        "\(year)年起报告的范围不同（本机关、汇总或联合）。", en: "From \(year) of another scope: own, consolidated or joint.")
    case .reconsiderationLaw:
      return LocalizedText(
        "2024年起施行修订的《行政复议法》，对不予公开不服的须先申请复议，复议和“未经复议直接起诉”的数量前后不可直接比较。",
        en:
          "Since 2024, under the revised Administrative Reconsideration Law (art. 23), a refusal goes to reconsideration before a lawsuit; numbers of both cannot be compared with earlier years."
      )
    }
  }

  static let countsNote = LocalizedText(
    "图中年份下的 n 是计入该年合计的报告数。", en: "Below each year of the chart, n is the number of reports that are added.")

  static func constant(_ title: LocalizedText, _ offices: Int) -> LocalizedText {
    LocalizedText(
      "\(title.chinese)：历年都有报告的 \(offices) 个机关",
      en: "\(title.english): the \(offices) offices with a report in every year")
  }

  static func correction(of year: Int, on date: String, where place: String) -> LocalizedText {
    LocalizedText("\(year)年报告于\(date)更正：\(place)。", en: "Report of \(year), corrected on \(date): \(place).")
  }

  static func withdrawn(_ year: Int, on date: String) -> LocalizedText {
    LocalizedText("\(year)年报告于\(date)撤回。", en: "Report of \(year), withdrawn on \(date).")
  }

  static func accepted(_ year: Int, _ finding: String) -> LocalizedText {
    LocalizedText("\(year)年报告保留的问题（\(finding)）。", en: "Report of \(year), a fault that was kept (\(finding)).")
  }

  static func signed(_ change: DecimalNumber) -> String {
    if change.isZero { return "0" }
    return change.isNegative
      ? "−\(DecimalNumber(digits: -change.digits, scale: change.scale))" : "+\(change)"
  }

  static func percent(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

  /// A change as a number, and in per cent if the base is large enough.
  static func change(from old: DecimalNumber?, to new: DecimalNumber?, _ language: Language) -> String {
    guard let old, let new else { return "—" }
    let change = new - old
    guard old.scale == 0, new.scale == 0, old.digits >= Int64(Share.smallestBase), !change.isZero,
      let tenths = Share.tenths(Int64(clamping: change.digits.magnitude), of: old.digits)
    else { return signed(change) }
    let share = "\(change.isNegative ? "−" : "+")\(percent(tenths: tenths))"
    return signed(change) + PageText.bracketed(share, language)
  }
}
