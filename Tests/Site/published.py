"""A published site as the checks read it, and the faults that they find in it."""
import functools
import json
import os
import pathlib
import posixpath
import urllib.parse

import lxml.html


class Faults(list):
    """What is wrong, one text each: where, and what."""

    def add(self, where, what):
        self.append(f"{where}: {what}")

    def expect(self, truth, where, what):
        if not truth:
            self.add(where, what)


class PublishedSite:
    """A folder that the tool published. Paths are relative to it and have slashes."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.files = sorted(
            path.relative_to(self.folder).as_posix()
            for path in self.folder.rglob("*")
            if path.is_file() and path.suffix not in (".gz", ".br") and not path.name.startswith(".gongkai-")
        )
        self.known = set(self.files)

    def paths(self, suffix):
        return [path for path in self.files if path.endswith(suffix)]

    def bytes(self, path):
        return (self.folder / path).read_bytes()

    def text(self, path):
        return (self.folder / path).read_text(encoding="utf-8")

    def json(self, path, **options):
        return json.loads(self.text(path), **options)

    def size(self, path):
        return os.path.getsize(self.folder / path)

    @functools.cached_property
    def pages(self):
        """The pages by path, parsed as a browser does."""
        parser = lxml.html.HTMLParser(encoding="utf-8")
        return {path: lxml.html.document_fromstring(self.bytes(path), parser=parser) for path in self.paths(".html")}

    @functools.cached_property
    def base(self):
        """The address at which the site is published, with a slash at its end."""
        return self.json("index.json")["id"].removesuffix("index.html")

    def path_of(self, address):
        """The path that a public address leads to; `None` for an address outside of the site."""
        if not address.startswith(self.base):
            return None
        path = urllib.parse.unquote(urllib.parse.urlsplit(address[len(self.base):]).path)
        return path + "index.html" if path == "" or path.endswith("/") else path

    def resolved(self, page, reference):
        """The path that a relative reference in a page leads to, and its fragment."""
        parts = urllib.parse.urlsplit(reference)
        fragment = urllib.parse.unquote(parts.fragment)
        if not parts.path:
            return page, fragment
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), urllib.parse.unquote(parts.path))), fragment


def text_of(element):
    return " ".join(element.text_content().split())
