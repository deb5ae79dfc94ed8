#!/usr/bin/env python3
"""search.py GONGKAI SITE

The search of a published site in headless Chromium, served below a sub-path: each agency by its name, some by pinyin
initials, phrases and words
of reports counted against their JSON, nonsense, filters, the keyboard, the second language, a disk, and no scripts.
Then 500 agencies with names that hold each other, in a portal that GONGKAI publishes.
"""
import itertools, json, pathlib, string, subprocess, sys, tempfile, urllib.parse

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from browser import browser, check_console, expect, press, problems, serve

REPOSITORY = pathlib.Path(__file__).parents[2]
# Fills in the form, sends it, and waits until the results are told.
ASK = '''
const [fields, done] = arguments, form = document.getElementById("search");
for (const key of ["q", "year", "region", "form", "findings"]) form.elements[key].value = fields[key] || "";
form.requestSubmit();
const status = document.getElementById("search-status"), busy = status.textContent;
const look = () => status.textContent === busy ? setTimeout(look, 5) : done({
  status: status.textContent,
  more: !document.getElementById("search-more").hidden,
  items: [...document.querySelectorAll("#search-list > li")].map((item) => ({
    title: item.querySelector("h3").textContent, href: item.querySelector("h3 a").href,
    marks: [...item.querySelectorAll("mark")].map((mark) => mark.textContent), text: item.textContent }))});
setTimeout(look, 0);'''


def ask(driver, q, **filters):
    return driver.execute_async_script(ASK, {'q': q, **filters})


def told(answer):
    digits = ''.join(itertools.takewhile(lambda c: c != '项', answer['status']))
    return int(''.join(filter(str.isdigit, digits)) or 0)


def plain(text):
    return ''.join(filter(str.isalnum, text)).lower()


def reports_of(site):
    files = [json.loads(path.read_text()) for path in sorted(site.glob('reports/*/*.json'))]
    return [file for file in files if file.get('status') == 'published']


def check_names(driver, site, limit=None):
    agencies = json.loads((site / 'agencies/index.json').read_text())['agencies'][:limit]
    for agency in agencies:
        first = (ask(driver, agency['name'])['items'] or [{'title': 'nothing', 'href': ''}])[0]
        expect(first['title'] == agency['name'] and '/agencies/' in first['href'],
               f'{agency["name"]} is not found first, but {first["title"]}')
    return len(agencies)


def check_initials(driver):
    """Agencies of the sample portal by the initials of their pinyin; 区 is qu, or ou as a family name."""
    for word, name in (('yxqczj', '云溪区财政局'), ('YXQCZJ', '云溪区财政局'), ('ylczj', ''), ('yxqlljdbsc', '云溪区柳林街道办事处'),
                       ('gdqrmzf', '官渡区人民政府太和街道办事处'), ('wsjkj', '云溪区卫生健康局'), ('zj', '')):
        items = ask(driver, word)['items']
        first = next((item['title'] for item in items if '/agencies/' in item['href']), '')
        expect(first == name, f'{word} finds “{first}” first, not “{name}”')


def check_folding(driver, site):
    """The browser folds each character as the file says from which the generator does."""
    wanted = list(range(0x10000))
    for line in (REPOSITORY / 'Sources/SearchIndex/Folding/folding.txt').read_text().splitlines():
        if line and not line.startswith('#'):
            units, _, target = line.partition(' ')
            first, last = (int(unit, 16) for unit in units.split('-'))
            for unit in range(first, last + 1):
                wanted[unit] = int(target, 16) + unit - first if target else 0
    index = json.loads((site / 'search/data/portal.js').read_text().partition(',')[2].strip()[:-1])
    script = (REPOSITORY / 'Themes/default/assets/search.js/1-texts.js').read_text()
    shown = driver.execute_script(f'{script}; openFolding(arguments[0]); return [...folding];', index['folding'])
    different = [f'{unit:04X}' for unit in wanted if shown[unit] != wanted[unit]]
    expect(not different, f'the browser folds others: {different[:5]}')


