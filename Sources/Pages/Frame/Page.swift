package import DataFiles
package import Languages
package import Portal
package import Reports

/// A kind of page. A value of it is one page: in all languages, and with all the pages that a long list is spread over.
///
/// `PageKinds.all` lists the kinds. The build, the sitemap, `gongkai list routes` and whoever renders one page alone walk
/// over that list; a new kind is a file with a type that conforms to this, and a line there.
package protocol Page: Sendable {
  /// Those that a portal has.
  static func all(in portal: Portal) -> [Self]

  /// The folder that all addresses of this kind lie in, whether or not a portal has any; empty for the root.
  static var folder: String { get }

  /// The part of the site that its navigation marks on the page.
  static var section: NavigationSection { get }

  /// The JSON beside the page; `nil` for none.
  static var json: PageJSON? { get }

  /// Whether CSV and a workbook of what it lists lie beside the page: see `table`.
  static var hasTable: Bool { get }

  /// Whether its table is a data set of figures, which search engines are told of.
  static var isDataset: Bool { get }

  /// Whether a feed of its own lies beside the page: see `feed`. Others point to that of the portal.
  static var hasFeed: Bool { get }

  /// Whether readers come to it by its address. One that servers show in place of others has none, and its links are
  /// absolute.
  static var hasAddress: Bool { get }

  /// The languages that a site has it in.
  static func languages(of site: Site) -> [Language]

  /// Its address; of a list on several pages that of the first.
  var route: Route { get }

  /// The paths of files that it writes, and that lie neither in its folder nor under its own name.
  var filesElsewhere: [String] { get }

  /// How many rows it lists, where a list may be spread over several pages: see `Pagination`.
  var rowCount: Int { get }

  /// The table of what it lists.
  var table: DataTable? { get }

  /// The reports that its feed tells of.
  var feed: Feed? { get }

  /// What its figures are of: `2023`, or `2021/2024`.
  var period: String? { get }

  /// Day of the last change, where it is known.
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

  /// How many pages its list is spread over.
  package var pageCount: Int { Pagination(count: rowCount).pages }

  /// The paths of the page in a language: more than one for a long list.
  package func paths(in language: Language, of site: Site) -> [String] {
    (1...pageCount).map { site.prefix(of: language) + route.page($0).path }
  }
}

/// A part of the site, as its navigation has them.
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

  /// That of an index page, with figures that search engines are told of as a data set.
  package static func index(_ kind: String) -> PageJSON { PageJSON(schema: "index-1.json", kind: kind) }

  package static func other(schema: String) -> PageJSON { PageJSON(schema: schema, kind: nil) }
}

/// The reports that an Atom feed tells of.
package struct Feed: Sendable {
  package let title: String
  package let reports: [ReportSummary]
  /// Whether it tells of every change of published reports, without end, instead of what is new.
  var isOfRevisions = false
}
