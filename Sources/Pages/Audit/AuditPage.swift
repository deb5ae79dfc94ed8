package import Bytes
package import DataFiles
package import Diagnostics

/// An audit as a single self-contained HTML page, for the screen or the printer of a disclosure office.
package struct AuditPage {
  let report: AuditReport
  let language: MessageLanguage
  let path: (String) -> String
  /// The characters of a source line; `nil` if it cannot be read.
  let line: (_ file: String, _ line: Int) -> [Unicode.Scalar]?
  let sha256: ([UInt8]) -> [UInt8]

  /// - Parameter sha256: Hashes the styles for the page's content security policy.
  package init(
    _ report: AuditReport, language: MessageLanguage, path: @escaping (String) -> String,
    line: @escaping (_ file: String, _ line: Int) -> [Unicode.Scalar]?, sha256: @escaping ([UInt8]) -> [UInt8]
  ) {
    self.report = report
    self.language = language
    self.path = path
    self.line = line
    self.sha256 = sha256
  }

  package func write(to page: inout HTMLWriter) {
    page.raw("<!DOCTYPE html>\n")
    page.block("html", .lang(language.rawValue)) { page in
      page.block("head", body: writeHead)
      page.block("body") { $0.block("main", body: writeContent) }
    }
  }

  private func writeHead(to page: inout HTMLWriter) {
    page.void("meta", .attribute("charset", "utf-8"))
    page.newline()
    writePolicy(&page)
    page.void("meta", .attribute("name", "viewport"), .attribute("content", "width=device-width, initial-scale=1"))
    page.newline()
    page.void("meta", .attribute("name", "color-scheme"), .attribute("content", "light dark"))
    page.newline()
    page.line("title", text: VisibleText.shown("\(AuditText.title[language]) · \(report.site)"))
    page.line("style") { $0.raw { $0.append(AuditStyle.sheet) } }
  }

  /// The page is opened from disk or from a mailbox and quotes text from many offices, so it may not load or run
  /// anything.
  private func writePolicy(_ page: inout HTMLWriter) {
    page.openStartTag("meta", .attribute("http-equiv", "Content-Security-Policy"))
    page.rawAttribute("content") { policy in
      policy.append("default-src 'none'; style-src 'sha256-")
      policy.appendBase64(sha256(Array(AuditStyle.sheet.utf8)))
      policy.append("'; base-uri 'none'; form-action 'none'")
    }
    page.closeStartTag()
    page.newline()
  }

  private func writeContent(to page: inout HTMLWriter) {
    page.line("h1", text: AuditText.title[language])
    paragraph("site", report.site, &page)
    writeSummary(&page)
    for office in report.offices where !office.open.isEmpty { writeOpen(office, &page) }
    writeApart("accepted", AuditText.acceptedTitle, AuditText.acceptedNote, \.accepted, &page)
    writeApart("withheld", AuditText.withheldTitle, AuditText.withheldNote, \.withheld, &page)
    writeRules(&page)
  }

  // MARK: Summary

  private func writeSummary(_ page: inout HTMLWriter) {
    page.block("section", .labelledBy("summary")) { page in
      heading("h2", AuditText.summary[language], id: "summary", &page)
      page.block("dl", .class("counts")) { page in
        var counts = [(AuditText.reports, report.reports)]
        counts += AuditText.severities.map { (AuditText.plural($0), report.allOpen.count(of: $0)) }
        counts.append((AuditText.accepted, report.allAccepted.count))
        for (label, count) in counts {
          page.line("div") { page in
            page.element("dt", text: label[language])
            page.element("dd", text: "\(count)")
          }
        }
      }
      if report.allOpen.isEmpty { paragraph("nothing", AuditText.nothing[language], &page) }
      if !report.offices.isEmpty { writeOfficeTable(&page) }
    }
  }

  private func writeOfficeTable(_ page: inout HTMLWriter) {
    page.block("div", .class("scroll"), .role("region"), .labelledBy("by-office"), .focusable) { page in
      page.block("table") { page in
        page.line("caption", .id("by-office"), text: AuditText.byOffice[language])
        page.line("thead") { page in
          page.element("tr") { page in
            let labels = [AuditText.office, AuditText.errors, AuditText.warnings, AuditText.hints, AuditText.accepted]
            for label in labels { page.element("th", .scope("col"), text: label[language]) }
          }
        }
        page.block("tbody") { page in
          for office in report.offices { writeRow(of: office, &page) }
        }
      }
    }
  }

  private func writeRow(of office: AuditReport.Office, _ page: inout HTMLWriter) {
    let name = VisibleText.shown(office.name[language])
    page.line("tr") { page in
      page.element("th", .scope("row")) { page in
        if office.open.isEmpty {
          page.text(name)
        } else {
          page.element("a", .href("#\(office.anchor)"), text: name)
        }
      }
      for severity in AuditText.severities { page.element("td", text: "\(office.open.count(of: severity))") }
      page.element("td", text: "\(office.accepted.count)")
    }
  }

  // MARK: Findings

  private func writeOpen(_ office: AuditReport.Office, _ page: inout HTMLWriter) {
    page.block("section", .labelledBy(office.anchor)) { page in
      heading("h2", office.name[language], id: office.anchor, &page)
      if !office.region.isEmpty { paragraph("region", office.region, &page) }
      for severity in AuditText.severities {
        let findings = office.open.filter { $0.severity == severity }
        if findings.isEmpty { continue }
        heading("h3", "\(AuditText.plural(severity)[language])（\(findings.count)）", &page)
        writeList(findings, &page)
      }
    }
  }

  private func writeApart(
    _ id: String, _ title: LocalizedText, _ note: LocalizedText,
    _ list: KeyPath<AuditReport.Office, [Finding]>, _ page: inout HTMLWriter
  ) {
    let offices = report.offices.filter { !$0[keyPath: list].isEmpty }
    if offices.isEmpty { return }
    page.block("section", .labelledBy(id)) { page in
      heading("h2", title[language], id: id, &page)
      paragraph("note", note[language], &page)
      for office in offices {
        heading("h3", office.name[language], &page)
        writeList(office[keyPath: list], &page)
      }
    }
  }

  private func writeList(_ findings: [Finding], _ page: inout HTMLWriter) {
    page.block("ol", .class("findings")) { page in
      for finding in findings { write(finding, &page) }
    }
  }

  private func write(_ finding: Finding, _ page: inout HTMLWriter) {
    page.block("li", .class(finding.isAccepted ? "accepted" : finding.severity.rawValue)) { page in
      page.line("p", .class("what")) { page in
        page.element("strong", text: finding.severity.label[language])
        page.text(" ")
        page.text(VisibleText.shown(finding.message[language]))
      }
      page.line("p", .class("where")) { page in
        if let range = finding.range {
          page.element("code", text: VisibleText.shown("\(path(range.file)):\(range.line):\(range.column)"))
          page.text(" ")
        }
        page.element("a", .href("#rule-\(finding.kind.id)"), text: finding.kind.id)
        if let cell = finding.cell {
          page.text(" ")
          page.element("code", text: VisibleText.shown(cell))
        }
      }
      if let range = finding.range { writeSnippet(range, &page) }
      if let help = finding.help { labelled(AuditText.help, help[language], &page) }
      if finding.fix != nil, !finding.isAccepted { labelled(AuditText.help, AuditText.fixable[language], &page) }
      if let acceptance = finding.acceptance {
        let reason = [acceptance.reason, acceptance.signature].compactMap { $0 }.joined(separator: " · ")
        labelled(AuditText.reason, reason, &page)
      }
    }
  }

  /// The source line with the range marked. A long line is cut to the surroundings of the range.
  private func writeSnippet(_ range: SourceRange, _ page: inout HTMLWriter) {
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
    page.line("pre") { page in
      page.element("code") { page in
        page.text((first > 0 ? "…" : "") + part(first..<start))
        page.element("mark", text: part(start..<end))
        page.text(part(end..<last) + (last < scalars.count ? "…" : ""))
      }
    }
  }

  // MARK: Rules

  private func writeRules(_ page: inout HTMLWriter) {
    if report.kinds.isEmpty { return }
    page.block("section", .labelledBy("rules")) { page in
      heading("h2", AuditText.rules[language], id: "rules", &page)
      for kind in report.kinds {
        heading("h3", "\(kind.title[language])（\(kind.id)）", id: "rule-\(kind.id)", &page)
        paragraph("explanation", kind.explanation[language], &page)
        if let source = kind.source { labelled(AuditText.source, source[language], &page) }
      }
    }
  }

  // MARK: Pieces

  private func heading(_ name: StaticString, _ text: String, id: String? = nil, _ page: inout HTMLWriter) {
    page.line(name, .id(id), text: VisibleText.shown(text))
  }

  private func paragraph(_ name: StaticString, _ text: String, _ page: inout HTMLWriter) {
    page.line("p", .class(name), text: VisibleText.shown(text))
  }

  private func labelled(_ label: LocalizedText, _ text: String, _ page: inout HTMLWriter) {
    page.line("p", .class("help")) { page in
      page.element("strong", text: label[language] + (language == .english ? ":" : "："))
      page.text(" ")
      page.text(VisibleText.shown(text))
    }
  }
}
