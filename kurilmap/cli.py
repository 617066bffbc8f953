"""The command line: list, show, map and atlas.

What is heavy (folium, geopandas) is imported by the command that needs it, so that
``kurilmap --help`` and ``kurilmap list`` answer at once.
"""

import atexit
import gc
import sys
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from kurilmap._version import __version__
from kurilmap.errors import KurilmapError, WriteError
from kurilmap.words import day, say

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario

# Formatting characters that reorder what a terminal shows after them.
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PIPED_WIDTH = 160


class Lang(StrEnum):
    """The languages of pages and tables."""

    en = "en"
    ja = "ja"
    ru = "ru"


LangOption = Annotated[Lang, typer.Option(help="Language of what is written.")]

app = typer.Typer(
    help="Maps of Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and the Habomai islets: "
    "who holds, claims and might hold them. Pages need no network.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; an error of ours is one line on stderr and exit status 2."""
    # Importing folium makes a great many objects that live to the end. Looking through them for
    # cycles, while it goes on and once more at the exit, is a quarter of the time of a page.
    gc.set_threshold(200_000)
    atexit.register(gc.freeze)
    try:
        app(prog_name="kurilmap")
    except KurilmapError as error:
        # str() of a KeyError would put the message in quotes
        _fail(str(error.args[0] if error.args else error))


def plain(text: str) -> str:
    r"""Return text that a terminal shows as it stands.

    Texts of a scenario file come from anyone: control characters would drive the terminal.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> plain("two\x1b[31m islands\n1956")
    'two[31m islands 1956'
    """
    return " ".join(
        "".join(
            " " if char.isspace() else char
            for char in text
            if char.isspace() or not (unicodedata.category(char) == "Cc" or char in _REORDERING)
        ).split()
    )


@app.callback(invoke_without_command=True)
def _root(
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
) -> None:
    if show_version:
        typer.echo(f"kurilmap {__version__}")
        raise typer.Exit


@app.command("list")
def list_(lang: LangOption = Lang.en) -> None:
    """List the scenarios of the catalogue, in date order."""
    from kurilmap.scenarios import scenarios

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("date", "kind", "id", "title"):
        table.add_column(say(f"cli.{heading}", lang), no_wrap=heading in {"date", "id"})
    for each in scenarios().values():
        table.add_row(
            str(each.date),
            say(f"kind.{each.kind}", lang),
            Text(plain(each.id)),
            Text(plain(each.title[lang])),
        )
    _console().print(table)


@app.command()
def show(
    scenario: Annotated[
        str, typer.Argument(metavar="ID", help="A scenario's id, or a .toml file.")
    ],
    lang: LangOption = Lang.en,
) -> None:
    """Show who proposed a scenario, what it says, what it gives to whom, and the sources."""
    found = _find(scenario)
    facts = (plain(found.id), say(f"kind.{found.kind}", lang), day(found.date, lang))
    told: list[Text | Table] = [
        Text(plain(found.title[lang]), style="bold"),
        Text(" · ".join(facts), style="dim"),
    ]
    for key in ("by", "summary", "conditions"):
        if text := plain(getattr(found, key)[lang]):
            told.append(Text.assemble("\n", (say(f"panel.{key}", lang) + "  ", "bold"), text))
    told += [
        Text(),
        _shares(found, lang),
        Text(say("panel.rounding", lang), style="dim"),
        Text("\n" + say("panel.sources", lang), style="bold"),
        *_sources(found.sources, lang),
    ]
    # Printed at once: an error leaves no half of it on the screen.
    _console().print(Group(*told), crop=False)


@app.command("map")
def map_(
    output: Annotated[Path, typer.Option("--output", "-o", help="The .html file to write.")],
    scenario: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCENARIO]...",
            help="Ids of scenarios, or .toml files of your own; none gives the overview of all.",
        ),
    ] = None,
    lang: LangOption = Lang.en,
) -> None:
    """Write one page: the overview, or the map of the scenarios named."""
    if output.suffix.lower() not in {".html", ".htm"}:
        raise WriteError(f"-o {output}: a map is written as .html; give the file that suffix.")
    chosen = [_find(each) for each in scenario or ()]

    from kurilmap.maps import overview_map, scenario_map
    from kurilmap.page import save_html

    if len(chosen) == 1:
        drawn = scenario_map(chosen[0], lang=lang.value)
    elif chosen:
        drawn = overview_map(lang=lang.value, scenarios=chosen)
    else:
        drawn = overview_map(lang=lang.value)
    save_html(drawn, output)
    typer.echo(f"Wrote {plain(str(output))} ({output.stat().st_size / 1000:,.0f} kB)")


@app.command()
def atlas(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="Made where it is missing.")],
    lang: LangOption = Lang.en,
) -> None:
    """Write the overview, a page a scenario, and an index of them all."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from kurilmap.atlas import write_atlas

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    # A pipe or a log gets no bar at all: it would be control characters there.
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=plain(name))

        paths = write_atlas(directory, lang=lang.value, progress=report)
    typer.echo(f"Wrote {len(paths)} pages to {plain(str(directory))}")


def _find(name: str) -> "Scenario":
    """Return a scenario of the catalogue, or of a file where the name is a path to TOML."""
    from kurilmap.scenarios import Scenario, scenario

    return Scenario.from_toml(Path(name)) if name.endswith(".toml") else scenario(name)


def _shares(scenario: "Scenario", lang: str) -> Table:
    from kurilmap import telling

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say("panel.holder", lang))
    table.add_column(say("panel.area", lang), justify="right")
    table.add_column(say("panel.share", lang), justify="right")
    for row in telling.told(scenario, lang)["rows"]:
        table.add_row(row["name"], row["area"], row["share"])
    return table


def _sources(ids: tuple[str, ...], lang: str) -> Iterator[Text]:
    from kurilmap import telling

    for source in telling.sources(ids, lang).values():
        gloss = f" [{source['gloss']}]" if source["gloss"] else ""
        about = "; ".join(part for part in (source["by"], source["read"]) if part)
        yield Text(plain(f"- {source['title']}{gloss}{f' ({about})' if about else ''}"))
        if source["url"]:
            yield Text(f"  {plain(source['url'])}", no_wrap=True, overflow="ignore")


def _console() -> Console:
    """Return stdout for tables; a pipe has no width of its own, so lines stay whole there."""
    console = Console(highlight=False, markup=False, emoji=False)
    return (
        console
        if console.is_terminal
        else Console(highlight=False, markup=False, emoji=False, width=_PIPED_WIDTH)
    )


def _fail(message: str) -> NoReturn:
    sys.stderr.write(f"kurilmap: {plain(message)}\n")
    sys.exit(2)
