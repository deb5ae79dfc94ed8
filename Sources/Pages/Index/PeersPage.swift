internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// Agencies of one function in all regions, side by side.
struct PeersPage: IndexPage {
  let portal: Portal
  let function: String

  static func all(in portal: Portal) -> [PeersPage] {
    portal.functions.map { PeersPage(portal: portal, function: $0) }
  }

  static let folder = "peers"
  static let layout = Layout.statistics
  static let section = NavigationSection.agencies
  static let json: PageJSON? = .index("peers")
  var route: Route { .peers(function) }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let agencies = portal.registry.agencies.filter { $0.function == function }
    let name = portal.site.name(ofFunction: function)
    try writer.writeJSON(of: self, to: sink) { index, json in
      json.field("function", function)
      json.key("agencies")
      json.array { json in
        for agency in agencies { index.agency(agency, in: portal, &json) }
      }
      index.reports(agencies.flatMap { portal.reports(of: $0.id) }, &json)
    }
    for frame in writer.frames(self) {
      let title = RowText.peers(name[frame.strings])[frame.strings]
      var page = frame.object(
        title: title, description: title,
        breadcrumb: frame.breadcrumb([frame.entry(PageText.agencies, .agencies)], TemplateObject(label: title))
      )
      page[.blocks] = .list(ComparisonBlocks(agencies: agencies, portal: portal, frame: frame).blocks)
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}

extension Route {
  static func peers(_ function: String) -> Route { Route("peers/\(function)/index") }
}
