"""A folder of pages: overview, timeline, a page a scenario, the record, and an index."""

from collections.abc import Callable
from functools import cache, partial
from os import PathLike
from pathlib import Path

from kurilmap.atlas.index import index_html
from kurilmap.atlas.record import record_html, save_record
from kurilmap.errors import WriteError
from kurilmap.files import check_files, check_folder, write_all
from kurilmap.maps import Map, overview_map, timeline_map
from kurilmap.maps.compositions import begin_with
from kurilmap.page import to_html
from kurilmap.scenarios import Scenario, scenarios
from kurilmap.words import check_lang, say

__all__ = ["save_record", "write_atlas"]

Progress = Callable[[int, int, str], object]


def write_atlas(
    directory: str | PathLike[str], lang: str = "en", progress: Progress | None = None
) -> list[Path]:
    """Write overview.html, timeline.html, a page a scenario, record.html, and index.html.

    A scenario's page is the overview that begins with it: all others can be chosen there too. Every
    page can be read in each language; links between them are relative and take the language along.

    All pages are made, and their places tested, before the first is written: where one cannot be,
    the folder stays as it was. Each file is written beside and then renamed, so that no reader
    meets half a page; the index comes last, when all that it links is there.

    Parameters
    ----------
    directory : path
        Made where it is missing; files of the same names are replaced, others left alone.
    lang : {"en", "ja", "ru"}, default "en"
    progress : callable, optional
        Called as ``progress(done, total, name)`` before each page and after the last.

    Returns
    -------
    list of pathlib.Path
        What was written, the index first.

    Raises
    ------
    kurilmap.errors.WriteError
        If the folder or a file in it cannot be written.
    kurilmap.errors.UnknownWord
        For any other language.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write_atlas(folder)][:2]
    ['index.html', 'overview.html']
    """
    check_lang(lang)
    report = progress or (lambda *_: None)
    folder = check_folder(directory)
    catalogue = list(scenarios().values())
    overview = cache(lambda: _linked(overview_map(lang)))
    # The overview comes first: from then on it begins with one scenario after the other.
    makers: dict[str, Callable[[], str]] = {
        "overview.html": lambda: to_html(overview()),
        "timeline.html": lambda: to_html(_linked(timeline_map(lang))),
        **{f"{s.id}.html": partial(_beginning, overview, s) for s in catalogue},
        "record.html": lambda: record_html(lang, back="index.html"),
        "index.html": lambda: index_html(catalogue, lang),
    }
    if folder.is_dir():
        check_files(folder / name for name in makers)
    pages: dict[str | PathLike[str], str] = {}
    for done, (name, make) in enumerate(makers.items()):
        report(done, len(makers), name)
        pages[folder / name] = make()
    _make(folder)
    *others, index = write_all(pages)
    report(len(makers), len(makers), "index.html")
    return [index, *others]


def _linked(drawn: Map) -> Map:
    """Return a map whose page links back to the index."""
    drawn.panel.add(lambda lang: {"home": {"href": "index.html", "text": say("atlas.all", lang)}})
    return drawn


def _beginning(overview: Callable[[], Map], scenario: Scenario) -> str:
    """Return the overview that begins with a scenario; what no scenario changes is made once."""
    begin_with(drawn := overview(), scenario)
    return to_html(drawn)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            f"The folder {folder} cannot be made: {error.strerror or error}. "
            "Give a folder that you may write to."
        ) from error
