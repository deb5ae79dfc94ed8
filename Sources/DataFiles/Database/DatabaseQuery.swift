package import Languages

/// A question to the database that people ask, and the SQL that answers it.
package struct DatabaseQuery: Sendable {
  package let id: String
  package let title: Text
  package let sql: String

  private static let agencies: StringKey = "query.agencies"
  private static let regions: StringKey = "query.regions"

  /// - Parameters:
  ///   - newest: The newest year.
  ///   - fullText: Whether the database has the text of reports.
  package static func all(newest: Int, fullText: Bool) -> [DatabaseQuery] {
    let search = DatabaseQuery(
      id: "text", title: Text("query.text"),
      sql: """
        SELECT s.agency_name, s.year, s.title, snippet(sections_text, 1, '【', '】', '…', 24) AS text
        FROM sections_text JOIN sections s ON s.section_id = sections_text.rowid
        WHERE sections_text MATCH '政府信息' ORDER BY s.year DESC, s.agency LIMIT 100
        """)
    return [
      DatabaseQuery(
        id: "totals", title: Text("query.totals"),
        sql:
          "SELECT year, value_base AS requests, reports FROM totals_by_year WHERE id = 'requests.new.total' ORDER BY year"
      ),
      DatabaseQuery(
        id: "agencies", title: agencies.with(["year": .number(newest)]),
        sql: """
          SELECT agency, agency_name, value_base AS requests FROM own_cells
          WHERE id = 'requests.new.total' AND year = \(newest) ORDER BY value_base DESC, agency
          """),
      DatabaseQuery(
        id: "refusals", title: Text("query.refusals"),
        sql: """
          SELECT year, id, value_base AS requests FROM totals_by_year
          WHERE id LIKE 'requests.denied.%.total' ORDER BY year, id
          """),
      DatabaseQuery(
        id: "regions", title: regions.with(["year": .number(newest)]),
        sql: """
          SELECT region, sum(value_base) AS requests, count(value_base) AS reports FROM own_cells
          WHERE id = 'requests.new.total' AND year = \(newest) GROUP BY region ORDER BY region
          """),
      DatabaseQuery(
        id: "amounts", title: Text("query.amounts"),
        sql:
          "SELECT year, value_base AS amount FROM totals_by_year WHERE id = 'disclosure.procurement.amount' ORDER BY year"
      ),
      DatabaseQuery(
        id: "blanks", title: Text("query.blanks"),
        sql: """
          SELECT year, id, count(*) AS reports FROM cells WHERE status = 'blank' GROUP BY year, id
          ORDER BY reports DESC, year, id LIMIT 100
          """),
      DatabaseQuery(
        id: "missing", title: Text("query.missing"),
        sql:
          "SELECT year, agency, agency_name FROM filings WHERE status = 'missing' ORDER BY year DESC, agency LIMIT 1000"
      ),
      DatabaseQuery(
        id: "revisions", title: Text("query.revisions"),
        sql: "SELECT * FROM revisions ORDER BY date DESC LIMIT 1000"),
    ] + (fullText ? [search] : [])
  }
}
