internal import Markup

/// The data that a portal publishes besides its pages and their JSON: `data` in `site.yaml`.
package struct DataSettings: Sendable, Hashable {
  /// CSV files for reports and lists.
  package var beside = true
  /// The charts of pages as SVG files.
  package var charts = true
  /// Workbooks for lists, and `data/portal.xlsx`.
  package var workbooks = true
  /// A workbook for each report in the layout of its form, which takes longer to make than the pages of the report.
  package var forms = false
  /// CSV and NDJSON of the whole portal in `data/`.
  package var portal = true
  /// `data/portal.sqlite`
  package var database = true
  /// Whether the database has the text of reports, where it can be searched; `nil` for a portal of usual size only, since
  /// the text and its index take ten times as much space as the figures.
  package var fullText: Bool?
  /// `SHA256SUMS`
  package var checksums = true
  /// The keys of further formats that the portal asks for.
  package var formats: Set<String> = []
  /// Portals with more reports than this have files for each year instead of one for all years.
  package var splitAbove = 20_000

  package init() {}

  /// Whether files that cover all reports are written.
  package var keepsRecords: Bool { portal || database || workbooks || !formats.isEmpty }

  /// Whether the database of a portal with this many reports has their text.
  package func holdsText(ofReports count: Int) -> Bool { fullText ?? (count <= Self.mostWithText) }

  private static let mostWithText = 2_000

  /// Nothing but pages and their JSON.
  package static var none: DataSettings {
    var settings = DataSettings()
    settings.beside = false
    settings.charts = false
    settings.workbooks = false
    settings.portal = false
    settings.database = false
    settings.checksums = false
    return settings
  }

  /// - Parameter formats: the keys of formats besides those that are settings here.
  init(_ fields: inout Fields, formats: [String]) {
    func flag(_ key: String, _ path: WritableKeyPath<DataSettings, Bool>) {
      if let answer = fields.boolean(key) { self[keyPath: path] = answer }
    }
    flag("beside", \.beside)
    flag("charts", \.charts)
    flag("workbooks", \.workbooks)
    flag("forms", \.forms)
    flag("portal", \.portal)
    flag("database", \.database)
    fullText = fields.boolean("full_text")
    flag("checksums", \.checksums)
    self.formats = Set(formats.filter { fields.boolean($0) ?? false })
    if let number = fields.integer("split_above") { splitAbove = max(1, number) }
  }
}
