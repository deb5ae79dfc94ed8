import Diagnostics
import Markup
import Reports

enum FormFuzzing {
  /// A blank report must be readable by any form that is accepted without errors.
  static func run(_ bytes: [UInt8]) {
    var findings: [Finding] = []
    let known = FormLibrary.builtIn.forms.count
    let forms = FormLibrary(portalForms: [SourceFile(path: "forms/own.yaml", bytes: bytes)], findings: &findings)
    if findings.contains(where: { $0.severity == .error }) { return }
    guard forms.forms.count > known, let form = forms.forms.last else { return }
    let blank = BlankReport(form: form, agency: "liulin", agencyName: "柳林街道", year: 2023).markdown
    let source = SourceFile(path: "reports/2023/liulin.md", text: blank)
    guard
      let report = MarkupParser().parse(source, findings: &findings).flatMap({
        ReportReader(forms: forms).read($0, findings: &findings)
      })
    else { return expectSound(!findings.isEmpty, "a blank report was refused without a finding") }
    _ = Rules.check(report, findings: &findings)
  }
}
