"""A portal to test against, and a way to identify its published site."""
import hashlib, os, pathlib, shutil, subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
# A text that must never appear in a published file.
SECRET = "geheim-4711-draft-of-another-office"


class Portal:
    """A small portal in two versions, `甲` and `乙`, in which every page differs."""

    def __init__(self, gongkai, folder, years=("2023", "2024")):
        self.gongkai, self.folder = str(gongkai), pathlib.Path(folder)
        self.output = self.folder / "public" / "site"
        content = self.folder / "Content"
        content.mkdir(parents=True)
        self.output.parent.mkdir()
        sample = REPOSITORY / "Content"
        for name in ("site.yaml", "regions.yaml"):
            shutil.copy(sample / name, content)
        shutil.copytree(sample / "agencies", content / "agencies")
        for year in years:
            shutil.copytree(sample / "reports" / year, content / "reports" / year)
        self.original = (content / "site.yaml").read_text().replace("years: {from: 2021}\n", "")
        self.set_version("甲")

    def set_version(self, version):
        text = self.original.replace("name: 云溪区政府信息公开年报", f"name: 云溪区政府信息公开年报{version}", 1)
        assert version in text
        (self.folder / "Content" / "site.yaml").write_text(text)

    def command(self, verb, *arguments, output=None):
        portal = [] if verb == "verify" else ["-C", str(self.folder)]
        target = ["--output", str(output or self.output)] if verb == "build" else []
        return [self.gongkai, verb, *portal, *target, *arguments]

    def start(self, verb, *arguments, output=None, environment=None):
        return subprocess.Popen(
            self.command(verb, *arguments, output=output), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env={**os.environ, "LANG": "C", **(environment or {})})

    def run(self, verb, *arguments, output=None, environment=None, timeout=120):
        """The exit code, negative for a signal, and the output; `None` for a run that does not end."""
        process = self.start(verb, *arguments, output=output, environment=environment)
        try:
            errors = process.communicate(timeout=timeout)[1]
            return process.returncode, errors.decode(errors="replace")
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return None, "no end"

    def must(self, verb, *arguments, output=None):
        code, errors = self.run(verb, *arguments, output=output)
        if code != 0:
            raise SystemExit(f"gongkai {verb} ends with {code} before anything was tormented:\n{errors}")

    def versions(self, output=None):
        """The states of the site in both versions."""
        states = {}
        for version in ("乙", "甲"):
            self.set_version(version)
            self.must("build", output=output)
            states[version] = state(output or self.output)
        return states

    def leftovers(self):
        return sorted(path.name for path in self.output.parent.iterdir() if path != self.output)


def state(site):
    """A digest of all names and bytes below a folder; `None` if there is no folder."""
    site = pathlib.Path(site)
    if not site.is_dir():
        return None
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(site)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def holding(site, text):
    """Paths of the files that contain a text, or have it in their name."""
    wanted = text.encode()
    return [str(path.relative_to(site)) for path in pathlib.Path(site).rglob("*")
            if text in path.name or (path.is_file() and wanted in path.read_bytes())]


class Trial:
    """Counts what was tried and what was lost."""

    def __init__(self, name):
        self.name, self.tried, self.lost, self.skipped = name, 0, [], None

    def expect(self, is_sound, what):
        self.tried += 1
        if not is_sound:
            self.lost.append(what)
            print(f"   LOST: {self.name}: {what[:400]}", flush=True)
