internal import Bytes
internal import Languages

/// Writes the elements of a chart. Colours and patterns are classes, because pages do not allow inline styles.
struct ChartWriter: ~Copyable {
  private(set) var svg: HTMLWriter
  private let size: (width: Int, height: Int)
  private let words: (title: String, description: String)
  private let headEnd: Int

  /// Starts a chart with its name and a textual description.
  ///
  /// - Parameter id: Unique among the charts of the page.
  init(id: String, width: Int, height: Int, title: String, description: String) {
    svg = HTMLWriter(capacity: 4096)
    svg.startTag(
      "svg", .class("chart"), .role("img"), .attribute("viewBox", "0 0 \(width) \(height)"),
      .attribute("width", width), .attribute("height", height), .labelledBy("\(id)-t \(id)-d"))
    svg.element("title", .id("\(id)-t"), text: title)
    svg.line("desc", .id("\(id)-d"), text: description)
    size = (width, height)
    words = (title, description)
    headEnd = svg.count
  }

  consuming func finish() -> ChartMarkup {
    svg.endTag("svg")
    svg.newline()
    return ChartMarkup(
      bytes: svg.array(), headEnd: headEnd, width: size.width, height: size.height, title: words.title,
      description: words.description)
  }

  mutating func line(_ kind: StaticString, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    path(kind) { path in
      path.append(UInt8(ascii: "M"))
      Self.append(x1, y1, to: &path)
      path.append(UInt8(ascii: "L"))
      Self.append(x2, y2, to: &path)
    }
  }

  mutating func curve(_ kind: StaticString, through points: some Collection<(x: Double, y: Double)>) {
    guard points.count > 1 else { return }
    path(kind) { path in
      for (index, place) in points.enumerated() {
        path.append(index == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
        Self.append(place.x, place.y, to: &path)
      }
    }
  }

  private mutating func path(_ kind: StaticString, _ writeData: (inout ByteBuffer) -> Void) {
    svg.openStartTag("path", .class(kind))
    svg.rawAttribute("d", writeData)
    svg.closeEmptyTag()
  }

  mutating func dot(_ x: Double, _ y: Double) {
    svg.openStartTag("circle", .class("dot"), .attribute("r", "3.5"))
    attribute("cx", x)
    attribute("cy", y)
    svg.closeEmptyTag()
  }

  /// - Parameter pattern: A pattern drawn over the bar: the chart that defines it, and its number.
  mutating func bar(
    _ kind: StaticString, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    pattern: (chart: String, number: Int)? = nil
  ) {
    svg.openStartTag("rect", .class(kind))
    closeBar(x, y, width, height)
    guard let pattern else { return }
    svg.openStartTag("rect", .class("over"), .attribute("fill", "url(#\(pattern.chart)-\(pattern.number))"))
    closeBar(x, y, width, height)
  }

  private mutating func closeBar(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    attribute("x", x)
    attribute("y", y)
    attribute("width", width)
    attribute("height", height)
    svg.closeEmptyTag()
  }

  /// Patterns for bars, by their shapes; they are numbered from 1.
  mutating func patterns(of chart: String, _ shapes: [(inout HTMLWriter) -> Void]) {
    svg.line("defs") { svg in
      for (index, shape) in shapes.enumerated() {
        svg.element(
          "pattern", .id("\(chart)-\(index + 1)"), .class("hatch"), .attribute("width", "8"),
          .attribute("height", "8"), .attribute("patternUnits", "userSpaceOnUse"), body: shape)
      }
    }
  }

  enum Anchor {
    case start, middle, end
  }

  mutating func text(_ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, kind: StaticString = "label")
  {
    svg.openStartTag("text", .class(kind))
    attribute("x", x)
    attribute("y", y)
    switch anchor {
    case .start: break
    case .middle: svg.attribute(.attribute("text-anchor", "middle"))
    case .end: svg.attribute(.attribute("text-anchor", "end"))
    }
    svg.closeStartTag()
    svg.text(text)
    svg.endTag("text")
  }

  private mutating func attribute(_ name: StaticString, _ length: Double) {
    svg.rawAttribute(name) { Self.append(length, to: &$0) }
  }

  private static func append(_ x: Double, _ y: Double, to buffer: inout ByteBuffer) {
    append(x, to: &buffer)
    buffer.append(UInt8(ascii: " "))
    append(y, to: &buffer)
  }

  /// Writes a length with one decimal, the same on every machine.
  private static func append(_ value: Double, to buffer: inout ByteBuffer) {
    let tenths = Int((value * 10).rounded())
    if tenths < 0 { buffer.append(UInt8(ascii: "-")) }
    let (whole, tenth) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    buffer.append(whole)
    if tenth != 0 {
      buffer.append(UInt8(ascii: "."))
      buffer.append(UInt8(ascii: "0") + UInt8(tenth))
    }
  }

  /// The approximate width of a text: a Chinese character is as wide as the font size, a digit a little over half of
  /// it.
  static func width(of text: String, size: Double = 13) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 0.58 : 1) } * size
  }

  /// A number at an axis: 12,000.
  static func tick(_ value: Double) -> String {
    guard let whole = Int(exactly: value) else { return "\((value * 100).rounded() / 100)" }
    return tick(whole)
  }

  private static func tick(_ whole: Int) -> String {
    let (thousands, rest) = whole.quotientAndRemainder(dividingBy: 1000)
    if thousands == 0 { return String(rest) }
    // The leading digit keeps the zeros.
    let digits = String(1000 + rest.magnitude).dropFirst()
    return tick(thousands) + "," + digits
  }
}
