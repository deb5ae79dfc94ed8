"""Feeds, the map of the site, and what tells robots and browsers of it."""
import datetime
import re

import lxml.etree

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
# RFC 3339: a date, a time and how far it is from that of Greenwich.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
MOST_ADDRESSES = 50_000


def check(site, faults):
    feeds = site.paths(".atom")
    faults.expect(feeds, "the site", "there is no feed")
    for path in feeds:
        root = parsed(site, path, faults)
        if root is not None:
            check_feed(site, path, root, faults)
    addresses = check_sitemap(site, faults)
    check_robots(site, faults)
    check_description_of_search(site, faults)
    return f"{len(feeds)} feeds, {addresses} addresses in the map of the site"


def parsed(site, path, faults):
    try:
        return lxml.etree.fromstring(site.bytes(path))
    except lxml.etree.XMLSyntaxError as error:
        faults.add(path, f"not XML: {error}")
        return None


def check_feed(site, path, feed, faults):
    faults.expect(feed.tag == f"{ATOM}feed", path, f"the root is {feed.tag}")
    links = [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")]
    faults.expect(len(links) == 1 and site.path_of(links[0]) == path, path, f"it says that it is at {links}")
    entries = feed.findall(f"{ATOM}entry")
    names = [entry.findtext(f"{ATOM}id") for entry in entries]
    faults.expect(len(set(names)) == len(names), path, "two entries have the same id")
    has_author = feed.find(f"{ATOM}author") is not None
    for number, element in enumerate([feed, *entries]):
        where = f"{path}, entry {number}" if number else path
        for name in ("id", "title", "updated"):
            texts = [child.text for child in element.findall(ATOM + name)]
            faults.expect(len(texts) == 1 and texts[0], where, f"{name} has to be there once: {texts}")
        for moment in [*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")]:
            faults.expect(is_moment(moment.text), where, f"{moment.text!r} is not a date and time")
        faults.expect(has_author or element.find(f"{ATOM}author") is not None, where, "there is no author")
        for link in element.findall(f"{ATOM}link"):
            target = site.path_of(link.get("href"))
            faults.expect(target in site.known, where, f"{link.get('href')} is not there")


def is_moment(text):
    if not MOMENT.fullmatch(text or ""):
        return False
    try:
        datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def check_sitemap(site, faults):
    path = "sitemap.xml"
    root = parsed(site, path, faults)
    if root is None:
        return 0
    faults.expect(root.tag == f"{SITEMAP}urlset", path, f"the root is {root.tag}")
    addresses = [url.findtext(f"{SITEMAP}loc") for url in root.findall(f"{SITEMAP}url")]
    faults.expect(len(addresses) <= MOST_ADDRESSES, path, f"it has {len(addresses)} addresses")
    faults.expect(len(set(addresses)) == len(addresses), path, "an address is there twice")
    targets = {site.path_of(address) for address in addresses}
    for target in targets - site.known:
        faults.add(path, f"{target} is not there")
    for target in set(site.paths(".html")) - targets - {"404.html"}:
        faults.add(path, f"{target} is missing")
    for address in addresses:
        faults.expect(address.isascii() and " " not in address, path, f"{address} is not encoded")
    for day in root.iter(f"{SITEMAP}lastmod"):
        is_day = re.fullmatch(r"\d{4}-\d\d-\d\d", day.text or "") or is_moment(day.text)
        faults.expect(is_day, path, f"{day.text!r} is not a date")
    return len(addresses)


def check_robots(site, faults):
    maps = re.findall(r"(?im)^sitemap:\s*(\S+)", site.text("robots.txt"))
    faults.expect(maps and all(site.path_of(address) in site.known for address in maps), "robots.txt", f"it names {maps}")


def check_description_of_search(site, faults):
    path = "opensearch.xml"
    root = parsed(site, path, faults)
    if root is None:
        return
    for name, most in (("ShortName", 16), ("Description", 1024)):
        text = root.findtext(OPEN_SEARCH + name) or ""
        faults.expect(0 < len(text) <= most, path, f"{name} has {len(text)} characters of at most {most}")
    templates = [url.get("template") for url in root.findall(f"{OPEN_SEARCH}Url")]
    right = [site.path_of(template) in site.known and "{searchTerms}" in template for template in templates]
    faults.expect(right and all(right), path, f"it leads to {templates}")
