"""What a reader needs to cite a page, to embed it, and to keep a picture of it."""

from typing import Any

from kurilmap import telling
from kurilmap._version import __version__
from kurilmap.words import say

_WORDS = (
    "heading",
    "citation",
    "form",
    "plain",
    "embed",
    "picture",
    "copied",
    "selected",
    "making",
    "saved",
    "failed",
    "embed-file",
    "embed-unsaved",
)
# Sentences that the page fills in: what is shown, and the day, are known there alone.
_SENTENCES = (
    "text",
    "note",
    "scenario",
    "scenarios",
    "own",
    "state",
    "view",
    "opened-at",
    "opened",
)
_BIBTEX = {"en": "english", "ja": "japanese", "ru": "russian"}


def citing(lang: str = "en") -> dict[str, Any]:
    """Return what ``cite.js`` and ``picture.js`` get.

    No author and no date are made up: the kit's pages have neither, so that two builds are alike.
    The day on which the page was opened is the browser's.

    Parameters
    ----------
    lang : {"en", "ja", "ru"}, default "en"

    Returns
    -------
    dict
        ``lang``, ``words``, ``sentences`` and ``date``, as the language writes one.

    Examples
    --------
    >>> citing()["sentences"]["made"]
    'Interactive map in English, made with kurilmap ...'
    """
    made = say("cite.made", lang, version=__version__)
    outlines = telling.about_outlines("cite.outlines", lang)
    return {
        "lang": lang,
        "language": _BIBTEX[lang],
        "words": {key.replace("-", ""): say(f"cite.{key}", lang) for key in _WORDS},
        "sentences": {
            **{key.replace("-", ""): say(f"cite.{key}", lang) for key in _SENTENCES},
            "made": made,
            "outlines": outlines,
        },
        "date": {
            "form": say("month.form", lang),
            "months": [say(f"month.{month}", lang) for month in range(1, 13)],
        },
    }
