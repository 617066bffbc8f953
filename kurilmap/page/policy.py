"""The Content-Security-Policy of a page, from the text that a browser will read."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

_DATA_TYPES = ("application/json", "application/ld+json", "application/geo+json")


def is_code(script: LexborNode) -> bool:
    """Tell whether a ``<script>`` holds code, not a block of data.

    Parameters
    ----------
    script : selectolax.lexbor.LexborNode

    Returns
    -------
    bool
    """
    return (script.attributes.get("type") or "").strip().lower() not in _DATA_TYPES


def for_page(
    trees: Iterable[LexborHTMLParser], *, styles: Iterable[str] = (), extra: Iterable[str] = ()
) -> str:
    """Return the policy of a page that fetches nothing.

    Parameters
    ----------
    trees : iterable of selectolax.lexbor.LexborHTMLParser
        The page itself, then what its frames hold.
    styles : iterable of str
        Hashes of style sheets that scripts write.
    extra : iterable of str
        Further directives.

    Returns
    -------
    str
    """
    trees = list(trees)
    code = _code(trees)
    sheets = dict.fromkeys([*styles, *(_hash(n) for tree in trees for n in tree.css("style"))])
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


def for_network(trees: Iterable[LexborHTMLParser]) -> str:
    """Return the policy of a page that may fetch, in a notebook: its own scripts and no others.

    Parameters
    ----------
    trees : iterable of selectolax.lexbor.LexborHTMLParser
        As in `for_page`.

    Returns
    -------
    str
        Handlers in attributes and scripts from data are forbidden; ``eval`` is not, because some of
        folium's plugins need it.
    """
    trees = list(trees)
    named = (node.attributes["src"] or "" for t in trees for node in t.css("script[src]"))
    # What comes after "?" is no part of a policy; ";" and "," would end a directive.
    addresses = (
        quote(url.split("?")[0], safe="/:@%") for url in named if url.lower().startswith("http")
    )
    sources = [*_code(trees), *dict.fromkeys(addresses), "'unsafe-eval'"]
    return f"script-src {' '.join(sources)}; object-src 'none'; base-uri 'none'; form-action 'none'"


def _code(trees: Iterable[LexborHTMLParser]) -> list[str]:
    scripts = (node for tree in trees for node in tree.css("script"))
    return list(dict.fromkeys(_hash(node) for node in scripts if is_code(node)))


def _hash(node: LexborNode) -> str:
    # The parser has made CR and CRLF into LF, as the browser does before it takes the hash.
    text = node.text(deep=True)
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
