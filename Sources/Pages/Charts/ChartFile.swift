internal import Bytes

/// A chart as a standalone file, with its styles, its subject and its source.
struct ChartFile {
  /// The file name beside the page that shows the chart: `requests.new.total.svg`.
  let name: String
  let bytes: [UInt8]

  private static let lineHeight = 20
  private static let margin = 12

  /// - Parameters:
  ///   - subject: The subject of the chart, to put before its title. On a page it is stated elsewhere.
  ///   - notes: Lines below the chart: the meaning of its marks, and where its figures were published.
  ///   - style: The theme's `chart.css`.
  init(_ id: String, _ chart: ChartMarkup, subject: String, notes: [String], style: [UInt8], language: String) {
    name = "\(id).svg"
    let width = chart.width + 2 * Self.margin
    let heading = Self.lines(of: subject, in: chart.width, size: 15)
    let foot = notes.flatMap { Self.lines(of: $0, in: chart.width, size: 12) }
    let top = Self.margin + heading.count * Self.lineHeight + 8
    let height = top + chart.height + foot.count * Self.lineHeight + Self.margin
    var svg = HTMLWriter(capacity: chart.bytes.count + style.count + 1024)
    svg.line(
      "svg", .attribute("xmlns", "http://www.w3.org/2000/svg"), .class("chart"), .role("img"), .lang(language),
      .attribute("viewBox", "0 0 \(width) \(height)"), .attribute("width", width), .attribute("height", height),
      .labelledBy("title description")
    ) { svg in
      svg.element("title", .id("title"), text: subject)
      svg.line("desc", .id("description"), text: chart.description)
      svg.block("style") { $0.text(style[...]) }
      svg.empty("rect", .class("paper"), .attribute("width", "100%"), .attribute("height", "100%"))
      svg.newline()
      Self.write(heading, "heading", from: Self.margin + 14, to: &svg)
      svg.startTag(
        "svg", .attribute("x", Self.margin), .attribute("y", top), .attribute("width", chart.width),
        .attribute("height", chart.height), .attribute("viewBox", "0 0 \(chart.width) \(chart.height)"))
      svg.newline()
      // With its end tag.
      svg.raw(chart.bytes[chart.headEnd...])
      Self.write(foot, "tick", from: top + chart.height + 14, to: &svg)
    }
    bytes = svg.array()
  }

  private static func write(_ lines: [String], _ kind: StaticString, from y: Int, to svg: inout HTMLWriter) {
    for (number, line) in lines.enumerated() {
      svg.line(
        "text", .class(kind), .attribute("x", margin), .attribute("y", y + number * lineHeight), text: line)
    }
  }

  /// Splits a text into lines of a given width, since SVG does not wrap text.
  static func lines(of text: String, in width: Int, size: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for character in text {
      let own = ChartWriter.width(of: String(character), size: size)
      if used + own > Double(width), !line.isEmpty {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(character)
      used += own
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
