"""Frames the page of a map for a notebook."""

from html import escape

from branca.element import Element
from selectolax.lexbor import LexborHTMLParser

from kurilmap.errors import OfflineError
from kurilmap.page import policy
from kurilmap.page.literal import render
from kurilmap.page.save import attribute, encodable, to_html
from kurilmap.page.tree import placed

# What a reader makes in the page can be saved as a file.
_SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"


def km_iframe(map: Element, height: int | str = 500) -> str:
    """Return the page of a map in a frame, for a notebook's output cell.

    The frame has no access to the notebook; links in it open in a new tab. A map that no page
    without a network can carry (one with tiles, say) is shown all the same: its libraries, tiles
    and pictures are then fetched, as in folium's own frame. Such a frame belongs to the notebook's
    site, because tile servers want to know that site; no text in the map is a template there
    either, and no script runs but those that the map is made of.

    Parameters
    ----------
    map : folium.Map or branca.element.Figure
        As in `save_html`.
    height : int or str, default 500
        In pixels, or with a unit of CSS ("60vh").

    Returns
    -------
    str
        An ``<iframe>``, without folium's line on trusting the notebook.

    Raises
    ------
    kurilmap.errors.MapError
        What was given is no map.

    Examples
    --------
    >>> import folium
    >>> km_iframe(folium.Map(tiles=None), height=300)[:19]
    '<iframe title="Map"'
    """
    with placed(map) as figure:
        title = attribute(map, figure, "page_title") or "Map"
    tall = f"{height}px" if isinstance(height, int) else height
    try:
        page, sandbox = to_html(map), f' sandbox="{_SANDBOX}"'
    except OfflineError:
        page, sandbox = _with_network(map), ""
    return (
        f'<iframe title="{escape(title)}" srcdoc="{escape(page)}"{sandbox} '
        f'style="width:100%;height:{escape(tall)};border:none" allowfullscreen></iframe>'
    )


def _with_network(map: Element) -> str:
    """Return folium's own page, of which no text is a template, under a policy."""
    with placed(map) as figure:
        rendered = render(figure)
    text = encodable(rendered.text)
    rules = policy.for_network(LexborHTMLParser(page) for page in (text, *rendered.frames))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(rules)}">'
    return text.replace("<head>", f"<head>{meta}", 1)
