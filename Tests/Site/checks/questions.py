"""Twelve questions that people ask, answered from CSV, from the database, from NDJSON and from the workbooks by the first
thing that one would try, and compared with what the pages say."""
import csv
import decimal
import io
import json
import sqlite3

import lxml.html
import openpyxl


def number(value):
    return None if value in (None, "") else decimal.Decimal(str(value))


class Report:
    def __init__(self, agency, year, scope, region, joint=()):
        self.agency, self.year, self.scope, self.region, self.joint = agency, int(year), scope, region, list(joint)
        self.cells = {}


def rows_of(site, path):
    return list(csv.DictReader(io.StringIO(site.bytes(path).decode("utf-8-sig"), newline="")))


def from_csv(site):
    joint = {(row["agency"], row["year"]): row["joint"].split(";") if row["joint"] else [] for row in rows_of(site, "data/reports.csv")}
    reports = {}
    for row in rows_of(site, "data/cells.csv"):
        key = (row["agency"], row["year"])
        report = reports.setdefault(key, Report(*key, row["scope"], row["region"], joint[key]))
        report.cells[f"{row['table']}.{row['row']}.{row['column']}"] = number(row["value_base"])
    return list(reports.values())


def from_database(site):
    database = sqlite3.connect(f"file:{site.folder / 'data/portal.sqlite'}?mode=ro&immutable=1", uri=True)
    joint = {key: (names or "").split(";") if names else [] for *key, names in database.execute("SELECT agency, year, joint FROM reports")
             for key in [tuple(key)]}
    reports = {}
    for agency, year, scope, region, name, value in database.execute(
            "SELECT agency, year, scope, region, id, value_base FROM cells"):
        report = reports.setdefault((agency, year), Report(agency, year, scope, region, joint[agency, year]))
        report.cells[name] = number(value)
    return list(reports.values())


def from_lines(site):
    reports = []
    for line in site.text("data/reports.ndjson").splitlines():
        document = json.loads(line, parse_float=decimal.Decimal)
        report = Report(document["agency"]["id"], document["year"], document["scope"], document["agency"]["region"],
                        document.get("joint", []))
        for table, rows in document["tables"].items():
            for row, columns in rows.items():
                for column, value in columns.items():
                    report.cells[f"{table}.{row}.{column}"] = number(value)
        for note in document["cell_notes"]:
            report.cells[note["cell"]] = number(note["value_base"])
        reports.append(report)
    return reports


def from_workbooks(site):
    codes = {region["name"]: region["code"] for region in site.json("regions/index.json")["regions"]}
    reports = []
    for path in site.paths(".xlsx"):
        if not path.removeprefix("data/").removesuffix(".xlsx").isdigit():
            continue
        book = openpyxl.load_workbook(site.folder / path, read_only=True)
        for sheet in book.worksheets[:2]:
            _, head, *rows = sheet.iter_rows(values_only=True)
            for row in rows:
                facts = dict(zip(head, row))
                report = Report(facts["agency"], facts["year"], facts["scope"], codes[facts["region_name"]],
                                (facts["joint"] or "").split(";") if facts["joint"] else [])
                report.cells = {name: number(value) for name, value in facts.items() if "." in name and not name.endswith(".written")}
                reports.append(report)
    return reports


class Answers:
    """The answers of one source, each over own reports unless the question is about others."""

    def __init__(self, reports):
        self.reports = reports
        self.own = [report for report in reports if report.scope == "own"]

    def totals(self, names, key=lambda report: report.year, year=None):
        sums = {}
        for report in self.own:
            values = [report.cells.get(name) for name in names]
            if None not in values and year in (None, report.year):
                sums[key(report)] = sums.get(key(report), 0) + sum(values)
        return sums

    def series(self, agency, name):
        return {report.year: report.cells.get(name) for report in self.reports if report.agency == agency}


def shown_totals(site, path, table, column):
    """What a table of a page says, by the year at the start of each row."""
    page = site.pages[path]
    table = page.get_element_by_id(table) if table else page.xpath("//table")[0]
    table = table.xpath("ancestor-or-self::table")[0]
    heads = [head.text_content().strip() for head in table.xpath("./thead/tr/th")]
    place = next(index for index, head in enumerate(heads) if head.startswith(column))
    found = {}
    for row in table.xpath("./tbody/tr"):
        texts = [cell.text_content().strip() for cell in row]
        if texts[place] != "—":
            found[int(texts[0].removesuffix("年"))] = number(texts[place])
    return found


