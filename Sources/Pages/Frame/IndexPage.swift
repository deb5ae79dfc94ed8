package import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports
package import Templates

/// A page about several reports of a portal, made from their summaries.
package protocol IndexPage: Page {
  static var layout: Layout { get }

  /// Whether it lists the files of `data/` with their sizes, and can only be written after them.
  static var namesDataFiles: Bool { get }

  /// Writes the page in all languages, its JSON and its charts.
  ///
  /// - Parameter scratch: Holds each page while it is written.
  func render(with writer: PageWriter, _ scratch: inout ByteBuffer, to sink: FileSink) throws
}

extension IndexPage {
  package static var namesDataFiles: Bool { false }
}

/// Writes index pages, their JSON and the data of their charts.
package struct PageWriter: Sendable {
  let context: PageContext
  let portal: Portal
  let files: [PublishedFile]

  /// The forms used by reports of the portal.
  var usedForms: [Form] {
    let used = Set(portal.reports.map(\.form))
    return context.forms.forms.filter { used.contains($0.id) }
  }

  /// The page in each of its languages.
  ///
  /// - Parameter number: Of one of the pages that a list is split into.
  func frames<Kind: Page>(_ page: Kind, number: Int = 1) -> [PageFrame] {
    Kind.languages(of: context.site).compactMap { language in
      context.strings[language].map { PageFrame(page, number: number, context: context, strings: $0) }
    }
  }

  /// Writes the JSON beside an index page.
  func writeJSON<Kind: Page>(of page: Kind, to sink: FileSink, _ body: (IndexJSON, inout JSONWriter) -> Void) throws {
    guard let kind = Kind.json?.kind else { return }
    var json = JSONWriter()
    let index = IndexJSON(site: context.site, route: page.route)
    index.write(kind, to: &json) { body(index, &$0) }
    try sink(page.route.json, json.buffer)
  }

  /// Writes the numbers of a page's charts as CSV beside it.
  func writeChartTable(
    _ name: String, _ makeTable: @autoclosure () -> DataTable, beside page: some Page, to sink: FileSink
  ) throws {
    guard context.site.data.beside else { return }
    let table = makeTable()
    if table.rows.isEmpty { return }
    try table.write(to: page.route.folder + name, context.site, context.strings, sink)
  }
}
