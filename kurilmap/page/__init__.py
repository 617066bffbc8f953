"""Writes any folium map as one HTML file that needs no network and runs only what it is made of.

`save_html` renders the map, puts every script, style sheet, picture and font into the page, and
gives it a Content-Security-Policy: no fetch at all, scripts and style sheets by their hash, no
``eval``, no ``on...`` handlers. What the page would have to fetch is an `OfflineError` that
names the URL. The map is left as it was found, and the same map gives the same bytes each time.

What is safe, and what stays your duty
--------------------------------------
folium hands text that it has rendered to Jinja a second time, so that ``{{ ... }}`` in a GeoJSON
property runs in Python. While `save_html` or `km_iframe` renders, no such text is a template, nor
is what a `folium.IFrame` was given. Four things stay with the author of the map, for folium's own
classes (kurilmap's layers escape all of them):

- The text of a `folium.Tooltip`, `folium.Popup` or `folium.DivIcon`, what a `GeoJsonTooltip` or
  `GeoJsonPopup` shows, and the name of a layer in a `LayerControl` is HTML. Escape what comes from
  a stranger (`html.escape`). The policy stops its handlers, its ``javascript:`` links and its
  pictures, but not its looks.
- The text of a `folium.IFrame` is a page of its own: its ``<script>`` gets a hash and runs, in a
  frame that can reach neither the map nor the page.
- ``${...}`` in a `folium.Tooltip` or `folium.Popup` is JavaScript: folium writes both into a
  template literal. So is what you pass as `JsCode`, and a quote in the caption of a colour map.
- The text of a `branca.element.Element` that you made yourself is a Jinja template, as branca says,
  and its ``<script>`` is yours: it gets a hash and runs.

Inline handlers (``onclick="..."``) never run under the policy; use ``addEventListener``.
"""

from kurilmap.page.frame import km_iframe
from kurilmap.page.save import save_html, to_html

__all__ = ["km_iframe", "save_html", "to_html"]
