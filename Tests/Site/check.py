#!/usr/bin/env python3
"""check.py NAME SITE: one of the checks in the folder `checks` of a published site."""
import importlib
import sys

from published import Faults, PublishedSite

MOST_SHOWN = 12


def main():
    name, folder = sys.argv[1:]
    faults = Faults()
    looked_at = importlib.import_module(f"checks.{name}").check(PublishedSite(folder), faults)
    for fault in faults[:MOST_SHOWN]:
        print(f"  {fault[:400]}")
    if len(faults) > MOST_SHOWN:
        print(f"  and {len(faults) - MOST_SHOWN} more")
    print(f"{'FAIL' if faults else 'OK'}: {looked_at}, {len(faults)} fault(s)")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
