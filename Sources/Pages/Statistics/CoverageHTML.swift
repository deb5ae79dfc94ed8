internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal

/// States how many agencies have a report for a year, and which have none or were late.
struct CoverageHTML {
  let coverage: Coverage
  let portal: Portal
  let frame: PageFrame

  /// Longer lists are collapsed.
  private static let longest = 12

  var html: [UInt8] {
    var html = ByteBuffer(capacity: 4096)
    html.append("<p>\(TotalsText.coverage(coverage.reported, of: coverage.bound.count)[frame.language])</p>\n")
    if portal.site.namesMissing {
      write(
        TotalsText.missing, coverage.missing.map { (name: $0.name, href: frame.link(.agency($0.id)), note: nil) },
        to: &html)
    }
    if portal.site.namesLate {
      write(
        TotalsText.late,
        coverage.late.map { report in
          (
            portal.registry.name(of: report.agency, in: report.year), frame.link(report.route),
            report.publicationDay.map { DateText.date($0, frame.language) }
          )
        }, to: &html)
    }
    return html.array()
  }

  private func write(
    _ title: LocalizedText, _ entries: [(name: String, href: String, note: String?)], to html: inout ByteBuffer
  ) {
    if entries.isEmpty { return }
    let language = frame.language
    let heading = title[language] + PageText.bracketed("\(entries.count)", language)
    let isFolded = entries.count > Self.longest
    html.append(isFolded ? "<details class=\"agencies\"><summary>\(heading)</summary>\n" : "<h3>\(heading)</h3>\n")
    html.append("<ul class=\"links\">\n")
    for entry in entries {
      html.append("<li><a href=\"")
      html.appendEscaped(entry.href)
      html.append(frame.nameLanguage.map { "\" lang=\"\($0)\">" } ?? "\">")
      html.appendEscaped(entry.name)
      html.append("</a>")
      if let note = entry.note {
        html.append(" <span class=\"count\">")
        html.appendEscaped(note)
        html.append("</span>")
      }
      html.append("</li>\n")
    }
    html.append("</ul>\n")
    if isFolded { html.append("</details>\n") }
  }
}
