internal import Markup
package import Reports

/// A report made of an imported document: its source, and what became of the figures.
package struct ImportedReport: Sendable {
  package enum Confidence: String, Sendable {
    /// Each cell was identified by its labels.
    case labels
    /// Some were identified by their position, and all sums hold.
    case position
    case sumsFail = "sums-fail"
  }

  package struct Unplaced: Sendable {
    package let text: String
    package let line: Int
    package let reason: String

    package init(text: String, line: Int, reason: String) {
      self.text = text
      self.line = line
      self.reason = reason
    }
  }

  package let agency: String
  package let year: Int
  package let form: Form
  /// The text of each cell of the form, in its order.
  package let texts: [String]
  package let placed: Int
  package let byPosition: Int
  /// Figures and texts of tables that belong to no cell, and cells of the form without a figure.
  package let unplaced: [Unplaced]
  package let confidence: Confidence
  /// The day of publication, and where it was found.
  package internal(set) var publication: (date: CalendarDate, source: ReportFacts.DateSource)?
  /// The name of the agency as the document has it.
  package internal(set) var name: String?
  /// The region of the agency, if the document says so.
  package internal(set) var region: String?
  package internal(set) var pictures: [ImportedDocument.Picture] = []
  /// The status that the document states itself.
  var ownStatus: String?
  private let text: ReportTextBox

  init(
    agency: String, year: Int, form: Form, text: ReportText, placed: Int, byPosition: Int, unplaced: [Unplaced],
    confidence: Confidence
  ) {
    self.agency = agency
    self.year = year
    self.form = form
    self.text = ReportTextBox(frontMatter: text.frontMatter, markdown: text.markdown)
    texts = form.cells.indices.map { text.value($0) }
    self.placed = placed
    self.byPosition = byPosition
    self.unplaced = unplaced
    self.confidence = confidence
  }

  package var path: String { "reports/\(year)/\(agency).md" }
  package var isComplete: Bool { unplaced.isEmpty && confidence != .sumsFail }

  /// The source. It is a draft unless it is to be published and everything was placed.
  ///
  /// - Parameter original: The name and the SHA-256 of the file that it was made of, if that is kept beside it.
  package func markdown(publishes: Bool, original: (file: String, sha256: String)? = nil) -> String {
    var frontMatter = text.frontMatter
    if let ownStatus {
      frontMatter.setStatus(ownStatus)
    } else if !(publishes && isComplete && publication != nil) {
      frontMatter.setStatus("draft")
    }
    if let original {
      frontMatter.add(
        "original",
        mapping: [
          ("file", YAMLText.quoted(original.file)), ("sha256", YAMLText.quoted(original.sha256, always: true)),
        ])
    }
    return frontMatter.text + text.markdown.dropFirst(text.frontMatter.text.count)
  }
}

/// The source of a report, apart from what is decided when it is written.
private struct ReportTextBox: Sendable {
  let frontMatter: FrontMatter
  let markdown: String
}
