#!/usr/bin/env bash
# run.sh GONGKAI: a second opinion on the sample site, from checkers that others wrote.
#
# They are in ../shared/kit beside the repository (KIT=DIR for another folder), with what they need in .build/kit-venv
# (KIT_VENV=DIR for an environment that is there already). Most of what they check is checked by Tests/Site too.
set -euo pipefail

gongkai=$(realpath "${1:?usage: run.sh GONGKAI}")
cd "$(dirname "$0")/../.."
kit=${KIT:-../shared/kit}
venv=${KIT_VENV:-.build/kit-venv}

if [ ! -d "$kit" ]; then
  echo "There is no second opinion, because $kit is not there." >&2
  exit 1
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
cases=${CASES:-../shared/cases}
[ ! -d "$cases" ] || check "$PYTHON" Tests/kit/cases.py "$gongkai" "$cases"
[ ! -d "$cases" ] || check "$PYTHON" Tests/kit/narrative.py "$gongkai" "$cases"
exit "$failed"
