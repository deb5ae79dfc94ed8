internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal

/// States how many agencies have a report for a year, and which have none or were late.
struct CoverageHTML {
  let coverage: Coverage
  let portal: Portal
  let frame: PageFrame

  private typealias Entry = (name: String, href: String, note: String?)

  /// Longer lists are collapsed.
  private static let longest = 12

  var html: [UInt8] {
    var html = HTMLWriter(capacity: 4096)
    html.line("p", text: TotalsText.coverage(coverage.reported, of: coverage.bound.count)[frame.strings])
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
            report.publicationDay.map { DateText.date($0, frame.strings) }
          )
        }, to: &html)
    }
    return html.array()
  }

  private func write(
    _ title: Text, _ entries: [Entry], to html: inout HTMLWriter
  ) {
    if entries.isEmpty { return }
    let strings = frame.strings
    let heading = title[strings] + PageText.bracketed("\(entries.count)", strings)
    if entries.count > Self.longest {
      html.line("details", .class("agencies")) { html in
        html.line("summary", text: heading)
        writeList(entries, to: &html)
      }
    } else {
      html.line("h3", text: heading)
      writeList(entries, to: &html)
    }
  }

  private func writeList(_ entries: [Entry], to html: inout HTMLWriter) {
    html.block("ul", .class("links")) { html in
      for entry in entries {
        html.line("li") { html in
          html.element("a", .href(entry.href), .lang(frame.nameLanguage), text: entry.name)
          guard let note = entry.note else { return }
          html.text(" ")
          html.element("span", .class("count"), text: note)
        }
      }
    }
  }
}
