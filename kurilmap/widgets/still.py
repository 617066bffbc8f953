"""A still picture of a scenario, made without a browser: what a saved notebook keeps of a panel."""

from io import BytesIO
from math import cos, radians
from typing import TYPE_CHECKING, Any

from kurilmap import telling
from kurilmap.errors import MissingExtra
from kurilmap.geodata import features, island_shapes
from kurilmap.layers import look
from kurilmap.printed.fonts import drawable, families
from kurilmap.scenarios import Scenario
from kurilmap.words import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from shapely.geometry.base import BaseGeometry

# West, south, east, north: the four groups, the end of Hokkaido and the end of Urup.
_WEST, _SOUTH, _EAST, _NORTH = 144.7, 43.15, 149.4, 45.75
_HATCHES = {"forward": "//", "backward": "\\\\", "cross": "xx", "none": ""}


def picture(scenario: Scenario | None, lang: str = "en") -> bytes:
    """Return a picture of who would hold what.

    Parameters
    ----------
    scenario : Scenario or None
        None for the islands alone.
    lang : {"en", "ja", "ru"}, default "en"
        English stands in where no font here has the letters of another.

    Returns
    -------
    bytes
        PNG.

    Raises
    ------
    kurilmap.errors.MissingExtra
        If matplotlib is not installed.

    Examples
    --------
    >>> from kurilmap.scenarios import scenario
    >>> picture(scenario("aso-quarter"))[1:4]
    b'PNG'
    """
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtra(
            "A still picture needs matplotlib, which is not installed; use: "
            "pip install 'kurilmap[notebook]'."
        ) from error
    title, sentences, fonts, lang = _texts(scenario, lang)
    with rc_context({"font.family": fonts, "hatch.linewidth": 0.6, "hatch.color": "#ffffff99"}):
        figure = Figure(figsize=(7.5, 6.3), layout="constrained", facecolor=look.PAPER)
        axes = figure.add_subplot()
        _draw(axes, scenario)
        axes.set_title(drawable(title), loc="left", fontsize=11, fontweight="bold", wrap=True)
        if sentences:
            handles = [_swatch(row) for row in sentences]
            labels = [drawable(row["sentence"]) for row in sentences]
            axes.legend(handles, labels, loc="upper left", fontsize=8.5, framealpha=0.9)
        credit = drawable(say("map.attribution", lang))
        axes.annotate(credit, (0.995, 0.01), xycoords="axes fraction", ha="right", fontsize=7)
        written = BytesIO()
        figure.savefig(written, format="png", dpi=100, metadata={"Software": None})
    return written.getvalue()


def _texts(
    scenario: Scenario | None, lang: str
) -> tuple[str, list[dict[str, Any]], list[str], str]:
    title = scenario.title[lang] if scenario else say("panel.none", lang)
    rows = telling.key(scenario, lang) if scenario else []
    words = "".join(row["sentence"] for row in rows) + say("map.attribution", lang)
    try:
        return title, rows, families(words, title, lang), lang
    except MissingExtra:
        if lang == "en":
            raise
        return _texts(scenario, "en")


def _draw(axes: "Axes", scenario: Scenario | None) -> None:
    from shapely.geometry import shape

    axes.set_facecolor(look.SEA)
    axes.set_xlim(_WEST, _EAST)
    axes.set_ylim(_SOUTH, _NORTH)
    axes.set_aspect(1 / cos(radians((_SOUTH + _NORTH) / 2)))
    axes.set_xticks([])
    axes.set_yticks([])
    for feature in features("coast-light.geojson"):
        _fill(axes, shape(feature["geometry"]), facecolor=look.LAND)
        _edge(axes, shape(feature["geometry"]), color=look.SHORE, linewidth=0.5)
    for piece in scenario.pieces() if scenario else ():
        style = look.HOLDERS[piece.holders[scenario.id]] if scenario else None
        if style:
            _fill(axes, piece.geometry, facecolor=style.fill, hatch=_HATCHES[style.hatch])
    for island in island_shapes():
        _edge(axes, island.geometry, color=look.ISLAND_SHORE, linewidth=0.6)
    for line in scenario.cut_lines() if scenario else ():
        axes.plot(*line.xy, color=look.PAPER, linewidth=3.4)
        axes.plot(*line.xy, color=look.CONSTRUCTED, linewidth=1.8, linestyle="dashdot")


def _polygons(geometry: "BaseGeometry") -> list[Any]:
    return list(getattr(geometry, "geoms", [geometry]))


def _fill(axes: "Axes", geometry: "BaseGeometry", **style: Any) -> None:
    from matplotlib.patches import Polygon

    # The hatch takes the colour of the edge where there is one.
    for polygon in _polygons(geometry):
        axes.add_patch(Polygon(list(polygon.exterior.coords), linewidth=0, **style))


def _edge(axes: "Axes", geometry: "BaseGeometry", **style: Any) -> None:
    for polygon in _polygons(geometry):
        axes.plot(*polygon.exterior.xy, **style)


def _swatch(row: dict[str, Any]) -> Any:
    from matplotlib.patches import Patch

    style = look.HOLDERS[row["holder"]]
    return Patch(facecolor=style.fill, hatch=_HATCHES[style.hatch], edgecolor=look.ISLAND_SHORE)
