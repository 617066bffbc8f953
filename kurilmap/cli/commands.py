"""The commands."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kurilmap._version import __version__
from kurilmap.cli.exported import What
from kurilmap.cli.given import Format, Lang, find_all, format_of, page_file
from kurilmap.cli.terminal import PIPED_WIDTH, as_text, console, plain, say, say_written
from kurilmap.errors import ScenarioError, WriteError
from kurilmap.words import iso
from kurilmap.words import say as word

LangOption = Annotated[Lang, typer.Option(help="Language of what is written.")]

app = typer.Typer(
    help="Maps of Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and the Habomai islets: "
    "who holds, claims and might hold them. Pages need no network.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _root(
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
) -> None:
    if show_version:
        say(f"kurilmap {__version__}")
        raise typer.Exit


@app.command("list")
def list_(lang: LangOption = Lang.en) -> None:
    """List the scenarios of the catalogue, in date order, and what is told in words only."""
    from rich.table import Table
    from rich.text import Text

    from kurilmap.geodata import records
    from kurilmap.scenarios import scenarios

    table = Table(box=None, pad_edge=False, header_style="bold")
    told = Table(box=None, pad_edge=False, show_header=False)
    for heading in ("date", "kind", "id", "title"):
        table.add_column(word(f"cli.{heading}", lang), no_wrap=heading in {"date", "id"})
    for each in scenarios().values():
        table.add_row(
            iso(each.date, each.precision),
            word(f"kind.{each.kind}", lang),
            Text(plain(each.id)),
            Text(plain(each.title[lang])),
        )
    console().print(table)
    console().print(Text(f"\n{word('proposal.heading', lang)}:", style="bold"))
    for row in records("proposals.toml")["proposal"]:
        date = word("source.undated", lang) if row["date"] == "n.d." else str(row["date"])
        told.add_row(date, row["id"], Text(plain(row["title"][lang])))
    console().print(told)


@app.command()
def show(
    scenario: Annotated[
        str, typer.Argument(metavar="ID", help="A scenario's id, or a .toml or .geojson file.")
    ],
    lang: LangOption = Lang.en,
) -> None:
    """Show who proposed a scenario, what it says, what it gives to whom, and the sources."""
    from kurilmap.geodata import records

    if any(scenario == row["id"] for row in records("proposals.toml")["proposal"]):
        from kurilmap.cli.told import told_in_words

        console().print(told_in_words(scenario, lang), crop=False)
        return

    from kurilmap.cli.told import told
    from kurilmap.scenarios.finding import find

    console().print(told(find(scenario), lang), crop=False)


@app.command("map")
def map_(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The .html file to write.")
    ],
    scenario: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCENARIO]...",
            help="Ids of scenarios, or .toml and .geojson files of your own; none gives the "
            "overview of all.",
        ),
    ] = None,
    lang: LangOption = Lang.en,
    timeline: Annotated[
        bool,
        typer.Option("--timeline", help="Who administered what from 1855 to today, on a slider."),
    ] = False,
) -> None:
    """Write one page: the overview, the map of the scenarios named, or the timeline."""
    path = page_file(output, "a map")
    if timeline and scenario:
        raise ScenarioError(
            f"--timeline was given with {scenario[0]}; the timeline shows no scenario: leave one "
            "of the two out."
        )
    chosen = find_all(scenario or [])

    from kurilmap.maps import overview_map, scenario_map, timeline_map
    from kurilmap.page import save_html

    if timeline:
        drawn = timeline_map(lang=lang.value)
    elif len(chosen) == 1:
        drawn = scenario_map(chosen[0], lang=lang.value)
    elif chosen:
        drawn = overview_map(lang=lang.value, scenarios=chosen)
    else:
        drawn = overview_map(lang=lang.value)
    save_html(drawn, path)
    say_written(path)


@app.command()
def check(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Scenarios as .toml or .geojson.")
    ],
    lang: LangOption = Lang.en,
) -> None:
    """Check files of your own: what each gives to whom, or every mistake with its line."""
    from kurilmap.cli.check import checked

    sound = True
    for line, is_sound in checked(files, lang.value):
        say(line)
        sound = sound and is_sound
    if not sound:
        raise typer.Exit(1)


@app.command()
def compare(
    scenario: Annotated[
        list[str],
        typer.Argument(
            metavar="SCENARIO...", help="Ids of scenarios, or .toml and .geojson files of your own."
        ),
    ],
    measures: Annotated[
        str | None,
        typer.Option(help="Which measures, by name, with commas between; all where none is named."),
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="csv holds what is computed (what is published, where only that is named), json "
            "both, apart; html is a page with two maps that move together, or of more scenarios "
            "one map with a choice. By default what the file's name ends in, or a table.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")
    ] = None,
    lang: LangOption = Lang.en,
) -> None:
    """Compare scenarios: land, islands, coast, people, straits, one beside the other."""
    kind = format_ or format_of(output)
    if kind is Format.html and output is None:
        raise WriteError("--format html was given without -o FILE; name the page to write.")
    named = None if measures is None else [one for one in measures.split(",") if one.strip()]

    from kurilmap.cli import compared
    from kurilmap.compare import compare as compare_
    from kurilmap.files import check_files, write_text

    if output is not None:
        check_files([output])
    comparison = compare_(find_all(scenario), measures=named, lang=lang.value)
    if kind is Format.table:
        if output is None:
            screen = console()
            screen.print(compared.shown(comparison, lang.value, screen.width), crop=False)
            return
        text = as_text(compared.shown(comparison, lang.value, PIPED_WIDTH))
    elif kind is Format.html:
        from kurilmap.page import to_html

        text = to_html(comparison.map())
    else:
        text = compared.as_csv(comparison) if kind is Format.csv else compared.as_json(comparison)
    if output is None:
        sys.stdout.write(text)
        return
    path = write_text(output, text)
    say_written(path)


@app.command("export")
def export_(
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Ends in .html, .png, .svg, .pdf, .gpkg, .geojson, .kml or .csv.",
        ),
    ],
    scenario: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SCENARIO]...",
            help="Ids of scenarios, or .toml and .geojson files of your own; several are compared.",
        ),
    ] = None,
    what: Annotated[
        What, typer.Option(help="The waters of a scenario, or a table of the kit.")
    ] = What.scenario,
    lang: LangOption = Lang.en,
    size: Annotated[str, typer.Option(help="Of a picture: page, column or slide.")] = "page",
) -> None:
    """Write a page, a picture, a GIS file or a table; the file's name says which."""
    from kurilmap.cli.exported import thing
    from kurilmap.export import check_path, export

    check_path(output)
    path = export(
        thing(what, find_all(scenario or []), lang.value), output, lang=lang.value, size=size
    )
    say_written(path)


