internal import Languages

/// Words of the pages about rows of the forms, and about agencies of one function.
enum RowText {
  static let rows = Text("rows.rows")
  static let rowsNote = Text("rows.rows_note")
  static let table = Text("rows.table")
  static let article = Text("rows.article")
  static let totals = Text("rows.totals")
  static let agencies = Text("rows.agencies")
  static let rank = Text("rows.rank")

  static let totalsNote = Text("rows.totals_note")

  static let leftOut = Text("rows.left_out")
  static let listComma = Text("punctuation.list_comma")
  static let fullStop = Text("punctuation.full_stop")

  private static let rankingKey: StringKey = "rows.ranking"
  private static let moreAgencies: StringKey = "rows.rest_more"
  private static let zeroAgencies: StringKey = "rows.rest_zero"
  private static let silentAgencies: StringKey = "rows.rest_not_stated"
  private static let sentence: StringKey = "punctuation.sentence"
  private static let peersOf: StringKey = "peers.title"

  static func ranking(_ column: String, _ year: Int) -> Text {
    rankingKey.with(["column": .string(column), "year": .number(year)])
  }

  /// What a ranking leaves out.
  static func rest(more: Int, zero: Int, notStated: Int, _ strings: Strings) -> String {
    let parts = [
      more > 0 ? moreAgencies.with(["count": .number(more)]) : nil, zeroAgencies.with(["count": .number(zero)]),
      silentAgencies.with(["count": .number(notStated)]),
    ]
    let text = parts.compactMap { $0?[strings] }.joined(separator: strings["punctuation.semicolon"])
    return sentence.with(["text": .string(text)])[strings]
  }

  static func peers(_ function: String) -> Text { peersOf.with(["function": .string(function)]) }

  static let peersFact = Text("peers.fact")
}