def check(site, faults):
    dictionary = site.json("data/dictionary.json")
    formulas = {entry["id"]: entry["formula"].split(" + ") for entry in dictionary["derived"] if entry["form"] == "cn-2021"}
    years = {entry["year"]: entry for entry in site.json("years/index.json")["years"]}
    newest = max(years)
    page = site.json(f"years/{newest}/index.json")
    sources = {"CSV": from_csv, "SQLite": from_database, "NDJSON": from_lines, "XLSX": from_workbooks}
    asked = 0

    def ask(source, question, answer, truth):
        nonlocal asked
        asked += 1
        faults.expect(answer == truth, source, f"{question}: {answer}, and the pages say {truth}")

    def by_year(row):
        """The totals of a row's page."""
        document = json.loads(site.bytes(f"rows/{row}/index.json"), parse_float=decimal.Decimal)
        return document, {entry["year"]: entry for entry in document["by_year"]}

    for name, load in sources.items():
        answers = Answers(load(site))
        new = answers.totals(["requests.new.total"])
        ask(name, "requests by year", new, shown_totals(site, "years/index.html", None, "新收申请"))
        denied, entries = by_year("requests.denied")
        reasons = formulas["requests.denied.total"]
        ask(name, "refusals by year", answers.totals(reasons),
            {year: entry["totals"]["requests.denied.total"] for year, entry in entries.items()})
        for reason in reasons:
            row = reason.removesuffix(".total")
            ask(name, f"refusals for {row} in {newest}", answers.totals([reason], year=newest).get(newest),
                number(by_year(row)[1][newest]["totals"][reason]))
        regions = {entry["region"]: entry["totals"]["requests.new.total"] for entry in page["by_region"]}
        ask(name, "requests by region", answers.totals(["requests.new.total"], lambda report: report.region, newest), regions)
        renamed = next(row["agency"] for row in rows_of(site, "data/names.csv"))
        series = {entry["year"]: number(entry["figures"]["requests.new.total"])
                  for entry in site.json(f"agencies/{renamed}/index.json")["series"]}
        ask(name, "an office that was renamed", {year: value for year, value in answers.series(renamed, "requests.new.total").items() if value is not None},
            {year: value for year, value in series.items() if value is not None})
        # Only the form of 2019 has them.
        if (procurement := "rows/disclosure.procurement/index.html") in site.pages:
            ask(name, "amounts by year in 万元", answers.totals(["disclosure.procurement.amount"]),
                shown_totals(site, procurement, "totals-c", "采购总金额"))
        third, entries = by_year("requests.denied.third_party")
        stated = sum(report.cells.get("requests.denied.third_party.total") is not None for report in answers.own if report.year == newest)
        ask(name, "reports that state a figure, 0 or not", stated, entries[newest]["stated"])
        for whole in [report for report in answers.reports if report.scope == "consolidated" and report.year == newest][:1]:
            shown = site.json(f"reports/{newest}/{whole.agency}.json")["tables"]["requests"]["new"]["total"]
            ask(name, "a consolidated report beside the sum of own ones",
                (whole.cells["requests.new.total"], new[newest]),
                (shown, years[newest]["totals"]["figures"]["requests.new.total"]))
        for change in site.json("revisions/index.json")["revisions"]:
            if change.get("cell"):
                ask(name, "a corrected value", answers.series(change["agency"], change["cell"])[change["year"]], number(change["to"]))
        joint = {report.agency: sorted(report.joint) for report in answers.reports if report.joint and report.year == newest}
        listed = {entry["agency"]: sorted(entry["joint"]) for entry in page["reports"] if entry.get("joint")}
        faults.expect(joint == listed, name, f"joint reports: {joint}, and the page says {listed}")
        ask(name, "lawsuits by year", answers.totals(formulas["disputes.litigation.total"]),
            {year: entry["totals"]["figures"]["disputes.litigation.total"] for year, entry in years.items()
             if entry["totals"]["figures"].get("disputes.litigation.total") is not None})
        ask(name, "reports by year", {year: sum(report.year == year for report in answers.own) for year in list(years)[:3]},
            {year: years[year]["reports_added"] for year in list(years)[:3]})
    # Offices without a report are in lists of offices, not of reports.
    missing = set(page["coverage"].get("missing", []))
    filings = {row["agency"] for row in rows_of(site, "data/filings.csv") if row["status"] == "missing" and row["year"] == str(newest)}
    book = openpyxl.load_workbook(site.folder / "data/portal.xlsx", read_only=True)
    head, *rows = book["filings"].iter_rows(values_only=True)
    listed = {row[0] for row in rows if row[head.index("status")] == "missing" and row[head.index("year")] == newest}
    database = sqlite3.connect(f"file:{site.folder / 'data/portal.sqlite'}?mode=ro&immutable=1", uri=True)
    stored = {agency for agency, in database.execute("SELECT agency FROM filings WHERE status = 'missing' AND year = ?", (newest,))}
    for name, answer in (("CSV", filings), ("XLSX", listed), ("SQLite", stored)):
        faults.expect(answer == missing, name, f"offices without a report: {answer}, and the page says {missing}")
    return f"{asked + 3} answers from {len(sources)} sources"
