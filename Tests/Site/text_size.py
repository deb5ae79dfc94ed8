#!/usr/bin/env python3
"""text_size.py SITE [FOLDER]

Pages of each kind without scripts, with the browser's text at 200 %, in windows from 320 to 1280 pixels: no page scrolls
sideways, no text is cut off or lies over another, and text has really grown. FOLDER takes a picture of each.
"""
import json, pathlib, sys

from browser import browser, expect, problems, serve

WIDTHS = (320, 640, 768, 1280)

# Texts that are wider than the box that cuts them off, and neighbours that lie over each other.
FAULTS = '''
const faults = [], seen = (box) => box.width > 1 && box.height > 1;
if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
for (const element of document.querySelectorAll("body *")) {
  const style = getComputedStyle(element), name = `${element.tagName} ${element.className}`;
  if (!seen(element.getBoundingClientRect()) || style.visibility === "hidden") continue;
  if (["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) faults.push(`${name} is cut off`);
  if (element.closest("table, svg")) continue;
  const next = element.nextElementSibling;
  if (!next || style.position === "absolute" || style.display === "none") continue;
  const [a, b] = [element.getBoundingClientRect(), next.getBoundingClientRect()];
  if (!seen(b) || getComputedStyle(next).position === "absolute") continue;
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (style.display !== "inline" && getComputedStyle(next).display !== "inline" && wide > 2 && high > 2) {
    faults.push(`${name} lies over ${next.tagName} ${next.className} by ${Math.round(wide)} x ${Math.round(high)}`);
  }
}
return [faults.slice(0, 5), parseFloat(getComputedStyle(document.querySelector("main p, main td, main dd, main li")).fontSize)];'''


def pages_of(site):
    agency = json.loads((site / 'agencies/index.json').read_text())['agencies'][1]
    year = json.loads((site / 'index.json').read_text())['years'][1]['year']
    pages = ['index.html', 'years/index.html', f'years/{year}/index.html', 'agencies/index.html',
             f'agencies/{agency["id"]}/index.html', 'regions/index.html', f'regions/{agency["region"]}/index.html',
             f'reports/{year}/{agency["id"]}.html', 'rows/index.html', 'rows/requests.new/index.html',
             'compare/index.html', 'search/index.html', 'data/index.html', 'data/dictionary.html']
    return pages + [f'en/{page}' for page in pages]


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    address = serve(site)
    driver = browser(scripts=False, text_size=32)
    views = 0
    try:
        for page in pages_of(site):
            driver.get(address + page)
            for width in WIDTHS:
                # A window of the browser is never as narrow as this: what pages see of it is.
                driver.execute_cdp_cmd('Emulation.setDeviceMetricsOverride',
                                       {'width': width, 'height': 1000, 'deviceScaleFactor': 1, 'mobile': False})
                faults, size = driver.execute_script(FAULTS)
                expect(not faults, f'{page} at {width} px: {"; ".join(faults)}')
                expect(size >= 28, f'{page} at {width} px: text of {size} px')
                if folder:
                    driver.save_screenshot(str(folder / f'{page.replace("/", "-")}-{width}.png'))
                views += 1
    finally:
        driver.quit()
    print(f'{"FAIL" if problems else "OK"}: {views} views at 200 %, {len(problems)} problem(s)')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
