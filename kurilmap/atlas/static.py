"""A page of static HTML in three languages: styles and one small script by hash, texts escaped.

Each language stands in the page as a part of its own. Which is shown, a radio button and the style
sheet decide, so that the choice works without scripts; the script keeps it in the address. A
browser too old for that style shows all three, one after the other.
"""

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from kurilmap._version import __version__
from kurilmap.layers.still import template
from kurilmap.words import LANGS, check_lang, say


def static_page(
    name: str, lang: str, tell: Callable[[str], Mapping[str, Any]], **values: Any
) -> str:
    """Return a page made of a template and a style of this folder.

    Parameters
    ----------
    name : str
        Of ``<name>.html.j2`` and ``<name>.css``.
    lang : {"en", "ja", "ru"}
        What is shown first.
    tell : callable
        Gives what the template shows in one language, beside ``say``, ``lang`` and ``suffix``: what
        a link to another page of ours ends in, so that it opens in the same language.
    **values
        What the template shows whatever the language.

    Returns
    -------
    str
        HTML that asks for nothing.

    Raises
    ------
    kurilmap.errors.UnknownWord
        For a language that the kit has no words in.
    """
    order = [check_lang(lang), *(other for other in LANGS if other != lang)]
    pages = [
        {
            "lang": each,
            "say": partial(say, lang=each),
            "suffix": "" if each == lang else f"#lang={each}",
            **tell(each),
        }
        for each in order
    ]
    style, script = "\n".join(map(_file, ("static.css", f"{name}.css"))), _file("static.js")
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        loader=FunctionLoader(_template),
    )
    return environment.get_template(f"{name}.html.j2").render(
        lang=lang,
        languages=[(each, say("language.name", each)) for each in LANGS],
        pages=pages,
        # Style and script are files of ours and hold no text of anyone's.
        style=Markup(style),  # noqa: S704
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704
        script_hash=_hash(script),
        version=__version__,
        **values,
    )


@cache
def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _template(name: str) -> str:
    return template(name) if name == "paint.html.j2" else _file(name)


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
