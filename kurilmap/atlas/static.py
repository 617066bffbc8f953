"""A page of static HTML: no script, its one style by hash, every text escaped."""

import base64
import hashlib
from functools import partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kurilmap._version import __version__
from kurilmap.words import say


def static_page(name: str, lang: str, **values: Any) -> str:
    """Return a page made of a template and a style of this folder.

    Parameters
    ----------
    name : str
        Of ``<name>.html.j2`` and ``<name>.css``.
    lang : {"en", "ja", "ru"}
    **values
        What the template shows, beside ``say``, ``style``, ``style_hash`` and ``version``.

    Returns
    -------
    str
        HTML that asks for nothing.
    """
    folder = files(__package__)
    style = folder.joinpath(f"{name}.css").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(folder.joinpath(f"{name}.html.j2").read_text("utf-8"))
    return template.render(
        lang=lang,
        say=partial(say, lang=lang),
        # The style is a file of ours and holds no text of anyone's.
        style=Markup(style),  # noqa: S704
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        version=__version__,
        **values,
    )
