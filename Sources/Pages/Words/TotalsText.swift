internal import Languages

/// Words of totals by region and year, and of who has reported.
enum TotalsText {
  static let all = Text("totals.all")
  static let own = Text("totals.own")
  static let coverage = Text("totals.coverage")
  static let missing = Text("totals.missing")
  static let late = Text("totals.late")

  static let ownRegions = Text("totals.own_regions")

  static let wholeRegion = Text("totals.whole_region")

  private static let siblingsOf: StringKey = "totals.siblings"
  private static let siblingsScale: StringKey = "totals.siblings_note"
  private static let siblingsRest: StringKey = "totals.siblings_more"
  private static let reportedOf: StringKey = "totals.reported"

  static func siblings(_ measure: Text) -> Text { siblingsOf.with(["measure": .text(measure)]) }

  static func siblingsNote(more: Int, _ strings: Strings) -> String {
    strings[siblingsScale] + (more > 0 ? siblingsRest.with(["count": .number(more)])[strings] : "")
  }

  static func coverage(_ reported: Int, of bound: Int) -> Text {
    reportedOf.with(["reported": .number(reported), "bound": .number(bound)])
  }
}
