internal import Diagnostics

/// A rule that compares a report with that of the year before.
protocol HistoryRule: SendableMetatype {
  static var kind: FindingKind { get }
  /// - Parameter previous: The report of the year before, of the same agency and scope.
  static func check(_ entry: HistoryEntry, after previous: HistoryEntry, _ findings: inout [Finding])
}

extension Rules {
  static let ofHistory: [any HistoryRule.Type] = [
    CarryOver.self, CarryOverColumns.self, DocumentsContinued.self, ItemsContinued.self, TextRepeated.self,
    ClosingMissing.self, NarrativeGrowth.self,
  ]
}
