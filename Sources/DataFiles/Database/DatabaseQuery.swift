package import Diagnostics

/// A question to the database that people ask, and the SQL that answers it.
package struct DatabaseQuery: Sendable {
  package let id: String
  package let title: LocalizedText
  package let sql: String

  /// - Parameters:
  ///   - newest: The newest year.
  ///   - fullText: Whether the database has the text of reports.
  package static func all(newest: Int, fullText: Bool) -> [DatabaseQuery] {
    let search = DatabaseQuery(
      id: "text", title: LocalizedText("查找报告文字（至少三个字）", en: "Search the text of reports (three characters at least)"),
      sql: """
        SELECT s.agency_name, s.year, s.title, snippet(sections_text, 1, '【', '】', '…', 24) AS text
        FROM sections_text JOIN sections s ON s.section_id = sections_text.rowid
        WHERE sections_text MATCH '政府信息' ORDER BY s.year DESC, s.agency LIMIT 100
        """)
    return [
      DatabaseQuery(
        id: "totals", title: LocalizedText("各年新收申请", en: "New requests by year"),
        sql:
          "SELECT year, value_base AS requests, reports FROM totals_by_year WHERE id = 'requests.new.total' ORDER BY year"
      ),
      DatabaseQuery(
        id: "agencies", title: LocalizedText("\(newest)年各机关新收申请", en: "New requests of each agency in \(newest)"),
        sql: """
          SELECT agency, agency_name, value_base AS requests FROM own_cells
          WHERE id = 'requests.new.total' AND year = \(newest) ORDER BY value_base DESC, agency
          """),
      DatabaseQuery(
        id: "refusals", title: LocalizedText("各年各项不予公开理由", en: "Refusals by reason and year"),
        sql: """
          SELECT year, id, value_base AS requests FROM totals_by_year
          WHERE id LIKE 'requests.denied.%.total' ORDER BY year, id
          """),
      DatabaseQuery(
        id: "regions", title: LocalizedText("\(newest)年各地区新收申请", en: "New requests by region in \(newest)"),
        sql: """
          SELECT region, sum(value_base) AS requests, count(value_base) AS reports FROM own_cells
          WHERE id = 'requests.new.total' AND year = \(newest) GROUP BY region ORDER BY region
          """),
      DatabaseQuery(
        id: "amounts", title: LocalizedText("各年政府集中采购金额（万元）", en: "Procurement by year (10,000 yuan)"),
        sql:
          "SELECT year, value_base AS amount FROM totals_by_year WHERE id = 'disclosure.procurement.amount' ORDER BY year"
      ),
      DatabaseQuery(
        id: "blanks", title: LocalizedText("未填的单元格", en: "Cells that were left blank"),
        sql: """
          SELECT year, id, count(*) AS reports FROM cells WHERE status = 'blank' GROUP BY year, id
          ORDER BY reports DESC, year, id LIMIT 100
          """),
      DatabaseQuery(
        id: "missing", title: LocalizedText("没有报告的机关", en: "Offices without a report"),
        sql:
          "SELECT year, agency, agency_name FROM filings WHERE status = 'missing' ORDER BY year DESC, agency LIMIT 1000"
      ),
      DatabaseQuery(
        id: "revisions", title: LocalizedText("发布后的更正", en: "Corrections after publication"),
        sql: "SELECT * FROM revisions ORDER BY date DESC LIMIT 1000"),
    ] + (fullText ? [search] : [])
  }
}
