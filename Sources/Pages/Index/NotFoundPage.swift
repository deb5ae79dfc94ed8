internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Templates

/// What servers show in place of a page that is not there.
struct NotFoundPage: IndexPage {
  static func all(in portal: Portal) -> [NotFoundPage] { [NotFoundPage()] }

  static let folder = ""
  static let layout = Layout("not_found")
  static let hasAddress = false
  static func languages(of site: Site) -> [Language] { [site.languages[0]] }
  var route: Route { Route("404") }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    for frame in writer.frames(self) {
      let title = PageText.notFound[frame.strings]
      try frame.render(
        Self.layout, frame.object(title: title, description: title, breadcrumb: []), &scratch, to: sink)
    }
  }
}
