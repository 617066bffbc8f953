"""Makes one page of a map, and writes it."""

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
from kurilmap.page.tree import elements, placed

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
    map : folium.Map or branca.element.Figure
        Any map, a `folium.plugins.DualMap`, or the figure that holds one. It is left as it was.
    path : str or path, optional
        The file to write. Its folder must be there.

    Returns
    -------
    str or pathlib.Path
        The page itself where no path is given, else the path.

    Raises
    ------
    kurilmap.errors.MapError
        What was given is no map.
    kurilmap.errors.OfflineError
        The map needs a network (tiles, a picture at a URL ...), a file that no installed package
        has, or ``eval``. The message names the URL.
    kurilmap.errors.WriteError
        The path cannot be written to. A file that was there is untouched.

    Examples
    --------
    >>> import folium
    >>> save_html(folium.Map(tiles=None)).startswith("<!DOCTYPE html>")
    True
    >>> save_html(folium.Map())
    Traceback (most recent call last):
    kurilmap.errors.OfflineError: The page would have to fetch https://tile.openstreetmap.org/...
    """
    text = to_html(map)
    return text if path is None else write_text(path, text)


def to_html(map: Element) -> str:
    """Return the page that `save_html` writes.

    Parameters
    ----------
    map : folium.Map or branca.element.Figure
        As in `save_html`.

    Returns
    -------
    str

    Raises
    ------
    kurilmap.errors.MapError, kurilmap.errors.OfflineError
        As in `save_html`.

    Examples
    --------
    >>> to_html("a map")
    Traceback (most recent call last):
    kurilmap.errors.MapError: 'a map' was given, which is no map; allowed are a folium.Map...
    """
    with placed(map) as figure:
        return _page(map, figure)


def _page(map: Element, figure: Figure) -> str:
    parts = elements(figure)
    fetches.check_elements(parts)
    rendered = render(figure)

    inliner = Inliner(encodable(rendered.text), [encodable(part) for part in rendered.data])
    tree = inliner.tree
    html, head = tree.css_first("html"), tree.head
    assert html is not None  # noqa: S101 - the parser makes both where the text has none
    assert head is not None  # noqa: S101
    title = attribute(map, figure, "page_title") or figure.title or "Map"
    for node in (*head.css("title"), *head.css("meta[charset]"), *_content_types(tree)):
        node.remove()
    html.attrs["lang"] = attribute(map, figure, "page_lang") or "en"
    head.attrs[inliner.slot] = "head"
    before, after = inliner.fill().split(f'<head {inliner.slot}="head">', 1)

    frames = [LexborHTMLParser(frame) for frame in _checked_frames(rendered.frames)]
    names = {cls.__name__ for part in parts for cls in type(part).__mro__}
    extra = [source for name, source in _EXTRA_SOURCES.items() if name in names]
    title_tag = f"<title>{escape(encodable(title), quote=False)}</title>"
    final = LexborHTMLParser(f"{before}<head>{title_tag}{after}")
    rules = policy.for_page([final, *frames], styles=inliner.style_hashes, extra=extra)
    start = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    charset = '<meta charset="utf-8">'
    # The policy comes before all that it governs; the encoding goes first where it would be late.
    early = len((before + start).encode()) + len(f"<head>{charset}") <= _PRESCAN
    metas = start + charset if early else charset + start
    return f"{before}<head>{metas}{title_tag}{after}\n"


def attribute(map: Element, figure: Figure, name: str) -> str | None:
    """Return a text that the map, or a map in the figure that was given, has.

    Parameters
    ----------
    map : branca.element.Element
    figure : branca.element.Figure
    name : str
        Of the attribute.

    Returns
    -------
    str or None
    """
    for holder in (map, *figure._children.values()):
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


def encodable(text: str) -> str:
    r"""Replace halves of surrogate pairs, which have no place in a file.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> encodable("half a pair: \ud800")
    'half a pair: ?'
    """
    return text.encode("utf-8", "replace").decode("utf-8")
