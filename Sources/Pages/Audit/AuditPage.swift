package import Bytes
package import DataFiles
package import Diagnostics

/// An audit as a single self-contained HTML page, for the screen or the printer of a disclosure office.
package struct AuditPage {
  let report: AuditReport
  let language: Language
  let path: (String) -> String
  /// The characters of a source line; `nil` if it cannot be read.
  let line: (_ file: String, _ line: Int) -> [Unicode.Scalar]?
  let sha256: ([UInt8]) -> [UInt8]

  /// - Parameter sha256: Hashes the styles for the page's content security policy.
  package init(
    _ report: AuditReport, language: Language, path: @escaping (String) -> String,
    line: @escaping (_ file: String, _ line: Int) -> [Unicode.Scalar]?, sha256: @escaping ([UInt8]) -> [UInt8]
  ) {
    self.report = report
    self.language = language
    self.path = path
    self.line = line
    self.sha256 = sha256
  }

  package func write(to page: inout ByteBuffer) {
    let title = "\(AuditText.title[language]) · \(report.site)"
    page.append("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    writePolicy(&page)
    page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    page.appendEscaped(VisibleText.shown(title))
    page.append("</title>\n<style>")
    page.append(AuditStyle.sheet)
    page.append("</style>\n</head>\n<body>\n<main>\n<h1>")
    page.appendEscaped(AuditText.title[language])
    page.append("</h1>\n<p class=\"site\">")
    page.appendEscaped(VisibleText.shown(report.site))
    page.append("</p>\n")
    writeSummary(&page)
    for office in report.offices where !office.open.isEmpty { writeOpen(office, &page) }
    writeApart("accepted", AuditText.acceptedTitle, AuditText.acceptedNote, \.accepted, &page)
    writeApart("withheld", AuditText.withheldTitle, AuditText.withheldNote, \.withheld, &page)
    writeRules(&page)
    page.append("</main>\n</body>\n</html>\n")
  }

  /// The page is opened from disk or from a mailbox and quotes text from many offices, so it may not load or run
  /// anything.
  private func writePolicy(_ page: inout ByteBuffer) {
    page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
    page.appendBase64(sha256(Array(AuditStyle.sheet.utf8)))
    page.append("'; base-uri 'none'; form-action 'none'\">\n")
  }

  // MARK: Summary

  private func writeSummary(_ page: inout ByteBuffer) {
    page.append("<section aria-labelledby=\"summary\">\n")
    heading(2, AuditText.summary[language], id: "summary", &page)
    page.append("<dl class=\"counts\">\n")
    var counts = [(AuditText.reports, report.reports)]
    counts += AuditText.severities.map { (AuditText.plural($0), report.allOpen.count(of: $0)) }
    counts.append((AuditText.accepted, report.allAccepted.count))
    for (label, count) in counts {
      page.append("<div><dt>")
      page.append(label[language])
      page.append("</dt><dd>\(count)</dd></div>\n")
    }
    page.append("</dl>\n")
    if report.allOpen.isEmpty { paragraph("nothing", AuditText.nothing[language], &page) }
    if !report.offices.isEmpty { writeOfficeTable(&page) }
    page.append("</section>\n")
  }

  private func writeOfficeTable(_ page: inout ByteBuffer) {
    page.append(
      "<div class=\"scroll\" role=\"region\" aria-labelledby=\"by-office\" tabindex=\"0\">\n<table>\n<caption id=\"by-office\">"
    )
    page.append(AuditText.byOffice[language])
    page.append("</caption>\n<thead><tr>")
    let labels = [AuditText.office, AuditText.errors, AuditText.warnings, AuditText.hints, AuditText.accepted]
    for label in labels { page.append("<th scope=\"col\">\(label[language])</th>") }
    page.append("</tr></thead>\n<tbody>\n")
    for office in report.offices {
      page.append("<tr><th scope=\"row\">")
      if office.open.isEmpty {
        page.appendEscaped(VisibleText.shown(office.name[language]))
      } else {
        page.append("<a href=\"#")
        page.appendEscaped(office.anchor)
        page.append("\">")
        page.appendEscaped(VisibleText.shown(office.name[language]))
        page.append("</a>")
      }
      page.append("</th>")
      for severity in AuditText.severities { page.append("<td>\(office.open.count(of: severity))</td>") }
      page.append("<td>\(office.accepted.count)</td></tr>\n")
    }
    page.append("</tbody>\n</table>\n</div>\n")
  }

  // MARK: Findings

  private func writeOpen(_ office: AuditReport.Office, _ page: inout ByteBuffer) {
    page.append("<section aria-labelledby=\"")
    page.appendEscaped(office.anchor)
    page.append("\">\n")
    heading(2, office.name[language], id: office.anchor, &page)
    if !office.region.isEmpty { paragraph("region", office.region, &page) }
    for severity in AuditText.severities {
      let findings = office.open.filter { $0.severity == severity }
      if findings.isEmpty { continue }
      heading(3, "\(AuditText.plural(severity)[language])（\(findings.count)）", id: nil, &page)
      writeList(findings, &page)
    }
    page.append("</section>\n")
  }

  private func writeApart(
    _ id: StaticString, _ title: LocalizedText, _ note: LocalizedText,
    _ list: KeyPath<AuditReport.Office, [Finding]>, _ page: inout ByteBuffer
  ) {
    let offices = report.offices.filter { !$0[keyPath: list].isEmpty }
    if offices.isEmpty { return }
    page.append("<section aria-labelledby=\"\(id)\">\n")
    heading(2, title[language], id: "\(id)", &page)
    paragraph("note", note[language], &page)
    for office in offices {
      heading(3, office.name[language], id: nil, &page)
      writeList(office[keyPath: list], &page)
    }
    page.append("</section>\n")
  }

  private func writeList(_ findings: [Finding], _ page: inout ByteBuffer) {
    page.append("<ol class=\"findings\">\n")
    for finding in findings { write(finding, &page) }
    page.append("</ol>\n")
  }

  private func write(_ finding: Finding, _ page: inout ByteBuffer) {
    page.append(
      "<li class=\"\(finding.isAccepted ? "accepted" : finding.severity.rawValue)\">\n<p class=\"what\"><strong>")
    page.append(finding.severity.label[language])
    page.append("</strong> ")
    page.appendEscaped(VisibleText.shown(finding.message[language]))
    page.append("</p>\n<p class=\"where\">")
    if let range = finding.range {
      page.append("<code>")
      page.appendEscaped(VisibleText.shown("\(path(range.file)):\(range.line):\(range.column)"))
      page.append("</code> ")
    }
    page.append("<a href=\"#rule-")
    page.appendEscaped(finding.kind.id)
    page.append("\">")
    page.appendEscaped(finding.kind.id)
    page.append("</a>")
    if let cell = finding.cell {
      page.append(" <code>")
      page.appendEscaped(VisibleText.shown(cell))
      page.append("</code>")
    }
    page.append("</p>\n")
    if let range = finding.range { writeSnippet(range, &page) }
    if let help = finding.help { labelled(AuditText.help, help[language], &page) }
    if finding.fix != nil, !finding.isAccepted { labelled(AuditText.help, AuditText.fixable[language], &page) }
    if let acceptance = finding.acceptance {
      labelled(
        AuditText.reason, [acceptance.reason, acceptance.signature].compactMap { $0 }.joined(separator: " · "), &page)
    }
    page.append("</li>\n")
  }

  /// The source line with the range marked. A long line is cut to the surroundings of the range.
  private func writeSnippet(_ range: SourceRange, _ page: inout ByteBuffer) {
    guard let scalars = line(range.file, range.line), !scalars.isEmpty else { return }
    let start = min(range.column - 1, scalars.count)
    let end = range.endLine == range.line ? min(max(range.endColumn - 1, start), scalars.count) : scalars.count
    let first = max(0, start - 60)
    let last = min(scalars.count, max(end, start) + 40)
    func part(_ bounds: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[bounds])
      return VisibleText.shown(String(view))
    }
    page.append("<pre><code>")
    page.appendEscaped((first > 0 ? "…" : "") + part(first..<start))
    page.append("<mark>")
    page.appendEscaped(part(start..<end))
    page.append("</mark>")
    page.appendEscaped(part(end..<last) + (last < scalars.count ? "…" : ""))
    page.append("</code></pre>\n")
  }

  // MARK: Rules

  private func writeRules(_ page: inout ByteBuffer) {
    if report.kinds.isEmpty { return }
    page.append("<section aria-labelledby=\"rules\">\n")
    heading(2, AuditText.rules[language], id: "rules", &page)
    for kind in report.kinds {
      heading(3, "\(kind.title[language])（\(kind.id)）", id: "rule-\(kind.id)", &page)
      paragraph("explanation", kind.explanation[language], &page)
      if let source = kind.source { labelled(AuditText.source, source[language], &page) }
    }
    page.append("</section>\n")
  }

  // MARK: Pieces

  private func heading(_ level: Int, _ text: String, id: String?, _ page: inout ByteBuffer) {
    page.append("<h\(level)")
    if let id {
      page.append(" id=\"")
      page.appendEscaped(id)
      page.append("\"")
    }
    page.append(">")
    page.appendEscaped(VisibleText.shown(text))
    page.append("</h\(level)>\n")
  }

  private func paragraph(_ name: StaticString, _ text: String, _ page: inout ByteBuffer) {
    page.append("<p class=\"\(name)\">")
    page.appendEscaped(VisibleText.shown(text))
    page.append("</p>\n")
  }

  private func labelled(_ label: LocalizedText, _ text: String, _ page: inout ByteBuffer) {
    page.append("<p class=\"help\"><strong>")
    page.append("\(label[language])\(language == .english ? ":" : "：")")
    page.append("</strong> ")
    page.appendEscaped(VisibleText.shown(text))
    page.append("</p>\n")
  }
}