def phrases_of(reports):
    """A phrase of each report, from the middle of its longest section."""
    for report in reports:
        text = max((section['text'] for section in report['sections']), key=len, default='')
        start = len(text) // 2
        # Numbers and words are found whole.
        phrase = text[start:start + 14].split('\n')[0].replace(' ', '').strip(string.ascii_letters + string.digits)
        if len(plain(phrase)) >= 10:
            yield report, phrase


def check_texts(driver, reports):
    texts = [[plain(section['text']) for section in report['sections']] + [plain(report['title'])] for report in reports]
    count = lambda word: sum(any(plain(word) in text for text in own) for own in texts)
    phrases = list(phrases_of(reports))[::4]
    for report, phrase in phrases:
        answer = ask(driver, phrase)
        expect(told(answer) == count(phrase), f'“{phrase}”: {answer["status"]} but {count(phrase)} reports have it')
        expect(all(any(plain(phrase) == plain(mark) for mark in item['marks']) for item in answer['items']),
               f'“{phrase}” is not marked in each excerpt')
    for word in ('培训', '条例', '网站'):
        answer = ask(driver, word)
        expect(told(answer) == count(word) > 0, f'{word}: {answer["status"]} but {count(word)} reports have it')
    for word in ('鎏魑', '鎏鑫魑魅魍', 'zzxxqq', '公开开公报告告'):
        answer = ask(driver, word)
        expect(not answer['items'] and '没有找到' in answer['status'], f'{word}: {answer["status"]}')
    return len(phrases)


def check_filters(driver, reports):
    years = sorted({report['year'] for report in reports})
    word = '信息公开'
    whole = told(ask(driver, word))
    answers = [(year, ask(driver, word, year=str(year))) for year in years]
    for year, answer in answers:
        expect(all(f'/reports/{year}/' in item['href'] for item in answer['items'] if '/agencies/' not in item['href']),
               f'the filter {year} shows another year')
    expect(sum(told(answer) for _, answer in answers) == whole, 'the years do not add up to all that is found')
    regions = {report['agency']['region'] for report in reports}
    parts = sum(told(ask(driver, word, region=region)) for region in regions)
    expect(parts == whole, f'the regions add up to {parts}, not to {whole}')
    forms = sum(told(ask(driver, word, form=form)) for form in {report['form'] for report in reports})
    expect(forms == whole, f'the forms add up to {forms}, not to {whole}')
    wanted = sum(bool(report['corrections']) for report in reports)
    corrected = told(ask(driver, '年度报告', findings='corrected'))
    expect(corrected == wanted > 0, f'{corrected} corrected reports are found, of {wanted}')


def check_more(driver):
    answer = ask(driver, '信息公开')
    expect(len(answer['items']) == 10 and answer['more'], 'the first page has not ten results and more')
    before = len(answer['items'])
    driver.find_element(By.ID, 'search-more').send_keys(Keys.ENTER)
    items = lambda: driver.find_elements(By.CSS_SELECTOR, '#search-list > li')
    WebDriverWait(driver, 10).until(lambda _: len(items()) > before)
    expect(driver.switch_to.active_element.get_attribute('href') == items()[before].find_element(
        By.TAG_NAME, 'a').get_attribute('href'), 'the focus is not on the first further result')


def check_keyboard(driver, address, word):
    driver.get(f'{address}search/index.html')
    for _ in range(40):
        press(driver, Keys.TAB)
        if driver.switch_to.active_element.get_attribute('id') == 'search-q':
            break
    expect(driver.switch_to.active_element.get_attribute('id') == 'search-q', 'Tab does not lead to the field')
    press(driver, word, Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda _: driver.find_elements(By.CSS_SELECTOR, '#search-list > li'))
    expect('?q=' in driver.current_url, 'the address does not name the query')
    for _ in range(20):
        press(driver, Keys.TAB)
        if driver.execute_script('return document.activeElement.closest("#search-list h3") !== null'):
            break
    target = driver.switch_to.active_element.get_attribute('href')
    press(driver, Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda _: driver.current_url.split('#')[0] == target)
    driver.back()
    WebDriverWait(driver, 10).until(lambda _: driver.find_elements(By.CSS_SELECTOR, '#search-list > li'))


