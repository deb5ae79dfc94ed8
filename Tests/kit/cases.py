#!/usr/bin/env python3
"""cases.py GONGKAI CASES

Compares the judgement of the tool with that of a collection of cases: labels.tsv, mistakes.tsv and markdown.tsv in CASES,
whose README.md describes them and whose render.py writes them as a portal.
"""
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

GONGKAI, CASES = os.path.abspath(sys.argv[1]), os.environ.get('CASES', sys.argv[2])
if not os.path.isdir(CASES):
    print(f'SKIPPED: the cases, because {CASES} is not there')
    sys.exit()
sys.dont_write_bytecode = True
sys.path.insert(0, CASES)
import render  # noqa: E402


def run(*arguments):
    return subprocess.run([GONGKAI, *arguments], capture_output=True, text=True, env={**os.environ, 'LANG': 'zh_CN.UTF-8'})


def check(folder):
    """Findings by path below Content."""
    report = json.loads(run('check', '-C', folder, '--format', 'json').stdout)
    found = {}
    for finding in report['findings'] + report['withheld_findings']:
        found.setdefault(finding.get('file', '').split('Content/')[-1], []).append(finding)
    return found


def lines_of(finding):
    return [finding.get('line', 0)] + [place['line'] for place in finding.get('related', [])]


def counted(findings):
    return sum(f['severity'] != 'hint' and not f.get('accepted') for f in findings)


def publish(folder, rows, sources, found):
    """Builds the reports without errors. Returns the folder of the published reports."""
    for case in rows:
        path = sources[case['id']][0]
        if any(f['severity'] == 'error' for f in found.get(path, [])):
            os.remove(f'{folder}/Content/{path}')
            os.remove(f"{folder}/Content/agencies/{case['id'].lower()}.md")
    built = run('build', '-C', folder)
    if built.returncode:
        sys.exit(f'build and check disagree:\n{built.stdout[-2000:]}{built.stderr[-2000:]}')
    return f'{folder}/Output/reports/{render.base()[2]}'


def wrong_cells(published, wanted):
    if published is None:
        return ['not published']
    wrong = []
    for cell, value in wanted.items():
        table, rest = cell.split('.', 1)
        row, column = rest.rsplit('.', 1)
        stated = published['tables'].get(table, {}).get(row, {}).get(column, 'missing')
        if str('null' if stated is None else stated) != value:
            wrong.append(f'{cell} is {stated}, not {value}')
    return wrong[:4]


def pairs(text):
    return {} if text == '-' else dict(pair.split('=', 1) for pair in text.split())


def judge_form(case, findings, lines, published):
    """Faults of the judgement of a label or mistake."""
    def bound():
        errors = [f['message'] for f in findings if f['severity'] == 'error']
        return errors[:1] + wrong_cells(published, {**render.values(render.base()[0]), **pairs(case['cells'])})

    def said(ids):
        places = [] if case['line'] == '-' else case['line'].split(' ¦ ')
        patterns = [re.compile('.*' if i == '*' else i.replace('*', '.*')) for i in ids.split('|')]
        for finding in findings:
            if any(p.fullmatch(finding['id']) for p in patterns):
                if not places or not lines or any(
                        place in lines[line - 1] for line in lines_of(finding) if 0 < line <= len(lines) for place in places):
                    return []
        return [f'does not say {ids}']

    expected, faults = case['expected'], []
    if '+' in expected:
        faults += bound() + said(expected.split('+')[1])
    elif expected == 'bind':
        faults += bound()
    elif expected.startswith('bind|'):
        either = bound(), said(expected[5:])
        faults += either[0] + either[1] if all(either) else []
    else:
        faults += said(expected)
    if counted(findings) > int(case['max']):
        faults.append(f"{counted(findings)} findings, at most {case['max']}")
    return faults


