/// Limits on what is passed to the Markdown parser. Sources come from many offices and are not trusted, and for some
/// small texts the parser needs an enormous amount of time and memory.
package struct Limits: Sendable, Hashable {
  /// Bytes per file.
  package var fileBytes = 2 << 20
  /// Bytes of front matter.
  package var frontMatterBytes = 64 << 10
  /// Columns per table.
  package var tableColumns = 64
  /// Cells per table, counted as its columns times its lines.
  package var tableCells = 20_000
  /// Nesting depth of block quotes and lists.
  package var nesting = 32
  /// Characters between two blank lines that may open or close an inline element.
  package var markers = 4_000

  /// Line breaks, pipes, quotes, lists and marker characters per file. This is an upper bound for the number of nodes.
  package var elements = 100_000
  /// Tables per file.
  package var tables = 500

  /// Bytes that link definitions may expand to: the longest one times the number of its possible uses.
  package var definitions = 16 << 20

  /// Bytes of all reports of one agency, which are compared with each other and so are in memory together.
  package var agencyBytes = 8 << 20

  package init() {}
}
