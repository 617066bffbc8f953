"""The ground that every layer of ours stands on: data goes into the page, never into a template.

folium renders each element's text twice through Jinja, so that braces in a name or a scenario
file run as code. Our layers write their data as JSON in which no character can open a
template, a tag or a script, whether the map is written by :func:`kurilmap.save_html` or by
folium's own ``save``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, cast

from branca.element import Element, Figure
from folium.map import Layer

_SCRIPTS = (
    "core.js",
    "reach.js",
    "dress.js",
    "labels.js",
    "group.js",
    "hatch.js",
    "rights.js",
    "proposals.js",
    "land.js",
    "partition.js",
    "lines.js",
    "claims.js",
    "points.js",
    "sea.js",
    "spelling.js",
    "find.js",
    "past.js",
    "timeline.js",
    "views.js",
    "readings.js",
    "sections.js",
    "panel.js",
    "compare.js",
)
_STYLES = ("kurilmap.css",)

# Characters that could end a script, open a tag, a template literal or a Jinja expression, or turn
# the text around them. None has a meaning in JSON outside a string, and "{{" can only stand in one,
# so replacing them in the dumped text is safe.
_UNSAFE = re.compile(r"[<>&'`$%#\u2028\u2029\u202a-\u202e\u2066-\u2069]|\{(?=\{)")


def to_script_json(value: object) -> str:
    r"""Return JSON that is inert in HTML, in JavaScript and in a Jinja template.

    Parameters
    ----------
    value : object
        Anything that :func:`json.dumps` takes; NaN and infinities are refused.

    Returns
    -------
    str
        The same value when a browser parses it.

    Raises
    ------
    ValueError
        For NaN or an infinity.

    Examples
    --------
    >>> to_script_json({"name": "{{ 7*7 }}</script>"})
    '{"name":"\\u007b{ 7*7 }}\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class Verbatim(Element):
    """An element whose text is given out as it is: no template sees it.

    Parameters
    ----------
    text : str
        Ready for the page.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "Verbatim"
        self.text = text

    def render(self, **_: Any) -> str:
        """Return the text."""
        return self.text


@cache
def asset(name: str) -> str:
    """Return a script or style sheet of the kit.

    Parameters
    ----------
    name : str
        File below ``kurilmap/assets/``.

    Returns
    -------
    str
    """
    return files("kurilmap").joinpath("assets", name).read_text(encoding="utf-8")


def figure_with_assets(element: Element) -> Figure:
    """Return the figure that an element is in, with the kit's style and scripts in its head.

    Parameters
    ----------
    element : branca.element.Element
        In a map, which folium puts into a figure.

    Returns
    -------
    branca.element.Figure
        Its head is changed in place, as folium does while rendering; the assets stand in it once.
    """
    figure = cast("Figure", element.get_root())
    style = "\n".join(asset(name) for name in _STYLES)
    script = "\n".join(asset(name) for name in _SCRIPTS)
    figure.header.add_child(Verbatim(f"<style>{style}</style>"), name="kurilmap_css")
    figure.header.add_child(Verbatim(f"<script>{script}</script>"), name="kurilmap_js")
    return figure


class InertLayer(Layer):
    """A layer whose data is written once, as JSON, for a small script of ours.

    Parameters
    ----------
    factory : str
        Function of the page's ``kurilmap`` object that makes the Leaflet layer.
    data : mapping
        What the function gets. Text in it may be hostile.
    name : str
        As it appears among the layers, there kept as ``title``; folium's ``layer_name`` is the same
        in HTML. May be hostile as well.
    show, control : bool, default True
        As in folium.
    needs : sequence of folium elements
        Layers of the same map whose Leaflet objects the function gets after the data.
    about : mapping, optional
        What the panel tells of the layer: ``text`` (list of str) and ``sources`` (list of ids).
    """

    def __init__(
        self,
        factory: str,
        data: Mapping[str, Any],
        name: str,
        *,
        show: bool = True,
        control: bool = True,
        needs: Sequence[Element] = (),
        about: Mapping[str, Any] | None = None,
    ) -> None:
        # folium's own layer control sets names as HTML, after a template has read them.
        escaped = escape(name).replace("{", "&#123;")
        super().__init__(name=escaped, overlay=True, control=control, show=show)
        self._name = "Kurilmap"
        self.title = name
        self.factory = factory
        self.data = {"sources": {}, **data}
        self.needs = tuple(needs)
        self.about = about

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Write the layer into its figure."""
        figure = figure_with_assets(self)
        needs = (need.get_name() for need in self.needs)
        arguments = [f'"{self.factory}"', to_script_json(self.data), *needs]
        script = f"var {self.get_name()} = kurilmap.make({', '.join(arguments)});"
        figure.script.add_child(Verbatim(script), name=self.get_name())
        super().render(**kwargs)  # type: ignore[no-untyped-call]
