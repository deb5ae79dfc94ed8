"""reuse.py SITE: reads the published data with the tools that people have, and runs the examples of the site's own page.

The same cells are read from JSON, CSV, NDJSON, the workbook, the database and the page's tables, and have to be equal.
Needs openpyxl and lxml; pandas, DuckDB, jq and R are used where they are installed, and said when they are not.
"""
import csv, decimal, glob, html, importlib.util, json, os, re, shutil, sqlite3, subprocess, sys, tempfile

import lxml.html
import openpyxl

site = sys.argv[1]
failures = 0


def check(what, isRight, detail=""):
    global failures
    failures += not isRight
    print(f"{' ok ' if isRight else 'FAIL'} {what}{'' if isRight else ': ' + str(detail)[:300]}")


def path(name):
    return os.path.join(site, name)


def number(value):
    return None if value in ("", None) else decimal.Decimal(str(value))


def rows(name):
    with open(path(name), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# --- The same cells in every format

cells = rows("data/cells.csv")
base = json.load(open(path("index.json"), encoding="utf-8"))["id"].removesuffix("index.html")
kinds = {}
for cell in cells:
    kinds.setdefault((cell["status"], bool(cell["remark"])), []).append(cell)
plain = kinds.pop(("number", False), []) + kinds.pop(("zero", False), [])
odd = [cell for some in kinds.values() for cell in some[:3]][:10]
exact = [cell for cell in plain if cell["value"].endswith("0") and "." in cell["value"]][:1]
chosen = odd + exact + plain[:: max(1, len(plain) // 20)][: 20 - len(odd + exact)]
keys = ("agency", "year", "form", "table", "row", "column")
lines = {
    (line["agency"]["id"], str(line["year"])): line
    for line in map(lambda text: json.loads(text, parse_float=decimal.Decimal), open(path("data/reports.ndjson"), encoding="utf-8"))
}
database = sqlite3.connect(f"file:{path('data/portal.sqlite')}?mode=ro&immutable=1", uri=True)
workbook = openpyxl.load_workbook(path("data/portal.xlsx"))
labels = {
    (form["id"], cell["table"], cell["row"], cell["column"]): cell["id"]
    for form in json.load(open(path("data/dictionary.json"), encoding="utf-8"))["forms"]
    for cell in form["cells"]
}


def inTables(document, cell):
    return document["tables"][cell["table"]][cell["row"]][cell["column"]]


def inWorkbook(cell):
    sheet = workbook[f"{cell['form']}-{cell['table']}"]
    table = sheet.iter_rows(values_only=True)
    head = next(table)
    column = head.index(f"{cell['table']}.{cell['row']}.{cell['column']}")
    return next(row[column] for row in table if row[0] == cell["agency"] and str(row[3]) == cell["year"])


def inPage(cell):
    """What the page shows: the cells of its statutory tables in the order of the form."""
    page = lxml.html.parse(path(f"reports/{cell['year']}/{cell['agency']}.html"))
    for mark in page.xpath('//td/a[@class="fault"]'):
        mark.drop_tree()
    shown = [td.text_content().strip() for td in page.xpath('//table[@class="statutory"]//td[not(@class="unit")]')]
    order = [key for key in labels if key[0] == cell["form"]]
    return shown[order.index((cell["form"], cell["table"], cell["row"], cell["column"]))]


check("20 cells are compared", len(chosen) == 20, len(chosen))
kinds = {cell["status"] for cell in chosen}
check("there are cells of every kind among them", kinds == {"number", "zero", "blank", "not_applicable", "text"}, kinds)
check("there are remarks among them", any(cell["status"] == "number" and cell["remark"] for cell in chosen))
check("there is a number among them that ends in 0", any(re.fullmatch(r"\d+\.\d*0", cell["value"]) for cell in chosen))
for cell in chosen:
    key = tuple(cell[key] for key in keys)
    report = json.load(open(path(f"reports/{cell['year']}/{cell['agency']}.json"), encoding="utf-8"), parse_float=decimal.Decimal)
    def noteIn(document):
        name = f"{cell['table']}.{cell['row']}.{cell['column']}"
        return next((n for n in document["cell_notes"] if n["cell"] == name), {})
    note = noteIn(report)
    line = lines[key[:2]]
    stored = database.execute(
        'SELECT value, status, remark, value_base FROM cells WHERE agency = ? AND year = ? AND form = ? AND "table" = ? AND "row" = ?'
        ' AND "column" = ?', (key[0], int(key[1]), *key[2:])).fetchone()
    own = next(row for row in rows(f"reports/{cell['year']}/{cell['agency']}.csv") if all(row[k] == cell[k] for k in keys))
    value = number(cell["value"])
    values = [note.get("value", inTables(report, cell)), noteIn(line).get("value", inTables(line, cell)), stored[0], own["value"]]
    bases = [note.get("value_base", inTables(report, cell)), stored[3], inWorkbook(cell), own["value_base"]]
    isNoted = note.get("status") in ("text", "not_applicable")
    remarks = [(n.get("written") if isNoted else n.get("remark")) or "" for n in (note, noteIn(line))]
    remarks += [stored[2] or "", own["remark"]]
    shown = inPage(cell)
    page = str(cell["value"]) if value is not None else cell["remark"] or "未填"
    if value is not None and cell["remark"]:
        page += f"（{cell['remark']}）"
    check(
        " ".join(key),
        all(number(other) == value for other in values) and all(remark == cell["remark"] for remark in remarks)
        and all(number(other) == number(cell["value_base"]) for other in bases)
        and {stored[1], own["status"]} == {cell["status"]} and shown == page,
        (cell, values, bases, remarks, shown, page))

# --- The workbooks in the layout of the form: the numbers of each table in the order of the form, headings in merged cells

forms = sorted(glob.glob(path("reports/*/*-form.xlsx")))
check("reports have workbooks in the layout of their form", forms)
wrong = []
for form in forms:
    book = openpyxl.load_workbook(form)
    report = rows(os.path.relpath(form, site).replace("-form.xlsx", ".csv"))
    tables = list(dict.fromkeys(cell["table"] for cell in report))
    for sheet, table in zip(book.worksheets, tables, strict=True):
        shown = [cell.value for line in sheet.iter_rows() for cell in line if isinstance(cell.value, (int, float))]
        # A number with a remark, or with a unit that the form does not fix, stands as it was written.
        stated = [cell for cell in report if cell["table"] == table and cell["value"] and not cell["remark"]]
        texts = [cell for cell in stated if cell["form"] == "cn-2019" and cell["row"] == "procurement" and cell["column"] == "amount"]
        expected = [float(cell["value"]) for cell in stated if cell not in texts]
        if shown != expected and shown != [float(cell["value"]) for cell in stated]:
            wrong.append((form, table, shown[:20], expected[:20]))
        page = sheet.page_setup
        if not sheet.merged_cells.ranges or int(page.paperSize) != 9 or int(page.fitToHeight) != 0 or not sheet.oddFooter.center.text:
            wrong.append((form, table, "not ready to print"))
check(f"{len(forms)} workbooks hold the numbers of their reports in the order of the form", not wrong, wrong[:2])

# --- The examples of the page, against the files in place of the address

source = open(path("data/use.html"), encoding="utf-8").read()
examples = {
    name: html.unescape(code)
    for name, code in re.findall(r'<h2 id="([^"]+)">[^<]*</h2>\s*<p>[^<]*</p>\s*<pre[^>]*><code>(.*?)</code></pre>', source, re.S)
}
# What the site's own pages say.
expected = {
    year["year"]: year["totals"]["figures"]["requests.new.total"]
    for year in json.load(open(path("years/index.json"), encoding="utf-8"))["years"]
    if year["totals"]["figures"].get("requests.new.total") is not None
}
amounts = {
    year["year"]: year["totals"]["disclosure.procurement.amount"]
    for year in json.load(open(path("rows/disclosure.procurement/index.json"), encoding="utf-8"))["by_year"]
}
newest = max(expected)
denied = {
    region["region"]: region["totals"]["requests.denied.total"]
    for region in json.load(open(path(f"years/{newest}/index.json"), encoding="utf-8"))["by_region"]
}


def run(*command, text=None):
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr}"


def years(text):
    found = (re.findall(r"\d+", line.removesuffix(".0")) for line in text.splitlines())
    return {int(n[-2]): int(n[-1]) for n in found if len(n) >= 2 and 1990 < int(n[-2]) < 2100}


def module(name):
    isThere = importlib.util.find_spec(name) is not None
    if not isThere:
        print(f"SKIPPED: the examples with {name}, which is not installed")
    return isThere


def local(name, prefix=""):
    return examples[name].replace(base, prefix + os.path.abspath(site) + "/")


if shutil.which("jq") and shutil.which("curl"):
    out = run("bash", "-c", local("curl", "file://"))
    sums = {}
    for line in out.splitlines():
        year, _, value = line.split("\t")
        sums[int(year)] = sums.get(int(year), 0) + int(value or 0)
    check("example curl + jq", sums == expected, (out, expected))
else:
    print("SKIPPED: the example with curl and jq, which are not installed")
if module("pandas"):
    out = run(sys.executable, "-c", local("pandas"))
    check("example pandas", years(out) == expected, (out, expected))
    out = run(sys.executable, "-c", local("pandas-amounts"))
    found = {int(year): float(value) for year, value in re.findall(r"^(\d{4})\s+([\d.]+)$", out, re.M)}
    check("example pandas: amounts", found == amounts, (out, amounts))
    out = run(sys.executable, "-c", f'import pandas; print(len(pandas.read_csv("{path("data/cells.csv")}")))')
    check("pandas reads the CSV with one line", out.strip() == str(len(cells)), out)
if module("polars"):
    out = run(sys.executable, "-c", local("polars"))
    check("example polars", years(out) == expected, (out, expected))
if module("duckdb"):
    for name in ("duckdb", "duckdb-json"):
        out = run(sys.executable, "-c", "import duckdb, sys\nfor row in duckdb.sql(sys.stdin.read()).fetchall(): print(*map(int, row))", text=local(name))
        check(f"example {name}", years(out) == expected, (out, expected))
check("example sqlite", dict(database.execute(examples["sqlite"]).fetchall()) == expected)
check("example sqlite: own_cells", dict(database.execute(examples["sqlite-regions"]).fetchall()) == denied, denied)
check("every example is run", set(examples) <= {
    "sqlite", "sqlite-regions", "pandas", "pandas-amounts", "polars", "duckdb", "duckdb-json", "curl", "r", "mirror"}, set(examples))
if module("datasette"):
    out = run(sys.executable, "-m", "datasette", "-i", path("data/portal.sqlite"), "--get", "/portal/reports.json?_shape=array&_size=max")
    check("Datasette serves the database", out.startswith("[{") and json.loads(out)[0]["agency"] != "", out)
if shutil.which("Rscript"):
    out = run("Rscript", "-e", local("r"))
    check("example R", years(out) == expected, (out, expected))
else:
    print("SKIPPED: the example with R, which is not installed")

# --- The workbooks in LibreOffice, which gives back the CSV

if shutil.which("soffice"):
    with tempfile.TemporaryDirectory() as folder:

        def sheets(name):
            """Each sheet as LibreOffice saves it as CSV, cells as shown."""
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/user", "--convert-to"]
            run(*command, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1", "--outdir", folder, path(name))
            stem = os.path.basename(name).removesuffix("xlsx").rstrip(".")
            found = {}
            for file in glob.glob(f"{folder}/{stem}-*.csv"):
                with open(file, encoding="utf-8", newline="") as text:
                    found[os.path.basename(file)[len(stem) + 1 : -4]] = list(csv.reader(text))
                os.remove(file)
            return found

        def table(name):
            with open(path(name), encoding="utf-8-sig", newline="") as file:
                return list(csv.reader(file))

        compared = 0
        for sheet, shown in sheets("data/portal.xlsx").items():
            if sheet in ("cover", "contents", "notes"):
                continue
            compared += 1
            # An amount of nothing is 0.0 in CSV, and 0 in a sheet.
            expected = [["0" if cell == "0.0" else cell for cell in row] for row in table(f"data/{sheet}.csv")]
            check(f"LibreOffice gives back {sheet}.csv", shown == expected, [pair for pair in zip(shown, expected) if pair[0] != pair[1]][:1])
        check("LibreOffice opens every sheet", compared == len(workbook.sheetnames) - 3, compared)
        for name in ("years/2023/index", "agencies/index"):
            head, *wanted = table(f"{name}.csv")
            shown = sheets(f"{name}.xlsx")
            # Consolidated reports are on a sheet of their own.
            found = [row for sheet in shown.values() for row in sheet[1:]]
            check(f"LibreOffice gives back {name}.csv", sorted(found) == sorted(wanted), found[:1])
else:
    print("SKIPPED: the workbooks in LibreOffice, which is not installed")

# --- Checksums with the tool that everybody has

out = run("bash", "-c", f"cd '{site}' && sha256sum --quiet -c SHA256SUMS && echo fine")
check("sha256sum -c", out.strip() == "fine", out)
sys.exit(failures > 0)
