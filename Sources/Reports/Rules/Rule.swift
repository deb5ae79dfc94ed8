package import Diagnostics

/// One thing that an auditor looks at in a report. A rule is a file: what it looks for, what it says, and why.
///
/// The equations of the form are worked out once for all rules: `sums` are those that do not hold as they should.
protocol Rule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ report: Report, _ sums: [SumCheck], _ findings: inout [Finding])
}

package enum Rules {
  /// In the order of a report: front matter, cells, sums, text.
  private static let all: [any Rule.Type] = [
    PathAgreement.self, YearAgreement.self, CorrectionPlace.self, CorrectionValue.self, CorrectionChain.self,
    CorrectionOrder.self, SectionNumber.self, RowNumber.self, BlankCells.self, BlankTotal.self, BlankParts.self,
    RequestsRowTotal.self,
    RequestsResultTotal.self, RequestsBalance.self, DisputesTotal.self, UnsafeLink.self, RawHTML.self,
    PictureText.self, DocumentsInForce.self, CarriedForwardShare.self, OtherResultsShare.self,
  ]

  private static let ofProse: [any ProseRule.Type] = [
    PeriodInText.self, NarrativeRequests.self, NarrativeDisputes.self, NarrativeShare.self, NarrativeDocuments.self,
    ZeroReport.self, EmptySection.self, FeeReport.self, FeeNotice.self, PersonalData.self, ClosingDate.self,
  ]

  /// - Returns: the prose of the report, which the rules of a portal read too.
  @discardableResult
  package static func check(_ report: Report, findings: inout [Finding]) -> Narrative {
    let sums = SumCheck.failures(in: report)
    for rule in all { rule.check(report, sums, &findings) }
    DeclaredRules.check(report, sums, &findings)
    let narrative = Narrative(report)
    let prose = Prose(report: report, narrative: narrative)
    for rule in ofProse { rule.check(prose, &findings) }
    return narrative
  }

  /// Ids of the rules that speak for sums of a form.
  static let sumRules = [RequestsRowTotal.kind, RequestsResultTotal.kind, RequestsBalance.kind, DisputesTotal.kind].map(
    \.id)

  /// What this module can find without a form.
  static let programKinds: [FindingKind] =
    SectionFindings.all + BindingFindings.all + CellFindings.all + all.map { $0.kind }
    + ofProse.map { $0.kind } + historyKinds

  /// Everything that this module can find, with the rules that the built-in forms declare.
  package static let kinds: [FindingKind] = programKinds + FormLibrary.builtIn.ruleKinds
}
