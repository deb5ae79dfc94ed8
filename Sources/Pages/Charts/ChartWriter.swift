internal import Bytes
internal import Diagnostics

/// Writes the elements of a chart. Colours and patterns are classes, because pages do not allow inline styles.
struct ChartWriter: ~Copyable {
  var buffer: ByteBuffer
  private let size: (width: Int, height: Int)
  private let words: (title: String, description: String)
  private let headEnd: Int

  /// Starts a chart with its name and a textual description.
  ///
  /// - Parameter id: Unique among the charts of the page.
  init(id: String, width: Int, height: Int, title: String, description: String) {
    buffer = ByteBuffer(capacity: 4096)
    buffer.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
    buffer.append(width)
    buffer.append(UInt8(ascii: " "))
    buffer.append(height)
    buffer.append("\" width=\"")
    buffer.append(width)
    buffer.append("\" height=\"")
    buffer.append(height)
    buffer.append("\" aria-labelledby=\"")
    buffer.append(id)
    buffer.append("-t ")
    buffer.append(id)
    buffer.append("-d\"><title id=\"")
    buffer.append(id)
    buffer.append("-t\">")
    buffer.appendEscaped(title)
    buffer.append("</title><desc id=\"")
    buffer.append(id)
    buffer.append("-d\">")
    buffer.appendEscaped(description)
    buffer.append("</desc>\n")
    size = (width, height)
    words = (title, description)
    headEnd = buffer.count
  }

  consuming func finish() -> ChartMarkup {
    buffer.append("</svg>\n")
    return ChartMarkup(
      bytes: buffer.array(), headEnd: headEnd, width: size.width, height: size.height, title: words.title,
      description: words.description)
  }

  mutating func line(_ kind: StaticString, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    buffer.append("<path class=\"")
    buffer.append(kind)
    buffer.append("\" d=\"M")
    point(x1, y1)
    buffer.append(UInt8(ascii: "L"))
    point(x2, y2)
    buffer.append("\"/>")
  }

  mutating func curve(_ kind: StaticString, through points: some Collection<(x: Double, y: Double)>) {
    guard points.count > 1 else { return }
    buffer.append("<path class=\"")
    buffer.append(kind)
    buffer.append("\" d=\"")
    for (index, place) in points.enumerated() {
      buffer.append(index == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
      point(place.x, place.y)
    }
    buffer.append("\"/>")
  }

  mutating func dot(_ x: Double, _ y: Double) {
    buffer.append("<circle class=\"dot\" r=\"3.5\" cx=\"")
    number(x)
    buffer.append("\" cy=\"")
    number(y)
    buffer.append("\"/>")
  }

  /// - Parameter pattern: A pattern drawn over the bar: the chart that defines it, and its number.
  mutating func bar(
    _ kind: StaticString, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    pattern: (chart: String, number: Int)? = nil
  ) {
    buffer.append("<rect class=\"")
    buffer.append(kind)
    let outline = buffer.count
    writeOutline(x, y, width, height)
    guard let pattern else { return }
    let outlineEnd = buffer.count
    buffer.append("<rect class=\"over\" fill=\"url(#")
    buffer.append(pattern.chart)
    buffer.append(UInt8(ascii: "-"))
    buffer.append(pattern.number)
    buffer.append(UInt8(ascii: ")"))
    buffer.appendAgain(outline..<outlineEnd)
  }

  private mutating func writeOutline(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    buffer.append("\" x=\"")
    number(x)
    buffer.append("\" y=\"")
    number(y)
    buffer.append("\" width=\"")
    number(width)
    buffer.append("\" height=\"")
    number(height)
    buffer.append("\"/>")
  }

  enum Anchor {
    case start, middle, end
  }

  mutating func text(_ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, kind: StaticString = "label")
  {
    buffer.append("<text class=\"")
    buffer.append(kind)
    buffer.append("\" x=\"")
    number(x)
    buffer.append("\" y=\"")
    number(y)
    switch anchor {
    case .start: buffer.append("\">")
    case .middle: buffer.append("\" text-anchor=\"middle\">")
    case .end: buffer.append("\" text-anchor=\"end\">")
    }
    buffer.appendEscaped(text)
    buffer.append("</text>")
  }

  private mutating func point(_ x: Double, _ y: Double) {
    number(x)
    buffer.append(UInt8(ascii: " "))
    number(y)
  }

  /// Writes a length with one decimal, the same on every machine.
  private mutating func number(_ value: Double) {
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
