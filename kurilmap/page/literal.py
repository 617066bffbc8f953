"""Renders a figure with stable ids and without reading rendered text as a template."""

import re
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from types import SimpleNamespace
from typing import Any

import folium.utilities
from branca import element as branca_element
from branca.element import Element, Figure, IFrame
from jinja2 import Template

from kurilmap.page.tree import Snapshot, drop_rendered, elements, spare_data

# branca and folium are patched while a page renders: one page at a time.
_LOCK = threading.RLock()
_RANDOM_ID = re.compile(r"[0-9a-f]{32}\Z")
_HEX_RUN = re.compile(r"[0-9a-f]{32,}")
_END_OF_SCRIPT = re.compile(r"</(?=script)", re.IGNORECASE)


@dataclass(frozen=True)
class Rendered:
    """A figure's HTML, and the HTML within each of its data: frames."""

    text: str
    frames: tuple[str, ...]


def render(figure: Figure) -> Rendered:
    """Render `figure`, and leave it and all that it holds as they were."""
    with _LOCK:
        parts = elements(figure)
        snapshot = Snapshot(parts)
        try:
            drop_rendered(figure)
            spare_data(parts)
            figure.title = None  # branca would not escape it; the page gets its title later
            ids = _Ids()
            for part in parts:
                part._id = ids.of(part._id)
            vars(figure.script)["_template"] = _SafeScript(figure.script._template)
            with _literal_text(ids):
                frames = [_inside(part) for part in parts if isinstance(part, IFrame)]
                text = figure.render()
        finally:
            snapshot.restore()
    # Names that were written down before (MethodCall's target, a JsCode with get_name() in it).
    return Rendered(ids.replaced_in(text), tuple(ids.replaced_in(frame) for frame in frames))


def _inside(frame: IFrame) -> str:
    return str(Element.render(frame))


class _Ids:
    """Gives each random id a short one, in the order of asking."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._new: dict[str, str] = {}

    def fresh(self) -> str:
        return f"km{next(self._numbers)}"

    def of(self, old: str) -> str:
        if not _RANDOM_ID.match(old):  # an id that somebody chose
            return old
        if old not in self._new:
            self._new[old] = self.fresh()
        return self._new[old]

    def replaced_in(self, text: str) -> str:
        """Replace the ids that really belong to elements; other hexadecimal text stays."""
        return _HEX_RUN.sub(self._replace, text)

    def _replace(self, match: re.Match[str]) -> str:
        run = match.group()
        start = 0
        done = ""
        while start + 32 <= len(run):
            new = self._new.get(run[start : start + 32])
            done += run[start] if new is None else new
            start += 1 if new is None else 32
        return done + run[start:]


class _Literal:
    """Stands where branca keeps an element's template, and is the text itself."""

    module = SimpleNamespace()

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, **_: object) -> str:
        return self._text


class _SafeScript:
    r"""The template of the page's script, whose text cannot end the script or open a comment.

    ``<\/script`` and ``<\!--`` mean the same in a string, a template literal or a pattern.
    """

    def __init__(self, template: Template) -> None:
        self._template = template

    def render(self, **values: object) -> str:
        text = self._template.render(**values)
        return _END_OF_SCRIPT.sub(r"<\\/", text).replace("<!--", "<\\!--")


@contextmanager
def _literal_text(ids: _Ids) -> Iterator[None]:
    """Make elements built from text literal, and ids stable, in this thread."""
    owner = threading.get_ident()
    old_init = Element.__init__
    old_generate = Element.__dict__["_generate_id"]

    def new_init(
        self: Element, template: str | None = None, template_name: str | None = None
    ) -> None:
        mine = threading.get_ident() == owner
        old_init(self, None if mine else template, template_name)
        if mine and template is not None:
            self._template_str = template
            vars(self)["_template"] = _Literal(template)

    def new_generate(cls: type[Element]) -> str:
        if threading.get_ident() == owner:
            return ids.fresh()
        return str(old_generate.__get__(None, cls)())

    def new_uuid() -> uuid.UUID | SimpleNamespace:
        mine = threading.get_ident() == owner
        return SimpleNamespace(hex=ids.fresh()) if mine else uuid.uuid4()

    element_class: Any = branca_element.Element
    utilities: Any = folium.utilities
    try:
        element_class.__init__ = new_init
        element_class._generate_id = classmethod(new_generate)
        utilities.uuid = SimpleNamespace(uuid4=new_uuid)
        yield
    finally:
        element_class.__init__ = old_init
        element_class._generate_id = old_generate
        utilities.uuid = uuid
