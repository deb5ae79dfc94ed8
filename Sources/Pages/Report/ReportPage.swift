package import Bytes
package import DataFiles
internal import Diagnostics
internal import Languages
internal import Markup
package import Portal
package import Reports
internal import Templates

/// A report.
package struct ReportPage: Page {
  package let route: Route
  package let changed: CalendarDate?

  package static func all(in portal: Portal) -> [ReportPage] {
    portal.reports.map { ReportPage(route: $0.route, changed: $0.changed) }
  }

  package static let folder = "reports"
  package static let section = NavigationSection.years
  package static let json: PageJSON? = .other(schema: "report-1.json")
}

/// Writes the page of a report in each language, and its JSON.
package struct ReportPageWriter: Sendable {
  private static let layout = Layout("report")
  private static let withdrawnLayout = Layout("withdrawn")

  let context: PageContext

  package init(context: PageContext) {
    self.context = context
  }

  /// - Parameters:
  ///   - scratch: Holds each page while it is being written.
  ///   - json: Holds the report's JSON.
  ///   - record: Receives what the data files of the whole portal need to know about a published report.
  package func render(
    _ input: ReportPageInput, scratch: inout ByteBuffer, json: inout JSONWriter, to sink: FileSink,
    record: RecordSink = { _, _ in }
  ) throws {
    let metadata = input.report.metadata
    let kind = ReportPage(route: .report(year: metadata.year, agency: metadata.agency), changed: nil)
    let first = sections(of: input, context.strings.first, kind.route)
    json.removeAll()
    let reportJSON = ReportJSON(
      report: input.report, site: context.site, registry: context.registry,
      tables: context.data.tablesJSON(of: input.report.form), digest: input.digest,
      sections: first.map { ($0.section, $0.result.prose) }, findings: input.findings,
      messages: context.strings.first.messages, attachmentPath: input.path)
    reportJSON.write(to: &json)
    try sink(kind.route.json, json.buffer)
    let data = try ReportFiles(json: reportJSON, context: context.data).write(to: sink, record: record)
    for (number, strings) in context.strings.languages.enumerated() {
      let sections = number == 0 ? first : sections(of: input, strings, kind.route)
      let frame = PageFrame(kind, context: context, strings: strings)
      let isWithdrawn = metadata.status == .withdrawn
      let page =
        isWithdrawn ? withdrawn(input, frame) : published(input, frame, sections, jsonBytes: json.buffer.count, data)
      try frame.render(isWithdrawn ? Self.withdrawnLayout : Self.layout, page, &scratch, to: sink)
    }
  }

  private typealias RenderedSection = (section: Section, result: SectionHTML.Result)

  private func sections(
    of input: ReportPageInput, _ strings: Strings, _ route: Route
  ) -> [RenderedSection] {
    guard input.report.metadata.status != .withdrawn else { return [] }
    // A page in another language is not in the same folder as the files of its source.
    let prefix = context.site.prefix(of: strings.language)
    let folder = "reports/\(input.report.metadata.year)/"
    let linkPrefix = prefix.isEmpty ? "" : Route.relative(from: prefix + route.path, to: folder)
    let document = input.report.document
    var text = DocumentHTML(
      document, linkPrefix: linkPrefix, folder: ReportFolder(of: document.source.path, files: input.files))
    let writer = SectionHTML(
      report: input.report, context: context, strings: strings,
      faults: KnownFaults(input.findings, form: input.report.form))
    var html = HTMLWriter(capacity: 32 << 10)
    return input.report.sections.map { ($0, writer.write($0, using: &text, scratch: &html)) }
  }

  private func frame(_ input: ReportPageInput, _ frame: PageFrame) -> TemplateObject {
    let metadata = input.report.metadata
    let name = context.registry.name(of: metadata.agency, in: metadata.year)
    var page = frame.object(
      title: metadata.title, description: metadata.title,
      breadcrumb: frame.breadcrumb(
        [
          frame.entry(PageText.years, .years), frame.yearLink(metadata.year),
        ],
        frame.name(name)))
    if let labels = context.labels {
      page[.labels] = .html(labels.ofReport(metadata, agency: name, address: context.absolute(frame.path)))
    }
    if metadata.language != frame.language.tag { page.set(.langTitle, metadata.language) }
    page[.agency] = .object(frame.name(name, .agency(metadata.agency)))
    page[.year] = .object(frame.yearLink(metadata.year))
    for (name, neighbour) in [(TemplateName.previous, input.previous), (.next, input.next)] {
      guard let neighbour else { continue }
      page[name] = .object(frame.entry(PageText.year(neighbour.year), neighbour.route))
    }
    return page
  }

  private func published(
    _ input: ReportPageInput, _ frame: PageFrame, _ sections: [RenderedSection], jsonBytes: Int,
    _ data: [DataLink]
  ) -> TemplateObject {
    let metadata = input.report.metadata
    var page = self.frame(input, frame)
    page.set(.langReport, metadata.language)
    page[.facts] = .list(ReportFacts(report: input.report, frame: frame).facts)
    page[.keyFacts] = context.keyFacts(of: input.report.form, frame.strings).map { .html($0.html(of: input.report)) }
    page[.rowNotes] = context.rowNotes(of: input.report.form, frame.strings).map { .html($0.html) }
    // A citation names the version that was read.
    let corrected = metadata.corrections.map(\.date).max()
    page.set(
      .date,
      corrected.map { [metadata.published?.iso, PageText.version(of: $0)[frame.strings]].compactMap { $0 } }?
        .joined(separator: PageText.comma[frame.strings]) ?? metadata.published?.iso)
    page[.notices] = .list(notices(input, frame.strings).map { TemplateObject(itself: .html($0)) })
    var shown: [TemplateObject] = []
    for (section, result) in sections {
      switch section.kind {
      case .introduction: page[.introduction] = .html(result.html)
      case .closing: page[.closing] = .html(result.html)
      case .form, .foreign:
        shown.append(
          TemplateObject([
            (.id, .text(section.id)), (.title, .text(section.title)), (.label, .text(section.title)),
            (.html, .html(result.html)),
          ]))
      }
    }
    page[.sections] = .list(shown)
    page[.contents] = .list(shown)
    page[.corrections] = .list(metadata.corrections.map { correction($0, input.report, frame.strings) })
    page[.attachments] = .list(
      metadata.attachments.map { attachment in
        var link = TemplateObject(label: attachment.title, href: frame.shared(input.path(of: attachment)))
        link.set(.size, input.files[attachment.file].map(PageText.size))
        return link
      })
    let json = frame.first.json
    let data = data + formLink(input, frame.strings)
    let files = [DataLink(path: json, label: "JSON", type: .json, size: jsonBytes)] + data
    page[.downloads] = .list(files.map { frame.download($0) })
    page[.dataLinks] = .list(data.map { frame.download($0) })
    page[.descriptions] = frame.descriptions(of: data)
    // A report without tables is no data set.
    if !context.site.baseURL.isEmpty, !input.report.form.tables.isEmpty {
      let region = context.registry[agency: metadata.agency].flatMap { context.registry.regions[$0.region]?.name }
      page[.jsonLd] =
        DatasetMarkup(
          frame: frame, name: metadata.title, links: files,
          period: metadata.period.map { "\($0.from.iso)/\($0.to.iso)" },
          published: metadata.published?.iso,
          modified: ([metadata.modified].compactMap { $0 } + metadata.corrections.map(\.date)).max()?.iso,
          creator: context.registry.name(of: metadata.agency, in: metadata.year), places: [region].compactMap { $0 },
          measured: input.report.form.tables.map { $0.title[frame.strings] }
        ).value
    }
    page.set(.sourcePath, input.report.document.source.path)
    page.set(.sourceSha256, input.digest)
    return page
  }

  private func formLink(_ input: ReportPageInput, _ strings: Strings) -> [DataLink] {
    guard let size = input.formSize else { return [] }
    return [
      DataLink(
        path: FormWorkbook.path(of: input.report.metadata), label: PageText.formWorkbook[strings], type: .xlsx,
        size: size)
    ]
  }

  private func withdrawn(_ input: ReportPageInput, _ frame: PageFrame) -> TemplateObject {
    var page = self.frame(input, frame)
    page[.facts] = .list(ReportFacts(report: input.report, frame: frame).ofWithdrawn)
    guard let withdrawn = input.report.metadata.withdrawn else { return page }
    page.set(.reason, withdrawn.reason)
    page.set(.date, DateText.date(withdrawn.date, frame.strings))
    return page
  }

  private func notices(_ input: ReportPageInput, _ strings: Strings) -> [[UInt8]] {
    let metadata = input.report.metadata
    var notices: [[UInt8]] = []
    func say(_ text: Text) { notices.append(Self.paragraph(text[strings])) }
    if metadata.scope == .consolidated { say(PageText.covers(metadata.covers.count)) }
    if !metadata.corrections.isEmpty { say(PageText.corrected) }
    let faults = KnownFaults(input.findings, form: input.report.form)
    if !faults.isEmpty { notices.append(faults.notice(strings, reportLanguage: metadata.language)) }
    return notices
  }

  private static func paragraph(_ text: String) -> [UInt8] {
    var html = HTMLWriter(capacity: 256)
    html.element("p", text: text)
    return html.array()
  }

  private func correction(
    _ correction: ReportMetadata.Correction, _ report: Report, _ strings: Strings
  ) -> TemplateObject {
    let cell = correction.cell.flatMap(report.form.cell)
    let section = correction.section.flatMap { id in report.form.sections.first { $0.id == id } }
    var item = TemplateObject()
    item.set(.date, DateText.date(correction.date, strings))
    item.set(
      .where, cell.map { report.form.title(ofCell: $0)[strings] } ?? section?.label[strings] ?? correction.section ?? ""
    )
    item.set(.from, correction.from)
    item.set(.to, correction.to)
    item.set(.reason, correction.reason)
    return item
  }
}
