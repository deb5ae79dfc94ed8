#!/usr/bin/env python3
"""differences.py GONGKAI SCHEMAS: what `gongkai diff --json` writes is valid against its schema in the folder SCHEMAS, for
two versions of the sample portal with a report of every kind of change between them."""
import json
import pathlib
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

gongkai, folder = sys.argv[1], pathlib.Path(sys.argv[2])
schemas = {name: json.loads((folder / f"{name}-1.json").read_text(encoding="utf-8")) for name in ("diff", "findings")}
registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas.values())
validator = Draft202012Validator(schemas["diff"], registry=registry, format_checker=FormatChecker())


def changes(old: pathlib.Path, new: pathlib.Path, *options: str) -> list:
    run = subprocess.run([gongkai, "diff", old, new, "--json", *options], capture_output=True, text=True)
    document = json.loads(run.stdout)
    problems = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(document)]
    assert not problems, problems
    assert run.returncode == (1 if document["changes"] else 0)
    return document["changes"]


def rewrite(path: pathlib.Path, *pairs: tuple[str, str]):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, (path, old)
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


with tempfile.TemporaryDirectory() as temporary:
    old, new = pathlib.Path(temporary, "old"), pathlib.Path(temporary, "new")
    for tree in (old, new):
        tree.mkdir()
        subprocess.run(["cp", "-r", "Content", tree / "Content"], check=True)
    assert changes(old, new) == []
    reports = new / "Content/reports"
    rewrite(reports / "2023/liulin.md", ("| 行政许可 | ", "| 行政许可 | 7"), ("| 行政处罚 | ", "| 行政处罚 | 约"),
            ("year: 2023", "year: 2023\neditor: 张三"), ("街道结合主题教育", "街道"))
    # In another form: cells that only one of the versions has.
    (reports / "2019/liulin.md").write_bytes((reports / "2023/liulin.md").read_bytes())
    (reports / "2023/caizheng.md").unlink()
    (old / "Content/reports/2024/caizheng.md").unlink()
    (reports / "2024/liulin.md").write_text("---\ntitle: x\n", encoding="utf-8")
    (new / "Content/forms").mkdir()
    (new / "Content/forms/x.yaml").write_text("id: [\n", encoding="utf-8")
    for language in ("zh-Hans", "en"):
        found = changes(old, new, "--lang", language)
    assert {change["change"] for change in found} == {"added", "removed", "changed", "unreadable"}, found
    cells = [cell for change in found for cell in change.get("cells", [])]
    assert any(cell["old"] is None for cell in cells) and any(cell["new"] is None for cell in cells)
    assert any(cell["new"] and "written" in cell["new"] for cell in cells)
    assert any(change.get("front_matter") for change in found) and any(change.get("sections") for change in found)
print(f"OK: differences are valid against their schema ({len(found)} reports, {len(cells)} cells)")
