internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Templates

/// The charts of a page: each is shown with links to its file and its numbers, and the files are kept to be written.
struct PageCharts {
  let frame: PageFrame
  /// What all of them are of: an agency, a region, a year.
  let subject: String
  private(set) var files: [ChartFile] = []

  init(_ frame: PageFrame, subject: String) {
    self.frame = frame
    self.subject = subject
  }

  /// - Parameters:
  ///   - id: of the numbers in the data of the page, which is the name of the file too.
  ///   - table: name of the CSV beside the page that holds the numbers.
  ///   - marks: what letters in the chart stand for.
  mutating func write(
    _ chart: ChartMarkup, _ id: String, table: String, marks: [String] = [], to html: inout ByteBuffer
  ) {
    let settings = frame.context.site.data
    html.append("<ul class=\"chart-files\">")
    if settings.charts {
      files.append(file(id, chart, marks))
      link("\(id).svg", "image/svg+xml", chart.title, "SVG", to: &html)
    }
    if settings.beside {
      link(frame.shared("\(frame.route.folder)\(table).csv"), "text/csv", chart.title, "CSV", to: &html)
    }
    if let json = frame.json {
      link(frame.shared(json), "application/json", chart.title, "JSON", to: &html)
    }
    html.append("</ul>\n")
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
      id, chart, subject: StatisticsText.chart(chart.title, of: subject)[frame.language],
      notes: marks + [site.name, frame.context.absolute(frame.path)].filter { !$0.isEmpty },
      style: frame.context.theme.chartStyle, language: frame.language.rawValue)
  }

  private func link(
    _ address: String, _ type: StaticString, _ title: String, _ format: StaticString, to html: inout ByteBuffer
  ) {
    html.append("<li><a type=\"")
    html.append(type)
    html.append("\" href=\"")
    html.appendEscaped(address)
    html.append("\">")
    html.appendEscaped(title)
    html.append(" ")
    html.append(format)
    html.append("</a></li>")
  }
}
