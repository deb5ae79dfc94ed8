internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The information header of a report's page.
struct ReportFacts {
  let report: Report
  let frame: PageFrame

  private var metadata: ReportMetadata { report.metadata }

  /// The language of what the report states about itself, if it differs from that of the page.
  private var ownLanguage: String? {
    metadata.language == frame.language.tag ? nil : metadata.language
  }

  /// What remains of a withdrawn report: its agency and period.
  var ofWithdrawn: [TemplateObject] { [publisher, period].compactMap { $0 } }

  private var publisher: TemplateObject? {
    let name = frame.context.registry.name(of: metadata.agency, in: metadata.year)
    return frame.fact(
      FieldText.publisher, link: name, to: frame.link(.agency(metadata.agency)), textLanguage: frame.nameLanguage)
  }

  private var period: TemplateObject? {
    frame.fact(FieldText.period, metadata.period.map { DateText.period($0, frame.strings) })
  }

  private var identity: [TemplateObject?] {
    [publisher] + texts(.identity) + [period]
  }

  private func texts(_ place: MetadataKey.Place) -> [TemplateObject?] {
    MetadataKey.all.filter { $0.place == place }.map { key in
      frame.fact(key.label, metadata[key], valueLanguage: key.isWorded ? ownLanguage : nil)
    }
  }

  var facts: [TemplateObject] {
    (identity
      + [
        date(FieldText.published, metadata.published),
        date(PageText.firstPublished, metadata.firstPublished),
        date(PageText.modified, metadata.modified),
      ] + texts(.origin) + [
        frame.fact(PageText.form, report.form.basis?[frame.strings]),
        frame.fact(PageText.address, metadata.contact?.address, valueLanguage: ownLanguage),
        frame.fact(PageText.postcode, metadata.contact?.postcode),
        frame.fact(PageText.phone, metadata.contact?.phone),
        frame.fact(PageText.email, metadata.contact?.email),
        metadata.sourceURL.flatMap { url in
          LinkSafety.isSafe(url) ? frame.fact(PageText.original, link: url, to: url) : nil
        },
      ]).compactMap { $0 }
  }

  private func date(_ label: Text, _ date: CalendarDate?) -> TemplateObject? {
    guard let date else { return nil }
    let words = DateText.date(date, frame.strings)
    var html = HTMLWriter(capacity: 64)
    html.element(
      "time", .attribute("datetime", date.iso), text: date.time.map { "\(words) \($0)" } ?? words)
    return TemplateObject([(.label, .text(label[frame.strings])), (.html, .html(html.array()))])
  }
}
