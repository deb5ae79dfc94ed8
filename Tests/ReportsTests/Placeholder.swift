import Diagnostics
import Foundation
import Markup
import Testing

@testable import Reports

@Test func sample() throws {
  var findings: [Finding] = []
  let forms = FormLibrary(findings: &findings)
  let reader = ReportReader(forms: forms)
  let root = "/work/main/Content/"
  for case let path as String in FileManager.default.enumerator(atPath: root)! where path.hasPrefix("reports/") && path.hasSuffix(".md") {
    let source = SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(filePath: root + path))))
    var local: [Finding] = []
    if let document = MarkupParser().parse(source, findings: &local), let report = reader.read(document, findings: &local) {
      Rules.check(report, findings: &local)
    }
    findings += local
  }
  for finding in findings.inReadingOrder() {
    print("\(finding.range?.file ?? ""):\(finding.range?.line ?? 0):\(finding.range?.column ?? 0) \(finding.severity) \(finding.kind.id) \(finding.message.chinese) \(finding.help?.chinese ?? "")")
  }
}
