internal import Diagnostics

/// A rule that reads a single report: its front matter, its cells, its links.
protocol ReportRule: SendableMetatype {
  static var kind: FindingKind { get }
  static func check(_ report: Report, _ findings: inout [Finding])
}

extension Rules {
  /// In the order of a report.
  static let ofReports: [any ReportRule.Type] = [
    PathAgreement.self, YearAgreement.self, CorrectionPlace.self, CorrectionValue.self, CorrectionChain.self,
    CorrectionOrder.self, SectionNumber.self, RowNumber.self, BlankCells.self, UnsafeLink.self, RawHTML.self,
    IndentedText.self, EmphasisInWord.self, UnderlinedText.self,
    PictureText.self, DocumentsInForce.self, CarriedForwardShare.self, OtherResultsShare.self,
  ]
}
