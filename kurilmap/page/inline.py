"""Puts the scripts, style sheets and pictures that a page names into the page."""

import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kurilmap.page import evals, fetches, icons, library, styles
from kurilmap.page.policy import is_code

_REFERENCES = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "frame": ("src",),
    "input": ("src",),
    "object": ("data",),
    "body": ("background",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
_FETCHING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "manifest",
    "preconnect",
    "dns-prefetch",
}
_DROPPED = ("src", "integrity", "crossorigin", "async", "defer", "referrerpolicy", "charset")
_IN_SRCSET = re.compile(r"(data:\S+|[^\s,]\S*)(\s+[\d.]+[wx])?\s*(?:,|\Z)")
_SOURCE_MAP = re.compile(r"(?://[#@]\s*sourceMappingURL=[^\n]*|/\*[#@]\s*sourceMappingURL=.*?\*/)")
_END = re.compile(r"</(?=script|style)", re.IGNORECASE)
# Plugins that write a style sheet of their own when they start: the hashes of its text, empty at
# first in some browsers.
_STYLES_AT_START = {
    "https://cdn.jsdelivr.net/npm/leaflet-ant-path@1.1.2/dist/leaflet-ant-path.min.js": (
        "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "'sha256-PvVxFpRrRwj4oaN0WDz6+YzBCF+LXFV/SMSwJ1N6SOs='",
    ),
    "https://cdn.jsdelivr.net/gh/digidem/leaflet-side-by-side@2.0.0/leaflet-side-by-side.min.js": (
        "'sha256-s24qzUURfFtO+xAJV1xx7cIwFN5yvrsaH0/QS2dRgRs='",
        "'sha256-IhCa4jUmDlzvQTYz1gnUyYYOfF4QJlHCS3PNThkg1vc='",
    ),
}
# folium-offline carries Font Awesome's solid icons alone: these classes ask for the others.
_RARE_FONTS = {"fab", "far", "fa-brands", "fa-regular"}
# Where a script gives an element its classes: in HTML, by DOM, or as an option of an icon.
_CLASSES_IN_SCRIPT = re.compile(
    r"""\b(?: (?:class|className|prefix|icon|extraClasses) (?:\\?["'])? \s*[:=]\s*
       | (?:classList\.(?:add|toggle)|addClass) \(\s* )
    (?:\\?["'`]|\\u002[27]|&quot;|&\#3[49];)? ([\w\s-]+)""",
    re.VERBOSE,
)


