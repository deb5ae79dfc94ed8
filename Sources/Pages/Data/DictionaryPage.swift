internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
internal import Templates

/// What every column and every code of the data files means.
struct DictionaryPage: IndexPage {
  let portal: Portal

  static func all(in portal: Portal) -> [DictionaryPage] {
    portal.site.data.portal ? [DictionaryPage(portal: portal)] : []
  }

  static let folder = "data"
  static let layout = Layout.document
  static let section = NavigationSection.data
  static let json: PageJSON? = .other(schema: "dictionary-1.json")
  static let namesDataFiles = true
  var route: Route { .dictionary }

  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws {
    let forms = writer.context.forms
    var json = JSONWriter(buffer: ByteBuffer(capacity: 64 << 10))
    DataDictionary(site: portal.site, strings: writer.context.strings, forms: forms, files: writer.files).write(
      to: &json)
    try sink(route.json, json.buffer)
    for frame in writer.frames(self) {
      let page = frame.dataPage(PageText.dictionary) { $0.writeDictionary(writer.files, forms, to: &$1) }
      try frame.render(Self.layout, page, &scratch, to: sink)
    }
  }
}
