#!/usr/bin/env python3
"""selftest.py GONGKAI [CHECK ...]: plants faults into a small published site, one at a time, and expects that the check
that is named with each finds it, and that none is found before."""
import importlib
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

from published import Faults, PublishedSite
from sites import CONTENT

REPORT = "reports/2023/liulin"
REPORTS = ("2022/liulin.md", "2023/liulin.md", "2023/ziran.md")


NARROW_CELLS = "td { display: block; width: 1px; white-space: normal !important; word-break: break-all }"


def replace(old, new):
    def edit(file):
        text, count = re.subn(old, new, file.read_text(encoding="utf-8"), count=1)
        assert count == 1, f"{file} has no {old}"
        file.write_text(text, encoding="utf-8")

    return edit


def put(text, before="</main>"):
    return replace(re.escape(before), lambda match: text + match[0])


def append(text):
    def edit(file):
        with file.open("a", encoding="utf-8", newline="") as out:
            out.write(text)

    return edit


def statement(sql):
    def edit(file):
        with sqlite3.connect(file) as database:
            database.execute(sql)
        database.close()

    return edit


def cell(value):
    def edit(file):
        book = openpyxl.load_workbook(file)
        book.worksheets[0]["A2"] = value
        book.save(file)

    return edit


def rubbish(file):
    file.write_bytes(b"\0" * 600)


def remove(file):
    file.unlink()


def copy_of_first_page(file):
    shutil.copyfile(file.parent / "index.html", file)


