#!/usr/bin/env python3
"""narrative.py GONGKAI [CASES]: sentences against their tables, as an auditor judges them.

Publishes nothing: writes narrative.tsv of CASES (../shared/cases) as a portal, checks it with this binary, and prints each
sentence that is judged otherwise, and how many are judged alike.
"""
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile


def main():
    gongkai = sys.argv[1]
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/cases").resolve()
    if not folder.exists():
        print(f"SKIPPED: the sentences of {folder}, which is not there.")
        return 0
    spec = importlib.util.spec_from_file_location("render", folder / "render.py")
    render = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(render)
    rows = render.cases("narrative")
    with tempfile.TemporaryDirectory() as portal:
        written = render.portal(portal, "narrative", rows)
        run = subprocess.run([gongkai, "check", "-C", portal, "--format", "json"], capture_output=True, text=True)
    places = {}
    report = json.loads(run.stdout)
    for finding in report["findings"] + report["withheld_findings"]:
        places.setdefault(finding.get("file", "").split("Content/")[-1], []).append((finding["line"], finding["id"]))
    right = {"quiet": 0, "find": 0}
    for row in rows:
        path, _, lines = written[row["id"]]
        found = [kind for line, kind in places.get(path, []) if line in lines]
        allowed = row["rule"].split("|")
        if row["verdict"] == "quiet":
            is_right = not found
        else:
            is_right = any(row["rule"] == "*" or kind in allowed for kind in found)
        right[row["verdict"]] += is_right
        if not is_right:
            print(f"{row['verdict']}: {row['id']} {row['sentence']} {found}")
    counts = {verdict: sum(row["verdict"] == verdict for row in rows) for verdict in right}
    print(", ".join(f"{verdict}: {right[verdict]} of {counts[verdict]}" for verdict in right))
    return 0 if right["quiet"] == counts["quiet"] and right["find"] >= 0.95 * counts["find"] else 1


if __name__ == "__main__":
    sys.exit(main())
