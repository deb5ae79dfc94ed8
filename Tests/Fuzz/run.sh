#!/usr/bin/env bash
# run.sh SECONDS [SUBJECT…]: feeds random inputs to each subject of FuzzSubject in turn, for SECONDS each.
#
# Inputs that break a subject are kept in .build-fuzz/found/SUBJECT/, and inputs that reach new code in
# .build-fuzz/corpus/SUBJECT/, which the next run starts from. The exit code is 1 if something was found.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?usage: run.sh SECONDS [SUBJECT...]}
shift
subjects=("$@")
[ ${#subjects[@]} -gt 0 ] || subjects=(report table front-matter form theme registry)

export GONGKAI_FUZZ=1
build=(swift build -c release --product Fuzz --scratch-path .build-fuzz --sanitize address)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
"${build[@]}" > "$log" 2>&1 || { cat "$log"; exit 3; }
fuzz="$("${build[@]}" --show-bin-path 2> /dev/null)/Fuzz"

# Files of the project as the initial corpus; parts of one input are separated by a record separator.
seed() {
  local folder=.build-fuzz/corpus/$1
  mkdir -p "$folder"
  case $1 in
    report) cp Content/reports/*/*.md "$folder" 2> /dev/null || true ;;
    table)
      for file in Content/reports/2023/*.md; do
        awk '/^---$/ { fences++; next } fences >= 2' "$file" > "$folder/$(basename "$file")"
      done ;;
    front-matter)
      for file in Content/reports/2023/*.md Content/agencies/*.md; do
        awk '/^---$/ { fences++; next } fences == 1' "$file" > "$folder/$(basename "$file")"
      done
      cp Content/*.yaml Sources/Reports/Forms/*.yaml Themes/default/strings/*.yaml "$folder" ;;
    form) cp Sources/Reports/Forms/*.yaml docs/forms/*.yaml "$folder" ;;
    theme)
      for file in Themes/default/layouts/*.mustache; do
        { cat "$file"; printf '\036'; cat Themes/default/partials/*.mustache; } > "$folder/$(basename "$file")"
      done
      printf '{{#title}}{{>a}}{{/title}}{{^lang}}{{{title}}}{{/lang}}\036{{t.home}}{{>b}}\036{{! x }}{{has_title}}' \
        > "$folder/partials" ;;
    registry)
      for file in Content/agencies/*.md; do
        { cat Content/site.yaml; printf '\036'; cat Content/regions.yaml; printf '\036'; cat "$file"; } \
          > "$folder/$(basename "$file")"
      done ;;
  esac
}

failed=0
for subject in "${subjects[@]}"; do
  seed "$subject"
  found=.build-fuzz/found/$subject
  rm -rf "$found"
  mkdir -p "$found"
  echo "== $subject, $seconds s"
  # A run stops at the first input that breaks it, so it is restarted for the rest of the time.
  end=$((SECONDS + seconds))
  while [ $SECONDS -lt $end ]; do
    status=0
    FUZZ_SUBJECT=$subject SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
      "$fuzz" -max_total_time=$((end - SECONDS)) -timeout=10 -rss_limit_mb=2048 -max_len=40000 -print_final_stats=1 \
      -artifact_prefix="$found/" -dict=Tests/Fuzz/words.txt ".build-fuzz/corpus/$subject" > "$log" 2>&1 || status=$?
    grep -E '^stat::number_of_executed_units|^DONE|Fatal error|ERROR|SUMMARY|Test unit written' "$log" || true
    [ $status -ne 0 ] || break
    failed=1
    # Stop early rather than find the same fault over and over.
    [ "$(find "$found" -type f | wc -l)" -lt 12 ] || break
  done
done
exit $failed
