internal import Diagnostics
package import Markup

/// The front matter of a report.
package struct ReportMetadata: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case draft, published, withdrawn
  }

  /// Whether a report covers only the agency itself or consolidates the figures of several bodies.
  package enum Scope: String, Sendable, CaseIterable {
    case own, consolidated
  }

  package struct Period: Sendable, Hashable {
    package var from: CalendarDate
    package var to: CalendarDate
  }

  package struct Contact: Sendable {
    package var address: String?
    package var postcode: String?
    package var phone: String?
    package var email: String?

    package init(_ fields: inout Fields) {
      address = fields.text("address")
      postcode = fields.text("postcode")
      phone = fields.text("phone")
      email = fields.text("email")
    }
  }

  package struct Attachment: Sendable {
    /// Path in the report's folder.
    package var file: String
    package var title: String
    package var span: Span
  }

  package struct Original: Sendable {
    /// Path in the report's folder.
    package var file: String
    /// In hexadecimal.
    package var sha256: String
  }

  package struct Correction: Sendable {
    package var date: CalendarDate
    package var cell: String?
    package var section: String?
    package var from: String?
    package var to: String?
    package var reason: String
    package var span: Span
  }

  package struct Withdrawal: Sendable {
    package var date: CalendarDate
    package var reason: String
  }

  /// A finding that the office accepts, and the reason.
  package struct Acceptance: Sendable {
    package var finding: String
    package var cell: String?
    package var reason: String
    package var by: String?
    package var date: CalendarDate?
    package var span: Span
  }

  package var title = ""
  package var titleSpan = Span.none
  package var agency = ""
  package var agencySpan = Span.none
  package var year = 0
  package var yearSpan = Span.none
  package var published: CalendarDate?
  package var contact: Contact?
  package var form: String?
  package var formSpan = Span.none
  package var statedPeriod: Period?
  package var periodSpan = Span.none
  package var scope = Scope.own
  package var covers: [String] = []
  package var joint: [String] = []
  package var language = "zh-Hans"
  /// By the names of `MetadataKey.all`.
  var texts: [String: String] = [:]
  package var modified: CalendarDate?
  package var firstPublished: CalendarDate?
  package var sourceURL: String?
  package var attachments: [Attachment] = []
  /// The file that the source was imported from, if it is kept in the report's folder. It is not published.
  package var original: Original?
  package var status = Status.published
  package var publishOn: CalendarDate?
  package var withdrawn: Withdrawal?
  package var accepted: [Acceptance] = []
  package var corrections: [Correction] = []

  /// The stated period, otherwise the calendar year.
  package var period: Period? {
    if let statedPeriod { return statedPeriod }
    guard let from = CalendarDate(year: year, month: 1, day: 1), let to = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return Period(from: from, to: to)
  }

  /// The date on which the report was first made public.
  package var publicationDay: CalendarDate? { firstPublished ?? published }

  package init() {}
}
