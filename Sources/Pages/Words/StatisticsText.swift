internal import Languages
internal import Portal
internal import Reports

/// Words of series, totals and charts.
enum StatisticsText {
  static let series = Text("statistics.series")
  static let outcomes = Text("statistics.outcomes")
  static let item = Text("statistics.item")
  static let breaks = Text("statistics.breaks")
  static let record = Text("statistics.record")
  static let share = Text("statistics.share")

  private static let formula: StringKey = "statistics.share_formula"
  private static let chartOf: StringKey = "statistics.chart"
  private static let chartTitle: StringKey = "statistics.chart_of_subject"
  private static let since: StringKey = "statistics.since"
  private static let inYear: StringKey = "statistics.point"
  private static let isNone: StringKey = "statistics.no_point"
  private static let pointsOf: StringKey = "statistics.points"
  private static let bar: StringKey = "statistics.bar"
  private static let newForm: StringKey = "statistics.break_form"
  private static let newName: StringKey = "statistics.break_name"
  private static let newScope: StringKey = "statistics.break_scope"
  private static let correctedOn: StringKey = "statistics.corrected"
  private static let withdrawnOn: StringKey = "statistics.withdrawn"
  private static let keptFault: StringKey = "statistics.accepted"

  static let shareFormula = formula.with(["base": .number(Share.smallestBase)])

  static func shareNote(_ strings: Strings) -> String { shareFormula[strings] + strings["statistics.share_note"] }

  static func chart(_ title: String) -> Text { chartOf.with(["title": .string(title)]) }

  /// The title of a standalone chart.
  static func chart(_ title: String, of subject: String) -> Text {
    chartTitle.with(["title": .string(title), "subject": .string(subject)])
  }

  /// Explains how the files of charts and the columns of their data correspond.
  static let chartFiles = Text("statistics.chart_files")

  static func change(since year: Int) -> Text { since.with(["year": .number(year)]) }

  /// A description of a chart for people who cannot see it.
  static func description(
    _ title: String, _ points: [(year: Int, value: DecimalNumber?)], _ strings: Strings
  ) -> String {
    let none = strings[isNone]
    let figures = points.map { point in
      inYear.with(["year": .number(point.year), "value": .string(point.value?.description ?? none)])[strings]
    }
    return pointsOf.with([
      "title": .string(title), "points": .string(figures.joined(separator: strings["punctuation.comma"])),
    ])[strings]
  }

  static func outcomesDescription(_ rows: [StackedBars.Bar], _ parts: [String], _ strings: Strings) -> String {
    let separator = strings["punctuation.list_comma"]
    let none = PageText.notStated[strings]
    return rows.map { row in
      let figures = zip(parts, row.values).map { "\($0) \($1?.description ?? none)" }
      return bar.with(["label": .string(row.label), "figures": .string(figures.joined(separator: separator))])[strings]
    }.joined(separator: "; ")
  }

  static func text(of mark: AgencySeries.Break, forms: (String) -> String) -> Text {
    let year = Text.Value.number(mark.year)
    return switch mark.kind {
    case .form(let from, let to):
      newForm.with(["year": year, "from": .string(forms(from)), "to": .string(forms(to))])
    case .name(let from, let to): newName.with(["year": year, "from": .string(from), "to": .string(to)])
    case .scope: newScope.with(["year": year])
    case .reconsiderationLaw: Text("statistics.break_reconsideration_law")
    }
  }

  static let countsNote = Text("statistics.counts_note")
  private static let constantSet: StringKey = "statistics.constant"

  static func constant(_ measure: Text, _ offices: Int) -> Text {
    constantSet.with(["measure": .text(measure), "offices": .number(offices)])
  }

  static func correction(of year: Int, on date: String, where place: String) -> Text {
    correctedOn.with(["year": .number(year), "date": .string(date), "place": .string(place)])
  }

  static func withdrawn(_ year: Int, on date: String) -> Text {
    withdrawnOn.with(["year": .number(year), "date": .string(date)])
  }

  static func accepted(_ year: Int, _ finding: String) -> Text {
    keptFault.with(["year": .number(year), "finding": .string(finding)])
  }

  static func signed(_ change: DecimalNumber) -> String {
    if change.isZero { return "0" }
    return change.isNegative
      ? "−\(DecimalNumber(digits: -change.digits, scale: change.scale))" : "+\(change)"
  }

  static func percent(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

  /// A change as a number, and in per cent if the base is large enough.
  static func change(from old: DecimalNumber?, to new: DecimalNumber?, _ strings: Strings) -> String {
    guard let old, let new else { return "—" }
    let change = new - old
    guard old.scale == 0, new.scale == 0, old.digits >= Int64(Share.smallestBase), !change.isZero,
      let tenths = Share.tenths(Int64(clamping: change.digits.magnitude), of: old.digits)
    else { return signed(change) }
    let share = "\(change.isNegative ? "−" : "+")\(percent(tenths: tenths))"
    return signed(change) + PageText.bracketed(share, strings)
  }
}
