"""What pages tell machines: their data in other formats, their other languages, and data sets for search engines."""
import json


def check(site, faults):
    datasets = alternates = 0
    for path, page in site.pages.items():
        if path == "404.html":
            continue
        canonical = page.xpath("string(//link[@rel='canonical']/@href)")
        faults.expect(site.path_of(canonical) == path, path, f"it says that it is {canonical}")
        languages = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
        if languages:
            faults.expect(languages.get(page.get("lang")) == canonical, path, "it is not among its own languages")
        for language, address in languages.items():
            other = site.pages.get(site.path_of(address))
            if other is None:
                faults.add(path, f"{address} is not there")
                continue
            back = other.xpath("//link[@rel='alternate'][@hreflang]/@href")
            faults.expect(canonical in back, path, f"{address} does not lead back")
            is_named = language == "x-default" or other.get("lang") == language
            faults.expect(is_named, path, f"{address} is in {other.get('lang')}, not in {language}")
        for address in page.xpath("//link[@rel='alternate'][@type='application/json']/@href"):
            alternates += 1
            target, _ = site.resolved(path, address)
            if target not in site.known:
                faults.add(path, f"{address} is not there")
                continue
            own = site.json(target).get("id")
            faults.expect(own in {canonical, *languages.values()}, path, f"{address} is of {own}")
        for script in page.xpath("//script[@type='application/ld+json']"):
            try:
                document = json.loads(script.text)
            except ValueError as error:
                faults.add(path, f"JSON-LD: {error}")
                continue
            for item in document.get("@graph", [document]):
                if item.get("@type") == "Dataset":
                    datasets += 1
                    check_dataset(site, path, item, faults)
    faults.expect(datasets, "the site", "no page describes a data set")
    return f"{datasets} data sets, {alternates} pages with JSON"


def check_dataset(site, path, item, faults):
    for name in ("name", "description", "url", "license", "creator"):
        faults.expect(item.get(name), path, f"the data set has no {name}")
    # Search engines leave out what is shorter or longer.
    length = len(item.get("description") or "")
    faults.expect(50 <= length <= 5000, path, f"the description of the data set has {length} characters")
    for file in item.get("distribution") or []:
        address = file.get("contentUrl") or ""
        faults.expect(site.path_of(address) in site.known, path, f"{address} is not there")
