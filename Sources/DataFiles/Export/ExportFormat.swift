/// The kinds of files that a report can be exported to.
package enum ExportFormat: String, CaseIterable, Sendable {
  case docx, html, txt, md

  /// - Returns: `nil` if the library that packs Word files failed.
  package func write(_ report: ExportedReport) -> [UInt8]? {
    switch self {
    case .docx: WordFile(report).bytes
    case .html: HTMLFragment(report).bytes
    case .txt: Array(PlainTextExport(report).text.utf8)
    case .md: Array(MarkdownExport(report).text.utf8)
    }
  }
}
