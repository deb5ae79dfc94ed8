internal import Diagnostics
internal import Markup

/// A paragraph that was meant as the statutory table of its section, or as a part of it.
struct BrokenTable {
  let document: Document
  /// Line numbers in the source.
  let lines: ClosedRange<Int>
  /// The last line of the table above, if there is one.
  private let lineAbove: Int?

  private enum Shape {
    case tabs, widePipes, pipes
  }

  private let shape: Shape
  private var source: SourceFile { document.source }

  /// - Parameters:
  ///   - paragraph: Index of the node.
  ///   - above: The previous block, if it is a table.
  /// - Returns: `nil` if the paragraph is text.
  init?(_ document: Document, paragraph: Int, below above: Table?) {
    let node = document.nodes[paragraph]
    let first = document.source.line(at: Int(node.offset))
    let breaks = document.nodes[(paragraph + 1)..<Int(node.end)].reduce(0) {
      $0 + ($1.kind == .softBreak || $1.kind == .lineBreak ? 1 : 0)
    }
    self.document = document
    let end = min(first + breaks, document.source.lineStarts.count)
    // Text above the first row is in the same paragraph.
    guard let start = (first...end).first(where: { Self.shape(ofLine: $0, in: document.source) != nil }),
      let shape = Self.shape(ofLine: start, in: document.source)
    else { return nil }
    lines = start...end
    self.shape = shape
    lineAbove =
      above.flatMap { $0.rows.last }.map { document.source.line(at: Int($0.span.start)) }
    let isAlone = lines.count == 1 && lineAbove == nil
    // Rows without figures may have lost their separators.
    let divided = lines.count { Self.shape(ofLine: $0, in: document.source) != nil }
    if isAlone || 2 * divided < lines.count { return nil }
  }

  private static func shape(ofLine line: Int, in source: SourceFile) -> Shape? {
    let text = source.bytes[source.offset(ofLine: line)..<source.endOfLine(line)]
    var (pipes, tabs, others) = (0, 0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "\t"): tabs += 1
      case 0xEF: others += 1
      default: break
      }
    }
    if pipes >= 2 { return .pipes }
    if tabs > 0 { return .tabs }
    guard others >= 2 else { return nil }
    return String(decoding: text, as: UTF8.self).count { $0 == "｜" } >= 2 ? .widePipes : nil
  }

  /// What is wrong, with a fix if that is certain.
  ///
  /// - Parameter isHeading: Whether the labels are column labels of the form.
  func finding(_ isHeading: ([String]) -> Bool) -> Finding {
    let first = lines.lowerBound
    func finding(_ message: LocalizedText, _ help: LocalizedText, _ fix: Fix? = nil) -> Finding {
      Finding(BindingFindings.brokenTable, at: source.range(ofLine: first), message, help: help, fix: fix)
    }
    switch shape {
    case .tabs:
      return finding(
        LocalizedText(
          "第 \(first) 行起是用制表符分隔的表格，没有读到", en: "from line \(first) on this is a table with tabs, which is not read"),
        LocalizedText("请改用竖线“|”分隔；gongkai fix 可以改正", en: "divide the cells by |; `gongkai fix` does it"), tabsFix())
    case .widePipes:
      return finding(
        LocalizedText(
          "第 \(first) 行起像是表格，用了全角竖线“｜”", en: "from line \(first) on this looks like a table with pipes of full width"),
        LocalizedText("请改为半角竖线“|”；gongkai fix 可以改正", en: "write | in place of ｜; `gongkai fix` does it"),
        Fix(lines.map { .init(source.range(ofLine: $0), with: text(ofLine: $0).replacing("｜", with: "|")) }))
    case .pipes: break
    }
    let header = cells(ofLine: first)
    if lines.count > 1, let delimiters = delimiters(ofLine: first + 1) {
      return finding(
        LocalizedText(
          "第 \(first) 行的表头有 \(header.count) 格，下一行的分隔行有 \(delimiters) 格，所以不成表格",
          en:
            "the header in line \(first) has \(header.count) cells and the delimiter row below \(delimiters), so that this is no table"
        ),
        LocalizedText("请使两行的格数相同", en: "give both rows as many cells"))
    }
    if let lineAbove, !isHeading(header) {
      return finding(
        LocalizedText(
          lineAbove + 1 < first ? "第 \(lineAbove + 1) 行的空行把表格断成两段，第 \(first) 行起没有读到" : "第 \(first) 行起与上面的表格断开了",
          en: "the table is cut in two by the blank line \(lineAbove + 1); from line \(first) on it is not read"),
        LocalizedText("请删去空行；gongkai fix 可以改正", en: "remove the blank line; `gongkai fix` does it"),
        lineAbove + 1 < first ? Fix(replacing: source.range(ofLines: (lineAbove + 1)...(first - 1)), with: "") : nil)
    }
    return finding(
      LocalizedText(
        "第 \(first) 行起像是表格，缺少分隔行", en: "from line \(first) on this looks like a table without its delimiter row"),
      LocalizedText(
        "请在表头下面加一行 \(delimiterRow(header.count))", en: "put a line \(delimiterRow(header.count)) below the header"),
      lines.count > 1 && isHeading(header) ? insertDelimiters(header.count, below: first) : nil)
  }

  // MARK: Lines

  private func text(ofLine line: Int) -> String {
    source.text(of: Span(source.offset(ofLine: line), source.endOfLine(line)))
  }

  private func cells(ofLine line: Int) -> [String] {
    TableLineScanner.cells(of: Span(source.offset(ofLine: line), source.endOfLine(line)), in: source)
      .map { source.text(of: $0) }
  }

  private func delimiters(ofLine line: Int) -> Int? {
    let cells = cells(ofLine: line)
    let isDelimiter = cells.allSatisfy { cell in cell.contains("-") && cell.utf8.allSatisfy { "-:".utf8.contains($0) } }
    return isDelimiter && !cells.isEmpty ? cells.count : nil
  }

  private func delimiterRow(_ columns: Int) -> String {
    "|---|" + String(repeating: "---:|", count: max(columns - 1, 0))
  }

  private func insertDelimiters(_ columns: Int, below line: Int) -> Fix {
    let next = source.offset(ofLine: line + 1)
    return Fix(replacing: source.range(of: Span(next, next)), with: delimiterRow(columns) + lineBreak)
  }

  private var lineBreak: String { source.bytes.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n" }

  private func tabsFix() -> Fix {
    var replacements: [Fix.Replacement] = []
    for line in lines {
      let cells = text(ofLine: line).split(separator: "\t", omittingEmptySubsequences: false)
        .map { String($0).trimmingSpaces().replacing("|", with: "\\|") }
      var row = "| \(cells.joined(separator: " | ")) |"
      if line == lines.lowerBound, lineAbove == nil || lines.count > 1 {
        row += lineBreak + delimiterRow(cells.count)
      }
      replacements.append(
        .init(source.range(of: Span(source.offset(ofLine: line), source.endOfLine(line))), with: row))
    }
    return Fix(replacements)
  }
}
