internal import Languages

/// How to use the data with common tools. Tests run the code that the page shows, and compare the results with the pages.
struct DataExample {
  let id: String
  let title: String
  let introduction: Text
  /// `BASE` stands for the URL of the portal, `CELLS` and `REPORTS` for the files of cells and of reports, and `YEAR` for the
  /// newest year.
  let code: String?
  var steps: [Text] = []

  private static let newRequests = Text("data_use.by_year")

  static let all: [DataExample] = [
    DataExample(
      id: "excel", title: "Excel, WPS",
      introduction: Text("data_use.excel"),
      code: nil,
      steps: [
        Text("data_use.excel_from_web"),
        Text("data_use.excel_address"),
        Text("data_use.excel_encoding"),
        Text("data_use.excel_transform"),
        Text("data_use.excel_refresh"),
      ]),
    DataExample(
      id: "sqlite", title: "SQLite, Datasette",
      introduction: Text("data_use.sqlite"),
      code: """
        SELECT year, value_base AS requests
        FROM totals_by_year
        WHERE id = 'requests.new.total' ORDER BY year;
        """),
    DataExample(
      id: "sqlite-regions", title: "SQLite (2)",
      introduction: Text("data_use.own_cells"),
      code: """
        SELECT region, sum(value_base) AS denied
        FROM own_cells
        WHERE year = YEAR AND "table" = 'requests' AND "row" LIKE 'denied.%' AND "column" = 'total'
        GROUP BY region ORDER BY region;
        """),
    DataExample(
      id: "pandas", title: "Python, pandas", introduction: newRequests,
      code: """
        import pandas

        cells = pandas.read_csv("BASEdata/CELLS", dtype={"region": str})
        own = cells[cells.scope == "own"]
        new = own[(own.table == "requests") & (own.row == "new") & (own.column == "total")]
        print(new.groupby("year").value_base.sum())
        """),
    DataExample(
      id: "pandas-amounts", title: "Python, pandas (2)",
      introduction: Text("data_use.amounts"),
      code: """
        import pandas

        cells = pandas.read_csv("BASEdata/CELLS", dtype={"region": str})
        amounts = cells[(cells.scope == "own") & (cells.row == "procurement") & (cells.column == "amount")]
        print(amounts.groupby("year").value_base.sum().round(6))
        """),
    DataExample(
      id: "polars", title: "Python, polars", introduction: newRequests,
      code: """
        import polars

        cells = polars.read_csv("BASEdata/CELLS", schema_overrides={"region": str})
        new = cells.filter(scope="own", table="requests", row="new", column="total")
        for row in new.group_by("year").agg(polars.col("value_base").sum()).sort("year").rows():
            print(*row)
        """),
    DataExample(
      id: "duckdb", title: "DuckDB", introduction: newRequests,
      code: """
        SELECT year, sum(value_base) AS requests
        FROM read_csv('BASEdata/CELLS', types = {'region': 'VARCHAR'})
        WHERE scope = 'own' AND "table" = 'requests' AND "row" = 'new' AND "column" = 'total'
        GROUP BY year ORDER BY year;
        """),
    DataExample(
      id: "duckdb-json", title: "DuckDB, NDJSON",
      introduction: Text("data_use.ndjson"),
      code: """
        SELECT year, sum((tables -> 'requests' -> 'new' ->> 'total')::INTEGER) AS requests
        FROM read_json('BASEdata/REPORTS', columns = {year: 'INTEGER', scope: 'VARCHAR', tables: 'JSON'})
        WHERE scope = 'own' AND tables -> 'requests' -> 'new' ->> 'total' IS NOT NULL
        GROUP BY year ORDER BY year;
        """),
    DataExample(
      id: "curl", title: "curl + jq",
      introduction: Text("data_use.jq"),
      code: """
        curl -s BASEdata/REPORTS |
          jq -r 'select(.scope == "own" and .tables.requests) | [.year, .agency.name, .tables.requests.new.total] | @tsv'
        """),
    DataExample(
      id: "r", title: "R", introduction: newRequests,
      code: """
        cells <- read.csv("BASEdata/CELLS", fileEncoding = "UTF-8-BOM", colClasses = c(region = "character"))
        new <- subset(cells, scope == "own" & table == "requests" & row == "new" & column == "total")
        aggregate(value_base ~ year, new, sum)
        """),
    DataExample(
      id: "mirror", title: "wget, sha256sum",
      introduction: Text("data_use.mirror"),
      code: """
        curl -s BASESHA256SUMS -o SHA256SUMS
        cut -c67- SHA256SUMS | wget -q -x -nH --cut-dirs=DEPTH -B BASE -i -
        sha256sum --quiet -c SHA256SUMS
        """),
  ]
}
