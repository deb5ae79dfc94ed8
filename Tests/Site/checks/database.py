"""The database: whole, its keys lead to rows that are there, and its tables have row for row what the CSV files have."""
import decimal
import sqlite3

from checks.workbooks import rows_of


def check(site, faults):
    path = "data/portal.sqlite"
    # As from a disk that cannot be written.
    database = sqlite3.connect(f"file:{site.folder / path}?mode=ro&immutable=1", uri=True)
    try:
        return check_tables(site, database, path, faults)
    except sqlite3.DatabaseError as error:
        faults.add(path, str(error))
        return "a database that cannot be read"
    finally:
        database.close()


def check_tables(site, database, path, faults):
    found = database.execute("PRAGMA integrity_check").fetchall()
    faults.expect(found == [("ok",)], path, f"not whole: {found[:3]}")
    for table, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
        faults.add(path, f"{table} row {row} refers to nothing in {parent}")
    names = [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    compared = 0
    for name in names:
        table = f"data/{name}.csv"
        if table not in site.known:
            continue
        compared += 1
        head, *wanted = rows_of(site, table)
        cursor = database.execute(f'SELECT * FROM "{name}"')
        columns = [column for column, *_ in cursor.description]
        faults.expect(set(head) <= set(columns), path, f"{name} lacks columns of {table}: {set(head) - set(columns)}")
        places = [columns.index(column) for column in head if column in columns]
        shown = sorted(tuple(same_text(row[place]) for place in places) for row in cursor)
        expected = sorted(tuple(same_text(value) for value in row) for row in wanted)
        faults.expect(len(shown) == len(expected), path, f"{name} has {len(shown)} rows, and {table} has {len(expected)}")
        different = next((pair for pair in zip(shown, expected) if pair[0] != pair[1]), None)
        faults.expect(different is None, path, f"{name} and {table} differ: {different}")
    faults.expect(compared > 3, path, f"only {compared} tables are named as CSV files are")
    return f"{compared} of {len(names)} tables"


def same_text(value):
    """A value in a notation that does not depend on the format: numbers without zeros at their end."""
    if value is None:
        return ""
    text = str(value)
    try:
        number = decimal.Decimal(text)
    except decimal.InvalidOperation:
        return text
    return text if text.startswith("0") and len(text) > 1 and text[1] != "." else format(number.normalize(), "f")
