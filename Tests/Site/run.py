#!/usr/bin/env python3
"""run.py GONGKAI [CHECK ...]: publishes the sample portal with this binary and checks what it published; with names, only
those checks. As many checks run at once as there are processors.

A line that starts with SKIPPED names what could not be checked here.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from sites import Sites

HERE = pathlib.Path(__file__).parent
UNICODE = pathlib.Path("/usr/share/unicode")
READINGS = UNICODE / "Unihan_Readings.txt.bz2"


def checks(gongkai, sites):
    """Name and command of each check, the longest first."""
    own = lambda name, site: ("check.py", name, site)
    return {
        "accessibility": own("accessibility", sites.sample),
        "search": ("search.py", gongkai, sites.sample),
        "text-size": ("text_size.py", sites.sample),
        "reuse": ("reuse.py", sites.odd),
        "comparison": ("comparison.py", sites.sample),
        "lists": ("lists.py", gongkai, sites.sample),
        "validity": own("validity", sites.sample),
        "tables": own("tables", sites.sample),
        "workbooks": own("workbooks", sites.odd),
        "audit-accessibility": own("audit", sites.audits),
        "metadata": own("metadata", sites.odd),
        "links": own("links", sites.sample),
        "packages": own("packages", sites.odd),
        "schemas": own("schemas", sites.odd),
        "questions": own("questions", sites.sample),
        "mutations": own("mutations", sites.sample),
        "database": own("database", sites.odd),
        "servers": ("servers.py", sites.sample),
        "descriptions": own("descriptions", sites.sample),
        "catalogue": own("catalogue", sites.sample),
        "checksums": own("checksums", sites.sample),
        "feeds": own("feeds", sites.sample),
        "simplified": ("simplified_characters.py", "--check", UNICODE),
        "pinyin": ("pinyin_initials.py", "--check", READINGS),
        "findings": ("findings.py", gongkai, sites.sample / "schema/findings-1.json"),
        "differences": ("differences.py", gongkai, sites.sample / "schema"),
        "self-test": ("selftest.py", gongkai),
    }


def run(name, command):
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, HERE / command[0], *command[1:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return name, done.returncode == 0, done.stdout, time.monotonic() - start


def main():
    gongkai, *names = sys.argv[1:]
    gongkai = pathlib.Path(gongkai).resolve()
    os.chdir(HERE.parents[1])
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        all_checks = checks(gongkai, Sites(gongkai, pathlib.Path(folder).resolve()))
        if set(names) - all_checks.keys():
            raise SystemExit(f"no such check: {set(names) - all_checks.keys()}")
        failed = []
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            jobs = [pool.submit(run, name, command) for name, command in all_checks.items() if name in names or not names]
            for job in concurrent.futures.as_completed(jobs):
                name, is_fine, output, seconds = job.result()
                print(f"== {name}, {seconds:.0f} s\n{output}", end="", flush=True)
                if not is_fine:
                    failed.append(name)
    verdict = f"FAIL: {', '.join(failed)}" if failed else f"OK: {len(jobs)} checks"
    print(f"{verdict}, {time.monotonic() - start:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
