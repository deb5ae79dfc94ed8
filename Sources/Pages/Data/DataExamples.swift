internal import Diagnostics

/// How to use the data with common tools. Tests run the code that the page shows, and compare the results with the pages.
struct DataExample {
  let id: String
  let title: String
  let introduction: LocalizedText
  /// `BASE` stands for the URL of the portal, `CELLS` and `REPORTS` for the files of cells and of reports, and `YEAR` for the
  /// newest year.
  let code: String?
  var steps: [LocalizedText] = []

  private static let newRequests = LocalizedText(
    "按年合计新收申请，与年度页公布的合计相同。", en: "New requests by year, the same as on the pages of years.")

  static let all: [DataExample] = [
    DataExample(
      id: "excel", title: "Excel, WPS",
      introduction: LocalizedText(
        "下载 YEAR.xlsx：一行一份报告，某列求和就是本站公布的合计。要随时刷新，可按网址取数据：",
        en:
          "Download YEAR.xlsx: a row a report, and the sum of a column is the total of the pages. To refresh it at any time:"
      ),
      code: nil,
      steps: [
        LocalizedText(
          "打开“数据”选项卡，选“自网站”（WPS：获取数据 › 自网站）。", en: "On the tab Data choose From Web (WPS: Get Data, From Web)."),
        LocalizedText(
          "填入网址 BASEdata/cn-2021-requests.csv，选“确定”；登录方式选“匿名”。",
          en: "Enter the address BASEdata/cn-2021-requests.csv, choose OK and connect anonymously."),
        LocalizedText(
          "文件原始格式选“65001: Unicode (UTF-8)”，分隔符选“逗号”。",
          en: "Set File Origin to 65001: Unicode (UTF-8) and Delimiter to Comma."),
        LocalizedText(
          "选“转换数据”，把 region 列改为“文本”，把 scope 列筛选为 own（consolidated 已含其他机关的数据），再选“关闭并上载”。",
          en:
            "Choose Transform Data, make the column region Text, filter scope to own (consolidated reports gather other bodies), then Close & Load."
        ),
        LocalizedText("以后右键表格，选“刷新”。", en: "Later, right-click the table and choose Refresh."),
      ]),
    DataExample(
      id: "sqlite", title: "SQLite, Datasette",
      introduction: LocalizedText(
        "下载数据库后用 sqlite3 查询；datasette portal.sqlite -m metadata.yaml 可在浏览器里浏览。totals_by_year 只加总本机关口径的报告。",
        en:
          "Download the database and ask sqlite3; `datasette portal.sqlite -m metadata.yaml` shows it in a browser. totals_by_year adds reports on an agency's own work only."
      ),
      code: """
        SELECT year, value_base AS requests
        FROM totals_by_year
        WHERE id = 'requests.new.total' ORDER BY year;
        """),
    DataExample(
      id: "sqlite-regions", title: "SQLite: own_cells",
      introduction: LocalizedText(
        "各地区YEAR年不予公开的件数；own_cells 不含汇总其他机关的报告，value_base 是统一单位的数值。",
        en:
          "Refusals by region in YEAR. own_cells leaves out reports that gather other bodies; value_base is in the base unit."
      ),
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
      id: "pandas-amounts", title: "Python, pandas: amounts",
      introduction: LocalizedText(
        "政府集中采购金额按年合计，单位万元；报告所用的元、万元各不相同，只有 value_base 可以相加。",
        en: "Procurement by year in 万元 (10,000 yuan). Reports use 元 or 万元, so that only value_base may be added."),
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

        cells = polars.read_csv("BASEdata/CELLS", infer_schema_length=None, schema_overrides={"region": str})
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
      introduction: LocalizedText("同样的问题，读一行一份报告的 NDJSON。", en: "The same question to the NDJSON, a report a line."),
      code: """
        SELECT year, sum((tables -> 'requests' -> 'new' ->> 'total')::INTEGER) AS requests
        FROM read_json('BASEdata/REPORTS', columns = {year: 'INTEGER', scope: 'VARCHAR', tables: 'JSON'})
        WHERE scope = 'own' AND tables -> 'requests' -> 'new' ->> 'total' IS NOT NULL
        GROUP BY year ORDER BY year;
        """),
    DataExample(
      id: "curl", title: "curl + jq",
      introduction: LocalizedText(
        "逐行读取报告，列出各机关历年新收申请总数。", en: "Reads the reports line by line and lists the requests received."),
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
      introduction: LocalizedText("下载整个网站并核对每个文件。", en: "Downloads the whole site and checks every file."),
      code: """
        curl -s BASESHA256SUMS -o SHA256SUMS
        cut -c67- SHA256SUMS | wget -q -x -nH --cut-dirs=DEPTH -B BASE -i -
        sha256sum --quiet -c SHA256SUMS
        """),
  ]
}
