package import Bytes
package import DataFiles
package import Languages
package import Portal
internal import Reports
internal import Templates

/// The index pages of a portal that is held in memory; each can be rendered alone.
package struct PortalPages: Sendable {
  private let writer: PageWriter
  private let feeds: Feeds

  /// - Parameter files: those of `data/`, as far as they are known.
  package init(context: PageContext, portal: Portal, files: [PublishedFile] = []) {
    writer = PageWriter(context: context, portal: portal, files: files)
    feeds = Feeds(site: context.site, strings: context.strings.first)
  }

  /// Who publishes the portal.
  package var publisher: String? { writer.context.site.publisher }

  /// The strings of the portal.
  package var strings: SiteStrings { writer.context.strings }

  /// - Parameter namingDataFiles: whether those that are written after the files of `data/`, or the others.
  package func pages(namingDataFiles: Bool) -> [any IndexPage] {
    PageKinds.all.flatMap { kind -> [any IndexPage] in
      guard let kind = kind as? any IndexPage.Type, kind.namesDataFiles == namingDataFiles else { return [] }
      return kind.all(in: writer.portal)
    }
  }

  /// Writes a page and the files beside it.
  ///
  /// - Parameter workbook: writes the workbook of a table to a path.
  package func render(
    _ page: some IndexPage, scratch: inout ByteBuffer, to sink: FileSink,
    workbook: (_ path: String, _ table: DataTable) throws -> Void
  ) throws {
    let site = writer.context.site
    if site.data.beside || site.data.workbooks, let table = page.table {
      if site.data.beside { try table.write(to: page.route.stem, site, strings, sink) }
      if site.data.workbooks { try workbook("\(page.route.stem).xlsx", table) }
    }
    if let feed = page.feed { try feeds.write(feed, of: page.route, to: sink) }
    try page.render(with: writer, &scratch, to: sink)
  }
}
