"""Accessibility in a browser: axe with all of its rules up to WCAG 2.2 AAA, on a page of each kind in each language.

Each page is seen as narrow as a telephone too, where it may not scroll sideways, not even with the spacing of text that
WCAG 1.4.12 lets readers choose, and in the dark; there axe is asked for what depends on the width or on colours. Where axe cannot tell the
contrast, as in cells of one character, it is worked out from the colours. Whatever scrolls sideways can be reached with
the keyboard and has a name, no number is broken over two lines, and nothing is loaded from elsewhere.
"""
import importlib.resources
import json
import pathlib

from browser import browser, serve

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Experimental, but true of pages as these.
FURTHER_RULES = ["td-has-header", "table-fake-caption", "label-content-name-mismatch", "css-orientation-lock", "p-as-heading"]
COLOUR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
WIDTH_RULES = ["target-size", "scrollable-region-focusable"]
WIDE, NARROW = 1280, 320
SCRIPTS = pathlib.Path(__file__).parent.parent / "scripts"


def check(site, faults, paths=None):
    paths = pages_of_each_kind(site) if paths is None else paths
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    look = (SCRIPTS / "accessibility.js").read_text(encoding="utf-8")
    address = serve(site.folder)
    driver = browser(network=True)
    driver.set_script_timeout(300)
    views = 0
    try:
        for width, scheme, rules in ((WIDE, "light", None), (NARROW, "light", WIDTH_RULES), (WIDE, "dark", COLOUR_RULES)):
            show(driver, width, scheme)
            for path in paths:
                driver.get(address + path)
                where = f"{path}, {width} px, {scheme}"
                driver.execute_script(axe + look)
                tags = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
                answer = driver.execute_async_script(
                    "const [options, done] = arguments; look(options).then(done, (error) => done({ failed: String(error) }));",
                    {"runOnly": tags, "rules": {} if rules else {rule: {"enabled": True} for rule in FURTHER_RULES},
                     "isNarrow": width == NARROW})
                if "failed" in answer:
                    faults.add(where, f"axe failed: {answer['failed']}")
                    continue
                faults.expect(rules or answer["rules"] > 40, where, f"axe ran only {answer['rules']} rules")
                for fault in answer["faults"]:
                    faults.add(where, fault)
                views += 1
            for fault in loaded_from_elsewhere(driver, address):
                faults.add(f"{width} px, {scheme}", fault)
            for entry in driver.get_log("browser"):
                if "favicon" not in entry["message"]:
                    faults.add("console", entry["message"])
    finally:
        driver.quit()
    return f"{views} views of {len(paths)} pages"


def pages_of_each_kind(site):
    """A page of each kind in each language. That for what is not there has addresses of the published site."""
    kinds = {}
    for path in site.paths(".html"):
        if path != "404.html":
            kinds.setdefault(kind_of(site, path), path)
    return sorted(kinds.values())


def kind_of(site, path):
    own = path.removeprefix("en/")
    folder, _, rest = own.partition("/")
    if folder == "reports":
        report = site.json(own.removesuffix(".html") + ".json")
        return own != path, folder, report.get("form"), report.get("status")
    # What is below a folder is named by an id, but for the pages about data.
    return own != path, folder, rest if folder == "data" else rest.count("/")


def show(driver, width, scheme):
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})


def loaded_from_elsewhere(driver, address):
    """Requests to another site, and those that were refused, since this was asked last."""
    origin = address[: address.index("/", len("http://")) + 1]
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        parameters = message["params"]
        if message["method"] == "Network.requestWillBeSent":
            wanted = parameters["request"]["url"]
            if wanted.startswith(("http:", "https:", "ws")) and not wanted.startswith(origin):
                yield f"{wanted} is loaded from another site"
        elif message["method"] == "Network.responseReceived":
            response = parameters["response"]
            if response["status"] >= 400 and not response["url"].endswith("/favicon.ico"):
                yield f"{response['url']} answers {response['status']}"
