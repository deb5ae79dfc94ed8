/// Addresses inside a portal, relative to its root. They are a contract: what was once published keeps its address.
package enum Route: Sendable, Hashable {
  case home
  case years
  case year(Int, page: Int)
  case agencies(page: Int)
  case agency(String)
  case regions
  case region(String, page: Int)
  case report(year: Int, agency: String)
  /// The rows of the forms, and one of them in all reports.
  case rows
  case row(String)
  /// Agencies of one function in all regions.
  case peers(String)
  /// Any agencies and years side by side.
  case compare
  /// The data of the whole portal; its dictionary; how to use it.
  case data, dictionary, dataUse
  case search
  case notFound

  /// The path of the page, without the prefix of its language: `reports/2023/liulin.html`.
  package var path: String {
    switch self {
    case .home: "index.html"
    case .years: "years/index.html"
    case .year(let year, let page): Self.joined("years/", String(year), "/", Self.file(page))
    case .agencies(let page): Self.joined("agencies/", Self.file(page))
    case .agency(let id): Self.joined("agencies/", id, "/index.html")
    case .regions: "regions/index.html"
    case .region(let code, let page): Self.joined("regions/", code, "/", Self.file(page))
    case .rows: "rows/index.html"
    case .row(let id): Self.joined("rows/", id, "/index.html")
    case .peers(let function): Self.joined("peers/", function, "/index.html")
    case .compare: "compare/index.html"
    case .report(let year, let agency): Self.joined("reports/", String(year), "/", agency, ".html")
    case .data: "data/index.html"
    case .dictionary: "data/dictionary.html"
    case .dataUse: "data/use.html"
    case .search: "search/index.html"
    case .notFound: "404.html"
    }
  }

  /// The JSON beside the page; further pages of a list have none.
  package var json: String? {
    guard hasJSON, let stem = String(path.utf8.dropLast("html".utf8.count)) else { return nil }
    return stem + "json"
  }

  package var hasJSON: Bool {
    switch self {
    case .notFound, .dataUse, .search, .compare: false
    case .year(_, let page), .agencies(let page), .region(_, let page): page == 1
    default: true
    }
  }

  /// Pages name some hundred thousand addresses: the text of one is put together in one step.
  private static func joined(
    _ folder: StaticString, _ first: String, _ middle: StaticString = "", _ second: String = "",
    _ end: StaticString = ""
  ) -> String {
    let count =
      folder.utf8CodeUnitCount + first.utf8.count + middle.utf8CodeUnitCount + second.utf8.count
      + end.utf8CodeUnitCount
    return String(unsafeUninitializedCapacity: count) { buffer in
      var place = buffer.startIndex
      func append(_ text: StaticString) {
        text.withUTF8Buffer { place = buffer[place...].update(fromContentsOf: $0) }
      }
      func append(_ text: String) { place = buffer[place...].update(fromContentsOf: text.utf8) }
      append(folder)
      append(first)
      append(middle)
      append(second)
      append(end)
      return count
    }
  }

  /// The folder of the page: empty or with a slash at its end.
  package var folder: String {
    let path = path
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func file(_ page: Int) -> String { page == 1 ? "index.html" : "page-\(page).html" }

  /// The steps up from a path to the root: `../../` for `reports/2023/liulin.html`.
  package static func up(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A relative address from one path to another, by way of the root; it always names the file.
  package static func relative(from: String, to: String) -> String { up(from: from) + to }
}
