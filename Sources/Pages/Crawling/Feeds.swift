internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports

/// Writes Atom feeds of what is new, corrected and withdrawn.
struct Feeds {
  /// Enough for somebody who reads the feed once a month.
  private static let mostEntries = 50

  let site: Site
  /// Those of the first language of the portal.
  let strings: Strings

  private struct Event {
    enum Kind: String {
      case published, corrected, withdrawn
    }

    let kind: Kind
    let date: CalendarDate
    let report: ReportSummary
    /// What was corrected, in a feed of revisions.
    var change: (number: Int, revision: Revision)?
  }

  /// Every correction and withdrawal, newest first.
  private func revisions(_ reports: [ReportSummary]) -> [Event] {
    var numbers: [String: Int] = [:]
    let events = Revision.all(of: reports).reversed().map { revision -> Event in
      // The number stays the same when later ones are added.
      let key = "\(revision.report.route.path) \(revision.date.iso)"
      numbers[key, default: 0] += 1
      return Event(
        kind: revision.correction == nil ? .withdrawn : .corrected, date: revision.date, report: revision.report,
        change: (numbers[key] ?? 1, revision))
    }
    return events.reversed()
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

  /// Writes a feed beside its page.
  func write(_ feed: Feed, of route: Route, to sink: FileSink) throws {
    let path = route.feed
    let events = feed.isOfRevisions ? revisions(feed.reports) : events(feed.reports)
    var xml = HTMLWriter.xml(capacity: 16 << 10)
    xml.block(
      "feed", .attribute("xmlns", "http://www.w3.org/2005/Atom"), .attribute("xml:lang", strings.language.tag)
    ) { xml in
      xml.line("id", text: site.absolute(path))
      xml.line("title", text: feed.isOfRevisions ? RevisionsTable.title[strings] : feed.title)
      // A feed without entries needs a date too, and the clock must not be used.
      xml.line("updated", text: Self.time(events.first?.date))
      xml.link("self", site.absolute(path))
      xml.link("alternate", site.absolute(route.path))
      xml.line("author") { $0.line("name", text: site.publisher ?? site.name) }
      for event in events { write(event, to: &xml) }
    }
    try sink(path, xml.buffer)
  }

  private func write(_ event: Event, to xml: inout HTMLWriter) {
    let page = site.absolute(event.report.route.path)
    let (mark, word): (String, Text?) =
      switch event.kind {
      case .published: ("", nil)
      case .corrected: ("#corrected-\(event.date.iso)", Text("feed.corrected"))
      case .withdrawn: ("#withdrawn", Text("feed.withdrawn"))
      }
    xml.block("entry") { xml in
      xml.line("id", text: page + mark + (event.change.map { "-\($0.number)" } ?? ""))
      xml.line("title", text: word.map { "[\($0[strings])] \(event.report.title)" } ?? event.report.title)
      xml.line("updated", text: Self.time(event.date))
      xml.link("alternate", page)
      xml.empty("category", .attribute("term", event.kind.rawValue))
      xml.newline()
      if let revision = event.change?.revision {
        let change = revision.correction.map { correction in
          [correction.cell ?? correction.section, correction.from.map { "\($0) → \(correction.to ?? "")" }]
            .compactMap { $0 }.joined(separator: " ")
        }
        xml.line(
          "content", .attribute("type", "text"),
          text: [change, revision.reason].compactMap { $0 }.joined(separator: " "))
      }
    }
  }

  /// The dates of reports are in China Standard Time.
  private static func time(_ date: CalendarDate?) -> String {
    guard let date else { return "1970-01-01T00:00:00Z" }
    return "\(date.iso)T\(date.time ?? "00:00"):00+08:00"
  }
}

extension HTMLWriter {
  fileprivate mutating func link(_ relation: StaticString, _ address: String) {
    empty("link", .attribute("rel", relation), .href(address))
    newline()
  }
}
