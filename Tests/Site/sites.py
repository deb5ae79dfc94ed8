"""The sites that the checks look at, published from the sample portal of this repository and from changes of it."""
import pathlib
import shutil
import subprocess

CONTENT = pathlib.Path(__file__).parents[2] / "Content"


class Sites:
    def __init__(self, gongkai, folder):
        self.gongkai, self.folder = gongkai, folder
        self.sample = self.publish(CONTENT.parent, "sample")
        self.odd = self.publish(self.changed("odd", {
            # Cells of every kind in one report: blank, not applicable, a remark, a text, a zero at the end.
            "reports/2023/liulin.md": {
                "\nyear:": "\naccepted: [{finding: cell-not-a-number, reason: 原件如此}]\nyear:",
                "\n| 规章 |": "\n| 规章 | 0 |  | 22（其中修订 16 件） |",
                "\n| 行政许可 |": "\n| 行政许可 | — |",
                "\n| 行政处罚 |": "\n| 行政处罚 | 约20 |",
                "\n| 行政事业性收费 |": "\n| 行政事业性收费 | 18.8710 |",
            }}), "odd")
        self.audits = self.audit(self.changed("faulty", {
            "reports/2023/liulin.md": {
                "\nyear:": "\naccepted: [{finding: blank-cells, reason: 原件如此}]\nyear:",
                "\n| 行政许可 |": "\n| 行政许可 | ３ |",
                "\n| 行政强制 |": "\n| 行政强制 | |",
            },
            "reports/2023/caizheng.md": {"\n| 行政复议 |": "\n| 行政复议 | 1 | 0 | 0 | 0 | 2 |"},
        }))

    def run(self, *arguments, statuses=(0,)):
        done = subprocess.run([self.gongkai, *arguments], capture_output=True, text=True)
        if done.returncode not in statuses:
            raise SystemExit(f"gongkai {' '.join(map(str, arguments))}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def publish(self, portal, name):
        site = self.folder / name / "site"
        print(self.run("build", "-C", portal, "--output", site).strip().splitlines()[-1])
        return site

    def changed(self, name, changes):
        """The sample portal with other lines: each that starts like a key is replaced whole, or a key put before it."""
        portal = self.folder / name
        shutil.copytree(CONTENT, portal / "Content")
        for path, lines in changes.items():
            file = portal / "Content" / path
            text = file.read_text(encoding="utf-8")
            for start, line in lines.items():
                before, found, rest = text.partition(start)
                if not found:
                    raise SystemExit(f"{path} has no line {start.strip()}")
                text = before + line + (rest if line.endswith(start) else "\n" + rest.partition("\n")[2])
            file.write_text(text, encoding="utf-8")
        return portal

    def audit(self, portal):
        """The page of the audit with findings of each kind, in both languages."""
        pages = self.folder / "audits"
        pages.mkdir()
        for language in ("zh-Hans", "en"):
            self.run("check", "-C", portal, "--lang", language, "--report", pages / f"{language}.html", statuses=(0, 1))
        return pages
