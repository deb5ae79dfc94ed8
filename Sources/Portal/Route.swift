package import Bytes

/// Paths of pages relative to the root of a portal. They are a contract: a published path never changes.
package enum Route: Sendable, Hashable {
  case home
  case years
  case year(Int, page: Int)
  case agencies(page: Int)
  case agency(String)
  case regions
  case region(String, page: Int)
  case report(year: Int, agency: String)
  /// The list of form rows, and one row across all reports.
  case rows
  case row(String)
  /// Agencies with the same function in all regions.
  case peers(String)
  /// Any agencies and years side by side.
  case compare
  /// The data of the whole portal, its dictionary, and how to use it.
  case data, dictionary, dataUse
  case search
  case notFound

  /// The path of the page without its language prefix: `reports/2023/liulin.html`.
  package var path: String { text(ofType: "html") }

  /// The path of the JSON beside the page. Further pages of a list have none.
  package var json: String? { hasJSON ? text(ofType: "json") : nil }

  private func text(ofType type: StaticString) -> String {
    var buffer = ByteBuffer(capacity: 64)
    write(type, to: &buffer) { name, buffer in buffer.append(name) }
    return String(buffer)
  }

  /// Writes the path of the page or of its JSON without creating a string, because lists contain thousands of paths.
  ///
  /// - Parameter escaped: Writes a name with the escaping required at this point of the output.
  package func write(
    _ type: StaticString = "html", to buffer: inout ByteBuffer, escaped: (String, inout ByteBuffer) -> Void
  ) {
    func write(_ folder: StaticString, _ name: String) {
      buffer.append(folder)
      escaped(name, &buffer)
    }
    switch self {
    case .home: buffer.append("index")
    case .years: buffer.append("years/index")
    case .year(let year, let page):
      buffer.append("years/")
      buffer.append(year)
      Self.write(page: page, to: &buffer)
    case .agencies(let page):
      buffer.append("agencies")
      Self.write(page: page, to: &buffer)
    case .agency(let id):
      write("agencies/", id)
      buffer.append("/index")
    case .regions: buffer.append("regions/index")
    case .region(let code, let page):
      write("regions/", code)
      Self.write(page: page, to: &buffer)
    case .rows: buffer.append("rows/index")
    case .row(let id):
      write("rows/", id)
      buffer.append("/index")
    case .peers(let function):
      write("peers/", function)
      buffer.append("/index")
    case .compare: buffer.append("compare/index")
    case .report(let year, let agency):
      buffer.append("reports/")
      buffer.append(year)
      write("/", agency)
    case .data: buffer.append("data/index")
    case .dictionary: buffer.append("data/dictionary")
    case .dataUse: buffer.append("data/use")
    case .search: buffer.append("search/index")
    case .notFound: buffer.append("404")
    }
    buffer.append(UInt8(ascii: "."))
    buffer.append(type)
  }

  /// Writes one of the pages of a list.
  private static func write(page: Int, to buffer: inout ByteBuffer) {
    if page == 1 { return buffer.append("/index") }
    buffer.append("/page-")
    buffer.append(page)
  }

  package var hasJSON: Bool {
    switch self {
    case .notFound, .dataUse, .search, .compare: false
    case .year(_, let page), .agencies(let page), .region(_, let page): page == 1
    default: true
    }
  }

  /// The folder of the page: empty, or ending in a slash.
  package var folder: String {
    let path = path
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The relative path from a page to the root: `../../` for `reports/2023/liulin.html`.
  package static func up(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The relative path from one page to another, by way of the root. It always includes the file name.
  package static func relative(from: String, to: String) -> String { up(from: from) + to }
}
