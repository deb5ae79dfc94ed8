#!/usr/bin/env python3
"""lists.py GONGKAI SITE

The lists of a published site in headless Chromium: sorted by each column, filtered, by the keyboard, in the second
language, from a disk and without scripts. Then a list of several pages, in a portal that GONGKAI publishes.
"""
import json, pathlib, re, subprocess, sys, tempfile

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from browser import browser, check_console, expect, press, problems, serve
from search import write_portal

COLUMN = '''
const [table, column] = [document.querySelectorAll("table[data-sortable]")[arguments[0]], arguments[1]];
return [...table.tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.cells[column].textContent.trim());'''


def column(driver, number, table=0):
    return driver.execute_script(COLUMN, table, number)


def buttons(driver):
    return driver.find_elements(By.CSS_SELECTOR, 'table[data-sortable] .sort')


def status(driver):
    return driver.find_element(By.CSS_SELECTOR, '.list-tools [role=status]').text


def orders(driver, number):
    return [header.get_attribute('aria-sort')
            for header in driver.find_elements(By.CSS_SELECTOR, 'table[data-sortable] thead th')][number]


def numbers(texts):
    return [float(text) if text != '—' else None for text in texts]


def is_in_order(values, descending):
    stated = [value for value in values if value is not None]
    blanks_last = values[:len(stated)] == stated
    return blanks_last and stated == sorted(stated, reverse=descending)


def check_sorting(driver, page):
    driver.get(page)
    own = column(driver, 0)
    names = buttons(driver)
    expect(len(names) == 10, f'{page}: {len(names)} buttons in the headers')
    for number in range(2, len(names)):
        for descending, order in ((True, 'descending'), (False, 'ascending')):
            names[number].send_keys(Keys.ENTER)
            expect(is_in_order(numbers(column(driver, number)), descending), f'{page}: column {number} is not {order}')
            expect(orders(driver, number) == order, f'{page}: column {number} says {orders(driver, number)}')
        names[number].send_keys(Keys.ENTER)
        expect(column(driver, 0) == own and orders(driver, number) == 'none', f'{page}: the own order does not come back')
    names[0].click()
    expect(column(driver, 0) != own and sorted(column(driver, 0)) == sorted(own), f'{page}: names are not sorted')
    for button in names:
        expect(button.rect['height'] >= 44 and button.rect['width'] >= 44, f'{page}: “{button.text}” is no target of 44 px')
    return len(names)


def check_filter(driver, page, agencies):
    driver.get(page)
    field = driver.find_element(By.CSS_SELECTOR, '.list-tools input')
    for _ in range(60):
        press(driver, Keys.TAB)
        if driver.switch_to.active_element == field:
            break
    expect(driver.switch_to.active_element == field, f'{page}: Tab does not lead to the filter')
    whole = column(driver, 0)
    for word in ('街道', '财政', 'zzz'):
        press(driver, word)
        wanted = sum(word in text for text in whole)
        expect(len(column(driver, 0)) == wanted, f'{page}: {word} leaves {len(column(driver, 0))} rows, not {wanted}')
        expect(re.findall(r'\d+', status(driver)) == [str(wanted), str(len(whole))], f'{page}: {status(driver)}')
        press(driver, *[Keys.BACKSPACE] * len(word))
    expect(column(driver, 0) == whole and len(whole) <= agencies, f'{page}: the list is not whole again')
    press(driver, Keys.TAB)
    while 'sort' not in (driver.switch_to.active_element.get_attribute('class') or ''):
        press(driver, Keys.TAB)
    press(driver, Keys.ENTER)
    expect(orders(driver, 0) == 'ascending', f'{page}: Enter does not sort')
    expect('排序' in status(driver) or 'Sorted' in status(driver), f'{page}: {status(driver)}')


def check_pages(driver, address, count):
    driver.get(f'{address}agencies/page-2.html')
    expect(len(column(driver, 0)) == 200 and str(count) in status(driver), f'a part of the list: {status(driver)}')
    driver.find_element(By.CSS_SELECTOR, '.list-tools button').send_keys(Keys.ENTER)
    WebDriverWait(driver, 20).until(lambda _: len(column(driver, 0)) == count)
    names = column(driver, 0)
    expect(len(set(names)) == count and not driver.find_element(By.CSS_SELECTOR, 'nav.pages').is_displayed(),
           'not all pages are loaded once')
    buttons(driver)[0].send_keys(Keys.ENTER)
    expect(column(driver, 0) != names and sorted(column(driver, 0)) == sorted(names), 'the whole list is not sorted')
    link = driver.find_element(By.CSS_SELECTOR, 'table[data-sortable] tbody a')
    target = link.get_attribute('href')
    link.send_keys(Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda _: driver.current_url == target)
    expect(driver.find_elements(By.TAG_NAME, 'h1') != [], f'{target} is no page')


def check_elsewhere(driver, site, address):
    """The second language, other lists, a disk."""
    pages = [f'{address}en/years/2024/index.html', f'{address}agencies/index.html', f'{address}regions/530199/index.html',
             f'{site.as_uri()}/years/2024/index.html', f'{address}rows/requests.new/index.html',
             *(f'{address}{page.relative_to(site)}' for page in site.glob('peers/*/index.html'))]
    for page in pages:
        driver.get(page)
        own = column(driver, 0)
        button = buttons(driver)[0]
        button.send_keys(Keys.ENTER)
        up = column(driver, 0)
        button.send_keys(Keys.SPACE)
        expect(sorted(up) == sorted(own), f'{page}: rows are lost')
        expect(len(set(own)) < 2 or column(driver, 0) != up, f'{page}: the order does not turn round')
        expect(orders(driver, 0) == 'descending', f'{page} is not sorted')


def check_without_scripts(address):
    driver = browser(scripts=False)
    try:
        driver.get(f'{address}years/2024/index.html')
        expect(not driver.find_elements(By.CSS_SELECTOR, '.sort, .list-tools'), 'without scripts there are buttons')
        expect(len(driver.find_elements(By.CSS_SELECTOR, 'table[data-sortable] tbody tr')) > 10, 'rows are missing')
    finally:
        driver.quit()


def main():
    gongkai, site = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    driver = browser()
    driver.set_window_size(1280, 900)
    try:
        address = serve(site)
        agencies = json.loads((site / 'agencies/index.json').read_text())['agencies']
        columns = check_sorting(driver, f'{address}years/2024/index.html')
        check_filter(driver, f'{address}years/2024/index.html', len(agencies))
        check_elsewhere(driver, site, address)
        check_console(driver)
        check_without_scripts(address)
        with tempfile.TemporaryDirectory() as folder:
            write_portal(pathlib.Path(folder))
            subprocess.run([gongkai, 'build', '-C', folder, '--no-data'], check=True, stdout=subprocess.DEVNULL)
            check_pages(driver, serve(pathlib.Path(folder, 'Output').resolve()), 500)
            check_console(driver)
    finally:
        driver.quit()
    print(f'{"FAIL" if problems else "OK"}: {columns} columns sorted, a list of 500 in pages, {len(problems)} problem(s)')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
