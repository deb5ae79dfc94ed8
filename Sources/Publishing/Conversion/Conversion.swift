internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Markup
internal import Pages
internal import Portal
internal import Reports

/// The whole way of a report, from the bytes of its source to its page: every step a function of values.
///
///     SourceFile → Document → Report → checked Report → page and data → summary for the index pages
struct Conversion: Sendable {
  let sources: PortalSources
  /// The day that `publish_on` is compared with.
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

  /// One report after checking.
  struct Outcome: Sendable {
    let file: ContentFolder.ReportFile
    /// The report with its prose; `nil` when the source could not be understood.
    let entry: HistoryEntry?
    /// What reports of other agencies are compared with.
    var figures: ReportFigures?
    var findings: [Finding]
    /// What is found between a published report and one that is not: nothing that its page may tell.
    var confidential: [Finding] = []
    var withheld: Withheld?
    /// Which report the source says that it is.
    var identity: ReportIdentity?
    /// Links to other reports, which may not lead to one that is withheld.
    var links: [ReportLink] = []
    /// The files of its folder that are published with it, by their paths in the folder.
    var files: [String] = []
    /// What its front matter accepts.
    var acceptances = Acceptances()

    /// Gives what was found the severities of the portal, and marks what the report accepts.
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

    /// Whether it has a page and accepts what only a `CrossCheck` can find, so that the page has to wait for that.
    var awaitsCrossCheck: Bool { withheld == nil && acceptances.name(AgencyComparison.kinds) }

    var hasErrors: Bool {
      findings.contains(where: \.stopsPublication) || confidential.contains(where: \.stopsPublication)
    }
    var isPublished: Bool { entry != nil && withheld == nil && !hasErrors }
  }

  /// Reads and checks the reports of one agency, each alone and against the others.
  ///
  /// - Parameters:
  ///   - files: in the order of their years.
  ///   - crossFindings: what was found in them when they were compared with published reports of other agencies, by
  ///     their paths.
  ///   - share: what the thread has in work of the bytes of all reports.
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

  /// Reads one report, and checks it alone.
  ///
  /// - Parameter bytes: of the reports of the agency that were read so far.
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
      // Nothing of a withdrawn report's folder is published.
      if report.metadata.status != .withdrawn {
        files = attachments.check(file, found.files, findings: &findings)
      }
    }
    findings.limit(in: file.path)
    let withheld = report.flatMap { Withheld($0.metadata, on: date, path: file.path) }
    return Outcome(
      file: file, entry: entry, figures: report.map { ReportFigures($0) }, findings: findings,
      withheld: withheld, identity: report.map { ReportIdentity($0.metadata) }, links: links, files: files,
      acceptances: report.map { Acceptances($0) } ?? Acceptances())
  }

  /// Renders the reports of one agency that are published.
  ///
  /// - Parameters:
  ///   - outcomes: in the order of their years, so that each page can name its neighbours.
  ///   - form: writes the report in the layout of its form, and says how large the file is; `nil` for none.
  /// - Returns: what the index pages need to know.
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

/// A report that is not published in this build, and why.
package struct Withheld: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    case draft
    /// Until the day that `publish_on` names.
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
