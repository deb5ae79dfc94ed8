"""Builds that are killed, interrupted, or run at the same time."""
import random, signal, time

from portal import Portal, Trial, state


def kills(gongkai, folder, count, seed):
    """SIGKILL at any moment: the site is either the old or the new one, complete, and the next build works."""
    trial = Trial("killed builds")
    portal, chance = Portal(gongkai, folder), random.Random(seed)
    start = time.monotonic()
    states = portal.versions()
    length = (time.monotonic() - start) / 2
    live = "甲"
    for number in range(count):
        wanted = "乙" if live == "甲" else "甲"
        portal.set_version(wanted)
        process = portal.start("build")
        time.sleep(chance.uniform(0, 1.1 * length))
        process.kill()
        process.communicate()
        found = state(portal.output)
        trial.expect(found in states.values(), f"kill {number}: the site is neither the old one nor the new one")
        live = next((version for version, known in states.items() if known == found), live)
        if number % 10 == 9:
            portal.must("build")
            live = wanted
            trial.expect(state(portal.output) == states[wanted] and not portal.leftovers(),
                         f"kill {number}: the build after it leaves {portal.leftovers()}")
    return trial


def signals(gongkai, folder, count, seed):
    """SIGINT and SIGTERM: the right exit code, no leftovers, and either the old or the new site."""
    trial = Trial("interrupted builds")
    portal, chance = Portal(gongkai, folder), random.Random(seed)
    start = time.monotonic()
    states = portal.versions()
    length = (time.monotonic() - start) / 2
    for number in range(count):
        portal.set_version("乙" if number % 2 == 0 else "甲")
        process = portal.start("build")
        time.sleep(0.05 + chance.uniform(0, length))
        sent = chance.choice([signal.SIGINT, signal.SIGTERM])
        process.send_signal(sent)
        began = time.monotonic()
        errors = process.communicate()[1].decode(errors="replace")
        code, found = process.returncode, state(portal.output)
        trial.expect(code in (0, 128 + sent), f"{sent.name} {number} ends with {code}: {errors[-300:]}")
        # Usually well below a second, but a disk that is busy can delay the kernel for longer.
        trial.expect(time.monotonic() - began < 30, f"{sent.name} {number} took {time.monotonic() - began:.1f} s")
        trial.expect(found in states.values(), f"{sent.name} {number}: the site is neither old nor new")
        trial.expect(not portal.leftovers(), f"{sent.name} {number} leaves {portal.leftovers()}")
    return trial


def rivals(gongkai, folder, count, _):
    """Two builds to the same output: one publishes, the other reports that or publishes after it."""
    trial = Trial("two builds at once")
    portal = Portal(gongkai, folder)
    states = portal.versions()
    for number in range(count):
        processes = [portal.start("build") for _ in range(2)]
        codes = []
        for process in processes:
            process.communicate()
            codes.append(process.returncode)
        trial.expect(0 in codes and set(codes) <= {0, 2}, f"pair {number} ends with {codes}")
        trial.expect(state(portal.output) == states["甲"] and not portal.leftovers(), f"pair {number} leaves a mess")
    return trial
