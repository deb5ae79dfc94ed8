import Diagnostics
import MarkedSources
import Markup

@testable import Reports

/// A source read to the end: what it says, and everything that is wrong with it.
struct ReadReport {
  let report: Report?
  let findings: [Finding]

  static let forms: FormLibrary = {
    var findings: [Finding] = []
    return FormLibrary(findings: &findings)
  }()

  init(_ source: SourceFile) {
    var findings: [Finding] = []
    let reader = ReportReader(forms: Self.forms)
    report = MarkupParser().parse(source, findings: &findings).flatMap { reader.read($0, findings: &findings) }
    if let report { Rules.check(report, findings: &findings) }
    self.findings = findings.inReadingOrder()
  }

  init(_ example: ExampleReport) {
    self.init(example.marked().source)
  }
}
