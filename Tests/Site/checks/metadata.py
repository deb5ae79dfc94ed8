"""CSV files and their descriptions for CSV on the Web, by the library csvw: types, keys, and what they refer to."""
import contextlib
import io
import posixpath
import warnings

from csvw import CSVW


def check(site, faults):
    descriptions = site.paths("csv-metadata.json")
    described = set()
    for path in descriptions:
        description = site.json(path)
        contexts = description["@context"]
        faults.expect("http://www.w3.org/ns/csvw" in contexts, path, "it has not the context of CSV on the Web")
        for table in description.get("tables", [description]):
            if "url" not in table:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), table["url"]))
            faults.expect(target in site.known, path, f"{table['url']} is not there")
            described.add(target)
        with warnings.catch_warnings(record=True) as messages, contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("always")
            try:
                is_valid = CSVW(str(site.folder / path), validate=True).is_valid
            except Exception as error:
                is_valid = False
                messages.append(error)
        told = sorted({str(getattr(message, "message", message)) for message in messages})
        faults.expect(is_valid, path, f"not valid: {'; '.join(told)[:300]}")
    for path in site.paths(".csv"):
        faults.expect(path in described, path, "no description names it")
    return f"{len(descriptions)} descriptions of {len(described)} tables"
