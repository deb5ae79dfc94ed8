internal import Bytes
internal import DataFiles
internal import Languages
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
  static let hasFeed = true
  var feed: Feed? { Feed(title: portal.site.name, reports: portal.reports, isOfRevisions: true) }
  var table: DataTable? { RevisionsTable.list(of: revisions, in: portal) }

  static let title = RevisionsTable.title
  private static let introduction = Text("revisions.introduction")
  private static let withdrawn = Text("revisions.withdrawn")

  private var revisions: [Revision] { Revision.all(in: portal) }

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
        let title = Self.title[frame.strings]
        var page = frame.object(
          title: title, description: Self.introduction[frame.strings],
          breadcrumb: frame.breadcrumb([frame.entry(PageText.years, .years)], TemplateObject(label: title)))
        page.set(.introduction, Self.introduction[frame.strings])
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
      let what = revision.correction.map { $0.place(in: form)[frame.strings] } ?? Self.withdrawn[frame.strings]
      return ListTable.Row(
        header: frame.name(portal.registry.name(of: report.agency, in: report.year), report.route),
        cells: [
          ListTable.cell(PageText.year(report.year)[frame.strings]),
          ListTable.cell(DateText.date(revision.date, frame.strings)), ListTable.cell(what),
          text(revision.correction?.from), text(revision.correction?.to), text(revision.reason),
        ],
        isWithdrawn: revision.change == .withdrawn)
    }
    let columns = [
      PageText.agency, PageText.year, Text("revisions.date"), Text("revisions.place"),
      Text("revisions.from"), Text("revisions.to"), Text("revisions.reason"),
    ]
    return ListTable(caption: caption, columns: columns.map { ($0[frame.strings], false) }, rows: rows)
  }
}

extension ReportMetadata.Correction {
  /// What was corrected: a cell in the words of its form, or a section.
  func place(in form: Form?) -> Text {
    if let form, let cell = cell.flatMap(form.cell) { return form.title(ofCell: cell) }
    if let label = form?.sections.first(where: { $0.id == section })?.label { return Text(label) }
    return Text(verbatim: cell ?? section ?? "")
  }
}
