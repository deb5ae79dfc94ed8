internal import Languages

/// How to use the data with common tools. Tests run the code that the page shows.
struct DataExample {
  let id: String
  let title: String
  let introduction: Text
  /// `BASE` stands for the URL of the portal.
  let code: String?
  var steps: [Text] = []

  /// Counts the requests received by year, reading from `table`, an expression of the tool.
  private static func query(_ table: String) -> String {
    """
    SELECT year, sum(value) AS requests
    FROM \(table)
    WHERE "table" = 'requests' AND "row" = 'new' AND "column" = 'total'
    GROUP BY year ORDER BY year;
    """
  }

  static let all: [DataExample] = [
    DataExample(
      id: "curl", title: "curl + jq",
      introduction: Text("data_use.curl"),
      code: """
        curl -s BASEdata/cells.ndjson |
          jq -r 'select(.table == "requests" and .row == "new" and .column == "total") | [.year, .agency_name, .value] | @tsv'
        """),
    DataExample(
      id: "pandas", title: "Python, pandas",
      introduction: Text("data_use.pandas"),
      code: """
        import pandas

        cells = pandas.read_csv("BASEdata/cells.csv", dtype={"region": str})
        new = cells[(cells.table == "requests") & (cells.row == "new") & (cells.column == "total")]
        print(new.groupby("year").value.sum())
        """),
    DataExample(
      id: "duckdb", title: "DuckDB",
      introduction: Text("data_use.duckdb"),
      code: query("read_csv('BASEdata/cells.csv')")),
    DataExample(
      id: "duckdb-json", title: "DuckDB, NDJSON",
      introduction: Text("data_use.duckdb_json"),
      code: query("read_json('BASEdata/cells.ndjson')")),
    DataExample(
      id: "sqlite", title: "SQLite, Datasette",
      introduction: Text("data_use.sqlite"),
      code: query("cells")),
    DataExample(
      id: "r", title: "R",
      introduction: Text("data_use.r"),
      code: """
        cells <- read.csv("BASEdata/cells.csv", fileEncoding = "UTF-8-BOM", colClasses = c(region = "character"))
        new <- subset(cells, table == "requests" & row == "new" & column == "total")
        aggregate(value ~ year, new, sum)
        """),
    DataExample(
      id: "mirror", title: "wget, sha256sum",
      introduction: Text("data_use.mirror"),
      code: """
        curl -s BASESHA256SUMS -o SHA256SUMS
        cut -c67- SHA256SUMS | wget -q -x -nH --cut-dirs=DEPTH -B BASE -i -
        sha256sum --quiet -c SHA256SUMS
        """),
    DataExample(
      id: "excel", title: "Excel",
      introduction: Text("data_use.excel"),
      code: nil,
      steps: [
        Text("data_use.excel_from_web"),
        Text("data_use.excel_address"),
        Text("data_use.excel_encoding"),
        Text("data_use.excel_transform"),
        Text("data_use.excel_refresh"),
      ]),
  ]
}
