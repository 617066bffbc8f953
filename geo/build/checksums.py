"""Rewrite geo/checksums.txt: the sha256 of each data file, which the package tests on load."""

from __future__ import annotations

import hashlib
from pathlib import Path

GEO = Path(__file__).resolve().parent.parent
FILES = (
    "islands.geojson",
    "coast.geojson",
    "coast-light.geojson",
    "places.geojson",
    "straits.geojson",
    "lines.geojson",
    "events.toml",
    "figures.toml",
    "claims.toml",
    "proposals.toml",
    "partings.toml",
    "sea.toml",
    "sources.toml",
    "statements.toml",
    "names.toml",
    "states.toml",
    "views.toml",
    "voices.toml",
)


def checksums(folder: Path) -> str:
    """Return `sha256  path` lines for the data in a folder, in the order of their paths."""
    scenarios = [path.relative_to(folder).as_posix() for path in folder.glob("scenarios/*.toml")]
    names = sorted([*FILES, *scenarios])
    lacking = [name for name in names if not (folder / name).is_file()]
    if lacking:
        message = (
            f"{folder} lacks {', '.join(lacking)}: make them first (`make geo`), then try again"
        )
        raise SystemExit(message)
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file beside and rename it."""
    text = checksums(GEO)
    beside = GEO / "checksums.txt.new"
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(GEO / "checksums.txt")


if __name__ == "__main__":
    main()
