internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports
internal import Templates

extension IndexJob {
  /// The agencies with the same function in all regions, side by side.
  func peers(_ function: String, _ scratch: inout ByteBuffer, _ sink: FileSink) throws {
    let agencies = portal.registry.agencies.filter { $0.function == function }
    let name = context.site.name(ofFunction: function)
    try writeJSON(.peers, .peers(function), to: sink) { index, json in
      json.field("function", function)
      json.key("agencies")
      json.array { json in
        for agency in agencies { index.agency(agency, reports: portal.reports(of: agency.id).count, &json) }
      }
      index.reports(agencies.flatMap { portal.reports(of: $0.id) }, &json)
    }
    for frame in frames(.peers(function)) {
      let title = RowText.peers(name[frame.language])[frame.language]
      var page = frame.object(
        title: title, description: title,
        breadcrumb: frame.breadcrumb([frame.entry(PageText.agencies, .agencies(page: 1))], TemplateObject(label: title))
      )
      page[.blocks] = .list(ComparisonBlocks(agencies: agencies, portal: portal, frame: frame).blocks)
      try frame.render(.statistics, page, scratch: &scratch, to: sink)
    }
  }
}
