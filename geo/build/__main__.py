"""Make islands, coast, coast-light and lines .geojson: `python -m geo.build` in the root.

With --draft, texts that lines.toml lacks stay null; without it their lack is an error.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from shapely.geometry import MultiPolygon

from .coast import BOX, FINE, LIGHT, NAMES, Detail, bodies, drawn
from .geojson import feature, write
from .islands import DECIMALS, Islet, islets, split
from .lines import DECIMALS as LINE_DECIMALS
from .lines import courses, told
from .names import GROUPS
from .source import land

GEO = Path(__file__).resolve().parent.parent
STEPS = (
    "reading OpenStreetMap's land (1.2 GB of memory)",
    "the four groups",
    "the coast around, fine",
    "the coast around, light",
    "the lines",
)


def main(arguments: list[str]) -> None:
    """Build the four files; the order of the steps is that of STEPS."""
    if unknown := set(arguments) - {"--draft"}:
        message = f"unknown argument {' '.join(sorted(unknown))}: only --draft is known"
        raise SystemExit(message)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns) as progress:
        task = progress.add_task(STEPS[0], total=len(STEPS))

        def done(step: int) -> None:
            following = STEPS[step + 1] if step + 1 < len(STEPS) else "written to geo/"
            progress.update(task, advance=1, description=following)

        groups, rest = split(land(BOX))
        done(0)
        found = islets(groups)
        write(GEO / "islands.geojson", [_island(islet) for islet in found])
        done(1)
        units = bodies(rest)
        fine = drawn(units, FINE)
        write(GEO / "coast.geojson", _coast(fine, FINE))
        done(2)
        write(GEO / "coast-light.geojson", _coast(drawn(units, LIGHT), LIGHT))
        done(3)
        lines = courses(_islands_only(found), fine)
        texts = told(GEO / "lines.toml", lines, draft="--draft" in arguments)
        features = [feature(line, LINE_DECIMALS, texts[name]) for name, line in lines.items()]
        write(GEO / "lines.geojson", features)
        done(4)


def _island(islet: Islet) -> str:
    return feature(islet.outline, DECIMALS, dict(islet.properties))


def _coast(coast: dict[str, MultiPolygon], detail: Detail) -> list[str]:
    return [
        feature(
            shape,
            detail.decimals,
            {
                "unit": unit,
                **dict(zip(("name_en", "name_ja", "name_ru"), NAMES[unit], strict=True)),
            },
        )
        for unit, shape in coast.items()
    ]


def _islands_only(found: list[Islet]) -> dict[str, MultiPolygon]:
    """Return the land of each group: what is dry at low tide alone bounds nothing."""
    return {
        group: MultiPolygon(
            [
                islet.outline
                for islet in found
                if islet.group == group and islet.properties["feature"] == "island"
            ]
        )
        for group in GROUPS
    }


if __name__ == "__main__":
    main(sys.argv[1:])
