internal import Bytes
internal import Diagnostics
internal import Publishing
internal import Rendering

/// Writes what a check found into the files that `--report` names.
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
  let language: Language

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
    var page = ByteBuffer(capacity: 64 << 10)
    let lines = SourceLines()
    AuditPage(
      report, language: language, path: portal.shownPath, line: { lines.line($1, of: portal.shownPath($0)) },
      sha256: sha256
    ).write(to: &page)
    if let reason = FileManagement.replace(path, page.array()) { throw failure(path, reason) }
  }

  /// The library writes to a file of its own, which takes the place of the old one when it is whole.
  private func writeWorkbook(_ report: AuditReport, to path: String) throws {
    let unfinished = FileManagement.unfinishedPath(beside: path)
    do {
      try AuditWorkbook(report, language: language, path: portal.shownPath).write(to: unfinished)
    } catch {
      FileManagement.remove(unfinished)
      Terminal.standardError.write("gongkai: \(error.message[language])\n")
      throw ExitStatus.fault
    }
    if let reason = FileManagement.move(unfinished, to: path) { throw failure(path, reason) }
  }

  private func failure(_ path: String, _ reason: String) -> ExitStatus {
    let message = LocalizedText("无法写入 \(path)：\(reason)", en: "cannot write \(path): \(reason)")
    Terminal.standardError.write("gongkai: \(message[language])\n")
    return .fault
  }
}
