package import Languages
package import Reports

/// A number that is followed over the years and added up over agencies, whichever form it was stated in.
package enum Measure: Int, Sendable, CaseIterable {
  case new, carriedOver, resultTotal, granted, partial, denied, unavailable, notProcessed, other, carriedForward
  case reviews, reviewsCorrected, lawsuits, lawsuitsCorrected

  /// The identifier in all pages and data files: that of its cell, or of the group of which it is the sum.
  package var id: String {
    switch self {
    case .new: "requests.new.total"
    case .carriedOver: "requests.carried_over.total"
    case .resultTotal: "requests.result_total.total"
    case .granted: "requests.granted.total"
    case .partial: "requests.partial.total"
    case .denied: "requests.denied.total"
    case .unavailable: "requests.unavailable.total"
    case .notProcessed: "requests.not_processed.total"
    case .other: "requests.other.total"
    case .carriedForward: "requests.carried_forward.total"
    case .reviews: "disputes.review.total"
    case .reviewsCorrected: "disputes.review.corrected"
    case .lawsuits: "disputes.litigation.total"
    case .lawsuitsCorrected: "disputes.litigation.corrected"
    }
  }

  /// The row or group that it is the total of: `requests.granted`.
  package var row: String { String(id[..<(id.lastIndex(of: ".") ?? id.endIndex)]) }

  /// The possible outcomes of a request, in the order of the form. Together they make up the results.
  package static let outcomes: [Measure] = [.granted, .partial, .denied, .unavailable, .notProcessed, .other]

  /// The measures shown when agencies, regions and years are compared.
  package static let compared: [Measure] =
    [.new, .carriedOver, .resultTotal] + outcomes + [.carriedForward, .reviews, .lawsuits]

  /// Whether it is affected by the reconsideration law of 2023: since 2024, a refusal goes to reconsideration first
  /// (art. 23).
  package var isOfDisputes: Bool { id.hasPrefix("disputes.") }

  package var label: Text {
    switch self {
    case .new: Text("measure.new")
    case .carriedOver: Text("measure.carried_over")
    case .resultTotal: Text("measure.result_total")
    case .granted: Text("measure.granted")
    case .partial: Text("measure.partial")
    case .denied: Text("measure.denied")
    case .unavailable: Text("measure.unavailable")
    case .notProcessed: Text("measure.not_processed")
    case .other: Text("measure.other")
    case .carriedForward: Text("measure.carried_forward")
    case .reviews: Text("measure.reviews")
    case .reviewsCorrected: Text("measure.reviews_corrected")
    case .lawsuits: Text("measure.lawsuits")
    case .lawsuitsCorrected: Text("measure.lawsuits_corrected")
    }
  }

  /// The cells that it is the sum of; empty if the form does not ask for it.
  package func cells(in form: StatutoryCells) -> [Int] {
    let total = StatutoryCells.Requests.total
    let disputes = (total: StatutoryCells.Disputes.total, corrected: StatutoryCells.Disputes.corrected)
    return switch self {
    case .new: form.requests.map { [$0.new[total]] } ?? []
    case .carriedOver: form.requests.map { [$0.carriedOver[total]] } ?? []
    case .resultTotal: form.requests.map { [$0.resultTotal[total]] } ?? []
    case .carriedForward: form.requests.map { [$0.carriedForward[total]] } ?? []
    case .granted: form.requests?.granted ?? []
    case .partial: form.requests?.partial ?? []
    case .denied: form.requests?.denied ?? []
    case .unavailable: form.requests?.unavailable ?? []
    case .notProcessed: form.requests?.notProcessed ?? []
    case .other: form.requests?.other ?? []
    case .reviews: form.disputes.map { [$0.review[disputes.total]] } ?? []
    case .reviewsCorrected: form.disputes.map { [$0.review[disputes.corrected]] } ?? []
    case .lawsuits:
      form.disputes.map { [$0.litigationDirect[disputes.total], $0.litigationAfterReview[disputes.total]] } ?? []
    case .lawsuitsCorrected:
      form.disputes.map { [$0.litigationDirect[disputes.corrected], $0.litigationAfterReview[disputes.corrected]] }
        ?? []
    }
  }
}
