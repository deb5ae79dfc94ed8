internal import Markup

/// What data a portal publishes beside its pages and their JSON: `data` in `site.yaml`.
package struct DataSettings: Sendable, Hashable {
  /// CSV beside reports and lists.
  package var beside = true
  /// Charts beside the pages that show them, as SVG.
  package var charts = true
  /// Workbooks beside lists, and `data/portal.xlsx`.
  package var workbooks = true
  /// A workbook of each report in the layout of its form. It costs more than the report's pages.
  package var forms = false
  /// CSV and NDJSON of the whole portal in `data/`.
  package var portal = true
  /// `data/portal.sqlite`
  package var database = true
  /// `SHA256SUMS`
  package var checksums = true
  /// The keys of further formats that the portal asks for.
  package var formats: Set<String> = []
  /// Above so many reports, files of each year stand beside those of all years, and take the place of the workbook.
  package var splitAbove = 20_000

  package init() {}

  /// Whether files with all reports are made.
  package var keepsRecords: Bool { portal || database || workbooks || !formats.isEmpty }

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
    flag("checksums", \.checksums)
    self.formats = Set(formats.filter { fields.boolean($0) ?? false })
    if let number = fields.integer("split_above") { splitAbove = max(1, number) }
  }
}
