#!/usr/bin/env bash
# Print a Python that can make a virtual environment for kurilmap: 3.11 or newer, with venv and
# ensurepip. PYTHON=... overrides the choice.
set -u

candidates=(${PYTHON:+"$PYTHON"})
[ -n "${PYTHON:-}" ] || candidates=(python3 python3.11 python3.12 python3.13 python3.14 python)

without_venv=""
for candidate in "${candidates[@]}"; do
    # A name on the path may still be a shim that leads nowhere: run it.
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        if "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            command -v "$candidate"
            exit 0
        fi
        without_venv="${without_venv:-$candidate}"
    fi
done

if [ -n "$without_venv" ]; then
    echo "kurilmap: $without_venv has no venv module: install it (Debian: apt-get install python3-venv), then run make again." >&2
elif [ -n "${PYTHON:-}" ]; then
    echo "kurilmap: PYTHON=$PYTHON is not a Python 3.11 or newer." >&2
else
    echo "kurilmap: needs Python 3.11 or newer with venv (Debian: apt-get install python3 python3-venv); none was found." >&2
fi
exit 1
