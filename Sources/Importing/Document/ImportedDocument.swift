package import Reports

/// What a file of any kind says, before it is known what of it is a report: texts and tables in their order.
package struct ImportedDocument: Sendable {
  package enum Block: Sendable {
    case paragraph(Paragraph)
    case table(Grid)
  }

  package struct Paragraph: Sendable {
    package var text: String
    /// Of the file, from 1.
    package var line: Int
    package var style = Style.text

    package enum Style: Sendable, Equatable {
      case text
      /// A heading by its markup.
      case heading
      /// An item of a list that the markup makes; `number` is that of an ordered one.
      case item(number: Int?)
    }

    package init(_ text: String, line: Int, style: Style = .text) {
      self.text = text
      self.line = line
      self.style = style
    }
  }

  package var blocks: [Block] = []
  /// What the file says of itself outside of its text: `PubDate` of a page. Keys are lower case.
  package var properties: [String: String] = [:]

  package init() {}
}
