internal import Languages
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
  func value(of number: Int, in frame: PageFrame, page: some Page) -> TemplateValue? {
    guard pages > 1 else { return nil }
    let route = page.route
    func link(_ number: Int) -> TemplateObject {
      TemplateObject(label: "\(number)", href: frame.link(route.page(number)))
    }
    var object = TemplateObject([
      (.status, .text(PageText.pageStatus(number, of: pages)[frame.strings])), (.count, .text("\(count)")),
    ])
    if number > 1 { object[.previous] = .object(link(number - 1)) }
    if number < pages { object[.next] = .object(link(number + 1)) }
    object[.items] = .list(
      shown(around: number).map { shown in
        var item = link(shown)
        item[.current] = .flag(shown == number)
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
