package import Diagnostics
package import Portal
package import Reports

/// What a report's page needs besides the report.
package struct ReportPageInput: Sendable {
  package var report: Report
  /// SHA-256 of the source, in hexadecimal.
  package var digest: String
  package var previous: ReportSummary?
  package var next: ReportSummary?
  /// Findings that the report is published with.
  package var findings: [Finding]
  /// Sizes in bytes of the files in the report's folder, by name.
  package var files: [String: Int]
  /// Size in bytes of the report's `FormWorkbook`, if it has one.
  package var formSize: Int?

  package init(
    report: Report, digest: String, previous: ReportSummary?, next: ReportSummary?, findings: [Finding] = [],
    files: [String: Int] = [:], formSize: Int? = nil
  ) {
    self.report = report
    self.digest = digest
    self.previous = previous
    self.next = next
    self.findings = findings
    self.files = files
    self.formSize = formSize
  }

  /// The path of an attachment relative to the root of the site.
  func path(of attachment: ReportMetadata.Attachment) -> String {
    // The file name may be encoded in different bytes than in the front matter.
    let name = files.index(forKey: attachment.file).map { files[$0].key } ?? attachment.file
    return "reports/\(report.metadata.year)/\(report.metadata.agency)/\(name)"
  }
}
