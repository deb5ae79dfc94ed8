/// The places where a source is not read as cmark-gfm reads Markdown, because authors of Chinese text mean something else.
///
/// The library is given a text with a few edits: a placeholder replaces a mark that is meant as text, or is inserted next
/// to an asterisk so that the library accepts it as emphasis. `TextFolds` restores what was written.
struct LiteralMarks {
  enum Edit {
    /// A placeholder for the text of the range, or, if the range is empty, an inserted letter that is removed again.
    case standsIn(Range<Int>)
    /// Not passed to the library.
    case leftOut(Range<Int>)

    var range: Range<Int> {
      switch self {
      case .standsIn(let range), .leftOut(let range): range
      }
    }
  }

  private(set) var edits: [Edit] = []
  /// First lines of indented paragraphs, which Markdown would read as code.
  private(set) var indentedLines: [Int] = []

  /// - Parameter start: Offset of the body.
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
    if edits.count > 1 {
      edits.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }
  }
}
