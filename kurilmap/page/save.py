"""Makes one page of a map, writes it, or frames it for a notebook."""

import os
from html import escape
from pathlib import Path
from typing import overload

from branca.element import Element, Figure
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kurilmap.files import write_text
from kurilmap.page import fetches, policy
from kurilmap.page.inline import Inliner
from kurilmap.page.literal import render
from kurilmap.page.tree import elements, figure_of

# A browser looks for the encoding in this many bytes.
_PRESCAN = 1024
# What these elements show stands in the page as data: URIs.
_EXTRA_SOURCES = {"IFrame": "frame-src data:", "VideoOverlay": "media-src data:"}


@overload
def save_html(map: Element, path: None = None) -> str: ...
@overload
def save_html(map: Element, path: str | os.PathLike[str]) -> Path: ...


def save_html(map: Element, path: str | os.PathLike[str] | None = None) -> str | Path:
    """Make one HTML file of a map, without a network reference in it.

    Parameters
    ----------
    map
        Any `folium.Map`, or the `branca.element.Figure` that holds one. It is left as it was.
    path
        The file to write. Its folder must be there.

    Returns
    -------
    str or pathlib.Path
        The page itself where no path is given, else the path.

    Raises
    ------
    OfflineError
        The map needs a network (tiles, a picture at a URL ...), a file that no installed package
        has, or ``eval``. The message names the URL.
    WriteError
        The path cannot be written to. A file that was there is untouched.

    Examples
    --------
    >>> import folium
    >>> save_html(folium.Map())
    Traceback (most recent call last):
    kurilmap.errors.OfflineError: The page would have to fetch https://tile.openstreetmap.org/...
    """
    text = to_html(map)
    return text if path is None else write_text(path, text)


def to_html(map: Element) -> str:
    """Return the page that `save_html` writes."""
    if not isinstance(map, Element):
        raise TypeError(
            f"Cannot make a page of {map!r:.80}: give a folium.Map, or the figure that holds one."
        )
    figure = figure_of(map)
    if figure is None:  # a map that somebody took out of its figure
        return _in_figure_of_its_own(map)
    parts = elements(figure)
    fetches.check_elements(parts)
    rendered = render(figure)

    inliner = Inliner(_encodable(rendered.text))
    tree = inliner.tree
    html, head = tree.css_first("html"), tree.head
    assert html is not None  # noqa: S101 - the parser makes both where the text has none
    assert head is not None  # noqa: S101
    title = _attribute(map, figure, "page_title") or figure.title or "Map"
    for node in (*head.css("title"), *head.css("meta[charset]"), *_content_types(tree)):
        node.remove()
    html.attrs["lang"] = _attribute(map, figure, "page_lang") or "en"
    head.attrs[inliner.slot] = "head"
    before, after = inliner.fill().split(f'<head {inliner.slot}="head">', 1)

    frames = [LexborHTMLParser(frame) for frame in _checked_frames(rendered.frames)]
    names = {cls.__name__ for part in parts for cls in type(part).__mro__}
    extra = [source for name, source in _EXTRA_SOURCES.items() if name in names]
    title_tag = f"<title>{escape(title, quote=False)}</title>"
    final = LexborHTMLParser(f"{before}<head>{title_tag}{after}")
    rules = policy.for_page([final, *frames], styles=inliner.style_hashes, extra=extra)
    start = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    charset = '<meta charset="utf-8">'
    # The policy comes before all that it governs; the encoding goes first where it would be late.
    early = len((before + start).encode()) + len(f"<head>{charset}") <= _PRESCAN
    metas = start + charset if early else charset + start
    return f"{before}<head>{metas}{title_tag}{after}\n"


def km_iframe(map: Element, height: int | str = 500) -> str:
    """Return the page of a map in a frame, for a notebook's output cell.

    The frame has no access to the notebook; links in it open in a new tab.

    Parameters
    ----------
    map
        As in `save_html`.
    height
        In pixels, or with a unit of CSS ("60vh").
    """
    figure = figure_of(map)
    title = _attribute(map, figure, "page_title") or "Map"
    tall = f"{height}px" if isinstance(height, int) else height
    return (
        f'<iframe title="{escape(title)}" srcdoc="{escape(to_html(map))}" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        f'style="width:100%;height:{escape(tall)};border:none" allowfullscreen></iframe>'
    )


def _in_figure_of_its_own(map: Element) -> str:
    root = map.get_root()
    figure = Figure()
    try:
        figure.add_child(root)
        return to_html(map)
    finally:
        root._parent = None


def _attribute(map: Element, figure: Figure | None, name: str) -> str | None:
    """Find `name` on the map, or on a map in the figure that was given."""
    for holder in (map, *(figure._children.values() if figure is not None else ())):
        value = getattr(holder, name, None)
        if isinstance(value, str):
            return value
    return None


def _content_types(tree: LexborHTMLParser) -> list[LexborNode]:
    return [
        node
        for node in tree.css("meta[http-equiv]")
        if (node.attributes["http-equiv"] or "").lower() == "content-type"
    ]


def _checked_frames(frames: tuple[str, ...]) -> list[str]:
    """Refuse a frame that would fetch: its text is encoded in the page and cannot be mended."""
    for frame in frames:
        Inliner(frame).fill()
    return list(frames)


def _encodable(text: str) -> str:
    """Replace halves of surrogate pairs, which have no place in a file."""
    return text.encode("utf-8", "replace").decode("utf-8")
