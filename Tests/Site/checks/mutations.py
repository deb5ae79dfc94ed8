"""Schemas of reports that constrain: a report in which any one node is wrong is refused by the schema of its form, and by
the one that chooses among the forms."""
import copy

from jsonschema import Draft202012Validator, FormatChecker

FREE_NUMBERS = ("bytes", "line", "column", "end_line", "end_column")


def nodes(value, path=()):
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in pairs:
        yield from nodes(child, path + (key,))


def parent_of(document, path):
    for key in path[:-1]:
        document = document[key]
    return document


def changed(document, path, value):
    document = copy.deepcopy(document)
    parent_of(document, path)[path[-1]] = value
    return document


def without(document, path):
    document = copy.deepcopy(document)
    del parent_of(document, path)[path[-1]]
    return document


def renamed(document, path, name):
    document = copy.deepcopy(document)
    parent = parent_of(document, path)
    parent[name] = parent.pop(path[-1])
    return document


def mutations(report, kinds):
    """Wrong reports, each with what is wrong with it."""
    for path, value in nodes(report):
        where = "/".join(map(str, path))
        if path:
            other = 1 if isinstance(value, str) else "x"
            yield f"{where} is of another type", changed(report, path, other)
        if isinstance(value, dict):
            wrong = copy.deepcopy(report)
            target = wrong
            for key in path:
                target = target[key]
            target["unknown"] = 1
            yield f"{where} has an unknown key", wrong
        if path[:1] == ("tables",) and len(path) > 1:
            yield f"{where} is missing", without(report, path)
            yield f"{where} is misspelt", renamed(report, path, f"{path[-1]}s")
            if len(path) == 4:
                kind = kinds[".".join(path[1:])]
                yield f"{where} is blank without a note" if value is not None else f"{where} is a blank with a value", \
                    changed(report, path, None if value is not None else 1)
                if value is not None and kind not in ("change", "percent"):
                    yield f"{where} is negative", changed(report, path, -1)
                if value is not None and kind in ("count", "change"):
                    yield f"{where} is a fraction", changed(report, path, 0.5)
    for key in [key for key in report if key not in ("contact", "index_number", "document_number", "content_source", "editor",
                "reviewer", "modified", "first_published", "source_url", "publish_on", "accepted", "attachments", "joint",
                "published_time", "extra_rows") and not (key == "covers" and report["scope"] == "own")]:
        yield f"{key} is missing", without(report, (key,))
    yield "the form does not exist", {**report, "form": "cn-1999"}
    yield "the year is a century", {**report, "year": 20}
    yield "a correction of nothing", {**report, "corrections": [{"date": "2024-01-01", "reason": "x"}]}
    yield "the status is a draft", {**report, "status": "draft"}
    if report["tables"]:
        yield "published without tables", {**report, "tables": {}}
        cell = next(iter(kinds))
        note = {"cell": cell, "value": 3, "status": "blank", "written": "", "unit": "", "value_base": 3, "unit_base": ""}
        yield "a blank with a value", {**report, "cell_notes": report["cell_notes"] + [note]}
        yield "a note of no cell", {**report, "cell_notes": [{**note, "cell": "no.such.cell"}]}
    if report["status"] == "published" and report["scope"] == "own":
        yield "consolidated without covers", {key: value for key, value in {**report, "scope": "consolidated"}.items()
                                              if key != "covers"}
    if report["status"] == "published":
        yield "withdrawn with its tables", {**report, "status": "withdrawn",
                                            "withdrawn": {"date": "2024-01-01", "reason": "x"}}


def check(site, faults):
    kinds = {form["id"]: {cell["id"]: cell["kind"] for cell in form["cells"]}
             for form in site.json("data/dictionary.json")["forms"]}
    general = site.json("schema/report-1.json")
    chosen = {}
    for path in site.paths(".json"):
        if not path.startswith("reports/") or path.endswith("metadata.json"):
            continue
        report = site.json(path)
        # One of each shape.
        shape = (report["form"], report["status"], report["scope"], bool(report["cell_notes"]), bool(report["corrections"]))
        chosen.setdefault(shape, path)
    count = 0
    for path in chosen.values():
        report = site.json(path)
        own = site.json(f"schema/report-1-{report['form']}.json")
        validators = [Draft202012Validator(schema, format_checker=FormatChecker()) for schema in (own, general)]
        for number, validator in enumerate(validators):
            faults.expect(validator.is_valid(report), path, f"its schema refuses it ({number})")
        for wrong, document in mutations(report, kinds[report["form"]]):
            count += 1
            faults.expect(not validators[0].is_valid(document), path, f"its schema accepts it although {wrong}")
        faults.expect(not validators[1].is_valid({**report, "form": "cn-1999"}), path, "report-1.json accepts any form")
    faults.expect(count > 1000, "schema", f"only {count} mutations were tried")
    return f"{count} wrong reports of {len(chosen)} shapes are refused"
