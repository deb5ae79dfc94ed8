internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports

/// Writes Atom feeds of what is new, corrected and withdrawn.
struct Feeds {
  /// Enough for somebody who reads the feed once a month.
  private static let mostEntries = 50

  let site: Site

  private struct Event {
    enum Kind: String {
      case published, corrected, withdrawn
    }

    let kind: Kind
    let date: CalendarDate
    let report: ReportSummary
  }

  private func events(_ reports: [ReportSummary]) -> [Event] {
    var all: [Event] = []
    for report in reports {
      let isWithdrawn = report.status == .withdrawn
      if let date = report.published {
        all.append(Event(kind: isWithdrawn ? .withdrawn : .published, date: date, report: report))
      }
      if !isWithdrawn, let date = report.corrected {
        all.append(Event(kind: .corrected, date: date, report: report))
      }
    }
    // Most events of a large portal are too old to be listed and need not be sorted.
    if all.count > Self.mostEntries {
      let oldest = all.map(\.date).sorted(by: >)[Self.mostEntries - 1]
      all.removeAll { $0.date < oldest }
    }
    all.sort { left, right in
      if left.date != right.date { return left.date > right.date }
      return (left.report.agency, left.report.year, left.kind.rawValue)
        < (right.report.agency, right.report.year, right.kind.rawValue)
    }
    return Array(all.prefix(Self.mostEntries))
  }

  /// Writes a feed beside the page that it is of.
  func write(_ feed: Feed, of route: Route, to sink: FileSink) throws {
    let path = route.feed
    let events = events(feed.reports)
    var xml = ByteBuffer(capacity: 16 << 10)
    xml.append(xmlDeclaration)
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    xml.append(site.languages[0].rawValue)
    xml.append("\">\n")
    xml.element("id", site.absolute(path))
    xml.element("title", feed.title)
    // A feed without entries needs a date too, and the clock must not be used.
    xml.element("updated", Self.time(events.first?.date))
    xml.link("self", site.absolute(path))
    xml.link("alternate", site.absolute(route.path))
    xml.append("<author>")
    xml.element("name", site.publisher ?? site.name)
    xml.append("</author>\n")
    for event in events { write(event, to: &xml) }
    xml.append("</feed>\n")
    try sink(path, xml)
  }

  private func write(_ event: Event, to xml: inout ByteBuffer) {
    let page = site.absolute(event.report.route.path)
    let (mark, word): (String, LocalizedText?) =
      switch event.kind {
      case .published: ("", nil)
      case .corrected: ("#corrected-\(event.date.iso)", LocalizedText("更正", en: "Corrected"))
      case .withdrawn: ("#withdrawn", LocalizedText("撤回", en: "Withdrawn"))
      }
    let language = site.languages[0]
    xml.append("<entry>\n")
    xml.element("id", page + mark)
    xml.element("title", word.map { "[\($0[language])] \(event.report.title)" } ?? event.report.title)
    xml.element("updated", Self.time(event.date))
    xml.link("alternate", page)
    xml.append("<category term=\"")
    xml.append(event.kind.rawValue)
    xml.append("\"/>\n</entry>\n")
  }

  /// The dates of reports are in China Standard Time.
  private static func time(_ date: CalendarDate?) -> String {
    guard let date else { return "1970-01-01T00:00:00Z" }
    return "\(date.iso)T\(date.time ?? "00:00"):00+08:00"
  }
}

extension ByteBuffer {
  fileprivate mutating func link(_ relation: StaticString, _ address: String) {
    append("<link rel=\"")
    append(relation)
    append("\" href=\"")
    appendEscaped(address)
    append("\"/>\n")
  }
}
