"""Renders a figure with stable ids and without reading rendered text as a template."""

import re
import threading
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from types import SimpleNamespace
from typing import Any

import folium.features
import folium.utilities
from branca import element as branca_element
from branca.element import Element, Figure, IFrame
from jinja2 import Template

from kurilmap.layers import Verbatim
from kurilmap.page.leftovers import drop_rendered, named_parts
from kurilmap.page.patterns import naming, style_key
from kurilmap.page.tree import Snapshot, elements, spare_data

# branca and folium are patched while a page renders: one page at a time.
_LOCK = threading.RLock()
_RANDOM_ID = re.compile(r"[0-9a-f]{32}\Z")
_HEX_RUN = re.compile(r"[0-9a-f]{32,}")
_END_OF_SCRIPT = re.compile(r"</(?=script)", re.IGNORECASE)
# A call of our own script with nothing but data: JSON whose strings hold no character that could
# be markup (layers.to_script_json sees to that), names of objects, and no further call.
_OUTSIDE = r"[\w\s.,:{}\[\]+-]*"
_STRING = r"""\"[^"\\<>&'`]*(?:\\.[^"\\<>&'`]*)*\""""
_DATA_CALL = re.compile(rf"kurilmap\.\w+\({_OUTSIDE}(?:{_STRING}{_OUTSIDE})*\);")


@dataclass(frozen=True)
class Rendered:
    """A figure's HTML, and what is known of it.

    Attributes
    ----------
    text : str
        The page.
    frames : tuple of str
        The HTML within each of its data: frames.
    data : tuple of str
        Calls in its script with which kurilmap's own elements hand over data, each as it stands
        there. Our scripts show every string in them as text: no markup in them is ever read.
    """

    text: str
    frames: tuple[str, ...]
    data: tuple[str, ...]


def render(figure: Figure) -> Rendered:
    """Render `figure`, and leave it and all that it holds as they were.

    Parameters
    ----------
    figure : branca.element.Figure

    Returns
    -------
    Rendered
        The same for maps made alike, whether they have been rendered before or not.
    """
    with _LOCK:
        parts = elements(figure)
        snapshot = Snapshot(parts)
        try:
            drop_rendered(parts)
            spare_data(parts)
            framed = [part for part in parts if isinstance(part, IFrame)]
            _make_literal(framed)
            figure.title = None  # branca would not escape it; the page gets its title later
            for region, name in _written_anew(figure):
                del region._children[name]
            ids = _Ids()
            for part in elements(figure):
                part._id = ids.of(part._id)
            vars(figure.script)["_template"] = _SafeScript(figure.script._template)
            with _literal_text(ids, parts):
                frames = [str(Element.render(frame)) for frame in framed]
                text = figure.render()
            data = [call for part in _ours(figure.script) for call in _DATA_CALL.findall(part.text)]
        finally:
            snapshot.restore()
    # Names that were written down before (MethodCall's target, a JsCode with get_name() in it).
    done = ids.replaced_in
    return Rendered(done(text), tuple(map(done, frames)), tuple(map(done, data)))


def _written_anew(figure: Figure) -> list[tuple[Element, str]]:
    """Return the parts of regions that a render replaces, such as links to libraries.

    Where they stand already, they would keep a place that a first render does not give them. Only
    a render tells them from what the map's author put there, so that one is made where any are.
    """
    parts = elements(figure)
    before = named_parts(parts)
    if not before:
        return []
    snapshot = Snapshot(parts)
    try:
        with _literal_text(_Ids(), parts):
            for child in figure._children.values():
                child.render()
        after = named_parts(elements(figure))
    finally:
        snapshot.restore()
    return [key for key, child in before.items() if after.get(key) is not child]


def _ours(script: Element) -> list[Verbatim]:
    return [child for child in script._children.values() if isinstance(child, Verbatim)]


def _make_literal(frames: Iterable[IFrame]) -> None:
    """Let the text that an IFrame was given be no template: branca makes an Element of it."""
    for frame in frames:
        for child in frame._children.values():
            if type(child) is Element and child._template_str is not None:
                vars(child)["_template"] = _Literal(child._template_str)


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
def _literal_text(ids: _Ids, parts: Iterable[Element]) -> Iterator[None]:
    """Make elements built from text literal, and ids stable, in this thread."""
    owner = threading.get_ident()
    drawn = {id(part) for part in parts}
    element_class: Any = branca_element.Element
    styles: Any = folium.features.GeoJsonStyleMapper
    utilities: Any = folium.utilities
    old_init = element_class.__init__
    old_generate = element_class.__dict__["_generate_id"]
    old_mapping = styles._create_mapping
    old_key = styles.__dict__["_to_key"]

    def mine() -> bool:
        return threading.get_ident() == owner

    def new_init(
        self: Element, template: str | None = None, template_name: str | None = None
    ) -> None:
        old_init(self, None if mine() else template, template_name)
        if mine() and template is not None:
            self._template_str = template
            vars(self)["_template"] = _Literal(template)

    def new_generate(cls: type[Element]) -> str:
        return ids.fresh() if mine() else str(old_generate.__get__(None, cls)())

    def new_mapping(self: Any, style: Any, switch: str) -> Any:
        if mine():
            style = naming(style, self.geojson_obj, drawn, ids.of)
        return old_mapping(self, style, switch)

    def new_key(style: Any) -> str:
        return style_key(style) if mine() else str(old_key.__func__(style))

    def new_uuid() -> uuid.UUID | SimpleNamespace:
        return SimpleNamespace(hex=ids.fresh()) if mine() else uuid.uuid4()

    try:
        element_class.__init__ = new_init
        element_class._generate_id = classmethod(new_generate)
        styles._create_mapping = new_mapping
        styles._to_key = staticmethod(new_key)
        utilities.uuid = SimpleNamespace(uuid4=new_uuid)
        yield
    finally:
        element_class.__init__ = old_init
        element_class._generate_id = old_generate
        styles._create_mapping = old_mapping
        styles._to_key = old_key
        utilities.uuid = uuid