@app.command()
def record(
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="An .html file to write instead."),
    ] = None,
    lang: LangOption = Lang.en,
) -> None:
    """Check what the articles state: the figure that was found, and the verdict."""
    if output is None:
        from kurilmap.cli.record import told

        console().print(told(lang.value), crop=False)
        return
    path = page_file(output, "a page")

    from kurilmap.atlas import save_record

    save_record(path, lang=lang.value)
    say_written(path)


@app.command()
def atlas(
    directory: Annotated[str, typer.Argument(metavar="DIR", help="Made where it is missing.")],
    lang: LangOption = Lang.en,
) -> None:
    """Write the overview, the timeline, a page a scenario, the record, and an index."""
    if not directory.strip():
        raise WriteError(f"DIR {directory!r} was given; name a folder, such as . or atlas.")

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from kurilmap.atlas import write_atlas

    log = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    # A pipe or a log gets no bar at all: it would be control characters there.
    with Progress(*columns, console=log, disable=not log.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=plain(name))

        paths = write_atlas(Path(directory), lang=lang.value, progress=report)
    say(f"Wrote {len(paths)} pages to {directory}")


@app.command()
def notebooks(
    directory: Annotated[str, typer.Argument(metavar="DIR", help="Made where it is missing.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace notebooks of the same names that differ.")
    ] = False,
) -> None:
    """Copy the notebooks into a folder of yours, to be run and changed in JupyterLab."""
    from kurilmap.cli.notebooks import copied

    for line in copied(directory, force=force):
        say(line)
