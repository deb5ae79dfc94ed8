#!/usr/bin/env python3
"""findings.py GONGKAI SCHEMA: what `gongkai check --format json` writes is valid against its schema,
for the sample portal and for a portal with a finding of every part of a finding."""
import json
import pathlib
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator, FormatChecker

gongkai, schema = sys.argv[1:]
validator = Draft202012Validator(json.load(open(schema, encoding="utf-8")), format_checker=FormatChecker())


def findings(portal: str) -> list:
    run = subprocess.run([gongkai, "check", "-C", portal, "--format", "json"], capture_output=True, text=True)
    document = json.loads(run.stdout)
    problems = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]
    assert not problems, problems
    return document["findings"] + document["withheld_findings"]


findings(".")
with tempfile.TemporaryDirectory() as folder:
    content = pathlib.Path(folder, "Content")
    subprocess.run(["cp", "-r", "Content", content], check=True)
    report = content / "reports/2023/liulin.md"
    text = report.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("| 一、本年新收"))
    cells = row.split("|")
    cells[2] = " 987654 "
    text = text.replace(row, "|".join(cells)).replace("year:", "yaer: 1\nyear:", 1)
    accepted = "accepted: [{finding: requests-row-total, cell: requests.new.natural_person, reason: 原件如此, by: 办公室, date: 2025-03-01}]"
    text = text.replace("year:", accepted + "\nyear:", 1).replace("| 行政许可 | ", "| 行政许可 | １", 1)
    report.write_text(text, encoding="utf-8")
    (content / "regions.yaml").unlink()
    found = findings(folder)
    for key in ("cell", "related", "help", "file", "end_column", "fix", "accepted"):
        assert any(key in finding for finding in found), f"no finding has {key}"
print(f"OK: findings are valid against their schema ({len(found)} in a portal with errors)")
