"""Checksums: SHA256SUMS lists each file once, in the notation of sha256sum, with its hash."""
import hashlib
import re

LINE = re.compile(r"([0-9a-f]{64})  ([^\n]+)\n")


def check(site, faults):
    path = "SHA256SUMS"
    listed = {}
    for line in site.text(path).splitlines(keepends=True):
        match = LINE.fullmatch(line)
        if not match:
            faults.add(path, f"sha256sum does not read the line {line!r}")
            continue
        digest, name = match.groups()
        faults.expect(name not in listed, path, f"{name} is there twice")
        listed[name] = digest
        if name.endswith((".gz", ".br")):
            continue
        if name not in site.known:
            faults.add(path, f"{name} is not there")
            continue
        faults.expect(hashlib.sha256(site.bytes(name)).hexdigest() == digest, path, f"{name} has another hash")
    for name in site.known - listed.keys() - {path}:
        faults.add(path, f"{name} is not listed")
    return f"{len(listed)} files"
