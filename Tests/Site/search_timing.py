#!/usr/bin/env python3
"""search_timing.py SITE [ROUNDS [ADDRESS]]: how long queries take in headless Chromium, in milliseconds.

Each query is asked on a page that has just been opened, with no cache: `search` is until all that it finds is known and
in order (the measure gongkai-search of search.js), `shown` until the first ten results stand there with their excerpts,
`open` is what the list of agencies and reports takes when the page is opened. Then the same query once more.
"""
import pathlib
import statistics
import sys

import browser

# Names, words of two characters, phrases, several words, and what is in no report: for the reports of bench/gen.py.
QUERIES = [
    '官渡太和街道办事处', '官渡区', '培训', '信息公开', '政府信息公开', '深入贯彻落实', '舆情', '依申请公开目录制度', '信息处理费',
    '12345政务服务便民热线', '三公经费', '鎏魑', '公开开公报告告', '培训 热线', '财政局 2028', '门户网站 政务新媒体 考核', '答复质量',
    '系统性和针对性不够', '公开指南', '不断提高政府工作透明度', '早发现、早研判、早回应', 'zzxxqq', '法定主动公开', '扫描件或图片形式发布',
]

ASK = '''
const [query, done] = arguments, form = document.getElementById("search");
const status = document.getElementById("search-status");
performance.clearMeasures("gongkai-search");
performance.clearResourceTimings();
form.elements.q.value = query;
const start = performance.now();
form.requestSubmit();
const busy = status.textContent;
const watch = new MutationObserver(() => {
  if (status.textContent === busy) return;
  watch.disconnect();
  const files = performance.getEntriesByType("resource").filter((file) => file.name.includes("/search/data/"));
  done({ shown: performance.now() - start, search: performance.getEntriesByName("gongkai-search").pop().duration,
    files: files.length, bytes: files.reduce((sum, file) => sum + file.encodedBodySize, 0),
    open: performance.getEntriesByName("gongkai-open")[0].duration });
});
watch.observe(status, { childList: true, characterData: true, subtree: true });'''

WAIT = '''
const done = arguments[0];
const look = () => performance.getEntriesByName("gongkai-open").length ? setTimeout(done, 100) : setTimeout(look, 10);
look();'''


def main():
    site, rounds = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 3
    address = sys.argv[3] if len(sys.argv) > 3 else browser.serve(site)
    driver = browser.browser()
    cold, warm = [], []
    try:
        driver.execute_cdp_cmd('Network.enable', {})
        driver.execute_cdp_cmd('Network.setCacheDisabled', {'cacheDisabled': True})
        for query in QUERIES * rounds:
            driver.get(f'{address}search/index.html')
            driver.execute_async_script(WAIT)
            cold.append(driver.execute_async_script(ASK, query))
            warm.append(driver.execute_async_script(ASK, query))
    finally:
        driver.quit()
    for name, answers, keys in (('cold', cold, ('search', 'shown', 'open')), ('again', warm, ('search', 'shown'))):
        for key in keys:
            values = sorted(answer[key] for answer in answers)
            print(f'{name} {key}: median {statistics.median(values):.0f}, 9 of 10 below '
                  f'{values[len(values) * 9 // 10]:.0f}, worst {values[-1]:.0f}')
    print(f'files: at most {max(answer["files"] for answer in cold)}, '
          f'{max(answer["bytes"] for answer in cold) // 1000} kB of the index')


if __name__ == '__main__':
    main()
