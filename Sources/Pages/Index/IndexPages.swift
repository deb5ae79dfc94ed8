package import Bytes
package import DataFiles
internal import Diagnostics
package import Portal
internal import Reports
internal import Templates

/// The pages that lead to the reports. Each task is a list or one of its entries and can be rendered on its own.
package struct IndexPages: Sendable {
  package enum Task: Sendable, Hashable {
    case home, years, agencies, regions, search, notFound
    case year(Int)
    case agency(String)
    case region(String)
    case rows, compare
    case row(String)
    case peers(String)

    /// The route of the page; for a paginated list, that of its first page.
    var route: Route {
      switch self {
      case .home: .home
      case .years: .years
      case .agencies: .agencies(page: 1)
      case .regions: .regions
      case .search: .search
      case .notFound: .notFound
      case .year(let year): .year(year, page: 1)
      case .agency(let id): .agency(id)
      case .region(let code): .region(code, page: 1)
      case .rows: .rows
      case .compare: .compare
      case .row(let id): .row(id)
      case .peers(let function): .peers(function)
      }
    }
  }

  let context: PageContext
  let portal: Portal
  private var tables: IndexTables { IndexTables(site: context.site, portal: portal) }

  package init(context: PageContext, portal: Portal) {
    self.context = context
    self.portal = portal
  }

  package var tasks: [Task] {
    [.home, .years, .agencies, .regions, .notFound] + (context.site.search ? [.search] : [])
      + portal.years.map(Task.year)
      + portal.registry.regions.regions.map { .region($0.code) } + portal.registry.agencies.map { .agency($0.id) }
      + [.rows, .compare] + portal.rows.map { .row($0.id) } + portal.functions.map(Task.peers)
  }

  /// The table beside a list; `nil` if there is none.
  package func table(of task: Task) -> (stem: String, table: DataTable)? {
    guard let stem = task.route.tableStem else { return nil }
    return tables.table(beside: task.route).map { (stem, $0) }
  }

  /// Writes the list of a page as CSV beside it.
  private func writeTable(of task: Task, to sink: FileSink) throws {
    guard context.site.data.beside, let (stem, table) = table(of: task) else { return }
    try table.write(to: stem, context.site, sink)
  }

  package func render(_ task: Task, scratch: inout ByteBuffer, to sink: FileSink) throws {
    let job = IndexJob(context: context, portal: portal)
    try writeTable(of: task, to: sink)
    switch task {
    case .home: try job.home(&scratch, sink)
    case .years: try job.years(&scratch, sink)
    case .agencies: try job.agencies(&scratch, sink)
    case .regions: try job.regions(&scratch, sink)
    case .search: try job.search(&scratch, sink)
    case .notFound: try job.notFound(&scratch, sink)
    case .year(let year): try job.year(year, &scratch, sink)
    case .agency(let id): try job.agency(id, &scratch, sink)
    case .region(let code): try job.region(code, &scratch, sink)
    case .rows: try job.rows(&scratch, sink)
    case .compare: try job.compare(&scratch, sink)
    case .row(let id): try job.row(id, &scratch, sink)
    case .peers(let function): try job.peers(function, &scratch, sink)
    }
  }
}

/// One task: its pages in every language and its JSON.
struct IndexJob {
  let context: PageContext
  let portal: Portal

  /// The forms used by reports of the portal.
  var usedForms: [Form] {
    let used = Set(portal.reports.map(\.form))
    return context.forms.forms.filter { used.contains($0.id) }
  }

  func frames(_ route: Route) -> [PageFrame] {
    context.site.languages.map { PageFrame(context: context, language: $0, route: route) }
  }

  func writeJSON(
    _ kind: IndexJSON.Kind, _ route: Route, to sink: FileSink, _ body: (IndexJSON, inout JSONWriter) -> Void
  ) throws {
    var json = JSONWriter()
    let index = IndexJSON(site: context.site, route: route)
    index.write(kind, to: &json) { body(index, &$0) }
    try sink(route.json ?? route.path, json.buffer)
  }

  /// Writes the numbers of a page's charts as CSV beside it.
  func writeChartTable(
    _ name: String, _ makeTable: @autoclosure () -> DataTable, beside route: Route, to sink: FileSink
  ) throws {
    guard context.site.data.beside else { return }
    let table = makeTable()
    if table.rows.isEmpty { return }
    try table.write(to: route.folder + name, context.site, sink)
  }

  func notFound(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    guard let frame = frames(.notFound).first else { return }
    let title = PageText.notFound[frame.language]
    try frame.render(
      .notFound, frame.object(title: title, description: title, breadcrumb: []), scratch: &scratch, to: sink)
  }
}