def page_text(path):
    text = path.read_text(encoding='utf-8') if path.exists() else ''
    text = re.sub(r'(?s)<pre.*?</pre>|<(script|style).*?</\1>', '', text)
    text = html.unescape(re.sub(r'<[^>]+>', '', re.sub(r'<br\s*/?>', '\ue000', text)))
    return re.sub(' ?\ue000 ?', '\n', re.sub(r'\s+', ' ', text))


def texts(value):
    if isinstance(value, str):
        return [value]
    items = [v for k, v in value.items() if k != 'html'] if isinstance(value, dict) else value
    return [t for item in items for t in texts(item)] if isinstance(items, list) else []


def judge_markdown(case, findings, lines, published, page):
    """Faults of the text that a reader gets."""
    keys = ('sections', 'free_tables', 'table_notes', 'cell_notes')
    stored = '\0'.join(texts([published[k] for k in keys])) if published else ''
    lost = []
    for wanted, text in ((case['page'], page), (case['json'], stored)):
        for part in [] if wanted == '-' else wanted.split(' ¦ '):
            if (part[1:] in text) if part.startswith('!') else (part not in text):
                lost.append(f'{part!r} in {text[:60]!r}…')
    own = case['markdown'].split('\n')[0] if case['line'] == '-' else case['line']
    is_said = any(own in lines[line - 1] for f in findings for line in lines_of(f) if 0 < line <= len(lines))
    if case['finding'] == 'must':
        return [] if is_said else ['nothing is said']
    if case['finding'] == 'instead':
        lost = [] if is_said else lost
    if case['finding'] == 'none' and counted(findings):
        lost.append(f'{counted(findings)} findings')
    return lost + (wrong_cells(published, pairs(case['cells'])) if case['cells'] != '-' else [])


def judge_fixes(folder, rows, sources, before):
    """Faults of what `fix` makes of the mistakes."""
    def contents():
        return {c['id']: pathlib.Path(folder, 'Content', sources[c['id']][0]).read_bytes() for c in rows}
    run('fix', '--write', '-C', folder)
    first = contents()
    run('fix', '--write', '-C', folder)
    second, after = contents(), check(folder)
    for case in rows:
        path, source = sources[case['id']][:2]
        left, had = after.get(path, []), before.get(path, [])
        faults = []
        if first[case['id']] != second[case['id']]:
            faults.append('fix is not idempotent')
        if case['fix'] == 'no' and first[case['id']] != source:
            faults.append('fix changed it')
        if len(left) > len(had):
            faults.append('there are more findings after fix')
        if case['fix'] == 'yes' and left:
            faults.append('fix did not put it right')
        yield case, faults


def main():
    wrong = 0
    for name in ('labels', 'mistakes', 'markdown'):
        rows = render.cases(name)
        with tempfile.TemporaryDirectory() as root:
            folder, built, fixed = (f'{root}/{part}' for part in ('portal', 'built', 'fixed'))
            sources = render.portal(folder, name, rows)
            shutil.copytree(folder, built)
            shutil.copytree(folder, fixed)
            found = check(folder)
            reports = publish(built, rows, sources, found)
            judged = []
            for case in rows:
                path, source, _ = sources[case['id']]
                try:
                    lines = source.decode('utf-8-sig').replace('\r\n', '\n').split('\n')
                except UnicodeDecodeError:
                    lines = []
                stem = pathlib.Path(reports, case['id'].lower())
                data = stem.with_suffix('.json')
                published = json.loads(data.read_text(encoding='utf-8'), parse_float=str, parse_int=str) if data.exists() else None
                findings = found.get(path, [])
                if name == 'markdown':
                    faults = judge_markdown(case, findings, lines, published, page_text(stem.with_suffix('.html')))
                else:
                    faults = judge_form(case, findings, lines, published)
                judged.append((case, faults))
            if name == 'mistakes':
                judged += judge_fixes(fixed, rows, sources, found)
        for case, faults in judged:
            if faults:
                wrong += 1
                print(f"{name} {case['id']}: {'; '.join(faults)}")
        print(f'{name}: {sum(not faults for _, faults in judged)} of {len(judged)} right')
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
