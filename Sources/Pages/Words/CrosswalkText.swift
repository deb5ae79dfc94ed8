internal import Languages

/// Words of the page that compares the indicators of the forms.
enum CrosswalkText {
  static let note = Text("crosswalk.note")

  static func relation(_ years: String) -> Text { Text(verbatim: years) }

  private static let comparison: StringKey = "crosswalk.introduction"

  static func introduction(same: Int) -> Text { comparison.with(["count": .number(same)]) }
}
