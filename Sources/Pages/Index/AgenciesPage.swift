internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The list of all agencies.
struct AgenciesPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [AgenciesPage] { [AgenciesPage(portal: portal)] }

  static let folder = "agencies"
  static let layout = Layout("agencies")
  static let section = NavigationSection.agencies
  static let json: PageJSON? = .index("agencies")
  static let hasTable = true
  var route: Route { .agencies }
  var rowCount: Int { portal.registry.agencies.count }
  var table: DataTable? { RegistryTables.agencies(portal.registry.agencies, in: portal) }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let agencies = portal.registry.agencies
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.key("agencies")
      json.beginArray()
      for agency in agencies { index.agency(agency, in: portal, &json) }
      json.endArray()
    }
    let pagination = Pagination(count: agencies.count)
    for number in 1...pagination.pages {
      for frame in writer.frames(self, number: number) {
        let title = PageText.agencies[frame.strings]
        var page = frame.object(
          title: title, description: title, breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
        page[.table] = frame.agencyTable(agencies[pagination.range(of: number)], caption: title, in: portal).value
        page[.pages] = pagination.value(of: number, in: frame, page: self)
        try frame.render(Self.layout, page, &scratch, to: sink)
      }
    }
  }
}

extension Route {
  static let agencies = Route("agencies/index")
}

extension PageFrame {
  /// A table of agencies with their reports.
  func agencyTable(_ agencies: ArraySlice<Agency>, caption: String, in portal: Portal) -> ListTable {
    let rows = agencies.map { agency in
      let reports = portal.reports(of: agency.id)
      let region = portal.registry.regions[agency.region]
      let newest = reports.first
      return ListTable.Row(
        header: name(agency.name, .agency(agency.id)),
        cells: [
          ListTable.cell(
            region?.name ?? "—", href: region.map { link(.region($0.code)) },
            language: region == nil ? nil : nameLanguage),
          ListTable.cell(agency.kind.name[strings]),
          ListTable.cell(
            PageText.count(portal.counts(of: agency).reports, joint: portal.jointReports(of: agency), strings),
            isNumeric: true),
          ListTable.cell(
            newest.map { PageText.year($0.year)[strings] } ?? "—", href: newest.map { link($0.route) }),
        ])
    }
    return ListTable(
      caption: caption,
      columns: [
        (PageText.agency[strings], false), (PageText.region[strings], false),
        (PageText.kind[strings], false), (PageText.reports[strings], true),
        (PageText.newest[strings], false),
      ],
      rows: rows)
  }
}
