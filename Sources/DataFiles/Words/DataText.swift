package import Languages
package import Portal

/// Words that data files and pages share.
package enum DataText {
  private static let ofYear: StringKey = "file.year_workbook"
  private static let inUnit: StringKey = "rows.measured"
  private static let newForm: StringKey = "statistics.break_form"
  private static let otherOffices: StringKey = "statistics.break_offices"

  static func yearWorkbook(_ year: Int) -> Text { ofYear.with(["year": .number(year)]) }

  /// A label with the unit of its figures, unless they are counts or the label has it.
  package static func measured(_ label: Translations, in unit: String) -> Text {
    if unit != "万元" || label.chinese.contains(unit) { return Text(label) }
    return inUnit.with(["label": .text(Text(label))])
  }

  /// - Parameter forms: The titles of forms, by id.
  package static func text(of mark: TotalBreaks.Break, forms: (String) -> String) -> Text {
    let year = Text.Value.number(mark.year)
    return switch mark.kind {
    case .form(let from, let to):
      newForm.with(["year": year, "from": .string(forms(from)), "to": .string(forms(to))])
    case .offices(let from, let to, let joined, let left):
      otherOffices.with([
        "year": year, "from": .number(from), "to": .number(to), "joined": .number(joined), "left": .number(left),
      ])
    }
  }
}
