internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

/// What was changed in reports after their publication, in all of the portal: corrections and withdrawals, newest first.
struct RevisionsPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [RevisionsPage] { [RevisionsPage(portal: portal)] }

  static let folder = "revisions"
  static let layout = Layout("revisions")
  static let section = NavigationSection.years
  static let json: PageJSON? = .index("revisions")
  static let hasTable = true
  var route: Route { Route("revisions/index") }
  var rowCount: Int { revisions.count }
  var table: DataTable? {
    DataTable("revisions", Self.title, Revision.columns(in: portal), key: [], of: revisions)
  }

  static let title = LocalizedText("更正与撤回", en: "Corrections and withdrawals")
  private static let introduction = LocalizedText(
    "各机关年度报告发布后的更正和撤回，最近的在前；原数、现数和理由照报告所载。",
    en:
      "What agencies corrected or withdrew after publication, newest first, with the old and the new figure and the reason."
  )
  private static let withdrawn = LocalizedText("撤回全文", en: "The whole report was withdrawn")

  private var revisions: [Revision] {
    portal.reports.flatMap { Revision.all(of: $0) }.enumerated()
      // Those of one day stay in the order of the reports.
      .sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }.map(\.element)
  }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let revisions = revisions
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("revisions")
      json.array { json in
        for revision in revisions {
          json.object { json in
            json.field("agency", revision.report.agency)
            json.field("year", revision.report.year)
            json.field("date", revision.date.iso)
            json.field("change", revision.change.rawValue)
            json.field("cell", ifPresent: revision.correction?.cell)
            json.field("section", ifPresent: revision.correction?.section)
            json.field("from", ifPresent: revision.correction?.from)
            json.field("to", ifPresent: revision.correction?.to)
            json.field("reason", revision.reason)
            index.link(revision.report.route, &json)
          }
        }
      }
    }
    let pagination = Pagination(count: revisions.count)
    for number in 1...pagination.pages {
      for frame in writer.frames(self, number: number) {
        let title = Self.title[frame.language]
        var page = frame.object(
          title: title, description: Self.introduction[frame.language],
          breadcrumb: frame.breadcrumb([frame.entry(PageText.years, .years)], TemplateObject(label: title)))
        page.set(.introduction, Self.introduction[frame.language])
        let shown = revisions[pagination.range(of: number)]
        page[.table] = list(shown, caption: title, forms: writer.context.forms, frame).value
        page[.pages] = pagination.value(of: number, in: frame, page: self)
        try frame.render(Self.layout, page, &scratch, to: sink)
      }
    }
  }

  private func list(
    _ revisions: ArraySlice<Revision>, caption: String, forms: FormLibrary, _ frame: PageFrame
  ) -> ListTable {
    func text(_ text: String?) -> TemplateObject {
      ListTable.cell(text ?? "", language: text == nil ? nil : frame.nameLanguage)
    }
    let rows = revisions.map { revision in
      let report = revision.report
      let form = forms.forms.first { $0.id == report.form }
      let what = revision.correction.map { $0.place(in: form)[frame.language] } ?? Self.withdrawn[frame.language]
      return ListTable.Row(
        header: frame.name(portal.registry.name(of: report.agency, in: report.year), report.route),
        cells: [
          ListTable.cell(PageText.year(report.year)[frame.language]),
          ListTable.cell(DateText.date(revision.date, frame.language)), ListTable.cell(what),
          text(revision.correction?.from), text(revision.correction?.to), text(revision.reason),
        ],
        isWithdrawn: revision.change == .withdrawn)
    }
    let columns = [
      PageText.agency, PageText.year, LocalizedText("日期", en: "Date"), LocalizedText("更正处", en: "What was changed"),
      LocalizedText("原为", en: "From"), LocalizedText("改为", en: "To"), LocalizedText("理由", en: "Reason"),
    ]
    return ListTable(caption: caption, columns: columns.map { ($0[frame.language], false) }, rows: rows)
  }
}

/// A correction of a report, or its withdrawal.
private struct Revision {
  enum Change: String, CaseIterable {
    case corrected, withdrawn

    var meaning: LocalizedText {
      switch self {
      case .corrected: LocalizedText("更正", en: "corrected")
      case .withdrawn: LocalizedText("撤回", en: "withdrawn")
      }
    }
  }

  let report: ReportSummary
  let date: CalendarDate
  /// `nil` for a withdrawal.
  let correction: ReportMetadata.Correction?
  let reason: String

  var change: Change { correction == nil ? .withdrawn : .corrected }

  static func all(of report: ReportSummary) -> [Revision] {
    let withdrawal = report.withdrawn.map {
      Revision(report: report, date: $0.date, correction: nil, reason: $0.reason)
    }
    return report.corrections.map { Revision(report: report, date: $0.date, correction: $0, reason: $0.reason) }
      + [withdrawal].compactMap { $0 }
  }

  static func columns(in portal: Portal) -> [TableColumn<Revision>] {
    [
      TableColumn(CellColumns.agency) { .text($0.report.agency) },
      TableColumn(CellColumns.agencyName) { .text(portal.registry.name(of: $0.report.agency, in: $0.report.year)) },
      TableColumn(CellColumns.year) { .integer($0.report.year) },
      TableColumn(
        "date", LocalizedText("日期", en: "Date"), LocalizedText("更正或撤回的日期", en: "Date of the change"), .date,
        isRequired: true
      ) { .text($0.date.iso) },
      TableColumn(
        "change", LocalizedText("变动", en: "Change"), LocalizedText("更正还是撤回", en: "What was done"),
        .choice(Change.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
      ) { .text($0.change.rawValue) },
      TableColumn(
        "cell", LocalizedText("单元格", en: "Cell"), LocalizedText("所更正的单元格：表.行.列", en: "The cell: table.row.column"),
        .code
      ) { .text(ifPresent: $0.correction?.cell) },
      TableColumn("section", LocalizedText("章节", en: "Section"), LocalizedText("所更正的章节", en: "The section"), .code) {
        .text(ifPresent: $0.correction?.section)
      },
      TableColumn("from", LocalizedText("原为", en: "From"), LocalizedText("更正前所载", en: "What was stated before")) {
        .text(ifPresent: $0.correction?.from)
      },
      TableColumn("to", LocalizedText("改为", en: "To"), LocalizedText("更正后所载", en: "What is stated now")) {
        .text(ifPresent: $0.correction?.to)
      },
      TableColumn(
        "reason", LocalizedText("理由", en: "Reason"), LocalizedText("报告所述的理由", en: "The reason that the report gives"),
        isRequired: true
      ) { .text($0.reason) },
      TableColumn(ReportColumns.url) { .text(portal.site.absolute($0.report.route.path)) },
    ]
  }
}

extension ReportMetadata.Correction {
  /// What was corrected: a cell in the words of its form, or a section.
  func place(in form: Form?) -> LocalizedText {
    if let form, let cell = cell.flatMap(form.cell) { return form.describe(cell) }
    if let label = form?.sections.first(where: { $0.id == section })?.label { return label }
    return LocalizedText(verbatim: cell ?? section ?? "")
  }
}
