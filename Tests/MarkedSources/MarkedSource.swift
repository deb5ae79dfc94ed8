package import Diagnostics
package import Markup

/// A source with marks: `⟦3⟧` for the location of a finding, `⟪4⟫` for a related location.
///
/// Lines and columns are counted independently here, in order to test those of `SourceFile`.
package struct MarkedSource: Sendable {
  /// The source without its marks.
  package let source: SourceFile
  /// The ranges between `⟦` and `⟧`, in the order of their opening marks.
  package let places: [SourceRange]
  /// The ranges between `⟪` and `⟫`.
  package let relatedPlaces: [SourceRange]

  /// - Parameter replacement: Bytes that replace each U+FFFD, for a source that is not text.
  package init(_ text: String, path: String = "reports/2023/liulin.md", replacement: [UInt8]? = nil) {
    var bytes: [UInt8] = []
    var (line, column) = (1, 1)
    var places: [SourceRange] = []
    var related: [SourceRange] = []
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "⟦": places.append(SourceRange(file: path, line: line, column: column, endLine: 0))
      case "⟪": related.append(SourceRange(file: path, line: line, column: column, endLine: 0))
      case "⟧": Self.close(&places, line, column)
      case "⟫": Self.close(&related, line, column)
      default:
        bytes += scalar == "\u{FFFD}" ? replacement ?? Array("\u{FFFD}".utf8) : Array(String(scalar).utf8)
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        if scalar == "\n" || (scalar == "\r" && next != "\n") {
          (line, column) = (line + 1, 1)
        } else if scalar != "\u{FEFF}" {
          column += 1
        }
      }
    }
    source = SourceFile(path: path, bytes: bytes)
    self.places = places
    relatedPlaces = related
  }

  /// Closes the last range that is still open. Ranges may be nested.
  private static func close(_ places: inout [SourceRange], _ line: Int, _ column: Int) {
    guard let last = places.lastIndex(where: { $0.endLine == 0 }) else { preconditionFailure("nothing is open here") }
    places[last].endLine = line
    places[last].endColumn = column
  }
}

extension SourceRange {
  /// `61:25-61:26`
  package var described: String { "\(line):\(column)-\(endLine):\(endColumn)" }
}
