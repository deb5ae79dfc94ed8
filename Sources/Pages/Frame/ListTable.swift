internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// A table of an index page. Each row starts with a link, followed by cells.
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

  /// - Parameter language: The language of the text, if it differs from that of the page.
  static func cell(
    _ text: String, isNumeric: Bool = false, href: String? = nil, language: String? = nil
  ) -> TemplateObject {
    var cell = TemplateObject([(.text, .text(text)), (.numeric, .flag(isNumeric))])
    cell.set(.href, href)
    cell.set(.langText, language)
    return cell
  }

  /// The figures of a report in the columns of a table; blank if the report has no such figure.
  static func figureCells(_ figures: [ReportSummary.Figure], in columns: [ReportSummary.Figure]) -> [TemplateObject] {
    columns.indices.map { column in
      let place = figures.place(of: columns[column], near: column)
      return cell(PageText.number(place.flatMap { figures[$0].value }), isNumeric: true)
    }
  }
}
