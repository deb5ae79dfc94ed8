package import DataFiles
package import Languages
package import Portal
package import Reports

/// A kind of page. Each value is one page in all languages, including all parts of a long list.
///
/// `PageKinds.all` lists the kinds. The build, the sitemap, `gongkai list routes` and the rendering of single pages use that
/// list. A new kind is a file with a type that conforms to this protocol, and a line in the list.
package protocol Page: Sendable {
  /// The pages of this kind in a portal.
  static func all(in portal: Portal) -> [Self]

  /// The folder with all pages of this kind, even if a portal has none; empty for the root.
  static var folder: String { get }

  /// The part of the site that the navigation marks on the page.
  static var section: NavigationSection { get }

  /// The JSON beside the page; `nil` if there is none.
  static var json: PageJSON? { get }

  /// Whether its list is also published as CSV and as a workbook, see `table`.
  static var hasTable: Bool { get }

  /// Whether its table is a data set of figures, which is described to search engines.
  static var isDataset: Bool { get }

  /// Whether it has its own feed, see `feed`. Other pages link to the feed of the portal.
  static var hasFeed: Bool { get }

  /// Whether it has a URL. A page that servers show instead of others has none, and its links are absolute.
  static var hasAddress: Bool { get }

  /// The languages in which a site has it.
  static func languages(of site: Site) -> [Language]

  /// Its path; for a list on several pages, the path of the first.
  var route: Route { get }

  /// The paths of files that it writes with another name and in another folder than its own.
  var filesElsewhere: [String] { get }

  /// The number of rows of a list that may be split into several pages, see `Pagination`.
  var rowCount: Int { get }

  /// Its list as a table.
  var table: DataTable? { get }

  /// The reports in its feed.
  var feed: Feed? { get }

  /// The years of its figures: `2023`, or `2021/2024`.
  var period: String? { get }

  /// The day of the last change, if known.
  var changed: CalendarDate? { get }
}

extension Page {
  package static var section: NavigationSection { .elsewhere }
  package static var json: PageJSON? { nil }
  package static var hasTable: Bool { false }
  package static var hasFeed: Bool { false }
  package static var isDataset: Bool { false }
  package static var hasAddress: Bool { true }
  package static func languages(of site: Site) -> [Language] { site.languages }
  package var filesElsewhere: [String] { [] }
  package var rowCount: Int { 0 }
  package var table: DataTable? { nil }
  package var feed: Feed? { nil }
  package var period: String? { nil }
  package var changed: CalendarDate? { nil }

  /// The number of pages that its list is split into.
  package var pageCount: Int { Pagination(count: rowCount).pages }

  /// The paths of the page in a language: more than one for a long list.
  package func paths(in language: Language, of site: Site) -> [String] {
    (1...pageCount).map { site.prefix(of: language) + route.page($0).path }
  }
}

/// A part of the site in the navigation.
package enum NavigationSection: Sendable {
  case home, years, agencies, regions, rows, compare, data, search
  case elsewhere
}

/// The JSON beside a page.
package struct PageJSON: Sendable {
  /// The file below `schema/`.
  package let schema: String
  /// `kind` in the JSON of an index page.
  package let kind: String?

  /// The JSON of an index page, whose figures are described to search engines as a data set.
  package static func index(_ kind: String) -> PageJSON { PageJSON(schema: "index-1.json", kind: kind) }

  package static func other(schema: String) -> PageJSON { PageJSON(schema: schema, kind: nil) }
}

/// The reports in an Atom feed.
package struct Feed: Sendable {
  package let title: String
  package let reports: [ReportSummary]
  /// Whether it tells of every change of published reports, without end, instead of what is new.
  var isOfRevisions = false
}
