internal import Diagnostics

/// Compares the bytes of a source with the limits, line by line, before cmark-gfm sees them.
struct LimitCheck {
  let limits: Limits
  let source: SourceFile

  /// The findings for the body that starts at a byte offset; when there are any, the body must not be parsed.
  func findings(from start: Int) -> [Finding] {
    var findings: [Finding] = []
    var markers = 0
    var columns = 0
    var tableLines = 0
    let first = source.line(at: start)
    source.bytes.withUnsafeBufferPointer { bytes in
      for line in first..<max(first, source.lineStarts.count + 1) {
        let begin = source.offset(ofLine: line)
        let shape = LineShape(bytes, from: begin, to: line < source.lineStarts.count ? source.offset(ofLine: line + 1) : bytes.count)
        if shape.isBlank {
          markers = 0
          columns = 0
          tableLines = 0
          continue
        }
        let before = markers
        markers += shape.markers
        if before <= limits.markers, markers > limits.markers {
          findings.append(.tooManyMarkers(limits.markers, at: source.range(ofLine: line)))
        }
        if shape.depth > limits.nesting {
          findings.append(.nestedTooDeep(limits.nesting, at: source.range(ofLine: line)))
        }
        // A delimiter row below another may be a row of the first table: then it must not start the count again.
        guard shape.isDelimiterRow || columns > 0 else { continue }
        let cells = columns * tableLines
        if shape.isDelimiterRow, shape.columns > columns {
          columns = shape.columns
          if columns > limits.tableColumns {
            findings.append(.tooManyColumns(columns, limits.tableColumns, at: source.range(ofLine: line)))
          }
        }
        tableLines += 1
        if columns * tableLines > limits.tableCells, cells <= limits.tableCells {
          findings.append(.tooManyCells(limits.tableCells, at: source.range(ofLine: line)))
        }
      }
    }
    return findings
  }
}

/// What one line can do to the parser.
private struct LineShape {
  var isBlank = true
  var isDelimiterRow = false
  var columns = 0
  var depth = 0
  var markers = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    var index = start
    var indentation = 0
    prefix: while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "): indentation += 1
      case UInt8(ascii: "\t"): indentation += 4
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
    depth += indentation / 8
    var pipes = 0
    var isOnlyDelimiters = true
    var hasDash = false
    var opensWithPipe = false
    var last: UInt8 = 0
    for place in start..<end {
      let byte = bytes[place]
      if isBlank, byte == UInt8(ascii: "|") { opensWithPipe = true }
      if !byte.isASCIIWhitespace { last = byte }
      if byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit {
        isBlank = false
        isOnlyDelimiters = false
        continue
      }
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"): break
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
        UInt8(ascii: "`"), UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "~"):
        markers += 1
        isOnlyDelimiters = false
      case let space where space.isASCIIWhitespace: continue
      default:
        if byte != UInt8(ascii: ">") { isOnlyDelimiters = false }
      }
      isBlank = false
    }
    isDelimiterRow = isOnlyDelimiters && hasDash && pipes > 0
    columns = pipes + 1 - (opensWithPipe ? 1 : 0) - (last == UInt8(ascii: "|") ? 1 : 0)
  }
}
