#!/usr/bin/env python3
"""run.py GONGKAI [--rounds N] [--only NAME] [--seed N]

Exposes builds to attackers, full disks and power failures, and counts trials and failures: a site that is neither the
old nor the new one, a published secret, a crash, a hang, leftover files. No trial may fail.
"""
import argparse, pathlib, shutil, sys, tempfile, time

import disks, hostile, interruptions

TRIALS = [
    # Trial, repetitions per round, and whether it mounts file systems.
    (interruptions.kills, 60, False), (interruptions.signals, 20, False), (interruptions.rivals, 5, False),
    (disks.full_output, 15, True), (disks.full_temporary_folder, 4, True), (disks.power_cuts, 9, True),
    (hostile.links, 1, False), (hostile.races, 15, False), (hostile.inputs, 150, False),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gongkai")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", help="one trial, by the name of its function")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    gongkai = pathlib.Path(options.gongkai).resolve()
    print(f"seed {options.seed}", flush=True)
    results = []
    for run, count, mounts in TRIALS:
        if options.only and run.__name__ != options.only:
            continue
        if mounts and not disks.mounts_are_permitted():
            results.append((run.__name__, 0, 0, "SKIPPED: it needs the right to mount"))
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="gongkai-torture-"))
        start = time.monotonic()
        trial = run(gongkai, folder, count * options.rounds, options.seed)
        shutil.rmtree(folder, ignore_errors=True)
        results.append((trial.name, trial.tried, len(trial.lost), f"{time.monotonic() - start:.0f} s"))
        print(f"{trial.name}: {trial.tried} tried, {len(trial.lost)} lost", flush=True)
    print(f"\n{'':30}{'tried':>8}{'lost':>8}")
    for name, tried, lost, note in results:
        print(f"{name:30}{tried:>8}{lost:>8}  {note}")
    skipped = sum(note.startswith("SKIPPED") for *_, note in results)
    lost = sum(lost for _, _, lost, _ in results)
    print(f"{'':30}{sum(tried for _, tried, _, _ in results):>8}{lost:>8}  {skipped} skipped")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
