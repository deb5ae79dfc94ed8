#!/usr/bin/env bash
# run.sh [lint | unit | site ...]: the tests of the project, or only those parts of them.
#
# The last line says whether all passed, and names what could not run here: that is a failure too, unless
# ALLOW_SKIPPED=1.
set -uo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
all=(lint unit site)
[ $# -gt 0 ] || set -- "${all[@]}"
venv=$PWD/.build/site-venv
log=$(mktemp)
trap 'rm -f "$log"' EXIT
failed=()

part() {
  local name=$1 start=$SECONDS
  shift
  echo "=== $name"
  "$@" 2>&1 | tee -a "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || failed+=("$name")
  echo "=== $name took $((SECONDS - start)) s"
}

lint() {
  "$swift" format lint --strict --parallel --recursive Package.swift Plugins Sources Tests
}

# In a debug build a warning is an error (Package.swift). The command is built with the tests, once for all parts.
build() {
  "$swift" build --build-tests
}

unit() {
  "$swift" test --skip-build
}

site() {
  Tests/Site/setup.sh "$venv" && "$venv/bin/python" Tests/Site/run.py "$("$swift" build --show-bin-path)/gongkai"
}

for name in "$@"; do
  if [ "$name" != lint ] && [ -z "${built:-}" ]; then
    built=1
    part build build
    [ ${#failed[@]} = 0 ] || break
  fi
  part "$name" "$name"
done

# `SKIPPED: what`, and what Swift Testing says: `Test someName() skipped: "why"`.
mapfile -t skipped < <(sed -nE 's/^SKIPPED: (.*)/\1/p; s/^.*((Test|Suite) .*) skipped(: .*|\.)?$/\1\3/p' "$log" | sort -u)
missing="${#skipped[@]} could not run: $(printf '%s; ' "${skipped[@]}")"
if [ ${#failed[@]} != 0 ]; then
  [ ${#skipped[@]} = 0 ] || echo "${missing%; }"
  echo "FAILED: ${failed[*]}"
elif [ ${#skipped[@]} = 0 ]; then
  if [ "$*" = "${all[*]}" ]; then echo 'All tests passed.'; else echo "Passed: $*."; fi
  exit 0
else
  echo "Passed, but ${missing%; }"
  [ "${ALLOW_SKIPPED:-0}" != 1 ] || exit 0
fi
exit 1
