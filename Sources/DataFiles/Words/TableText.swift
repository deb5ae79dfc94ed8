package import Languages

/// Titles and columns of tables that are both in pages and in data files.
package enum TableText {
  package static let scopeNote = Text("table.scope_note")
  package static let byRegion = Text("table.by_region")
  package static let byYear = Text("table.by_year")
  package static let reportsAdded = Text("table.reports_added")
  package static let stated = Text("table.stated")
  package static let withoutUnit = Text("table.without_unit")
  package static let notStated = Text("table.not_stated")

  private static let ofYear: StringKey = "table.of_year"
  private static let ofAgency: StringKey = "table.of_agency"
  private static let ofRegion: StringKey = "table.of_region"
  private static let seriesOfAgency: StringKey = "table.series"
  private static let partsInYear: StringKey = "table.parts"

  package static func yearTitle(_ year: Int) -> Text { ofYear.with(["year": .number(year)]) }

  package static func agencyTitle(_ name: String) -> Text { ofAgency.with(["agency": .string(name)]) }

  package static func regionTitle(_ name: String) -> Text { ofRegion.with(["region": .string(name)]) }

  package static func seriesCaption(_ name: String) -> Text { seriesOfAgency.with(["agency": .string(name)]) }

  package static func parts(_ year: Int) -> Text { partsInYear.with(["year": .number(year)]) }
}
