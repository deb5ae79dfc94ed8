internal import Diagnostics
internal import Portal

/// What is kept of a report after it has been checked and written, since the texts of all reports would not fit into
/// memory.
///
/// It is a class because lists of them are traversed many times, and copying one then counts a single reference.
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
