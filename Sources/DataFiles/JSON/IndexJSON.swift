package import Bytes
internal import Diagnostics
package import Portal
internal import Reports

/// The JSON beside an index page. URLs in it are relative to the file itself.
package struct IndexJSON {
  let site: Site
  let route: Route
  /// The relative path from the file to the root of the site.
  private let root: String

  package init(site: Site, route: Route) {
    self.site = site
    self.route = route
    root = Route.up(from: route.path)
  }

  /// Writes the whole object.
  ///
  /// - Parameters:
  ///   - kind: of the page, as the schema has it.
  ///   - body: Writes the keys that only this kind of page has, after those that all pages share.
  package func write(_ kind: String, to json: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
    json.object { json in
      json.field("$schema", site.absolute("schema/index-1.json"))
      json.field("id", site.absolute(route.path))
      json.field("kind", kind)
      body(&json)
    }
  }

  /// Writes `url` and `json`, the URLs of another page and its data.
  package func link(_ route: Route, _ json: inout JSONWriter) {
    json.key("url")
    json.raw { write(route, ".html\"", to: &$0) }
    json.key("json")
    json.raw { write(route, ".json\"", to: &$0) }
  }

  /// Writes the text in its quotes without a string of its own: lists name thousands.
  private func write(_ route: Route, _ end: StaticString, to buffer: inout ByteBuffer) {
    buffer.append(UInt8(ascii: "\""))
    buffer.append(root)
    buffer.appendJSONEscaped(route.stem)
    buffer.append(end)
  }

  /// Writes `reports`, each with its key figures.
  package func reports(_ reports: [ReportSummary], _ json: inout JSONWriter) {
    json.key("reports")
    json.beginArray()
    for report in reports {
      json.object { json in
        json.field("agency", report.agency)
        if !report.joint.isEmpty { json.field("joint", report.joint) }
        json.field("year", report.year)
        json.field("title", report.title)
        json.field("form", report.form)
        json.field("status", report.status.rawValue)
        json.field("scope", report.scope.rawValue)
        json.field("published", ifPresent: report.published?.iso)
        link(report.route, &json)
        figures(report.figures, &json)
      }
    }
    json.endArray()
  }

  /// Writes `totals`: the number of reports added, the numbers of those left out, and the sums.
  package func totals(_ totals: Totals, _ json: inout JSONWriter) {
    json.key("totals")
    json.object { json in
      json.field("reports_added", totals.reports)
      json.field("without_tables", totals.withoutTables)
      json.field("consolidated_left_out", totals.consolidated)
      figures(totals.figures, &json)
    }
  }

  /// Writes the sums shown on pages of years and regions, by measure.
  package func sums(_ sums: MeasureSums, _ json: inout JSONWriter) {
    json.field("reports_added", sums.reports)
    json.key("totals")
    json.object { json in
      for (measure, total) in zip(sums.measures, sums.totals) {
        json.key(measure.id)
        json.value(total.sum)
      }
    }
  }

  private func figures(_ figures: [ReportSummary.Figure], _ json: inout JSONWriter) {
    json.key("figures")
    json.object { json in
      for place in figures.indices {
        json.key(figures[place].id)
        json.value(figures[place].value)
      }
    }
  }

  /// Writes `reports`, `reports_added` and `withdrawn`.
  package func counts(_ counts: ReportCounts, _ json: inout JSONWriter) {
    json.field("reports", counts.reports)
    json.field("reports_added", counts.added)
    json.field("withdrawn", counts.withdrawn)
  }

  /// Writes `counts`, where `reports` is a list.
  package func countsOfList(_ reports: [ReportSummary], _ json: inout JSONWriter) {
    json.key("counts")
    json.object { counts(ReportCounts(reports), &$0) }
  }

  /// Writes an element of a list of agencies.
  package func agency(_ agency: Agency, in portal: Portal, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", agency.id)
      json.field("name", agency.name)
      json.field("region", agency.region)
      json.field("kind", agency.kind.rawValue)
      counts(portal.counts(of: agency), &json)
      json.field("reports_joint", portal.jointReports(of: agency))
      link(.agency(agency.id), &json)
    }
  }

  /// Writes an element of a list of regions.
  package func region(_ region: Region, in portal: Portal, _ json: inout JSONWriter) {
    json.object { json in
      json.field("code", region.code)
      json.field("name", region.name)
      json.field("parent", ifPresent: region.parent)
      counts(portal.counts(of: region), &json)
      json.field("reports_within", portal.reportCount(within: region.code))
      link(.region(region.code), &json)
    }
  }
}
