internal import Bytes
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// Several agencies side by side: a table for each of the newest years, all with the same measures.
struct ComparisonBlocks {
  let agencies: [Agency]
  let portal: Portal
  let frame: PageFrame

  private static let mostYears = 3

  var blocks: [TemplateObject] {
    let reports = agencies.map { agency in portal.reports(of: agency.id).filter { $0.status == .published } }
    let years = Set(reports.joined().map(\.year)).sorted(by: >).prefix(Self.mostYears)
    return years.map { year in
      let html = table(year, reports.map { $0.first { $0.year == year } })
      return frame.block("y\(year)", PageText.year(year), html)
    }
  }

  private func table(_ year: Int, _ reports: [ReportSummary?]) -> [UInt8] {
    let strings = frame.strings
    let values = reports.map { report in
      Measure.compared.map { measure in report.flatMap { portal.statistics.value(measure, of: $0) } }
    }
    let order = agencies.indices.filter { reports[$0] != nil }.ranked { values[$0][0] }
    var html = HTMLWriter(capacity: 8 << 10)
    let table = FigureTable(
      frame, id: "y\(year)-table", caption: RowText.ranking(Measure.new.label[strings], year)[strings],
      corner: PageText.agency[strings], columns: Measure.compared.map { $0.label[strings] })
    table.write(to: &html, isSortable: true) { html in
      for index in order {
        let name = portal.registry.name(of: agencies[index].id, in: year)
        table.writeRow(name, isName: true, link: reports[index]?.route, to: &html) { html in
          for value in values[index] { FigureTable.writeCell(value, to: &html) }
        }
      }
    }
    return html.array()
  }
}
