internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// The page on which readers compare any agencies and years. Its script reads the numbers from the JSON of the reports;
/// the page itself contains the names of the rows and columns of the forms.
struct ComparePage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [ComparePage] { [ComparePage(portal: portal)] }

  static let folder = "compare"
  static let layout = Layout("compare")
  static let section = NavigationSection.compare
  var route: Route { .compare }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    for frame in writer.frames(self) {
      let title = CompareText.compare[frame.strings]
      let tables = ComparedTables(writer.usedForms, linked: Set(portal.rows.map(\.id)), frame: frame)
      var page = frame.object(
        title: title, description: CompareText.description[frame.strings],
        breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      page[.years] = .list(portal.years.map { frame.option("\($0)", PageText.year($0)[frame.strings]) })
      page[.columns] = .list(tables.choices)
      page.set(.scopeNote, StatisticsText.shareFormula[frame.strings])
      page[.html] = .html(tables.html)
      page[.peers] = .list(
        portal.functions.map { frame.entry(portal.site.name(ofFunction: $0), .peers($0)) })
      page[.regions] = .list(
        portal.registry.regions.regions.filter { portal.reportCount(within: $0.code) > 0 }.map {
          frame.regionLink($0, in: portal)
        }
      )
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}

extension Route {
  static let compare = Route("compare/index")
}
