internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Pages
internal import Publishing

/// Writes the findings of a check to the files that `--report` names.
struct AuditFiles {
  enum Kind {
    case page, workbook

    init?(path: String) {
      if path.hasSuffix(".html") {
        self = .page
      } else if path.hasSuffix(".xlsx") {
        self = .workbook
      } else {
        return nil
      }
    }
  }

  let portal: PortalOptions
  let sources: PortalSources
  let language: MessageLanguage

  func write(_ checked: CheckResult, to paths: [String]) throws {
    let report = AuditReport(
      site: sources.site, registry: sources.registry, findings: checked.findings, withheld: checked.withheldFindings,
      reports: checked.reports)
    for path in paths {
      switch Kind(path: path) {
      case .page: try writePage(report, to: path)
      case .workbook: try writeWorkbook(report, to: path)
      case nil: throw ExitStatus.usage
      }
    }
  }

  private func writePage(_ report: AuditReport, to path: String) throws {
    var page = HTMLWriter(capacity: 64 << 10)
    let lines = SourceLines(sources)
    AuditPage(
      report, language: language, path: portal.shownPath, line: { lines.line($1, of: $0) }, sha256: sha256
    ).write(to: &page)
    do throws(SystemFault) { try FileManagement.replace(path, page.array()) } catch { throw failure(path, error) }
  }

  /// libxlsxwriter writes to a temporary file, which replaces the old one once it is complete.
  private func writeWorkbook(_ report: AuditReport, to path: String) throws {
    let workbook = AuditWorkbook(report, language: language, path: portal.shownPath)
    do {
      let file = try UnfinishedFile(for: path)
      try Publishing.writeWorkbook(at: file.path, shownAs: path) {
        try workbook.write(to: $0, temporaryFolder: file.folder)
      }
      try file.replace()
    } catch let error as SystemFault {
      throw failure(path, error)
    } catch let error as DataFileError {
      Terminal.standardError.write("gongkai: \(error.message[language])\n")
      throw ExitStatus.fault
    }
  }

  private func failure(_ path: String, _ fault: SystemFault) -> ExitStatus {
    let message = LocalizedText(
      "无法写入 \(path)：\(fault.text.chinese)", en: "cannot write \(path): \(fault.text.english)")
    Terminal.standardError.write("gongkai: \(message[language])\n")
    return .fault
  }
}
