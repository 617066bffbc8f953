"""What stands behind a command, read: languages, formats, names of files and of scenarios."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kurilmap.errors import ScenarioError, WriteError
from kurilmap.files import check_files

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario


class Lang(StrEnum):
    """The languages of pages and tables."""

    en = "en"
    ja = "ja"
    ru = "ru"


class Format(StrEnum):
    """What a comparison is written as."""

    table = "table"
    csv = "csv"
    json = "json"
    html = "html"


def page_file(output: str, what: str) -> Path:
    """Return where a page is to be written, before anything is worked out for it."""
    path = Path(output)
    if path.suffix.lower() not in {".html", ".htm"}:
        raise WriteError(f"-o {output!r} was given; {what} is a file whose name ends in .html.")
    check_files([path])
    return path


def format_of(output: str | None) -> Format:
    """Return the format that a file's name tells; a table where there is none."""
    ending = Path(output or "").suffix.lower().lstrip(".")
    known = {"": Format.table, "txt": Format.table, "htm": Format.html}
    known |= {one.value: one for one in Format if one is not Format.table}
    if ending not in known:
        raise WriteError(
            f"-o {output!r} was given; a comparison is a .csv, .json, .html or .txt file, or what "
            "--format says."
        )
    return known[ending]


def find_all(names: Sequence[str]) -> "list[Scenario]":
    """Return the scenarios that are named by ids and files, each of them once."""
    from kurilmap.scenarios.finding import find

    found: dict[str, tuple[str, Scenario]] = {}
    for name in names:
        each = find(name)
        if each.id in found:
            first = found[each.id][0]
            raise ScenarioError(
                f"{first} and {name} are one scenario twice, with the id {each.id}; name it once, "
                "or give your file an id of its own."
            )
        found[each.id] = name, each
    return [each for _, each in found.values()]
