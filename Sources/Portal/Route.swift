package import Bytes

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
  package var path: String { text(ofType: "html") }

  /// The JSON beside the page; further pages of a list have none.
  package var json: String? { hasJSON ? text(ofType: "json") : nil }

  private func text(ofType type: StaticString) -> String {
    var buffer = ByteBuffer(capacity: 64)
    write(type, to: &buffer) { name, buffer in buffer.append(name) }
    return String(buffer)
  }

  /// Writes the path, or that of the JSON beside the page, without a string of its own: lists name thousands.
  ///
  /// - Parameter escaped: how names are written where the path stands.
  package func write(
    _ type: StaticString = "html", to buffer: inout ByteBuffer, escaped: (String, inout ByteBuffer) -> Void
  ) {
    let parts = parts
    buffer.append(parts.folder)
    if !parts.name.isEmpty { escaped(parts.name, &buffer) }
    buffer.append(parts.middle)
    if !parts.second.isEmpty { escaped(parts.second, &buffer) }
    buffer.append(parts.file)
    buffer.append(UInt8(ascii: "."))
    buffer.append(type)
  }

  private var parts: RoutePath {
    switch self {
    case .home: RoutePath("index")
    case .years: RoutePath("years/index")
    case .year(let year, let page): RoutePath("years/", String(year), page: page)
    case .agencies(let page): RoutePath("agencies", "", page: page)
    case .agency(let id): RoutePath("agencies/", id, file: "/index")
    case .regions: RoutePath("regions/index")
    case .region(let code, let page): RoutePath("regions/", code, page: page)
    case .rows: RoutePath("rows/index")
    case .row(let id): RoutePath("rows/", id, file: "/index")
    case .peers(let function): RoutePath("peers/", function, file: "/index")
    case .compare: RoutePath("compare/index")
    case .report(let year, let agency): RoutePath("reports/", String(year), middle: "/", agency)
    case .data: RoutePath("data/index")
    case .dictionary: RoutePath("data/dictionary")
    case .dataUse: RoutePath("data/use")
    case .search: RoutePath("search/index")
    case .notFound: RoutePath("404")
    }
  }

  package var hasJSON: Bool {
    switch self {
    case .notFound, .dataUse, .search, .compare: false
    case .year(_, let page), .agencies(let page), .region(_, let page): page == 1
    default: true
    }
  }

  /// The folder of the page: empty or with a slash at its end.
  package var folder: String {
    let path = path
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The steps up from a path to the root: `../../` for `reports/2023/liulin.html`.
  package static func up(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A relative address from one path to another, by way of the root; it always names the file.
  package static func relative(from: String, to: String) -> String { up(from: from) + to }
}

/// What a path is put together of, without the type of its file.
private struct RoutePath {
  let folder: StaticString
  var name = ""
  var middle: StaticString = ""
  var second = ""
  var file: StaticString = ""

  init(_ path: StaticString) { folder = path }

  init(_ folder: StaticString, _ name: String, file: StaticString) {
    self.folder = folder
    self.name = name
    self.file = file
  }

  init(_ folder: StaticString, _ name: String, middle: StaticString, _ second: String) {
    self.folder = folder
    self.name = name
    self.middle = middle
    self.second = second
  }

  /// One of the pages of a list.
  init(_ folder: StaticString, _ name: String, page: Int) {
    self.folder = folder
    self.name = name
    if page == 1 {
      file = "/index"
    } else {
      middle = "/page-"
      second = String(page)
    }
  }
}
