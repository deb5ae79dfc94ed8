/// The address of a page inside a portal, relative to its root and without the prefix of a language. Addresses are a
/// contract: what was once published keeps its address.
///
/// Each kind of page names its addresses in its own file; here are those that data files name too.
package struct Route: Sendable, Hashable {
  /// The path without its extension: `reports/2023/liulin`.
  package let stem: String

  package init(_ stem: String) {
    self.stem = stem
  }

  package static let home = Route("index")
  /// The data of the whole portal.
  package static let data = Route("data/index")
  package static let dictionary = Route("data/dictionary")

  package static func year(_ year: Int) -> Route { Route("years/\(year)/index") }
  package static func agency(_ id: String) -> Route { Route("agencies/\(id)/index") }
  package static func region(_ code: String) -> Route { Route("regions/\(code)/index") }
  package static func report(year: Int, agency: String) -> Route { Route("reports/\(year)/\(agency)") }
  /// A row of the forms in all reports.
  package static func row(_ id: String) -> Route { Route("rows/\(id)/index") }

  /// The path of the page: `reports/2023/liulin.html`.
  package var path: String { stem + ".html" }

  /// The path of the JSON beside the page, for kinds of pages that have one.
  package var json: String { stem + ".json" }

  /// One of the pages of a list that is spread over several: `years/2023/page-7` for `years/2023/index`.
  package func page(_ number: Int) -> Route { number == 1 ? self : Route("\(folder)page-\(number)") }

  /// The folder of the page: empty, or ending in a slash.
  package var folder: String { stem.lastIndex(of: "/").map { String(stem[...$0]) } ?? "" }

  /// The relative path from a page to the root: `../../` for `reports/2023/liulin.html`.
  package static func up(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The relative path from one page to another, by way of the root. It always includes the file name.
  package static func relative(from: String, to: String) -> String { up(from: from) + to }
}
