package import Bytes
internal import DataFiles
internal import Diagnostics
package import Portal
internal import Reports

/// Atom feeds of new, corrected and withdrawn reports: for the portal, for each agency and for each region.
package struct Feeds {
  /// Enough for somebody who reads the feed once a month.
  private static let mostEntries = 50

  let site: Site
  let portal: Portal

  package init(site: Site, portal: Portal) {
    self.site = site
    self.portal = portal
  }

  private struct Event {
    enum Kind: String {
      case published, corrected, withdrawn
    }

    let kind: Kind
    let date: CalendarDate
    let report: ReportSummary
  }

  /// The subject of a feed.
  package enum Subject: Sendable {
    case portal
    case agency(Agency)
    case region(Region)
  }

  package var subjects: [Subject] {
    [.portal] + portal.registry.agencies.map(Subject.agency) + portal.registry.regions.regions.map(Subject.region)
  }

  /// Writes a feed beside the page of its subject.
  package func write(
    _ subject: Subject, to sink: (_ path: String, _ bytes: borrowing ByteBuffer) throws -> Void
  ) throws {
    switch subject {
    case .portal: try write(.home, title: site.name, portal.reports, to: sink)
    case .agency(let agency):
      try write(.agency(agency.id), title: agency.name, portal.reports(of: agency.id), to: sink)
    case .region(let region):
      try write(.region(region.code, page: 1), title: region.name, portal.reports(ofRegion: region.code), to: sink)
    }
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

  private func write(_ route: Route, title: String, _ reports: [ReportSummary], to sink: FileSink) throws {
    guard let path = route.feed else { return }
    let events = events(reports)
    var xml = HTMLWriter.xml(capacity: 16 << 10)
    xml.block(
      "feed", .attribute("xmlns", "http://www.w3.org/2005/Atom"), .attribute("xml:lang", site.languages[0].rawValue)
    ) { xml in
      xml.line("id", text: site.absolute(path))
      xml.line("title", text: title)
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
    let (mark, word): (String, LocalizedText?) =
      switch event.kind {
      case .published: ("", nil)
      case .corrected: ("#corrected-\(event.date.iso)", LocalizedText("更正", en: "Corrected"))
      case .withdrawn: ("#withdrawn", LocalizedText("撤回", en: "Withdrawn"))
      }
    let language = site.languages[0]
    xml.block("entry") { xml in
      xml.line("id", text: page + mark)
      xml.line("title", text: word.map { "[\($0[language])] \(event.report.title)" } ?? event.report.title)
      xml.line("updated", text: Self.time(event.date))
      xml.link("alternate", page)
      xml.empty("category", .attribute("term", event.kind.rawValue))
      xml.newline()
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
