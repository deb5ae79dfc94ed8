internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Markup
internal import Pages
internal import Portal
internal import Reports

/// Everything that happens to a report, from the bytes of its source to its page. Every step is a function of values.
///
///     SourceFile → Document → Report → checked Report → page and data → summary for the index pages
struct Conversion: Sendable {
  let sources: PortalSources
  /// The date that `publish_on` is compared with.
  let date: CalendarDate?
  let targets: LinkTargets
  private let attachments: AttachmentCheck
  private let parser: MarkupParser
  private let reader: ReportReader
  private let portalRules: PortalRules

  init(sources: PortalSources, date: CalendarDate?) {
    self.sources = sources
    self.date = date
    targets = LinkTargets(content: sources.content)
    attachments = AttachmentCheck(content: sources.content, types: sources.site.attachments)
    parser = MarkupParser(limits: sources.site.limits)
    reader = ReportReader(forms: sources.forms)
    portalRules = PortalRules(sources.registry, sources.site)
  }

  /// A report after checking.
  struct Outcome: Sendable {
    let file: ContentFolder.ReportFile
    /// The report with its prose; `nil` if the source could not be parsed.
    let entry: HistoryEntry?
    /// The figures that reports of other agencies are compared with.
    var figures: ReportFigures?
    var findings: [Finding]
    /// Findings between a published report and an unpublished one, which the page must not reveal.
    var confidential: [Finding] = []
    var withheld: Withheld?
    /// The agency and year that the source claims to report on.
    var identity: ReportIdentity?
    /// Links to other reports, which must not lead to a withheld one.
    var links: [ReportLink] = []
    /// The files of its folder that are published with it, by path in the folder.
    var files: [String] = []
    /// The findings that its front matter accepts.
    var acceptances = Acceptances()

    /// Applies the severities of the portal and marks the findings that the report accepts.
    mutating func judge(by severities: SeverityPolicy) {
      severities.apply(to: &findings)
      severities.apply(to: &confidential)
      acceptances.accept(&findings)
      acceptances.accept(&confidential)
    }

    var report: Report? { entry?.report }

    var sourceDigest: FileDigest? {
      report?.document.source.bytes.withUnsafeBufferPointer { FileDigest(of: $0) }
    }

    /// Whether the report has a page and accepts findings that only a `CrossCheck` can make, so that its page has to
    /// wait for it.
    var awaitsCrossCheck: Bool { withheld == nil && acceptances.name(AgencyComparison.kinds) }

    var hasErrors: Bool {
      findings.contains(where: \.stopsPublication) || confidential.contains(where: \.stopsPublication)
    }
    var isPublished: Bool { entry != nil && withheld == nil && !hasErrors }
  }

  /// Reads the reports of one agency and checks them individually and against each other.
  ///
  /// - Parameters:
  ///   - files: In order of years.
  ///   - crossFindings: Findings from comparing them with published reports of other agencies, by path.
  ///   - share: The thread's share of the bytes being processed.
  func checkHistory(
    _ files: [ContentFolder.ReportFile], crossFindings: [String: [Finding]] = [:], share: inout WorkBudget.Share
  ) -> [Outcome] {
    var bytes = 0
    var outcomes: [Outcome] = []
    for file in files { outcomes.append(check(file, &bytes, &share)) }
    History(outcomes, registry: sources.registry).check(&outcomes)
    for place in outcomes.indices {
      outcomes[place].findings += crossFindings[files[place].path] ?? []
      outcomes[place].judge(by: sources.severities)
    }
    return outcomes
  }

  /// Reads one report and checks it on its own.
  ///
  /// - Parameter bytes: Total size of the agency's reports read so far.
  private func check(
    _ file: ContentFolder.ReportFile, _ bytes: inout Int, _ share: inout WorkBudget.Share
  ) -> Outcome {
    var findings = file.findings
    var (links, files): ([ReportLink], [String]) = ([], [])
    var source = PortalSources.read(file.path, in: sources.content.folder, sources.site.limits, &findings)
    if let read = source {
      bytes += read.bytes.count
      if bytes > sources.site.limits.agencyBytes {
        findings.append(.agencyTooLarge(sources.site.limits.agencyBytes, path: file.path))
        source = nil
      }
      share.take(read.bytes.count)
    }
    let report =
      source
      .flatMap { parser.parse($0, findings: &findings) }
      .flatMap { reader.read($0, findings: &findings) }
    var entry: HistoryEntry?
    if let report {
      let prose = Rules.check(report, findings: &findings)
      sources.registry.check(report, findings: &findings)
      portalRules.check(report, prose, findings: &findings)
      entry = HistoryEntry(report, prose)
      let found = targets.check(report, of: file, findings: &findings)
      links = found.reports
      // No file from the folder of a withdrawn report is published.
      if report.metadata.status != .withdrawn {
        files = attachments.check(
          file, found.files, original: report.metadata.original?.file, findings: &findings)
      }
    }
    findings.limit(in: file.path)
    let withheld = report.flatMap { Withheld($0.metadata, on: date, path: file.path) }
    return Outcome(
      file: file, entry: entry, figures: report.map { ReportFigures($0) }, findings: findings,
      withheld: withheld, identity: report.map { ReportIdentity($0.metadata) }, links: links, files: files,
      acceptances: report.map { Acceptances($0) } ?? Acceptances())
  }

  /// Renders the published reports of one agency.
  ///
  /// - Parameters:
  ///   - outcomes: In order of years, so that each page can link to its neighbours.
  ///   - form: Writes the report as a printed form and returns the size of the file; `nil` if there is none.
  /// - Returns: The summaries that the index pages need.
  func render(
    _ outcomes: [Outcome], with page: ReportPageWriter, scratch: inout ByteBuffer, json: inout JSONWriter,
    to sink: FileSink, record: RecordSink, form: (_ report: Report) throws -> Int?,
    indexing: (_ report: Report, _ hasKnownFaults: Bool) -> Void
  ) throws -> [ReportSummary] {
    let published = outcomes.indices.compactMap { place in
      outcomes[place].isPublished ? outcomes[place].report.map { (place: place, report: $0) } : nil
    }
    let summaries = published.map { ReportSummary($0.report) }
    for (index, (place, report)) in published.enumerated() {
      let findings = outcomes[place].findings
      let input = ReportPageInput(
        report: report, digest: outcomes[place].sourceDigest?.hexadecimal ?? "",
        previous: index > 0 ? summaries[index - 1] : nil,
        next: index + 1 < summaries.count ? summaries[index + 1] : nil, findings: findings.inReadingOrder(),
        files: outcomes[place].file.files, formSize: try form(report))
      try page.render(input, scratch: &scratch, json: &json, to: sink, record: record)
      indexing(report, findings.contains(where: \.isAccepted))
    }
    return summaries
  }
}

/// A report that is not published in this build, and the reason.
package struct Withheld: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case draft
    /// Until the date in `publish_on`.
    case embargo(until: String)
  }

  package let path: String
  package let title: String
  package let reason: Reason

  init?(_ metadata: ReportMetadata, on date: CalendarDate?, path: String) {
    self.path = path
    title = metadata.title
    if metadata.status == .draft {
      reason = .draft
    } else if let day = metadata.publishOn, date.map({ $0.iso < day.iso }) ?? true {
      reason = .embargo(until: day.iso)
    } else {
      return nil
    }
  }
}
