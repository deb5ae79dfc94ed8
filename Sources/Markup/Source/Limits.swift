/// Bounds on what is handed to the Markdown parser. Sources come from many offices and are not trusted;
/// the parser needs time and memory out of all proportion for some small texts.
package struct Limits: Sendable, Hashable {
  /// Bytes of a file.
  package var fileBytes = 2 << 20
  /// Bytes of the front matter.
  package var frontMatterBytes = 64 << 10
  /// Columns of a table.
  package var tableColumns = 64
  /// Cells of a table, counted as its columns times its lines.
  package var tableCells = 20_000
  /// Block quotes and lists inside each other.
  package var nesting = 32
  /// Characters between two blank lines that may open or close an inline element.
  package var markers = 4_000

  /// Line breaks, pipes, quotes and lists, and marker characters of a file: no more nodes come of it.
  package var elements = 100_000
  /// Tables of a file.
  package var tables = 500

  /// Bytes that the definitions of links may grow to: the longest one times its possible uses.
  package var definitions = 16 << 20

  /// Bytes of all reports of one agency, which are compared with each other and so are in memory together.
  package var agencyBytes = 8 << 20

  package init() {}
}
