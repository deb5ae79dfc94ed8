package import Diagnostics
package import Reports

/// What index pages know of a report, so that the report itself need not stay in memory.
///
/// A class, since lists of reports are sorted, filtered and grouped many times: a copy counts one reference.
package final class ReportSummary: Sendable, JointlyFiled {
  package struct Figure: Sendable {
    private let kind: FormFigure
    /// `nil` when a cell of it states no number.
    package var value: DecimalNumber?

    package var id: String { kind.id }
    package var label: LocalizedText { kind.label }

    init(_ kind: FormFigure, value: DecimalNumber?) {
      self.kind = kind
      self.value = value
    }

    package init(id: String, label: LocalizedText, value: DecimalNumber?) {
      self.init(FormFigure(id: id, label: label, cells: []), value: value)
    }

    fileprivate func isOfSameKind(as other: Figure) -> Bool { kind === other.kind || id == other.id }
  }

  package let agency: String
  /// Further bodies whose report it is.
  package let joint: [String]
  package let year: Int
  package let title: String
  package let form: String
  /// Whether its form has tables; of some reports only text, pictures or attachments exist.
  package let hasTables: Bool
  package let status: ReportMetadata.Status
  package let scope: ReportMetadata.Scope
  package let published: CalendarDate?
  /// Day of the first publication, where the report was moved from another site.
  package let firstPublished: CalendarDate?
  package let figures: [Figure]
  /// What the cells of `form.indexed` state, in their order; empty when the report is withdrawn.
  package let numbers: CompactNumbers
  package let corrections: [ReportMetadata.Correction]
  /// What the report is published with for a reason.
  package let accepted: [ReportMetadata.Acceptance]
  package let withdrawn: ReportMetadata.Withdrawal?
  /// Day of the last change that the report names: its publication, where there was none.
  package let changed: CalendarDate?
  package let route: Route

  package init(_ report: Report) {
    let metadata = report.metadata
    agency = metadata.agency
    route = .report(year: metadata.year, agency: metadata.agency)
    joint = metadata.joint
    year = metadata.year
    title = metadata.title
    form = report.form.id
    hasTables = !report.form.tables.isEmpty
    status = metadata.status
    scope = metadata.scope
    // Of a withdrawn report it is known that, when and why it was, and nothing else.
    let isWithdrawn = metadata.status == .withdrawn
    withdrawn = isWithdrawn ? metadata.withdrawn : nil
    published = isWithdrawn ? withdrawn?.date : metadata.published
    firstPublished = isWithdrawn ? nil : metadata.firstPublished
    numbers = CompactNumbers(isWithdrawn ? [] : report.form.indexed.cells.map { report.cells[$0].number })
    corrections = isWithdrawn ? [] : metadata.corrections
    accepted = isWithdrawn ? [] : metadata.accepted
    changed =
      isWithdrawn
      ? withdrawn?.date : ([published, metadata.modified].compactMap { $0 } + corrections.map(\.date)).max()
    figures = isWithdrawn ? [] : report.form.figures.map { Figure($0, value: report.stated($0.cells)) }
  }

  /// When it was first made public.
  package var publicationDay: CalendarDate? { firstPublished ?? published }

  package var isCorrected: Bool { !corrections.isEmpty }

  /// Day of the last correction.
  package var corrected: CalendarDate? { corrections.map(\.date).max() }

  package var isInTotals: Bool { status == .published && scope == .own }
}

extension [ReportSummary.Figure] {
  /// The place of a figure; looked for first where reports of one form have it.
  package func place(of figure: ReportSummary.Figure, near guess: Int) -> Int? {
    if guess < count, self[guess].isOfSameKind(as: figure) { return guess }
    return firstIndex { $0.isOfSameKind(as: figure) }
  }
}
