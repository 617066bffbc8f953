"""The Content-Security-Policy of a page, from the text that a browser will read."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DATA_TYPES = ("application/json", "application/ld+json", "application/geo+json")


def is_code(script: LexborNode) -> bool:
    """Tell whether a ``<script>`` holds code, not a block of data."""
    return (script.attributes.get("type") or "").strip().lower() not in _DATA_TYPES


def for_page(
    trees: Iterable[LexborHTMLParser], *, styles: Iterable[str] = (), extra: Iterable[str] = ()
) -> str:
    """Return the policy for parsed documents: the page itself, then those in its frames.

    `styles` are the hashes of style sheets that scripts write, `extra` are further directives.
    """
    code: dict[str, None] = {}
    sheets: dict[str, None] = dict.fromkeys(styles)
    for tree in trees:
        for node in tree.css("script, style"):
            if node.tag == "style":
                sheets[_hash(node)] = None
            elif is_code(node):
                code[_hash(node)] = None
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(code) or chr(39) + 'none' + chr(39)}",
            f"style-src-elem {' '.join(sheets) or chr(39) + 'none' + chr(39)}",
            "style-src-attr 'unsafe-inline'",
            "img-src data:",
            "font-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            *extra,
        ]
    )


def _hash(node: LexborNode) -> str:
    # The parser has made CR and CRLF into LF, as the browser does before it takes the hash.
    text = node.text(deep=True)
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
