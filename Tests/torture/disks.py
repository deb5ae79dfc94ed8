"""Full disks and power failures, on separate file systems. Needs permission to mount."""
import contextlib, os, random, shutil, sqlite3, subprocess, time, zipfile

from portal import Portal, Trial, state


def mounts_are_permitted():
    return os.geteuid() == 0 and subprocess.run(
        ["unshare", "--mount", "true"], stderr=subprocess.DEVNULL).returncode == 0


@contextlib.contextmanager
def mounted(folder, *arguments):
    folder.mkdir(exist_ok=True, parents=True)
    subprocess.run(["mount", *arguments, str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def is_sound(portal, site):
    """Whether a site matches its checksums, and each workbook and database can be opened."""
    if portal.run("verify", str(site))[0] != 0:
        return False
    for path in site.rglob("*.xlsx"):
        try:
            with zipfile.ZipFile(path) as archive:
                if archive.testzip() or "xl/workbook.xml" not in archive.namelist():
                    return False
        except zipfile.BadZipFile:
            return False
    for path in site.rglob("*.sqlite"):
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
            if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return False
    return True


def full_output(gongkai, folder, count, seed):
    """A disk that fills up at any point of a build: the old site is kept, and the exit code reports it."""
    trial, chance = Trial("full disk"), random.Random(seed)
    portal = Portal(gongkai, folder, years=("2024",))
    disk = folder / "disk"
    with mounted(disk, "-t", "tmpfs", "-o", "size=512m", "none"):
        site = disk / "site"
        states = portal.versions(site)
        portal.set_version("乙")
        used = shutil.disk_usage(disk).used
        for number in range(count):
            room = used + int(chance.uniform(0, 1.3) * used)
            subprocess.run(["mount", "-o", f"remount,size={room}", str(disk)], check=True)
            code, errors = portal.run("build", output=site)
            found = state(site)
            expected = states["乙"] if code == 0 else states["甲"]
            trial.expect(code in (0, 3) and found == expected, f"{room} bytes: ends with {code}: {errors[-300:]}")
            if code == 0:
                subprocess.run(["mount", "-o", "remount,size=512m", str(disk)], check=True)
                portal.set_version("甲")
                portal.must("build", output=site)
                portal.set_version("乙")
    return trial


def full_temporary_folder(gongkai, folder, count, _):
    """No space for the temporary files of libraries: either a sound site is published or nothing."""
    trial = Trial("full temporary folder")
    portal = Portal(gongkai, folder, years=("2024",))
    states = portal.versions()
    with mounted(folder / "tmp", "-t", "tmpfs", "-o", "size=16k", "none") as temporary:
        for number in range(count):
            # Between no free page and four.
            (temporary / "filler").write_bytes(bytes(4096 * (number % 4)))
            portal.set_version("乙")
            variables = {name: str(temporary) for name in ("TMPDIR", "SQLITE_TMPDIR", "TMP", "TEMP")}
            code, errors = portal.run("build", environment=variables)
            found = state(portal.output)
            trial.expect(
                (code == 0 and found == states["乙"] and is_sound(portal, portal.output))
                or (code == 3 and found == states["甲"]), f"round {number}: ends with {code}: {errors[-300:]}")
            portal.set_version("甲")
            portal.must("build")
    return trial


def power_cuts(gongkai, folder, count, seed):
    """The power fails while a build runs, or seconds after it has ended.

    The image under a mounted file system holds what has reached the disk, and nothing of what still waits in memory: a
    copy of it is the disk as it would be found.
    """
    trial, chance = Trial("power cut"), random.Random(seed)
    portal = Portal(gongkai, folder)
    image, copy = folder / "disk.img", folder / "copy.img"
    with open(image, "wb") as file:
        file.truncate(1 << 30)
    subprocess.run(["mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image)], check=True)
    with mounted(folder / "disk", "-o", "loop", str(image)) as disk:
        site = disk / "site"
        states = portal.versions(site)
        live = "甲"

        def found():
            with mounted(folder / "copy", "-o", "loop", str(copy)) as restored:
                return state(restored / "site")

        def cut():
            subprocess.run(["cp", "--sparse=always", str(image), str(copy)], check=True)

        for number in range(count):
            wanted = "乙" if live == "甲" else "甲"
            portal.set_version(wanted)
            if number % 3 == 0:
                process = portal.start("build", output=site)
                time.sleep(chance.uniform(0, 2))
                cut()
                process.communicate()
                trial.expect(found() in states.values(), f"cut {number}, while a build ran")
            else:
                portal.must("build", output=site)
                delay = chance.choice([0, 0.2, 1, 5, 8])
                time.sleep(delay)
                cut()
                trial.expect(found() == states[wanted], f"cut {number}, {delay} s after the build")
            live = wanted
    return trial
