internal import Diagnostics
internal import Portal
internal import Reports

/// A table of an index page: a link in front of each row, then cells.
struct ListTable {
  struct Row {
    var header: TemplateObject
    var cells: [TemplateObject]
    var isWithdrawn = false
    var isConsolidated = false
  }

  var caption: String
  var columns: [(label: String, isNumeric: Bool)]
  var rows: [Row]

  var value: TemplateValue {
    .object(
      TemplateObject([
        (.caption, .text(caption)),
        (
          .columns,
          .list(columns.map { TemplateObject([(.label, .text($0.label)), (.numeric, .flag($0.isNumeric))]) })
        ),
        (
          .rows,
          .list(
            rows.map { row in
              TemplateObject([
                (.header, .object(row.header)), (.cells, .list(row.cells)), (.withdrawn, .flag(row.isWithdrawn)),
                (.consolidated, .flag(row.isConsolidated)),
              ])
            })
        ),
      ]))
  }

  /// - Parameter language: of the text, when it is not that of the page.
  static func cell(
    _ text: String, isNumeric: Bool = false, href: String? = nil, language: String? = nil
  ) -> TemplateObject {
    var cell = TemplateObject([(.text, .text(text)), (.numeric, .flag(isNumeric))])
    cell.set(.href, href)
    cell.set(.langText, language)
    return cell
  }

  /// The figures of a report in the columns of a table; blank where the report has no such figure.
  static func figureCells(_ figures: [ReportSummary.Figure], in columns: [ReportSummary.Figure]) -> [TemplateObject] {
    columns.indices.map { column in
      let place = figures.place(of: columns[column], near: column)
      return cell(PageText.number(place.flatMap { figures[$0].value }), isNumeric: true)
    }
  }

  /// The figures that any of some reports has, in their order.
  static func figureColumns(of reports: some Sequence<ReportSummary>) -> [ReportSummary.Figure] {
    var columns: [ReportSummary.Figure] = []
    var last: ReportSummary?
    for report in reports {
      defer { last = report }
      // Most have the form of the one before.
      if let last, last.form == report.form, last.figures.count == report.figures.count { continue }
      let figures = report.figures
      for place in figures.indices where columns.place(of: figures[place], near: place) == nil {
        columns.append(figures[place])
      }
    }
    return columns
  }
}

/// A long list cut into pages.
struct Pagination {
  /// Rows of a page: short enough for a phone, long enough that a city's agencies fit on few pages.
  static let rowsPerPage = 200

  let count: Int
  var pages: Int { max(1, (count + Self.rowsPerPage - 1) / Self.rowsPerPage) }

  func range(of page: Int) -> Range<Int> {
    let start = (page - 1) * Self.rowsPerPage
    return start..<min(count, start + Self.rowsPerPage)
  }

  /// What a layout is given; `nil` when all is on one page.
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

  /// The first and last pages and those near the current one; every page is within a few steps.
  private func shown(around page: Int) -> [Int] {
    let near = [1, 2, page - 10, page - 2, page - 1, page, page + 1, page + 2, page + 10, pages - 1, pages]
    return Set(near.filter { (1...pages).contains($0) }).sorted()
  }
}
