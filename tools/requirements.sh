#!/usr/bin/env bash
# Pin what pyproject.toml asks for: every version exact, every file by hash, for all systems and
# Pythons at once (--universal), and no registry's address in the result.
# Usage: tools/requirements.sh PATH-TO-UV
set -euo pipefail
cd "$(dirname "$0")/.."
uv="$1"
header="# Made from pyproject.toml by 'make requirements'; do not edit."

pin() {
    local target="requirements/$1.txt"
    shift
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@" -o "$target"
    printf '%s\n%s\n' "$header" "$(cat "$target")" >"$target.new"
    mv "$target.new" "$target"
}

# Each builds on the one before, so that all agree on every version they share.
pin build --group build
pin runtime pyproject.toml -c requirements/build.txt
pin notebook pyproject.toml --extra notebook --extra plugins \
    -c requirements/build.txt -c requirements/runtime.txt
pin test pyproject.toml --extra notebook --extra plugins --group test \
    -c requirements/build.txt -c requirements/notebook.txt
pin bench pyproject.toml --extra notebook --extra plugins --group test --group bench \
    -c requirements/build.txt -c requirements/test.txt
pin mutants pyproject.toml --extra notebook --extra plugins --group test --group mutants \
    -c requirements/build.txt -c requirements/test.txt
pin dist --group dist -c requirements/build.txt -c requirements/test.txt
