"""Data in the page's script, where no character of it can become code.

folium renders each element's text twice through Jinja, so that braces in a name or a scenario
file run as code. Our layers write their data as JSON in which no character can open a
template, a tag or a script, whether the map is written by :func:`kurilmap.save_html` or by
folium's own ``save``.
"""

import json
import re
from typing import Any

from branca.element import Element

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
