"""A folder of pages: the overview, one page a scenario, and an index that shows and links them."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path

from kurilmap.atlas.index import index_html
from kurilmap.errors import WriteError
from kurilmap.files import write_text
from kurilmap.maps import overview_map, scenario_map
from kurilmap.page import save_html
from kurilmap.scenarios import scenarios
from kurilmap.words import check_lang

__all__ = ["write_atlas"]

Progress = Callable[[int, int, str], object]


def write_atlas(
    directory: str | PathLike[str], lang: str = "en", progress: Progress | None = None
) -> list[Path]:
    """Write overview.html, a page a scenario, and index.html.

    Each file is written beside and then renamed, so that no reader meets half a page; the
    index comes last, when all that it links is there.

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
    kurilmap.words.UnknownWord
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
    folder = _folder(Path(directory))
    catalogue = list(scenarios().values())
    total = len(catalogue) + 2

    report(0, total, "overview.html")
    save_html(overview_map(lang=lang), folder / "overview.html")
    for done, scenario in enumerate(catalogue, start=1):
        report(done, total, f"{scenario.id}.html")
        save_html(scenario_map(scenario, lang=lang), folder / f"{scenario.id}.html")
    report(total - 1, total, "index.html")
    write_text(folder / "index.html", index_html(catalogue, lang))
    report(total, total, "index.html")

    names = ["index.html", "overview.html", *(f"{scenario.id}.html" for scenario in catalogue)]
    return [folder / name for name in names]


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(
            f"The folder {folder} cannot be made: {error.strerror or error}. "
            "Give a folder that you may write to."
        ) from error
    return folder
