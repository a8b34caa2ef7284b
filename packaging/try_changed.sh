#!/usr/bin/env bash
# Makes what is installed and has it check itself, where something that it is made of has changed since that was done here.
# Needs a Python 3.13 and says so where there is none.
set -euo pipefail
cd "$(dirname "$0")/.."
made_of=$(git ls-files -s packaging pyproject.toml resources/models workbench/installation | sha256sum | cut -c1-16)
tried=${XDG_CACHE_HOME:-$HOME/.cache}/nextword-workbench-packaging/$made_of
if [ -e "$tried" ]; then
    echo "layout: unchanged since it was tried"
    exit
fi
of_pyenv() { ls -1 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13.*/bin/python3.13 2>/dev/null | tail -n 1; }
python=$(uv python find --no-python-downloads 3.13 2>/dev/null || of_pyenv || true)
if [ -z "$python" ]; then
    echo "NOT TRIED: what is installed needs a Python 3.13, and there is none here" >&2
    exit
fi
out=$(mktemp -d)
chmod 755 "$out" # it is tried as somebody who may not do everything
trap 'rm -rf "$out"' EXIT
python3 packaging/build.py layout --python "$python" --out "$out"
python3 packaging/build.py try-layout --out "$out"
mkdir -p "$(dirname "$tried")"
touch "$tried"
