internal import Diagnostics

/// How to use the data with common tools. Tests run the code that the page shows.
struct DataExample {
  let id: String
  let title: String
  let introduction: LocalizedText
  /// `BASE` stands for the URL of the portal.
  let code: String?
  var steps: [LocalizedText] = []

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
      introduction: LocalizedText(
        "逐行读取全部数据，挑出各机关历年新收申请总数。", en: "Reads all figures line by line and picks the requests received."),
      code: """
        curl -s BASEdata/cells.ndjson |
          jq -r 'select(.table == "requests" and .row == "new" and .column == "total") | [.year, .agency_name, .value] | @tsv'
        """),
    DataExample(
      id: "pandas", title: "Python, pandas",
      introduction: LocalizedText("读入全部数据，按年合计新收申请。", en: "Reads all figures and adds the requests received by year."),
      code: """
        import pandas

        cells = pandas.read_csv("BASEdata/cells.csv", dtype={"region": str})
        new = cells[(cells.table == "requests") & (cells.row == "new") & (cells.column == "total")]
        print(new.groupby("year").value.sum())
        """),
    DataExample(
      id: "duckdb", title: "DuckDB",
      introduction: LocalizedText("直接对 CSV 或 NDJSON 写 SQL。", en: "SQL over the CSV or the NDJSON as it is."),
      code: query("read_csv('BASEdata/cells.csv')")),
    DataExample(
      id: "duckdb-json", title: "DuckDB, NDJSON",
      introduction: LocalizedText("同样的问题，读 NDJSON。", en: "The same question to the NDJSON."),
      code: query("read_json('BASEdata/cells.ndjson')")),
    DataExample(
      id: "sqlite", title: "SQLite, Datasette",
      introduction: LocalizedText(
        "下载数据库后用 sqlite3 查询；datasette portal.sqlite 可在浏览器里浏览。",
        en: "Download the database and ask sqlite3; `datasette portal.sqlite` shows it in a browser."),
      code: query("cells")),
    DataExample(
      id: "r", title: "R",
      introduction: LocalizedText("读入全部数据，按年合计。", en: "Reads all figures and adds them by year."),
      code: """
        cells <- read.csv("BASEdata/cells.csv", fileEncoding = "UTF-8-BOM", colClasses = c(region = "character"))
        new <- subset(cells, table == "requests" & row == "new" & column == "total")
        aggregate(value ~ year, new, sum)
        """),
    DataExample(
      id: "mirror", title: "wget, sha256sum",
      introduction: LocalizedText("下载整个网站并核对每个文件。", en: "Downloads the whole site and checks every file."),
      code: """
        curl -s BASESHA256SUMS -o SHA256SUMS
        cut -c67- SHA256SUMS | wget -q -x -nH --cut-dirs=DEPTH -B BASE -i -
        sha256sum --quiet -c SHA256SUMS
        """),
    DataExample(
      id: "excel", title: "Excel",
      introduction: LocalizedText("按网址取数据，可随时刷新。", en: "Gets the data by their address, and again whenever asked."),
      code: nil,
      steps: [
        LocalizedText("打开“数据”选项卡，选“自网站”（旧版：新建查询 › 从其他源 › 自网站）。", en: "On the tab Data choose From Web."),
        LocalizedText(
          "填入网址 BASEdata/reports.csv，选“确定”；登录方式选“匿名”。",
          en: "Enter the address BASEdata/reports.csv, choose OK and connect anonymously."),
        LocalizedText(
          "文件原始格式选“65001: Unicode (UTF-8)”，分隔符选“逗号”。",
          en: "Set File Origin to 65001: Unicode (UTF-8) and Delimiter to Comma."),
        LocalizedText(
          "选“转换数据”，把 region 列改为“文本”，再选“关闭并上载”。",
          en: "Choose Transform Data, make the column region Text, then Close & Load."),
        LocalizedText("以后右键表格，选“刷新”。", en: "Later, right-click the table and choose Refresh."),
      ]),
  ]
}
