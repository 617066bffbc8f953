"""The ground that every layer of ours stands on: data goes into the page, never into a template.

A layer hands plain data to a small script of ours in ``assets/``; how it is written, so that
nothing in it is ever code, is told in :mod:`kurilmap.layers.script`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, cast

from branca.element import Element, Figure, JavascriptLink
from folium.map import Layer

from kurilmap.layers.script import Verbatim, to_script_json
from kurilmap.layers.shared import shared_in
from kurilmap.layers.tongues import in_each

_SCRIPTS = (
    "core.js",
    "print.js",
    "shared.js",
    "state.js",
    "tongues.js",
    "figures.js",
    "ellipsoid.js",
    "geodesics.js",
    "rings.js",
    "solve.js",
    "reach.js",
    "toolbar.js",
    "scale.js",
    "where.js",
    "screen.js",
    "draw.js",
    "measure.js",
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
    "live.js",
    "handover.js",
    "move.js",
    "drawer.js",
    "tools.js",
    "bridge.js",
    "past.js",
    "timeline.js",
    "views.js",
    "readings.js",
    "sections.js",
    "languages.js",
    "shown.js",
    "cite.js",
    "trace.js",
    "picture.js",
    "choice.js",
    "numbers.js",
    "address.js",
    "panel.js",
    "differ.js",
    "compare.js",
    "pairing.js",
)
_STYLES = ("kurilmap.css", "cite.css", "beside.css", "measure.css", "sketch.css", "print.css")


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


@cache
def _head() -> tuple[str, str]:
    """Return the kit's style and its scripts, these without the comments they are kept with."""
    import rjsmin

    style = "\n".join(asset(name) for name in _STYLES)
    script = rjsmin.jsmin("\n".join(asset(name) for name in _SCRIPTS))
    return f"<style>{style}</style>", f"<script>{script}</script>"


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
    style, script = _head()
    figure.header.add_child(Verbatim(style), name="kurilmap_css")
    if "kurilmap_js" not in figure.html._children:
        figure.header.add_child(Verbatim(script), name="kurilmap_js")
    return figure


def scripts_last(figure: Figure) -> None:
    """Put the scripts after what stands in the body, so that it is seen before they run.

    Leaflet goes along where nothing else is in the figure that could want it earlier.

    Parameters
    ----------
    figure : branca.element.Figure
        With the assets in it; changed in place.
    """
    alone = len(figure._children) == 1 and not any(
        isinstance(element, JavascriptLink) and name != "leaflet"
        for name, element in figure.header._children.items()
    )
    for name in ("leaflet", "kurilmap_js") if alone else ("kurilmap_js",):
        for region in (figure.header, figure.html):
            if script := region._children.pop(name, None):
                figure.html.add_child(script, name=name)
                break


def step(statements: str) -> str:
    """Return statements of a page that are run again when its reader switches the language.

    Parameters
    ----------
    statements : str
        Calls of our scripts with data.

    Returns
    -------
    str
    """
    return f"kurilmap.step(() => {{ {statements} }});"


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
        self.retold: Callable[[str], InertLayer] | None = None

    def told(self, lang: str) -> "InertLayer":
        """Return the layer as it is in a language; itself where it was made in one only.

        Parameters
        ----------
        lang : {"en", "ja", "ru"}

        Returns
        -------
        InertLayer
            Its data, title and what the panel tells of it; it stands in no map.
        """
        return self.retold(lang) if self.retold else self

    def render(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Write the layer into its figure."""
        figure = figure_with_assets(self)
        data = shared_in(figure).packed(in_each(lambda lang: self.told(lang).data))
        needs = (need.get_name() for need in self.needs)
        arguments = [f'"{self.factory}"', to_script_json(data), *needs]
        name = self.get_name()
        made = f"{name} = kurilmap.make({', '.join(arguments)}); return {name};"
        figure.script.add_child(Verbatim(f"var {name};{step(made)}"), name=name)
        super().render(**kwargs)  # type: ignore[no-untyped-call]
