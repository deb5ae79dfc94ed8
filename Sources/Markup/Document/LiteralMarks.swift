/// Where a source is read otherwise than cmark-gfm reads Markdown, because people who write Chinese mean it otherwise.
///
/// The library is given a text with a few edits: a character of no meaning in place of a mark that is text, or beside a
/// mark whose neighbour would keep it from being one. `TextFolds` puts back what was written.
struct LiteralMarks {
  enum Edit {
    /// Stands for what is written there: a mark that is text, or, for an empty range, a letter that nobody sees.
    case standsIn(Range<Int>)
    /// The library does not see this at all.
    case leftOut(Range<Int>)

    var range: Range<Int> {
      switch self {
      case .standsIn(let range), .leftOut(let range): range
      }
    }
  }

  private(set) var edits: [Edit] = []
  /// First lines of paragraphs that Markdown would take for code because they are indented.
  private(set) var indentedLines: [Int] = []

  /// - Parameter start: offset of the body.
  init(_ source: SourceFile, from start: Int) {
    guard start < source.bytes.count else { return }
    source.bytes.withUnsafeBufferPointer { bytes in
      if bytes.firstIndex(of: UInt8(ascii: "*"), from: start) != nil {
        edits += EmphasisMarks.edits(in: bytes, from: start).map(Edit.standsIn)
      }
      edits += UnusedDefinitions.brackets(in: bytes, of: source, from: start).map(Edit.standsIn)
    }
    let indented = IndentedParagraphs(source, from: start)
    edits += indented.indentations.map(Edit.leftOut)
    indentedLines = indented.firstLines
    if edits.count > 1 { edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) } }
  }
}
