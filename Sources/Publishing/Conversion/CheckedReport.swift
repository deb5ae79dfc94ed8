internal import Diagnostics
internal import Portal

/// What is left of a report when it is checked and written: the texts of all at once would not fit into memory.
///
/// A class, since lists of them are gone through many times: a copy counts one reference.
final class CheckedReport: Sendable {
  let path: String
  let figures: ReportFigures?
  let findings: [Finding]
  let confidential: [Finding]
  let withheld: Withheld?
  let identity: ReportIdentity?
  let links: [ReportLink]
  let acceptances: Acceptances

  init(_ outcome: Conversion.Outcome) {
    path = outcome.file.path
    figures = outcome.figures
    findings = outcome.findings
    confidential = outcome.confidential
    withheld = outcome.withheld
    identity = outcome.identity
    links = outcome.links
    acceptances = outcome.acceptances
  }
}