class Inliner:
    """Takes the references out of one parsed document, and remembers what goes in their place.

    An element that is to be replaced is marked with a number in an attribute that the text does not
    hold otherwise, because the parser can serialise but not insert raw text.

    Parameters
    ----------
    text : str
        The document.
    data : sequence of str
        Parts of its scripts that are data alone, and so are not searched for what they would fetch.

    Attributes
    ----------
    tree : selectolax.lexbor.LexborHTMLParser
        The document, to be changed before `fill`.
    slot : str
        An attribute that nothing in the document has.
    style_hashes : list of str
        Of the style sheets that its plugins write when they start, after `fill`.
    """

    def __init__(self, text: str, data: Sequence[str] = ()) -> None:
        self._data = data
        self.tree = LexborHTMLParser(text)
        self.slot = "km-slot"
        while self.slot in text:
            self.slot += "x"
        self._filled: list[str] = []
        self._lost_fonts: list[str] = []
        self.style_hashes: list[str] = []

    def fill(self) -> str:
        """Return the document as text, with no reference left in it.

        Returns
        -------
        str

        Raises
        ------
        kurilmap.errors.OfflineError
            Names the URL that nothing here can inline, or the script that needs ``eval``.
        """
        own = self._own_scripts()
        for script in own:
            evals.check(script, "The page's own script")
            fetches.check_script(script, "in the text of the page's script")
        self._scripts("\n".join(own))
        self._links()
        for node in self.tree.css("style"):
            self._style(node)
        for node in self.tree.css("[style]"):
            css = node.attributes["style"] or ""
            if "url(" in css.lower() or "image-set(" in css.lower():
                node.attrs["style"] = styles.inline(css, "", _name(node)).text
        self._references()
        html = self.tree.html or ""
        self._check_fonts(own)
        pattern = rf'<(?:link {self.slot}="(\d+)">|(script|style) {self.slot}="(\d+)">.*?</\2>)'
        return re.sub(
            pattern, lambda match: self._filled[int(match[1] or match[3])], html, flags=re.DOTALL
        )

    def _mark(self, node: LexborNode, text: str) -> None:
        for name in list(node.attributes):
            del node.attrs[name]
        node.attrs[self.slot] = str(len(self._filled))
        self._filled.append(text)

    def _own_scripts(self) -> list[str]:
        nodes = self.tree.css("script")
        scripts = [n.text() for n in nodes if "src" not in n.attributes and is_code(n)]
        for part in self._data:
            scripts = [script.replace(part, "") for script in scripts]
        return scripts

    def _scripts(self, own: str) -> None:
        found = self.tree.css("script[src]")
        texts = []
        for node in found:
            url = (node.attributes["src"] or "").strip()
            text = library.text(url)
            if text is None:
                raise library.missing(url, "a script", from_plugin=True)
            if not library.is_shipped(url):  # Leaflet and jQuery have been read
                evals.check(text, url)
            texts.append((node, url, _clean(text)))
            self.style_hashes.extend(_STYLES_AT_START.get(url, ()))
        others = [text for _, url, text in texts if url != library.LEAFLET_JS]
        # Bootstrap and jQuery make no markers; a plugin may.
        markers = icons.wanted(own) or any("L.Marker(" in text for text in others)
        for node, url, text in texts:
            inner = f"<script{_attributes(node)}>{text}</script>"
            if url == library.LEAFLET_JS and markers:
                inner += f"<script>{icons.script()}</script>"
            self._mark(node, inner)

    def _links(self) -> None:
        for node in self.tree.css("link"):
            rel = (node.attributes.get("rel") or "").lower().split()
            url = (node.attributes.get("href") or "").strip()
            if not url or not _FETCHING_LINKS & set(rel) or styles.is_local(url):
                continue
            text = library.text(url) if "stylesheet" in rel else None
            if text is None:
                raise library.missing(url, f"a {' '.join(rel)} link", from_plugin=True)
            sheet = styles.inline(_clean(text), url, url)
            self._lost_fonts.extend(sheet.lost_fonts)
            media = node.attributes.get("media")
            attributes = f' media="{_quoted(media)}"' if media else ""
            self._mark(node, f"<style{attributes}>{sheet.text}</style>")

    def _style(self, node: LexborNode) -> None:
        css = node.text()
        sheet = styles.inline(css, "", "a style sheet of the page")
        if sheet.text != css:
            self._mark(node, f"<style{_attributes(node)}>{sheet.text}</style>")

    def _references(self) -> None:
        for node in self.tree.css(", ".join(_REFERENCES)):
            for attribute in _REFERENCES[node.tag or ""]:
                value = node.attributes.get(attribute)
                if value is None or (attribute != "srcset" and styles.is_local(value)):
                    continue
                node.attrs[attribute] = "".join(_inlined(value, attribute, _name(node)))
        for node in self.tree.css("meta[http-equiv]"):
            if (node.attributes["http-equiv"] or "").lower() == "refresh":
                content = node.attributes.get("content") or ""
                if "=" in content:
                    raise library.missing(content.split("=", 1)[1], "a refresh")

    def _check_fonts(self, own: list[str]) -> None:
        """Name a font that the page uses and that no package here has."""
        if not self._lost_fonts:
            return
        classes = [node.attributes["class"] or "" for node in self.tree.css("[class]")]
        for script in own:
            classes += _CLASSES_IN_SCRIPT.findall(script)
        if any(not _RARE_FONTS.isdisjoint(text.split()) for text in classes):
            raise library.missing(self._lost_fonts[0], "an icon font")


def _inlined(value: str, attribute: str, where: str) -> Iterator[str]:
    candidates = _IN_SRCSET.findall(value) if attribute == "srcset" else [(value.strip(), "")]
    for number, (reference, size) in enumerate(candidates):
        url = reference.rstrip(",") if attribute == "srcset" else reference
        data = url if styles.is_local(url) else library.data_uri(url)
        if data is None:
            raise library.missing(url, where)
        yield f"{', ' if number else ''}{data}{size}"


def _name(node: LexborNode) -> str:
    return f"a <{node.tag}>"


def _clean(text: str) -> str:
    """Take out what only developer tools fetch, and keep the text from ending its element."""
    text = _SOURCE_MAP.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    return _END.sub(r"<\\/", text).replace("<!--", "<\\!--")


def _attributes(node: LexborNode) -> str:
    return "".join(
        f' {name}="{_quoted(value or "")}"'
        for name, value in node.attributes.items()
        if name not in _DROPPED
    )


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;")
