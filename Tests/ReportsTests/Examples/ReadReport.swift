import Diagnostics
import ExampleReports
import MarkedSources
import Markup

@testable import Reports

/// The result of reading a source: the report and all findings.
struct ReadReport {
  let report: Report?
  let findings: [Finding]

  static let forms: FormLibrary = {
    var findings: [Finding] = []
    return FormLibrary(portalForms: [SourceFile(path: "forms/kinds.yaml", text: kinds)], findings: &findings)
  }()

  /// A form with one row that has a cell of each kind that no built-in form has.
  static let kindsForm: Form = {
    guard let form = forms.form(id: "kinds") else { preconditionFailure("the form of all kinds is broken") }
    return form
  }()

  private static let kinds = """
    id: kinds
    title: 各种单元格
    sections:
      - {id: kinds, label: 各种单元格, table: kinds}
    tables:
      - id: kinds
        title: 各种单元格
        blocks:
          - id: kinds
            corner: 项目
            columns:
              - {id: days, label: 天数, kind: days}
              - {id: more_days, label: 平均天数, kind: days}
              - {id: percent, label: 百分比, kind: percent}
              - {id: decimal, label: 人数, kind: decimal}
              - {id: date, label: 收到日期, kind: date}
              - {id: text, label: 说明, kind: text}
              - {id: money, label: 费用, kind: money, unit: $}
            rows: [{id: row, label: 行}]

    """

  init(_ source: SourceFile, forms: FormLibrary = Self.forms) {
    var findings: [Finding] = []
    let reader = ReportReader(forms: forms)
    report = MarkupParser().parse(source, findings: &findings).flatMap { reader.read($0, findings: &findings) }
    if let report { Rules.check(report, findings: &findings) }
    self.findings = findings.inReadingOrder()
  }

  init(_ example: ExampleReport) {
    self.init(example.marked().source)
  }
}
