"""Puts what a style sheet points at into the style sheet."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from kurilmap.page import library

_STRING = r""" "[^"\\]*(?:\\.[^"\\]*)*" | '[^'\\]*(?:\\.[^'\\]*)*' """
_TOKEN = re.compile(
    rf"""
      (?P<comment> /\*.*?(?:\*/|\Z) )
    | (?P<font> @font-face\s*\{{ (?: {_STRING} | url\([^"')][^)]*\) | [^"'{{}}] )*? \}} )
    | @import \s+ (?: url\(\s* )? (?P<import> {_STRING} | [^\s"');]+ ) \s*\)? (?P<media> [^;]* ) ;?
    | url\( \s* (?P<url> {_STRING} | [^"')]*? ) \s* \)
    | image-set\( \s* (?P<set> {_STRING} )
    | (?P<string> {_STRING} )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SOURCES = re.compile(
    rf"""(?P<property> (?<![-\w])src\s*:\s* )
    (?P<list> (?: {_STRING} | \([^"')][^)]*\) | [^;"'}}] )* ) (?P<end> ;? )""",
    re.VERBOSE | re.IGNORECASE,
)
_SOURCE = re.compile(
    rf"""(?: {_STRING} | \([^"')][^)]*\) | [^,"'] )+""", re.VERBOSE | re.IGNORECASE
)
_URL = re.compile(rf"""url\( \s* ( {_STRING} | [^"')]*? ) \s* \)""", re.VERBOSE | re.IGNORECASE)
_LOCAL = ("data:", "#", "about:", "blob:", "javascript:", "%23")
# Shown while a search asks a server, which an offline page cannot do.
_UNSEEN = {"https://cdn.jsdelivr.net/npm/leaflet-search@2.9.7/images/loader.gif"}


@dataclass
class Styles:
    """A style sheet without references, and the fonts that could not be kept."""

    text: str
    lost_fonts: list[str] = field(default_factory=list)


def is_local(url: str) -> bool:
    """Tell whether a reference needs no fetch.

    Parameters
    ----------
    url : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_local("#pattern"), is_local("data:,"), is_local("photo.jpg")
    (True, True, False)
    """
    url = url.strip().lower()
    return not url or url.startswith(_LOCAL)


def inline(css: str, base: str = "", where: str = "a style sheet") -> Styles:
    """Put every picture, font and imported sheet that `css` names into it.

    Parameters
    ----------
    css : str
    base : str, optional
        The URL that relative references start from.
    where : str, optional
        What the style sheet is, for the message.

    Returns
    -------
    Styles

    Raises
    ------
    kurilmap.errors.OfflineError
        A reference that no package here has; the message names its URL. An alternative of a font
        is dropped instead where another is at hand, and a font without any is told in `lost_fonts`.

    Examples
    --------
    >>> inline("p { color: red }").text
    'p { color: red }'
    """
    done = Styles("")

    def replace(match: re.Match[str]) -> str:
        kind = match.lastgroup if match.lastgroup != "media" else "import"
        if kind == "font":
            return _font(match.group(), base, done.lost_fonts)
        if kind == "import":
            return _imported(match, base, where, done.lost_fonts)
        if kind in ("url", "set"):
            reference = _unquoted(match.group(kind))
            if is_local(reference):
                return match.group()
            whole = urljoin(base, reference)
            data = "data:," if whole in _UNSEEN else library.data_uri(whole)
            if data is None:
                raise library.missing(whole, where, from_plugin=bool(base))
            return f'url("{data}")' if kind == "url" else f'image-set("{data}"'
        return match.group()

    done.text = _TOKEN.sub(replace, css)
    if done.lost_fonts and not base:  # a font that the map's author asked for
        raise library.missing(done.lost_fonts[0], where)
    return done


def _unquoted(text: str) -> str:
    return text[1:-1] if text[:1] in ("'", '"') else text


def _imported(match: re.Match[str], base: str, where: str, lost: list[str]) -> str:
    url = urljoin(base, _unquoted(match.group("import")))
    text = library.text(url)
    if text is None:
        raise library.missing(url, where, from_plugin=True)
    sheet = inline(text, url, url)
    lost.extend(sheet.lost_fonts)
    media = match.group("media").strip()
    return f"@media {media} {{{sheet.text}}}" if media else sheet.text


def _font(block: str, base: str, lost: list[str]) -> str:
    """Keep the sources of a font that are at hand; drop the font where there is none."""
    gone: list[str] = []
    kept: list[str] = []

    def sources(match: re.Match[str]) -> str:
        good = []
        for source in _SOURCE.findall(match.group("list")):
            url = _URL.search(source)
            reference = _unquoted(url.group(1)) if url else ""
            if url is None or is_local(reference):
                good.append(source)
            elif data := library.data_uri(urljoin(base, reference)):
                good.append(source.replace(url.group(), f'url("{data}")'))
            else:
                gone.append(urljoin(base, reference))
        kept.extend(good)
        return f"{match.group('property')}{','.join(good)}{match.group('end')}" if good else ""

    block = _SOURCES.sub(sources, block)
    if kept or not gone:
        return block
    lost.extend(gone)
    return ""
