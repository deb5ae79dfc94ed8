"""Tables: each fills its grid, has a caption, and names for each cell exactly the headers that are above it and to its
left. Browsers work out headers of their own where some span rows or columns, and not all the same ones."""
import re

from published import text_of

SCOPES = {"row", "col", "rowgroup", "colgroup"}


class Cell:
    def __init__(self, element, row, column, section):
        self.element, self.row, self.column, self.section = element, row, column, section
        self.height = int(element.get("rowspan", 1))
        self.width = int(element.get("colspan", 1))

    @property
    def is_header(self):
        return self.element.tag == "th"


class Grid:
    """The cells of a table by row and column."""

    def __init__(self, table):
        self.cells, self.at, self.faults = [], {}, []
        first = 0
        for section in [part for part in table if part.tag in ("thead", "tbody", "tfoot")] or [table]:
            rows = section.findall("tr")
            for number, row in enumerate(rows):
                column = 0
                for element in row.iterchildren("td", "th"):
                    while (first + number, column) in self.at:
                        column += 1
                    cell = Cell(element, first + number, column, section.tag)
                    if number + cell.height > len(rows):
                        self.faults.append(f"“{text_of(element)}” spans more rows than there are")
                        cell.height = len(rows) - number
                    self.put(cell)
                    column += cell.width
            first += len(rows)
        width = max((column for _, column in self.at), default=-1) + 1
        if len(self.at) != first * width:
            self.faults.append(f"{len(self.at)} of {first} × {width} fields are filled")

    def put(self, cell):
        self.cells.append(cell)
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                if (row, column) in self.at:
                    self.faults.append(f"two cells are in row {row + 1}, column {column + 1}")
                self.at[row, column] = cell

    def headers(self, cell):
        """Headers of the head above a cell, and of the body to its left."""
        above = [(row, column) for row in range(cell.row) for column in range(cell.column, cell.column + cell.width)]
        left = [(row, column) for row in range(cell.row, cell.row + cell.height) for column in range(cell.column)]
        found = {self.at[field] for field in above if field in self.at and self.at[field].section == "thead"}
        found |= {self.at[field] for field in left if field in self.at and self.at[field].section != "thead"}
        return {header for header in found if header.is_header}


def check(site, faults):
    tables = cells = 0
    for path, page in site.pages.items():
        for table in page.iter("table"):
            tables += 1
            caption = table.find("caption")
            name = text_of(caption) if caption is not None else ""
            where = f"{path}, table {table.get('id') or name}"
            faults.expect(name, where, "it has no caption")
            cells += check_table(Grid(table), where, faults)
    return f"{cells} cells of {tables} tables"


def check_table(grid, where, faults):
    for fault in grid.faults:
        faults.add(where, fault)
    by_id = {cell.element.get("id"): cell for cell in grid.cells if cell.element.get("id")}
    # Where no header spans others, its scope says all.
    is_simple = not any(cell.is_header and (cell.height > 1 or cell.width > 1) for cell in grid.cells)
    count = 0
    for cell in grid.cells:
        text = text_of(cell.element)
        own = f"{where}, row {cell.row + 1}, column {cell.column + 1}"
        named = (cell.element.get("headers") or "").split()
        if cell.is_header:
            faults.expect(cell.element.get("scope") in SCOPES, own, f"the header “{text}” has no scope")
            is_year = re.fullmatch("(19|20)[0-9]{2}", text)
            faults.expect(is_year or not re.fullmatch(r"[0-9][0-9,.]*", text), own, f"the number {text} is a header")
            faults.expect(is_simple or cell.section == "thead" or named, own, f"the header “{text}” names none of its own")
            continue
        count += 1
        if cell.section == "thead" and not text:
            continue
        wanted = grid.headers(cell)
        faults.expect(wanted, own, f"“{text}” has no header")
        if is_simple and len(wanted) <= 2 and not named:
            continue
        shown = {by_id.get(name) for name in named}
        faults.expect(
            shown == wanted, own,
            f"“{text}” names {sorted(text_of(header.element) if header else 'nothing' for header in shown)}, and its headers"
            f" are {sorted(text_of(header.element) for header in wanted)}")
    return count
