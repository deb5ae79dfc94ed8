"""Workbooks: each opens, holds values and no formulas, and has cell for cell what the CSV file beside it has."""
import csv
import decimal
import io

import openpyxl


def check(site, faults):
    paths = site.paths(".xlsx")
    compared = 0
    for path in paths:
        try:
            book = openpyxl.load_workbook(site.folder / path)
        except Exception as error:
            faults.add(path, f"does not open: {error}")
            continue
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type in "fe":
                        faults.add(path, f"{sheet.title} {cell.coordinate} is {cell.value}, which is not a value")
        table = path.removesuffix(".xlsx") + ".csv"
        if table in site.known:
            compared += compare(site, book, path, table, faults)
        elif path == "data/portal.xlsx":
            # It has a sheet for each table.
            for sheet in [sheet for sheet in book if f"data/{sheet.title}.csv" in site.known]:
                compared += compare_sheet(site, sheet, path, f"data/{sheet.title}.csv", faults)
    return f"{len(paths)} workbooks, {compared} of their tables"


def rows_of(site, path):
    return list(csv.reader(io.StringIO(site.bytes(path).decode("utf-8-sig"), newline="")))


def compare(site, book, path, table, faults):
    head = rows_of(site, table)[0]
    sheets = [sheet for sheet in book if [cell.value for cell in next(sheet.iter_rows(max_row=1))] == head]
    faults.expect(sheets, path, f"no sheet has the columns of {table}")
    # Consolidated reports are on a sheet of their own.
    head, *wanted = rows_of(site, table)
    scope = head.index("scope") if "scope" in head else None
    parts = [wanted] if len(sheets) < 2 else [[row for row in wanted if row[scope] == part] for part in ("own", "consolidated")]
    for sheet, part in zip(sheets, parts):
        compare_rows([head, *part], sheet, path, table, faults)
    return len(sheets[:1])


def compare_sheet(site, sheet, path, table, faults):
    return compare_rows(rows_of(site, table), sheet, path, table, faults)


def compare_rows(wanted, sheet, path, table, faults):
    shown = [list(row) for row in sheet.iter_rows(values_only=True)]
    faults.expect(len(shown) == len(wanted), path, f"{sheet.title} has {len(shown)} rows, and {table} has {len(wanted)}")
    for number, (own, other) in enumerate(zip(shown, wanted), 1):
        same = len(own) == len(other) and all(map(is_same, own, other))
        faults.expect(same, path, f"{sheet.title} row {number} is {own}, and in {table} {other}")
    return 1


def is_same(value, text):
    """Numbers are compared as numbers: 18.8710 is 18.871."""
    if value is None:
        return text == ""
    if isinstance(value, bool) or isinstance(value, str):
        return str(value) == text or str(value).lower() == text
    try:
        return decimal.Decimal(str(value)) == decimal.Decimal(text)
    except decimal.InvalidOperation:
        return str(value) == text