def check_addresses(driver, site, address, agency):
    """A query in the address, in each language and from a disk."""
    query = '?' + urllib.parse.urlencode({'q': agency['name']})
    for page in (f'{address}search/index.html', f'{address}en/search/index.html', f'{site.as_uri()}/search/index.html'):
        driver.get(page + query)
        try:
            WebDriverWait(driver, 10).until(lambda _: driver.find_elements(By.CSS_SELECTOR, '#search-list h3 a'))
        except Exception:
            return expect(False, f'{page} finds nothing')
        link = driver.find_element(By.CSS_SELECTOR, '#search-list h3 a')
        link.send_keys(Keys.ENTER)
        WebDriverWait(driver, 10).until(lambda _: '/agencies/' in driver.current_url)
        expect(agency['name'] in driver.find_element(By.TAG_NAME, 'h1').text, f'{page} leads to another page')


def check_without_scripts(address):
    driver = browser(scripts=False)
    try:
        driver.get(f'{address}search/index.html')
        expect(not driver.find_element(By.ID, 'search').is_displayed(), 'without scripts the form is shown')
        links = driver.find_elements(By.CSS_SELECTOR, 'noscript a')
        expect(len(links) >= 3 and all(link.is_displayed() for link in links), 'without scripts there is no way to browse')
        if links:
            links[1].send_keys(Keys.ENTER)
            expect(driver.current_url == f'{address}agencies/index.html', 'without scripts a link leads astray')
    finally:
        driver.quit()


def write_portal(folder):
    """500 agencies, many with a name that is a part of another's."""
    content = folder / 'Content'
    (content / 'agencies').mkdir(parents=True)
    (content / 'site.yaml').write_text(
        'name: 检索测试\nbase_url: https://www.example.gov.cn/nb/\nlanguages: [zh-Hans]\nrules: {report-missing: off}\n')
    (content / 'regions.yaml').write_text('- {code: "530100", name: 昆明市}\n')
    places = [''.join(pair) + kind for pair in itertools.product('云柳林溪河', '泉石桥谷山') for kind in ('区', '县')]
    offices = ('', '办公室', '财政局', '教育局', '教育体育局', '卫生健康局', '卫生健康局监督所', '河口镇', '河口镇办公室', '小河口镇')
    for number, (place, office) in enumerate(itertools.islice(itertools.product(places, offices), 500)):
        name = f'{place}人民政府{office}' if office in ('', '办公室') else \
            f'{place}{office}人民政府' if office.endswith('镇') else f'{place}{office}'
        (content / f'agencies/a{number}.md').write_text(
            f'---\nname: {name}\nregion: "530100"\nkind: department\n---\n')
        if number % 10 == 0:
            report = content / f'reports/2018/a{number}.md'
            report.parent.mkdir(parents=True, exist_ok=True)
            report.write_text(f'---\ntitle: {name}2018年政府信息公开工作年度报告\nagency: a{number}\nyear: 2018\n'
                              f'published: 2019-03-01\nform: none\n---\n\n本年公开政府信息{number}条。\n')


def main():
    gongkai, site = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    driver = browser()
    try:
        address = serve(site)
        reports = reports_of(site)
        agencies = json.loads((site / 'agencies/index.json').read_text())['agencies']
        driver.get(f'{address}search/index.html')
        names = check_names(driver, site)
        check_initials(driver)
        check_folding(driver, site)
        phrases = check_texts(driver, reports)
        check_filters(driver, reports)
        check_more(driver)
        check_keyboard(driver, address, agencies[0]['name'])
        check_addresses(driver, site, address, agencies[0])
        check_console(driver)
        check_without_scripts(address)
        with tempfile.TemporaryDirectory() as folder:
            write_portal(pathlib.Path(folder))
            subprocess.run([gongkai, 'build', '-C', folder, '--no-data'], check=True, stdout=subprocess.DEVNULL)
            many = pathlib.Path(folder, 'Output').resolve()
            driver.get(f'{serve(many)}search/index.html')
            names += check_names(driver, many)
            check_console(driver)
    finally:
        driver.quit()
    print(f'{"FAIL" if problems else "OK"}: {names} agencies by name, {phrases} phrases, {len(problems)} problem(s)')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
