internal import Diagnostics
internal import Portal
internal import Templates

/// A long list split into pages.
struct Pagination {
  /// Short enough for a phone, and long enough that the agencies of a city fit on a few pages.
  static let rowsPerPage = 200

  let count: Int
  var pages: Int { max(1, (count + Self.rowsPerPage - 1) / Self.rowsPerPage) }

  func range(of page: Int) -> Range<Int> {
    let start = (page - 1) * Self.rowsPerPage
    return start..<min(count, start + Self.rowsPerPage)
  }

  /// The value for the layout; `nil` if everything is on one page.
  func value(of page: Int, in frame: PageFrame, route: (Int) -> Route) -> TemplateValue? {
    guard pages > 1 else { return nil }
    func link(_ number: Int, _ label: String) -> TemplateObject {
      TemplateObject(label: label, href: frame.link(route(number)))
    }
    var object = TemplateObject([
      (.status, .text(PageText.pageStatus(page, of: pages)[frame.language])), (.count, .text("\(count)")),
    ])
    if page > 1 { object[.previous] = .object(link(page - 1, "\(page - 1)")) }
    if page < pages { object[.next] = .object(link(page + 1, "\(page + 1)")) }
    object[.items] = .list(
      shown(around: page).map { number in
        var item = link(number, "\(number)")
        item[.current] = .flag(number == page)
        return item
      })
    return .object(object)
  }

  /// The first and last pages and those near the current one. Every page can be reached in a few steps.
  private func shown(around page: Int) -> [Int] {
    let near = [1, 2, page - 10, page - 2, page - 1, page, page + 1, page + 2, page + 10, pages - 1, pages]
    return Set(near.filter { (1...pages).contains($0) }).sorted()
  }
}
