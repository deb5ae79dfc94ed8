internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

/// The page on which readers compare any agencies and years. Its script reads the numbers from the JSON of the reports;
/// the page itself contains the names of the rows and columns of the forms.
extension IndexJob {
  func compare(_ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    for frame in frames(.compare) {
      let title = CompareText.compare[frame.language]
      let tables = ComparedTables(usedForms, linked: Set(portal.rows.map(\.id)), frame: frame)
      var page = frame.object(
        title: title, description: CompareText.description[frame.language],
        breadcrumb: frame.breadcrumb([], TemplateObject(label: title)))
      page[.years] = .list(portal.years.map { frame.option("\($0)", PageText.year($0)[frame.language]) })
      page[.columns] = .list(tables.choices)
      page.set(.scopeNote, StatisticsText.shareFormula[frame.language])
      page[.html] = .html(tables.html)
      page[.peers] = .list(
        portal.functions.map { frame.entry(context.site.name(ofFunction: $0), .peers($0)) })
      page[.regions] = .list(
        portal.registry.regions.regions.filter { portal.reportCount(within: $0.code) > 0 }.map { regionLink($0, frame) }
      )
      try frame.render(.compare, page, scratch: &scratch, to: sink)
    }
  }
}