# The check, the file, what is done to it, and a part of what the check has to say.
FAULTS = [
    ("links", "index.html", replace('href="years/index.html"', 'href="years/indx.html"'), "is not there"),
    ("links", "index.html", replace('href="years/index.html"', 'href="years/"'), "names a folder"),
    ("links", "index.html", replace('href="years/index.html"', 'href="/years/index.html"'), "depends on where"),
    ("links", "index.html", put('<p><a href="#nowhere">x</a></p>'), "there is no id nowhere"),
    ("links", "index.html", put('<p><a href="javascript:x()">x</a></p>'), "refers to"),
    ("links", "index.html", put('<p id="x"></p><p id="x"></p>'), "is used 2 times"),
    ("links", "index.html", put('<p aria-labelledby="nowhere">x</p>'), "which is no id"),
    ("links", "index.html", put('<img src="https://example.org/x.png" alt="">'), "from another site"),
    ("links", "extra.html", copy_of_first_page, "no link leads here"),
    ("links", "assets/site.css", append("p { background: url(nothing.png) }"), "nothing.png is not there"),
    ("tables", f"{REPORT}.html", replace(r'(<td[^>]*) headers="[^ "]+ [^ "]+ [^"]+"', r"\1"), "and its headers are"),
    ("tables", f"{REPORT}.html", replace(r'(<td[^>]* headers="[^ "]*) [^ "]*', r"\1"), "and its headers are"),
    ("tables", f"{REPORT}.html", replace(r'(<th[^>]*) scope="[^"]*"', r"\1"), "has no scope"),
    ("tables", f"{REPORT}.html", replace(r"<caption[^>]*>.*?</caption>", ""), "has no caption"),
    ("tables", f"{REPORT}.html", replace(r'colspan="\d+"', 'colspan="1"'), "fields are filled"),
    ("tables", f"{REPORT}.html", replace(r'rowspan="\d+"', 'rowspan="90"'), "spans more rows"),
    ("validity", "index.html", replace("</main>", ""), "main"),
    ("validity", "index.html", put("<p><div>x</div></p>"), "error"),
    ("validity", "agencies/liulin/requests.new.total.svg", replace("</title>", ""), "title"),
    ("metadata", "data/cells.csv", replace(r",2023,", ",x,"), "not valid"),
    ("metadata", "data/cells.csv-metadata.json", replace('"url":"cells.csv"', '"url":"cell.csv"'), "not there"),
    ("metadata", "data/extra.csv", lambda file: file.write_text("a\r\n1\r\n"), "no description"),
    ("packages", "datapackage.json", replace('"hash":"sha256:....', '"hash":"sha256:0000'), "has another sha256"),
    ("packages", "data/agencies.csv", append("x\r\n"), "bytes, not"),
    ("packages", "datapackage.json", replace('"type":"integer"', '"type":"intger"'), "intger"),
    ("schemas", f"{REPORT}.json", replace('"year":2023', '"year":"2023"'), "$.year"),
    ("schemas", f"{REPORT}.json", replace('"year":2023', '"year":2023,"year":2023'), "there twice"),
    ("schemas", f"{REPORT}.json", replace("report-1.json", "report-9.json"), "which is not there"),
    ("schemas", f"{REPORT}.json", rubbish, "not JSON"),
    ("schemas", "schema/report-1.json", replace('"type": ?"object"', '"type":"objekt"'), "not a schema"),
    ("questions", "data/cells.csv", replace(r"(?m)^(.*,own,requests,new,total,)\d+,件,\d+", r"\g<1>99,件,99"), "requests by year"),
    ("mutations", "schema/report-1-cn-2021.json", replace('"minimum":0', '"minimum":-9'), "is negative"),
    ("mutations", "schema/report-1-cn-2021.json", replace(r'(?m)^    "title",\n', ""), "title is missing"),
    ("mutations", "schema/report-1.json", replace('"enum":\\["cn-[^]]*\\]', '"type":"string"'), "accepts any form"),
    ("workbooks", "agencies/index.xlsx", cell("x"), "row 2 is"),
    ("workbooks", f"{REPORT}-form.xlsx", cell("=1+1"), "not a value"),
    ("workbooks", "data/portal.xlsx", rubbish, "does not open"),
    ("database", "data/portal.sqlite", statement("DELETE FROM regions WHERE region = (SELECT max(region) FROM regions)"), "rows, and"),
    ("database", "data/portal.sqlite", statement("UPDATE reports SET agency = 'nobody' WHERE rowid = 1"), "refers to nothing"),
    ("database", "data/portal.sqlite", rubbish, "not a database"),
    ("feeds", "feed.atom", replace(r"<updated>(\d{4})-", r"<updated>\1/"), "not a date and time"),
    ("feeds", "feed.atom", replace("<id>", "<no>"), "not XML"),
    ("feeds", "feed.atom", replace(r"<entry>\n<id>[^<]*</id>", "<entry>"), "id has to be there once"),
    ("feeds", "sitemap.xml", replace("<url><loc>[^<]*</loc></url>", ""), "is missing"),
    ("feeds", "sitemap.xml", replace("agencies/index.html", "agencies/indx.html"), "is not there"),
    ("feeds", "robots.txt", replace("(?m)^Sitemap.*", ""), "it names"),
    ("feeds", "opensearch.xml", replace("{searchTerms}", ""), "it leads to"),
    ("catalogue", "catalog.jsonld", replace('"dcat:byteSize":(.*?)"@value":"?\\d+', r'"dcat:byteSize":\1"@value":"1'), "bytes, not"),
    ("catalogue", "catalog.jsonld", replace('"@context":{', '"@context":["https://example.org/c.jsonld"],"x":{'), "cannot be read"),
    ("catalogue", "catalog.jsonld", replace("dct:publisher", "dct:author"), "has no http://purl.org/dc/terms/publisher"),
    ("descriptions", "index.html", replace('rel="canonical" href="[^"]*"', 'rel="canonical" href="x"'), "it says that it is"),
    ("descriptions", "index.html", replace('hreflang="en" href="[^"]*"', 'hreflang="en" href="x"'), "is not there"),
    ("descriptions", f"{REPORT}.html", replace('"@type":"Dataset",', '"@type":"Dataset"'), "JSON-LD"),
    ("descriptions", f"{REPORT}.html", replace('"description":"[^"]*"', '"description":"x"'), "1 characters"),
    ("descriptions", f"{REPORT}.json", replace('"id":"[^"]*"', '"id":"x"'), "is of x"),
    ("checksums", "robots.txt", append("\n"), "another hash"),
    ("checksums", "extra.txt", append("\n"), "is not listed"),
    ("checksums", "robots.txt", remove, "is not there"),
    ("checksums", "SHA256SUMS", replace("  ", " "), "does not read"),
    ("accessibility", "index.html", put('<img src="assets/icon.svg">'), "image-alt"),
    ("accessibility", "index.html", put('<p lang="xx-nowhere-">x</p>'), "valid-lang"),
    ("accessibility", "index.html", put('<script src="nothing.js"></script>'), "answers 404"),
    ("accessibility", "index.html", put('<script src="https://example.org/x.js"></script>'), "console"),
    ("accessibility", "assets/site.css", append("p { color: #8a8a8a !important; background: #fff }"), "color-contrast"),
    ("accessibility", "assets/site.css", append("main { min-width: 900px }"), "px wide"),
    ("accessibility", "assets/site.css", append("main h1 { white-space: nowrap !important; font-size: 18px !important }"), "spaced"),
    ("accessibility", "assets/site.css", append("main h1 { width: 60px; overflow: auto; white-space: nowrap }"), "scrolls, and"),
    ("accessibility", "assets/site.css", append(NARROW_CELLS), "broken"),
]


