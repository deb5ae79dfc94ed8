"""Anything an office could submit or leave in a folder: nothing may crash, hang, run or leak."""
import os, pathlib, random, shutil, threading, time

from portal import SECRET, Portal, Trial, holding, state

WORDS = [
    b"|", b"\n", b"\n\n", b"---\n", b"## ", "一、".encode(), b"[", b"](", b"![](", b"<script>", b"&#1;", b"\x00", b"\xff", b"\x1b[2J",
    "\u202e".encode(), "\ufeff".encode(), b"{{#", b"{{/", b"{{>", b"{{{", b": ", b"- ", b"- {", b"}", b"&a ", b"*a", b"!!", b"9" * 40,
    b"-1", b"1e9", b"\"", b"'", b"../", b"/etc/passwd", b"javascript:", b"accepted: ", b"status: draft\n", b"year: ", b"\t", b"~~", b"`",
]


def mutated(data, chance):
    """Bytes with one to eight random changes."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice([0, 1, 3, 20, 400]))
        kind = chance.randrange(5)
        if kind == 0:
            data[start:end] = chance.choice(WORDS)
        elif kind == 1:
            data[start:end] = b""
        elif kind == 2:
            data[start:start] = data[start:end] * chance.choice([1, 2, 50])
        elif kind == 3:
            data[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
        else:
            target = chance.randrange(len(data) + 1)
            data[target:target] = data[start:end]
    return bytes(data)


def inputs(gongkai, folder, count, seed):
    """Mutated files of every kind: findings or a site, never a crash, an internal error or a hang."""
    trial, chance = Trial("mutated files"), random.Random(seed)
    portal = Portal(gongkai, folder, years=("2024",))
    content = portal.folder / "Content"
    repository = pathlib.Path(__file__).resolve().parents[2]
    shutil.copytree(repository / "docs" / "forms", content / "forms")
    shutil.copytree(repository / "Themes" / "default", portal.folder / "Themes" / "default")
    portal.must("build", "--no-data", "--no-search")
    files = sorted(path for folder in (content, portal.folder / "Themes") for path in folder.rglob("*")
                   if path.suffix in (".md", ".yaml", ".mustache", ".css"))
    # Every kind equally often, however many files it has.
    kinds = {}
    for path in files:
        kinds.setdefault((path.parent.name, path.suffix), []).append(path)
    kinds = sorted(kinds.items())
    for number in range(count):
        path = chance.choice(chance.choice(kinds)[1])
        original = path.read_bytes()
        path.write_bytes(mutated(original, chance))
        before = state(portal.output)
        code, errors = portal.run("build", "--no-data", "--no-search", timeout=60)
        trial.expect(code == 0 or (code == 1 and state(portal.output) == before),
                     f"{path.name}, input {number}: ends with {code}: {errors[-300:]}")
        if code not in (0, 1):
            shutil.copy(path, folder / f"lost-{number}{path.suffix}")
        path.write_bytes(original)
    return trial


def links(gongkai, folder, _, __):
    """Links of every kind to files that must not be published: they are rejected, and nothing leaks."""
    trial = Trial("links and paths")
    outside = folder / "outside"
    outside.mkdir(parents=True)
    (outside / "a.txt").write_text(SECRET)
    (outside / "a.md").write_text(SECRET)

    def attempt(name, plant):
        portal = Portal(gongkai, folder / name, years=("2024",))
        content = portal.folder / "Content"
        draft = content / "reports" / "2024" / "ziran.md"
        draft.write_text(draft.read_text().replace("year: 2024", f"year: 2024\nstatus: draft\neditor: {SECRET}", 1))
        plant(content, portal.folder)
        for verb in ("check", "build"):
            code, errors = portal.run(verb, timeout=60)
            trial.expect(code in (0, 1), f"{name}: {verb} ends with {code}: {errors[-300:]}")
        leaked = holding(portal.output, SECRET) if portal.output.exists() else []
        trial.expect(not leaked, f"{name}: {leaked} is published")
        shutil.rmtree(portal.folder)

    def link(path, target):
        def plant(content, _):
            whole = content / path
            whole.parent.mkdir(parents=True, exist_ok=True)
            if whole.is_file():
                whole.unlink()
            os.symlink(target, whole)
        return plant

    def site(text):
        def plant(content, _):
            with open(content / "site.yaml", "a") as file:
                file.write(text)
        return plant

    def theme(content, root):
        assets = root / "Themes" / "own" / "assets"
        assets.mkdir(parents=True)
        (root / "Themes" / "own" / "theme.yaml").write_text("name: own\nextends: default\n")
        os.symlink(outside / "a.txt", assets / "a.css")
        site("theme: own\n")(content, root)

    def loops(content, _):
        base = content / "reports" / "2024" / "caizheng"
        base.mkdir()
        for name in "abc":
            os.symlink(".", base / name)

    def attached(content, _):
        report = content / "reports" / "2024" / "caizheng.md"
        link("reports/2024/caizheng/b.md", "../ziran.md")(content, _)
        report.write_text(report.read_text().replace(
            "year: 2024", "year: 2024\nattachments: [{file: b.md, title: b}]", 1))

    attempts = {
        "attachment": attached,
        "attached-outside": link("reports/2024/caizheng/a.txt", outside / "a.txt"),
        "report": link("reports/2023/caizheng.md", "../2024/ziran.md"),
        "report-outside": link("reports/2024/gongan.md", outside / "a.md"),
        "year": link("reports/2022", "2024"),
        "folder": link("reports/2024/caizheng", "../2024"),
        "static": link("static", "reports"),
        "static-file": link("static/a.txt", "../reports/2024/ziran.md"),
        "static-outside": link("static/b", outside),
        "agencies": link("agencies/geheim.md", "../reports/2024/ziran.md"),
        "forms": link("forms", outside),
        "site": link("site.yaml", outside / "a.txt"),
        "frame": site("frame: {header: ../../outside/a.txt}\n"),
        "frame-absolute": site(f"frame: {{header: {outside}/a.txt}}\n"),
        "frame-link": lambda content, root: (link("kopf.html", outside / "a.txt")(content, root),
                                             site("frame: {header: kopf.html}\n")(content, root)),
        "theme": theme,
        "loops": loops,
    }
    for name, plant in attempts.items():
        attempt(name, plant)
    return trial


def races(gongkai, folder, count, _):
    """A folder of attachments that is repeatedly replaced by a link to another office's during builds."""
    trial = Trial("folders swapped while built")
    portal = Portal(gongkai, folder, years=("2024",))
    year = portal.folder / "Content" / "reports" / "2024"
    hidden = folder / "hidden"
    own, aside, swapped = year / "caizheng", year.parent / "aside", year.parent / "swapped"
    for place, text in ((own, "public"), (hidden, SECRET)):
        place.mkdir()
        for number in range(8):
            (place / f"{number}.txt").write_text(text)
    os.symlink(hidden, swapped)
    report = year / "caizheng.md"
    listed = ", ".join(f"{{file: {number}.txt, title: t{number}}}" for number in range(8))
    report.write_text(report.read_text().replace("year: 2024", f"year: 2024\nattachments: [{listed}]", 1))
    stops = threading.Event()

    def swap():
        while not stops.is_set():
            os.rename(own, aside)
            os.rename(swapped, own)
            time.sleep(0.003)
            os.rename(own, swapped)
            os.rename(aside, own)
            time.sleep(0.003)

    thread = threading.Thread(target=swap)
    thread.start()
    try:
        for number in range(count):
            code, errors = portal.run("build", "--no-data", "--no-search")
            trial.expect(code in (0, 1), f"build {number} ends with {code}: {errors[-300:]}")
            leaked = holding(portal.output, SECRET) if portal.output.exists() else []
            trial.expect(not leaked, f"build {number} publishes {leaked}")
    finally:
        stops.set()
        thread.join()
    return trial
