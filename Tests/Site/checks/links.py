"""Links and references: each leads to a file and an id that are there, from whatever folder or disk the site is read,
and each page can be reached from the first."""
import collections
import posixpath
import re
import urllib.parse

ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite")
LOADED = {"script", "img", "iframe", "source", "audio", "video", "embed", "object"}
IDS = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers", "list")
STYLE_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")


def check(site, faults):
    ids = {}
    for path, page in site.pages.items():
        counts = collections.Counter(page.xpath("//@id"))
        for name, count in counts.items():
            faults.expect(count == 1, path, f"the id {name} is used {count} times")
        ids[path] = set(counts)
        for element in page.iter("*"):
            for attribute in IDS:
                for name in (element.get(attribute) or "").split():
                    faults.expect(name in counts, path, f"{attribute} names {name}, which is no id")

    count = 0
    neighbours = collections.defaultdict(set)
    for path, page in site.pages.items():
        for element, reference in references(page):
            count += 1
            target = check_reference(site, faults, path, element, reference, ids)
            if target and element.tag == "a":
                neighbours[path].add(target)
    for path in site.paths(".css"):
        for reference in STYLE_ADDRESS.findall(site.text(path)):
            if not reference.startswith(("data:", "#")):
                count += 1
                target, _ = site.resolved(path, reference)
                faults.expect(target in site.known, path, f"{reference} is not there")

    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        for target in neighbours[waiting.pop()] - reached:
            reached.add(target)
            waiting.append(target)
    for path in site.pages:
        faults.expect(path in reached or path == "404.html", path, "no link leads here from the first page")
    return f"{count} references on {len(site.pages)} pages"


def references(page):
    for element in page.iter("*"):
        for attribute in ADDRESSES:
            if element.get(attribute) is not None:
                yield element, element.get(attribute)
        for candidate in (element.get("srcset") or "").split(","):
            if candidate.strip():
                yield element, candidate.split()[0]
        if element.tag == "meta" and element.get("property") in ("og:url", "og:image"):
            yield element, element.get("content") or ""


def check_reference(site, faults, path, element, reference, ids):
    """Returns the path of the page or file that is referred to, when it belongs to the site."""
    scheme = urllib.parse.urlsplit(reference).scheme
    is_loaded = element.tag in LOADED or element.get("rel") in ("stylesheet", "icon")
    if scheme in ("mailto", "tel") or (scheme == "data" and element.tag == "img"):
        return None
    if scheme in ("http", "https"):
        faults.expect(not is_loaded, path, f"{reference} is loaded from another site")
        target = site.path_of(reference)
        faults.expect(target is None or target in site.known, path, f"{reference} is not there")
        return None
    if scheme or not reference.strip():
        faults.add(path, f"<{element.tag}> refers to {reference!r}")
        return None
    if reference.startswith("/"):
        # The page for what is not there is shown at any depth.
        faults.expect(path == "404.html", path, f"{reference} depends on where the site is published")
        target = site.path_of(urllib.parse.urljoin(site.base, reference))
        faults.expect(target in site.known, path, f"{reference} is not there")
        return target
    target, fragment = site.resolved(path, reference)
    if target not in site.known:
        is_folder = posixpath.join(target, "index.html") in site.known
        faults.add(path, f"{reference} names a folder" if is_folder else f"{reference} is not there")
        return None
    if fragment and target in ids:
        faults.expect(fragment in ids[target], path, f"{reference}: there is no id {fragment}")
    return target
