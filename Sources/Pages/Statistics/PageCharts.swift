internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Templates

/// The charts of a page. Each is shown with links to its file and its numbers, and the files are collected for writing.
struct PageCharts {
  let frame: PageFrame
  /// The common subject of the charts: an agency, a region, a year.
  let subject: String
  private(set) var files: [ChartFile] = []

  init(_ frame: PageFrame, subject: String) {
    self.frame = frame
    self.subject = subject
  }

  /// - Parameters:
  ///   - id: The id of the numbers in the data of the page, and the name of the file.
  ///   - table: The name of the CSV beside the page that contains the numbers.
  ///   - marks: The meaning of the letters in the chart.
  mutating func write(
    _ chart: ChartMarkup, _ id: String, table: String, marks: [String] = [], to html: inout HTMLWriter
  ) {
    let settings = frame.context.site.data
    if settings.charts { files.append(file(id, chart, marks)) }
    html.line("ul", .class("chart-files")) { html in
      if settings.charts { writeLink("\(id).svg", "image/svg+xml", chart.title, "SVG", to: &html) }
      if settings.beside {
        writeLink(frame.shared("\(frame.route.folder)\(table).csv"), "text/csv", chart.title, "CSV", to: &html)
      }
      if let json = frame.json {
        writeLink(frame.shared(json), "application/json", chart.title, "JSON", to: &html)
      }
    }
  }

  func write(to sink: FileSink) throws {
    let folder = frame.context.site.prefix(of: frame.language) + frame.route.folder
    for file in files {
      var buffer = ByteBuffer(capacity: file.bytes.count)
      buffer.append(file.bytes)
      try sink(folder + file.name, buffer)
    }
  }

  private func file(_ id: String, _ chart: ChartMarkup, _ marks: [String]) -> ChartFile {
    let site = frame.context.site
    return ChartFile(
      id, chart, subject: StatisticsText.chart(chart.title, of: subject)[frame.strings],
      notes: marks + [site.name, frame.context.absolute(frame.path)].filter { !$0.isEmpty },
      style: frame.context.theme.chartStyle, language: frame.language.tag)
  }

  private func writeLink(
    _ address: String, _ type: String, _ title: String, _ format: String, to html: inout HTMLWriter
  ) {
    html.element("li") { $0.element("a", .type(type), .href(address), text: "\(title) \(format)") }
  }
}
