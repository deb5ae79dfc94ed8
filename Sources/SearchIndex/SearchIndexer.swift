internal import Markup
internal import Portal
package import Reports

/// Adds the reports read by one thread to the search index.
package struct SearchIndexer: Sendable {
  package struct Entry: Sendable {
    package let agency: String
    package let year: Int
    package let hasKnownFaults: Bool
  }

  private(set) var postings = SearchPostings()
  /// Indexed by document number.
  private(set) var entries: [Entry] = []
  private let sections: SearchSections
  private var text: [UInt8] = []

  package init(forms: FormLibrary) {
    sections = SearchSections(forms: forms)
  }

  /// Adds a report. The text of a withdrawn report is not indexed.
  ///
  /// - Parameter hasKnownFaults: Whether it is published with findings that it accepts.
  package mutating func add(_ report: Report, hasKnownFaults: Bool) {
    postings.beginDocument()
    let metadata = report.metadata
    let isWithdrawn = metadata.status == .withdrawn
    entries.append(
      Entry(agency: metadata.agency, year: metadata.year, hasKnownFaults: hasKnownFaults && !isWithdrawn))
    if isWithdrawn { return }
    for section in report.sections {
      text.removeAll(keepingCapacity: true)
      report.appendPlainText(of: section, to: &text)
      let number = sections.number(of: section, in: report.form)
      text.withUnsafeBufferPointer { postings.read($0, section: number) }
    }
  }
}

/// Numbers the sections of a portal's forms by their ids.
struct SearchSections: Sendable {
  private(set) var ids = ["introduction", "closing", "other"]
  private var numbers: [String: [UInt16]] = [:]

  init(forms: FormLibrary) {
    for form in forms.forms {
      numbers[form.id] = form.sections.map { section in
        if let known = ids.firstIndex(of: section.id) { return UInt16(known) }
        ids.append(section.id)
        return UInt16(ids.count - 1)
      }
    }
  }

  func number(of section: Section, in form: Form) -> UInt16 {
    switch section.kind {
    case .introduction: 0
    case .closing: 1
    case .foreign: 2
    case .form(let index): numbers[form.id].map { $0[index] } ?? 2
    }
  }
}
