#!/usr/bin/env python3
"""comparison.py SITE

The free comparison of a published site in headless Chromium: agencies and years are picked with the keyboard, and each
number is held against the JSON of its report; the address, the second language, a disk and no scripts.
"""
import json, pathlib, sys, urllib.parse

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from browser import browser, check_console, expect, press, problems, serve

# What the table shows: the heads of the columns with their addresses, and by row and column the texts.
TABLE = '''
const table = document.getElementById("compare-table"), rows = [];
for (const row of table.querySelectorAll("tbody tr")) {
  const cells = [...row.cells].slice(1).map((cell) => cell.textContent);
  if (cells.length > 0) rows.push({ row: row.dataset.row || "", column: row.dataset.column || "",
    parts: (row.dataset.parts || "").split(" ").filter(Boolean), share: Boolean(row.dataset.share), cells });
}
const heads = [...table.tHead.rows[0].cells].slice(1);
return { rows, names: heads.map((head) => head.textContent), links: heads.map((head) => (head.querySelector("a") || {}).href || "") };'''
# Numbers as they are written.
DECODER = {'parse_float': str, 'parse_int': str}


def shown(driver, columns):
    WebDriverWait(driver, 20).until(
        lambda _: len(driver.find_elements(By.CSS_SELECTOR, '#compare-table thead th')) == columns + 1
        and driver.find_element(By.ID, 'compare-box').is_displayed()
        and '读取' not in driver.find_element(By.ID, 'compare-status').text)
    return driver.execute_script(TABLE)


def report(site, agency, year):
    path = site / f'reports/{year}/{agency}.json'
    return json.loads(path.read_text(), **DECODER) if path.exists() else None


def wanted(tables, row, parts, column):
    """What a cell has to show."""
    table, own = row.split('.', 1)
    cells = tables.get(table, {})
    if own in cells:
        values = [cells[own].get(column, '—')]
    else:
        values = [cells[part][column] for part in parts if column in cells.get(part, {})] or ['—']
    if None in values:
        return '未填'
    return values[0] if len(values) == 1 else str(sum(map(int, values)))


def check_numbers(site, table, pairs, column='total'):
    checked = 0
    for place, (agency, year) in enumerate(pairs):
        own = report(site, agency, year)
        tables = own['tables'] if own else {}
        for row in table['rows']:
            text = row['cells'][place]
            if row['share']:
                result = lambda name: tables.get('requests', {}).get(name, {}).get(column)
                parts, whole = [result('granted'), result('partial')], result('result_total')
                if own is None or None in (*parts, whole) or int(whole) < 20:
                    expect(text == '—', f'{agency} {year}: a share is given: {text}')
                else:
                    share = f'{int(sum(map(int, parts)) * 1000 / int(whole) + .5) / 10:.1f}%'
                    expect(text == f'{share}（{parts[0]}+{parts[1]}）÷{whole}', f'{agency} {year}: the share is {text}')
                continue
            value = wanted(tables, row['row'], row['parts'], row['column'] or column)
            expect(text == value, f'{agency} {year} {row["row"]} {row["column"]}: {text}, not {value}')
            checked += 1
        expect(f'/reports/{year}/{agency}.html' in table['links'][place] or not own, f'{agency} {year}: {table["links"]}')
    return checked


def check_picking(driver, site, address, agencies, years):
    """Two agencies and two years, with the keyboard alone."""
    driver.get(f'{address}compare/index.html')
    WebDriverWait(driver, 10).until(lambda _: driver.find_element(By.ID, 'compare').is_displayed())
    for _ in range(40):
        press(driver, Keys.TAB)
        if driver.switch_to.active_element.get_attribute('id') == 'compare-filter':
            break
    for agency in agencies:
        press(driver, agency['name'])
        box = driver.find_element(By.CSS_SELECTOR, f'#compare-list input[value="{agency["id"]}"]')
        for _ in range(30):
            press(driver, Keys.TAB)
            if driver.switch_to.active_element == box:
                break
        expect(driver.switch_to.active_element == box, f'Tab does not lead to {agency["name"]}')
        press(driver, Keys.SPACE)
        field = driver.find_element(By.ID, 'compare-filter')
        field.send_keys(*[Keys.BACKSPACE] * len(agency['name']))
    for year in years:
        driver.find_element(By.CSS_SELECTOR, f'[name=years][value="{year}"]').send_keys(Keys.SPACE)
    pairs = [(agency['id'], year) for year in years for agency in agencies]
    checked = check_numbers(site, shown(driver, len(pairs)), pairs)
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(driver.current_url).query)
    expect(query == {'agencies': [','.join(agency['id'] for agency in agencies)], 'years': [','.join(map(str, years))]},
           f'the address says {query}')
    Select(driver.find_element(By.ID, 'compare-requests')).select_by_value('natural_person')
    expect('requests=natural_person' in driver.current_url, 'the address does not name the column')
    WebDriverWait(driver, 10).until(lambda _: '读取' not in driver.find_element(By.ID, 'compare-status').text)
    checked += check_numbers(site, shown(driver, len(pairs)), pairs, 'natural_person')
    return checked


def check_all(driver, site, address, agencies, years):
    """Every report of the site, a few at a time, by the address of the page."""
    checked = 0
    for year in years:
        for start in range(0, len(agencies), 12):
            some = [agency['id'] for agency in agencies[start:start + 12]]
            driver.get(f'{address}compare/index.html?agencies={",".join(some)}&years={year}')
            checked += check_numbers(site, shown(driver, len(some)), [(agency, year) for agency in some])
    return checked


def check_elsewhere(driver, site, address, agency, year):
    query = f'?agencies={agency}&years={year}'
    driver.get(f'{address}en/compare/index.html{query}')
    table = shown(driver, 1)
    expect('/en/reports/' in table['links'][0] and str(year) in table['names'][0], f'in English: {table["names"]}')
    driver.get(f'{address}compare/index.html?agencies={agency}&years=1999')
    table = shown(driver, 1)
    expect(str(year) in table['names'][0], f'an unknown year does not give way to the newest: {table["names"]}')
    driver.get(f'{site.as_uri()}/compare/index.html{query}')
    expect(driver.find_element(By.ID, 'compare-disk').is_displayed()
           and not driver.find_element(By.ID, 'compare').is_displayed(), 'from a disk nothing says why it cannot compare')


def check_without_scripts(address):
    driver = browser(scripts=False)
    try:
        driver.get(f'{address}compare/index.html')
        expect(not driver.find_element(By.ID, 'compare').is_displayed(), 'without scripts the form is shown')
        expect(driver.find_element(By.CSS_SELECTOR, 'noscript p').is_displayed(), 'without scripts nothing says so')
        links = driver.find_elements(By.CSS_SELECTOR, 'main .links a')
        expect(any('/peers/' in link.get_attribute('href') for link in links), 'no way to comparisons that are there')
    finally:
        driver.quit()


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    driver = browser()
    driver.set_window_size(1280, 900)
    try:
        address = serve(site)
        agencies = json.loads((site / 'agencies/index.json').read_text())['agencies']
        years = [year['year'] for year in json.loads((site / 'index.json').read_text())['years']]
        checked = check_picking(driver, site, address, [agencies[1], agencies[4]], years[:2])
        checked += check_all(driver, site, address, agencies, years)
        check_elsewhere(driver, site, address, agencies[1]['id'], years[0])
        check_console(driver)
        check_without_scripts(address)
    finally:
        driver.quit()
    print(f'{"FAIL" if problems else "OK"}: {checked} numbers compared, {len(problems)} problem(s)')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
