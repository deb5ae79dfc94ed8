internal import Diagnostics

/// A rule that evaluates the equations of a form that do not hold in a report. They are computed once for all rules.
protocol SumRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ sums: [SumCheck], in report: Report, _ findings: inout [Finding])
}

/// A rule with the message for an equation that a form declares under the rule's id and that does not hold.
protocol BrokenSumRule: SumRule {
  /// The table for which a form has to declare the equation.
  static var table: FormTable.Role { get }
  static func message(_ failure: SumCheck, in report: Report) -> LocalizedText
}

extension BrokenSumRule {
  static func check(_ sums: [SumCheck], in report: Report, _ findings: inout [Finding]) {
    for failure in sums where failure.rule.id == kind.id && failure.outcome == .broken {
      findings.append(
        failure.cause?.finding(kind, in: report) ?? failure.finding(kind, message(failure, in: report), in: report))
    }
  }
}

extension Rules {
  static let ofSums: [any SumRule.Type] = [
    BlankTotal.self, BlankParts.self, RequestsRowTotal.self, RequestsResultTotal.self, RequestsBalance.self,
    DisputesTotal.self,
  ]

  /// The ids under which a form declares equations without describing them.
  static let brokenSums: [any BrokenSumRule.Type] = ofSums.compactMap { $0 as? any BrokenSumRule.Type }
}
