internal import Diagnostics

/// A rule that compares a report with all others of its agency.
protocol SeriesRule: SendableMetatype {
  static var kind: FindingKind { get }
  /// - Parameter others: Reports of the same scope, in the order of their years.
  static func check(_ entry: HistoryEntry, among others: [HistoryEntry], _ findings: inout [Finding])
}

extension Rules {
  static let ofSeries: [any SeriesRule.Type] = [FeesJump.self, DecisionsJump.self]
}
