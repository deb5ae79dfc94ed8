#!/usr/bin/env bash
# setup.sh VENV: the Python packages of the checks in a virtual environment, once for each version of their lists.
set -euo pipefail
cd "$(dirname "$0")"
venv=${1:?usage: setup.sh VENV}
wanted=$(cat requirements.txt requirements-files.txt | sha256sum)
[ "$(cat "$venv/installed" 2> /dev/null || true)" != "$wanted" ] || exit 0
echo "Installing the Python packages of the site's checks into $venv"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --requirement requirements.txt
"$venv/bin/pip" install --quiet --no-deps --requirement requirements-files.txt
echo "$wanted" > "$venv/installed"