def main():
    gongkai, *names = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        site = publish(pathlib.Path(gongkai).resolve(), pathlib.Path(folder))
        wrong = []
        for name in dict.fromkeys(fault[0] for fault in FAULTS):
            if not names or name in names:
                for fault in faults_of(name, site)[:3]:
                    wrong.append(fault)
                    print(f"  {name} finds in a sound site: {fault[:400]}", flush=True)
        planted = [fault for fault in FAULTS if not names or fault[0] in names]
        for name, path, edit, words in planted:
            try:
                found = with_fault(name, site, path, edit)
            except Exception as error:
                found = [f"fails: {error!r}"]
            if not any(words in fault for fault in found):
                wrong.append(f"{name} does not find “{words}” in {path}, but {found[:2]}")
                print(f"  {wrong[-1][:500]}", flush=True)
    print(f"{'FAIL' if wrong else 'OK'}: {len(planted)} planted faults, {len(wrong)} surprise(s)")
    return 1 if wrong else 0


def publish(gongkai, folder):
    content = folder / "Content"
    for name in ("site.yaml", "regions.yaml", "agencies/liulin.md", "agencies/ziran.md", *(f"reports/{path}" for path in REPORTS)):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CONTENT / name, content / name)
    with (content / "site.yaml").open("a", encoding="utf-8") as site:
        site.write("rules: {report-missing: off}\n")
    done = subprocess.run([gongkai, "build", "-C", folder], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder.resolve() / "Output"


def faults_of(name, folder, path="index.html"):
    site, faults = PublishedSite(folder), Faults()
    check = importlib.import_module(f"checks.{name}")
    if name == "accessibility":
        # A style is looked at on a page that has everything.
        check.check(site, faults, [path if path.endswith(".html") else "years/2023/index.html"])
        return faults
    if name in ("tables", "validity"):
        # They look at each file by itself: at one or two, then.
        site.files = [path for path in site.files if path in {fault[1] for fault in FAULTS if fault[0] == name}]
    check.check(site, faults)
    return faults


def with_fault(name, folder, path, edit):
    file = folder / path
    content = file.read_bytes() if file.exists() else None
    edit(file)
    try:
        return faults_of(name, folder, path)
    finally:
        if content is None:
            file.unlink()
        else:
            # A published file may be the link of another.
            file.unlink(missing_ok=True)
            file.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
