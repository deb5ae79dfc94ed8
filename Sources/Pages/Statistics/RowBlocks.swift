internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The content of a row's page: a chart of the totals by year, and the agencies ranked by their numbers.
struct RowBlocks {
  let row: RowMeasure
  let values: RowValues
  let portal: Portal
  let frame: PageFrame
  private(set) var charts: PageCharts

  init(row: RowMeasure, values: RowValues, portal: Portal, frame: PageFrame) {
    self.row = row
    self.values = values
    self.portal = portal
    self.frame = frame
    charts = PageCharts(frame, subject: RowText.totals[frame.strings])
  }

  /// More agencies than anyone would read; the data of the page has all of them.
  private static let mostRows = 200

  private var strings: Strings { frame.strings }

  mutating func makeBlocks() -> [TemplateObject] {
    if values.years.isEmpty { return [] }
    return [
      frame.block("totals", RowText.totals, totals()), frame.block("agencies", RowText.agencies, agencies),
    ]
  }

  private mutating func totals() -> [UInt8] {
    var html = HTMLWriter(capacity: 8 << 10)
    let points = zip(values.years, values.totals).map { (year: $0, value: $1[row.mainColumn].sum) }.reversed()
    let main = row.columns[row.mainColumn]
    let marks = frame.marks(of: values.breaks)
    let counts = Dictionary(
      uniqueKeysWithValues: zip(values.years, values.totals.map { $0[row.mainColumn].stated }))
    charts.writeOnlySeries(
      DataText.measured(row.label, in: main.unit)[strings], Array(points), breaks: marks, counts: counts,
      id: row.id(of: main),
      table: ChartTables.byYear, to: &html)
    frame.writeBreaks(marks.map(\.text), to: &html)
    let table = FigureTable(
      frame, id: "totals", caption: RowText.totals[strings], corner: PageText.year[strings],
      columns: row.columns.map { DataText.measured($0.label, in: $0.unit)[strings] }
        + [TableText.stated[strings], TableText.notStated[strings]])
    table.write(to: &html) { html in
      // The oldest year first, as in the chart.
      for (year, totals) in zip(values.years, values.totals).reversed() {
        table.writeRow(PageText.year(year)[strings], link: .year(year), to: &html) { html in
          for total in totals { FigureTable.writeCell(total.sum, to: &html) }
          FigureTable.writeCell(DecimalNumber(totals[row.mainColumn].stated), to: &html)
          FigureTable.writeCell(DecimalNumber(totals[row.mainColumn].notStated), to: &html)
        }
      }
    }
    html.line("p", .class("table-note"), text: RowText.totalsNote[strings])
    writeLeftOut(to: &html)
    return html.array()
  }

  /// Names the reports whose amounts are in no sum and no rank.
  private func writeLeftOut(to html: inout HTMLWriter) {
    if values.leftOut.isEmpty { return }
    html.line("p", .class("table-note")) { html in
      html.text(RowText.leftOut[strings])
      for (number, report) in values.leftOut.enumerated() {
        if number > 0 { html.text(RowText.listComma[strings]) }
        let agency = portal.registry.agencies[report.agency]
        frame.writeLink(.report(year: report.year, agency: agency.id), to: &html) { html in
          html.element("span", .lang(frame.nameLanguage), text: agency.name(in: report.year))
          html.text(PageText.bracketed("\(report.year)", strings))
        }
      }
      html.text(RowText.fullStop[strings])
    }
  }

  private var agencies: [UInt8] {
    var html = HTMLWriter(capacity: 32 << 10)
    let ranking = values.ranking
    let newest = values.years[0]
    if !ranking.isEmpty {
      let table = FigureTable(
        frame, id: "ranking",
        caption: RowText.ranking(
          DataText.measured(row.columns[row.mainColumn].label, in: row.columns[row.mainColumn].unit)[strings], newest)[
            strings],
        corner: PageText.agency[strings],
        columns: [RowText.rank[strings]] + values.years.map { PageText.year($0)[strings] })
      table.write(to: &html, isSortable: true) { writeRows(of: table, ranking.prefix(Self.mostRows), to: &$0) }
    }
    let zero = values.byAgency.count { $0.first??.isZero == true }
    let leftOut = Set(values.leftOut.filter { $0.year == newest }.map(\.agency))
    let notStated = portal.registry.agencies.indices.count { index in
      portal.registry.agencies[index].isBound(in: newest) && values.byAgency[index][0] == nil
        && !leftOut.contains(index)
    }
    let rest = RowText.rest(
      more: max(0, ranking.count - Self.mostRows), zero: zero, notStated: notStated, strings)
    html.line("p", .class("table-note"), text: rest)
    return html.array()
  }

  /// - Parameter ranking: Indexes of agencies, highest number first.
  private func writeRows(of table: FigureTable, _ ranking: ArraySlice<Int>, to html: inout HTMLWriter) {
    var rank = 0
    var above: DecimalNumber?
    for (place, index) in ranking.enumerated() {
      let numbers = values.byAgency[index]
      // Equal numbers share a rank.
      if above.map({ $0.isSameAmount(as: numbers[0] ?? .zero) }) != true { rank = place + 1 }
      above = numbers[0]
      let agency = portal.registry.agencies[index]
      table.writeRow(agency.name, isName: true, link: .agency(agency.id), to: &html) { html in
        FigureTable.writeCell(DecimalNumber(rank), to: &html)
        for number in numbers { FigureTable.writeCell(number, to: &html) }
      }
    }
  }
}
