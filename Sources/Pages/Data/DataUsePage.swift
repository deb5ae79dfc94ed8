internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// How the data are used with the tools that people have.
struct DataUsePage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [DataUsePage] { portal.site.data.portal ? [DataUsePage(portal: portal)] : [] }

  static let folder = "data"
  static let layout = Layout.document
  static let section = NavigationSection.data
  var route: Route { .dataUse }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    for frame in writer.frames(self) {
      let page = frame.dataPage(PageText.dataUse) { $0.writeExamples(of: portal, to: &$1) }
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}

extension Route {
  static let dataUse = Route("data/use")
}
