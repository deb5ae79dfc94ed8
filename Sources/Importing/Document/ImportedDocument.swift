package import Reports

/// The texts and tables of a file of any kind in reading order, before it is known which of them are a report.
package struct ImportedDocument: Sendable {
  package enum Block: Sendable {
    case paragraph(Paragraph)
    case table(Grid)
    case picture(Picture)
  }

  package struct Paragraph: Sendable {
    package var text: String
    /// Line number in the file, from 1.
    package var line: Int
    package var style = Style.text
    /// The cells of a line whose position on its page is known.
    package var cells: [Grid.Cell]?
    /// Ranges of characters that are emphasized.
    package var emphasis: [Range<Int>] = []

    package enum Style: Sendable, Equatable {
      case text
      /// A heading according to the markup.
      case heading
      /// An item of a list in the markup; `number` is that of an ordered one.
      case item(number: Int?)
    }

    package init(_ text: String, line: Int, style: Style = .text) {
      self.text = text
      self.line = line
      self.style = style
    }
  }

  package struct Picture: Sendable {
    /// The path or URL in the file.
    package var source: String
    package var line: Int
    package var alternative: String
    /// The content, if the file itself contains it.
    package var bytes: [UInt8]?

    /// The name of its copy beside the source.
    package var fileName: String {
      let last = source.split { "/\\?#".contains($0) }.last.map(String.init) ?? "picture"
      let name = last.filter { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      return name.isEmpty || name.hasPrefix(".") ? "picture\(name)" : name
    }

    package init(source: String, line: Int, alternative: String = "", bytes: [UInt8]? = nil) {
      self.source = source
      self.line = line
      self.alternative = alternative
      self.bytes = bytes
    }
  }

  package var blocks: [Block] = []
  /// Blocks beside the article of a page: information about it, but no part of the report.
  package var surroundings: [Block] = []
  /// Facts outside of the text: `PubDate` of a page. Keys are lower case.
  package var properties: [String: String] = [:]
  /// What could not be read, with the line number, in Chinese and English.
  package var losses: [(text: String, line: Int, reason: String)] = []

  package init() {}

  /// Changes every text.
  mutating func mapTexts(_ change: (String) -> String) {
    func changed(_ block: Block) -> Block {
      switch block {
      case .paragraph(var paragraph):
        let text = change(paragraph.text)
        if text != paragraph.text { paragraph.emphasis = [] }
        paragraph.text = text
        if let cells = paragraph.cells {
          paragraph.cells = cells.map { Grid.Cell(change($0.text), line: $0.line, extent: $0.extent) }
        }
        return .paragraph(paragraph)
      case .table(var grid):
        for row in grid.rows.indices {
          for cell in grid.rows[row].indices { grid.rows[row][cell].text = change(grid.rows[row][cell].text) }
        }
        return .table(grid)
      case .picture: return block
      }
    }
    blocks = blocks.map(changed)
    surroundings = surroundings.map(changed)
  }

  var texts: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let grid): grid.rows.flatMap { $0.map(\.text) }
      case .picture: []
      }
    }
  }
}
