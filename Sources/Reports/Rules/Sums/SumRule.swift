internal import Diagnostics

/// A rule that reads the equations of a form which do not hold in a report. They are worked out once for all rules.
protocol SumRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ sums: [SumCheck], in report: Report, _ findings: inout [Finding])
}

/// A rule that says what is wrong where an equation does not hold that a form states under its id.
protocol BrokenSumRule: SumRule {
  /// Of which table a form has to state the equation.
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

  /// Under their ids a form states its equations without saying what they mean.
  static let brokenSums: [any BrokenSumRule.Type] = ofSums.compactMap { $0 as? any BrokenSumRule.Type }
}
