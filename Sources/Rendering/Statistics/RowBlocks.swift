internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// What the page of a row shows: totals by year with their chart, and the agencies in order.
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
    charts = PageCharts(frame, subject: RowText.totals[frame.language])
  }

  /// More agencies than anyone reads down; the data of the page has all.
  private static let mostRows = 200

  private var language: Language { frame.language }

  mutating func makeBlocks() -> [TemplateObject] {
    if values.years.isEmpty { return [] }
    return [
      frame.block("totals", RowText.totals, totals()), frame.block("agencies", RowText.agencies, agencies),
    ]
  }

  private mutating func totals() -> [UInt8] {
    var html = ByteBuffer(capacity: 8 << 10)
    let points = zip(values.years, values.totals).map { (year: $0, value: $1[row.mainColumn].sum) }.reversed()
    charts.writeOnlySeries(
      row.label[language], Array(points), id: row.columns[row.mainColumn].id, table: ChartTables.byYear, to: &html)
    let rows = zip(values.years, values.totals).map { year, totals in
      FigureTable.Row(
        PageText.year(year)[language], href: frame.link(.year(year, page: 1)),
        cells: totals.map { PageText.number($0.sum) }
          + ["\(totals[row.mainColumn].stated)", "\(totals[row.mainColumn].notStated)"])
    }
    FigureTable(
      id: "totals", caption: RowText.totals[language], corner: PageText.year[language],
      columns: row.columns.map { $0.label[language] } + [RowText.stated[language], RowText.notStated[language]],
      rows: rows
    ).write(to: &html)
    html.append("<p class=\"table-note\">\(RowText.totalsNote[language])</p>\n")
    return html.array()
  }

  private var agencies: [UInt8] {
    var html = ByteBuffer(capacity: 32 << 10)
    let ranking = values.ranking
    let newest = values.years[0]
    var rank = 0
    let rows = ranking.prefix(Self.mostRows).enumerated().map { place, index in
      let numbers = values.byAgency[index]
      // Equal numbers share a rank.
      if place == 0 || values.byAgency[ranking[place - 1]][0].map({ $0.isSameAmount(as: numbers[0] ?? .zero) }) != true
      {
        rank = place + 1
      }
      let agency = portal.registry.agencies[index]
      return FigureTable.Row(
        agency.name, language: frame.nameLanguage, href: frame.link(.agency(agency.id)),
        cells: ["\(rank)"] + numbers.map { PageText.number($0) })
    }
    if !rows.isEmpty {
      FigureTable(
        id: "ranking",
        caption: RowText.ranking(row.columns[row.mainColumn].label[language], newest)[language],
        corner: PageText.agency[language],
        columns: [RowText.rank[language]] + values.years.map { PageText.year($0)[language] }, rows: rows
      ).write(to: &html, isSortable: true)
    }
    let zero = values.byAgency.count { $0.first??.isZero == true }
    let notStated = zip(portal.registry.agencies, values.byAgency).count { agency, numbers in
      agency.isBound(in: newest) && numbers[0] == nil
    }
    let rest = RowText.rest(
      more: max(0, ranking.count - Self.mostRows), zero: zero, notStated: notStated)
    html.append("<p class=\"table-note\">\(rest[language])</p>\n")
    return html.array()
  }
}
