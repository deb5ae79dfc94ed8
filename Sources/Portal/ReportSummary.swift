package import Languages
package import Reports

/// What index pages need to know about a report, so that the report itself need not stay in memory.
///
/// It is a class because lists of reports are sorted, filtered and grouped many times, and copying one then counts a
/// single reference.
package final class ReportSummary: Sendable, MultiAgencyReport {
  package struct Figure: Sendable {
    private let kind: FormFigure
    /// `nil` if one of its cells states no number.
    package var value: DecimalNumber?

    package var id: String { kind.id }
    package var label: Text { kind.label }

    init(_ kind: FormFigure, value: DecimalNumber?) {
      self.kind = kind
      self.value = value
    }

    package init(id: String, label: Text, value: DecimalNumber?) {
      self.init(FormFigure(id: id, label: label, cells: []), value: value)
    }

    fileprivate func isOfSameKind(as other: Figure) -> Bool { kind === other.kind || id == other.id }
  }

  package let agency: String
  /// The other agencies that file the report jointly.
  package let joint: [String]
  /// The bodies that a consolidated report gathers.
  package let covers: [String]
  package let year: Int
  package let title: String
  package let form: String
  /// Whether its form has tables. Of some reports only text, pictures or attachments exist.
  package let hasTables: Bool
  package let status: ReportMetadata.Status
  package let scope: ReportMetadata.Scope
  package let published: CalendarDate?
  /// The date of first publication, if the report was moved from another site.
  package let firstPublished: CalendarDate?
  package let figures: [Figure]
  /// The values of the cells in `form.indexed` in their base units, in the same order; empty if the report is withdrawn.
  package let numbers: CompactNumbers
  package let corrections: [ReportMetadata.Correction]
  /// The findings that the report is published with, and the reasons.
  package let accepted: [ReportMetadata.Acceptance]
  package let withdrawn: ReportMetadata.Withdrawal?
  /// The date of the last change that the report names; otherwise that of its publication.
  package let changed: CalendarDate?
  package let route: Route

  package init(_ report: Report) {
    let metadata = report.metadata
    agency = metadata.agency
    route = .report(year: metadata.year, agency: metadata.agency)
    joint = metadata.joint
    covers = metadata.covers
    year = metadata.year
    title = metadata.title
    form = report.form.id
    hasTables = !report.form.tables.isEmpty
    status = metadata.status
    scope = metadata.scope
    // Of a withdrawn report, only the fact, the date and the reason of its withdrawal are published.
    let isWithdrawn = metadata.status == .withdrawn
    withdrawn = isWithdrawn ? metadata.withdrawn : nil
    published = isWithdrawn ? withdrawn?.date : metadata.published
    firstPublished = isWithdrawn ? nil : metadata.firstPublished
    numbers = isWithdrawn ? CompactNumbers() : Self.numbers(of: report)
    corrections = isWithdrawn ? [] : metadata.corrections
    accepted = isWithdrawn ? [] : metadata.accepted
    changed =
      isWithdrawn
      ? withdrawn?.date : ([published, metadata.modified].compactMap { $0 } + corrections.map(\.date)).max()
    figures = isWithdrawn ? [] : report.form.figures.map { Figure($0, value: Self.sum(of: $0.cells, in: report)) }
  }

  private static func numbers(of report: Report) -> CompactNumbers {
    var numbers = CompactNumbers()
    for cell in report.form.indexed.cells {
      if report.lacksUnit(cell) { numbers.appendUnmeasured() } else { numbers.append(report.comparable(cell)) }
    }
    return numbers
  }

  private static func sum(of cells: [Int], in report: Report) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for cell in cells {
      guard let number = report.comparable(cell) else { return nil }
      sum = sum + number
    }
    return sum
  }

  /// The date on which it was first made public.
  package var publicationDay: CalendarDate? { firstPublished ?? published }

  package var isCorrected: Bool { !corrections.isEmpty }

  /// The date of the last correction.
  package var corrected: CalendarDate? { corrections.map(\.date).max() }

  package var isInTotals: Bool { status == .published && scope == .own }
}

extension [ReportSummary.Figure] {
  /// The index of a figure. The index in reports of the same form, `guess`, is tried first.
  package func place(of figure: ReportSummary.Figure, near guess: Int) -> Int? {
    if guess < count, self[guess].isOfSameKind(as: figure) { return guess }
    return firstIndex { $0.isOfSameKind(as: figure) }
  }
}
