#!/usr/bin/env python3
"""pinyin_initials.py [--check] UNIHAN_READINGS

Writes Sources/SearchIndex/Pinyin/initials.txt from the readings of Unicode's Unihan database, which Debian has in its
package unicode-data: /usr/share/unicode/Unihan_Readings.txt.bz2. With --check it compares and writes nothing.
"""
import bz2
import collections
import pathlib
import re
import sys
import unicodedata

TARGET = pathlib.Path(__file__).parents[2] / "Sources/SearchIndex/Pinyin/initials.txt"
VERSION = "15.0.0"
# The usual reading, those that are counted in texts, and those of 现代汉语词典, which has place names.
FIELDS = {"kMandarin", "kHanyuPinlu", "kXHC1983"}


def read(path: pathlib.Path) -> tuple[str, dict[str, set[str]]]:
    data = path.read_bytes()
    text = (bz2.decompress(data) if path.suffix == ".bz2" else data).decode("utf-8")
    version = re.search(r"^# Unicode version: (\S+)", text, re.MULTILINE)[1]
    year = re.search(r"^# © (\d+)", text, re.MULTILINE)[1]
    letters = collections.defaultdict(set)
    for line in text.splitlines():
        code, _, rest = line.partition("\t")
        field, _, value = rest.partition("\t")
        if not code.startswith("U+") or field not in FIELDS or not 0x4E00 <= int(code[2:], 16) <= 0x9FFF:
            continue
        character = chr(int(code[2:], 16))
        for reading in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", value.replace(":", " "))):
            letters[unicodedata.normalize("NFD", reading)[0].lower()].add(character)
    return f"Unihan_Readings.txt of Unicode {version}, © 1991–{year} Unicode, Inc.", letters


def file(source: str, letters: dict[str, set[str]]) -> str:
    head = "\n".join("# " + line if line else "#" for line in NOTICE.format(source=source).splitlines())
    lines = [f"{letter} {''.join(sorted(letters[letter]))}" for letter in sorted(letters)]
    return head + "\n" + "\n".join(lines) + "\n"


NOTICE = """The first letters of the readings of Chinese characters in pinyin, each with the characters that have such a reading.
Made by Tests/Site/pinyin_initials.py from {source}

This is a modified version of a Unicode data file. COPYRIGHT AND PERMISSION NOTICE: Distributed under the Terms of Use in
https://www.unicode.org/copyright.html. Permission is hereby granted, free of charge, to any person obtaining a copy of
the Unicode data files and any associated documentation (the "Data Files") or Unicode software and any associated
documentation (the "Software") to deal in the Data Files or Software without restriction, including without limitation
the rights to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files or Software, and to
permit persons to whom the Data Files or Software are furnished to do so, provided that either (a) this copyright and
permission notice appear with all copies of the Data Files or Software, or (b) this copyright and permission notice
appear in associated Documentation. THE DATA FILES AND SOFTWARE ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT OF THIRD PARTY RIGHTS. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE
LIABLE FOR ANY CLAIM, OR ANY SPECIAL INDIRECT OR CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF
USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN
CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA FILES OR SOFTWARE. Except as contained in this notice, the name of a
copyright holder shall not be used in advertising or otherwise to promote the sale, use or other dealings in these Data
Files or Software without prior written authorization of the copyright holder."""


def main() -> int:
    check = "--check" in sys.argv
    readings = pathlib.Path(sys.argv[-1])
    source, letters = read(readings) if readings.exists() else ("no file", {})
    # Of another version of Unicode the readings of rare characters differ.
    if check and not source.startswith(f"Unihan_Readings.txt of Unicode {VERSION},"):
        print(f"SKIPPED: the initials of pinyin, which are from Unicode {VERSION}, against {readings}: {source}")
        return 0
    made = file(source, letters)
    if check and TARGET.read_text(encoding="utf-8") != made:
        print(f"pinyin_initials: {TARGET.name} is not what {sys.argv[-1]} gives")
        return 1
    if not check:
        TARGET.write_text(made, encoding="utf-8")
    print(f"OK: {sum(len(line) - 2 for line in made.splitlines() if not line.startswith('#'))} readings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
