internal import Languages

/// Words of the page that lists the data files.
enum DataPageText {
  static let introduction = Text("data.introduction")
  static let byYear = Text("data.by_year")
  static let byYearNote = Text("data.by_year_note")
  static let whole = Text("data.whole")
  static let wholeNote = Text("data.whole_note")
  static let single = Text("data.single")
  static let agenciesNote = Text("data.agencies_note")
  static let rowsNote = Text("data.rows_note")
  static let developers = Text("data.developers")
  static let developersNote = Text("data.developers_note")
  static let all = Text("data.all")
  static let rows = Text("data.rows")
  static let version = Text("data.version")
}
