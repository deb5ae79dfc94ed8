internal import Diagnostics

/// Checks the bytes of a source against the limits, line by line, before cmark-gfm sees them.
struct LimitCheck {
  let limits: Limits
  let source: SourceFile

  /// The findings for the body that starts at a byte offset. If there are any, the body must not be parsed.
  func findings(from start: Int) -> [Finding] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var findings: [Finding] = []
      var columns = 0
      var tableLines = 0
      var tables = 0
      // A file with fewer bytes cannot exceed the limit.
      var elements = bytes.count - start > limits.elements ? 0 : Int.min / 2
      var blockStart = start
      let last = source.lineStarts.count
      let first = source.line(at: min(start, max(bytes.count - 1, 0)))
      for line in first..<max(first, last + 1) {
        let begin = max(source.offset(ofLine: line), start)
        let end = source.endOfLine(line)
        let shape = LineShape(bytes, from: begin, to: end)
        if elements >= 0 {
          elements += shape.depth + 1 + Self.markers(in: bytes[begin..<end])
          // Further lines would only repeat the finding.
          if elements > limits.elements {
            return findings + [.tooManyElements(limits.elements, at: source.range(ofLine: line))]
          }
        }
        if shape.isBlank {
          checkMarkers(bytes, blockStart..<begin, &findings)
          blockStart = end
          columns = 0
          tableLines = 0
          continue
        }
        if shape.depth > limits.nesting {
          findings.append(.nestedTooDeep(limits.nesting, at: source.range(ofLine: line)))
        }
        // A delimiter row below another may be a row of the first table and must not restart the count.
        guard shape.delimiterColumns != nil || columns > 0 else { continue }
        if columns == 0 {
          tables += 1
          if tables == limits.tables + 1 {
            findings.append(.tooManyTables(limits.tables, at: source.range(ofLine: line)))
          }
        }
        let cells = columns * tableLines
        if let delimiters = shape.delimiterColumns, delimiters > columns {
          columns = delimiters
          if columns > limits.tableColumns {
            findings.append(.tooManyColumns(columns, limits.tableColumns, at: source.range(ofLine: line)))
          }
        }
        tableLines += 1
        if columns * tableLines > limits.tableCells, cells <= limits.tableCells {
          findings.append(.tooManyCells(limits.tableCells, at: source.range(ofLine: line)))
        }
      }
      checkMarkers(bytes, blockStart..<bytes.count, &findings)
      checkDefinitions(bytes, start, &findings)
      return findings
    }
  }

  /// The number of pipes, and of characters that may become nodes, in a line.
  private static func markers(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    isMarker.withUnsafeBufferPointer { isMarker in line.reduce(0) { $0 + (isMarker[Int($1)] ? 1 : 0) } }
  }

  private static let isMarker: [Bool] = {
    let markers = Set("|*_[]<`!&~\\\r".utf8)
    return (0...255).map { markers.contains(UInt8($0)) }
  }()

  /// Counts the characters of a block that may open or close an inline element. A short block need not be counted.
  private func checkMarkers(_ bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>, _ findings: inout [Finding]) {
    guard block.count > limits.markers else { return }
    var markers = 0
    for index in block where "*_[]<`!&~".utf8.contains(bytes[index]) {
      markers += 1
      guard markers > limits.markers else { continue }
      findings.append(.tooManyMarkers(limits.markers, at: source.range(ofLine: source.line(at: index))))
      return
    }
  }
}

extension LimitCheck {
  /// The parser copies the URL and title of `[a]: address "title"` for each `[a]`, so a few kilobytes of both can grow
  /// to gigabytes.
  private func checkDefinitions(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ findings: inout [Finding]) {
    let most = bytes.count - start
    guard most / 2 * (most / 2) > limits.definitions else { return }
    var uses = 0
    var longest = 0
    var place = start
    var blockEnd = start
    var index = start
    while let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: index) {
      uses += 1
      index = bracket + 1
      guard bracket >= blockEnd, index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
      blockEnd = endOfBlock(from: source.line(at: bracket))
      if blockEnd - bracket > longest { (longest, place) = (blockEnd - bracket, bracket) }
    }
    guard longest * uses > limits.definitions else { return }
    findings.append(.definitionsTooLarge(limits.definitions, at: source.range(ofLine: source.line(at: place))))
  }

  /// The end of the last line before a blank line.
  private func endOfBlock(from line: Int) -> Int {
    var line = line
    while line < source.lineStarts.count {
      let next = source.bytes[source.offset(ofLine: line + 1)..<source.endOfLine(line + 1)]
      if next.allSatisfy(\.isASCIIWhitespace) { break }
      line += 1
    }
    return source.endOfLine(line)
  }
}

/// The features of a line that affect the parser.
private struct LineShape {
  var isBlank = false
  /// The number of quotes and lists that the line opens, including those that its indentation could stand for.
  var depth = 0
  /// The number of columns of the table whose delimiter row this is.
  var delimiterColumns: Int?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    var index = start
    var indentation = 0
    prefix: while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "): indentation += 1
      case UInt8(ascii: "\t"): indentation += 4
      case 0x0B, 0x0C: break
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard index + 1 < end, bytes[index + 1].isASCIIWhitespace else { break prefix }
        depth += 1
      case let digit where digit.isASCIIDigit:
        var stop = index
        while stop < end, bytes[stop].isASCIIDigit { stop += 1 }
        guard stop + 1 < end, bytes[stop] == UInt8(ascii: ".") || bytes[stop] == UInt8(ascii: ")"),
          bytes[stop + 1].isASCIIWhitespace
        else { break prefix }
        depth += 1
        index = stop
      default: break prefix
      }
      index += 1
    }
    isBlank = index == end && depth == 0
    depth += indentation / 8
    if index < end { delimiterColumns = Self.delimiterColumns(bytes, from: index, to: end) }
  }

  private static func delimiterColumns(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var pipes = 0
    var hasDash = false
    var last: UInt8 = 0
    for index in start..<end {
      if bytes[index].isASCIIWhitespace { continue }
      last = bytes[index]
      switch bytes[index] {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"): break
      default: return nil
      }
    }
    guard hasDash, pipes > 0 else { return nil }
    return pipes + 1 - (bytes[start] == UInt8(ascii: "|") ? 1 : 0) - (last == UInt8(ascii: "|") ? 1 : 0)
  }
}
