"""From a sheet to the bytes of a file: the same input gives the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from matplotlib import rc_context, rcdefaults, rcParams

from kurilmap._version import __version__
from kurilmap.printed.fonts import known
from kurilmap.printed.margins import sources
from kurilmap.printed.plate import Plate
from kurilmap.printed.sheet import Sheet
from kurilmap.words import say

_FORMATS: Any = {
    # Text stays text in a PDF; in an SVG it is drawn, for a reader may lack the fonts.
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "kurilmap",
    "lines.scale_dashes": False,
    "text.hinting": "none",
    "path.simplify": False,
}


@contextmanager
def own_style() -> Iterator[None]:
    """Draw as if the user had set nothing of matplotlib's."""
    with rc_context():
        rcdefaults()
        rcParams.update(_FORMATS)
        yield


def written(sheet: Sheet, plate: Plate, suffix: str, dpi: int, lang: str) -> bytes:
    """Return a sheet as a file.

    Parameters
    ----------
    sheet : Sheet
    plate : Plate
    suffix : {".png", ".svg", ".pdf"}
    dpi : int
        Of a PNG.
    lang : {"en", "ja", "ru"}

    Returns
    -------
    bytes
    """
    file = BytesIO()
    told = {key: known(text, sheet.fonts) for key, text in _told(plate, lang).items()}
    sheet.figure.savefig(
        file, format=suffix[1:], dpi=dpi, metadata=_METADATA[suffix](told, lang), facecolor="white"
    )
    return file.getvalue()


def _told(plate: Plate, lang: str) -> dict[str, str]:
    rights = say("panel.licence", lang)
    return {"title": plate.title, "sources": sources(plate, lang), "rights": rights}


def _png(told: dict[str, str], _: str) -> dict[str, Any]:
    texts = {"Title": told["title"], "Source": told["sources"], "Copyright": told["rights"]}
    return {**texts, "Software": f"kurilmap {__version__}"}


def _pdf(told: dict[str, str], _: str) -> dict[str, Any]:
    return {
        "Title": told["title"],
        "Subject": f"{told['rights']} {told['sources']}".strip(),
        "Creator": f"kurilmap {__version__}",
        "CreationDate": None,
    }


def _svg(told: dict[str, str], lang: str) -> dict[str, Any]:
    return {
        "Title": told["title"],
        "Source": told["sources"],
        "Rights": told["rights"],
        "Language": lang,
        "Creator": f"kurilmap {__version__}",
        "Date": None,
    }


_METADATA = {".png": _png, ".pdf": _pdf, ".svg": _svg}
