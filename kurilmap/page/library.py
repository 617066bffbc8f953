"""The text behind the URLs that folium and its plugins name, from packages on this computer."""

import ast
import warnings
from base64 import b64encode
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from kurilmap.errors import OfflineError

LEAFLET_JS = "https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/leaflet.js"
_LEAFLET = "https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/"
_LEAFLET_FILES = {
    "leaflet.js",
    "leaflet.css",
    "images/layers.png",
    "images/layers-2x.png",
    "images/marker-icon.png",
    "images/marker-icon-2x.png",
    "images/marker-shadow.png",
}
_JQUERY = {
    "https://code.jquery.com/jquery-3.7.1.min.js",
    "https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js",
}
_MIME = {
    ".png": "image/png",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".jpg": "image/jpeg",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}


def text(url: str) -> str | None:
    """Return the text of a script or style sheet.

    Parameters
    ----------
    url : str
        As folium or a plugin names it.

    Returns
    -------
    str or None
        None where no package on this computer has it.
    """
    file = _shipped(url)
    if file is not None:
        return file.read_text(encoding="utf-8")
    module = _folium_offline()
    return None if module is None else _texts(module).get(url)


def is_shipped(url: str) -> bool:
    """Tell whether a URL stands for a file of Leaflet or jQuery, which kurilmap depends on.

    Parameters
    ----------
    url : str

    Returns
    -------
    bool
    """
    return _shipped(url) is not None


def data_uri(url: str) -> str | None:
    """Return a picture or font as a ``data:`` URI.

    Parameters
    ----------
    url : str

    Returns
    -------
    str or None
        None where no package on this computer has it.
    """
    file = _shipped(url)
    if file is None:
        return None
    data = b64encode(file.read_bytes()).decode("ascii")
    return f"data:{_MIME[file.suffix]};base64,{data}"


def leaflet_image(name: str) -> str:
    """Return one of Leaflet's own pictures as a ``data:`` URI.

    Parameters
    ----------
    name : str
        Of the file in Leaflet's folder of images.

    Returns
    -------
    str
    """
    return data_uri(f"{_LEAFLET}images/{name}") or ""


def missing(url: str, where: str, *, from_plugin: bool = False) -> OfflineError:
    """Return the error for a URL that nothing here can put into the page.

    Parameters
    ----------
    url : str
    where : str
        What names it, for the message.
    from_plugin : bool, default False
        Whether the extra package with the files of plugins may have it.

    Returns
    -------
    kurilmap.errors.OfflineError
    """
    advice = "Put its content into the map itself (a data: URI), or leave it out."
    if from_plugin and _folium_offline() is None:
        advice = "`pip install kurilmap[plugins]` brings the files of folium and its plugins."
    return OfflineError(f"The page would have to fetch {url} ({where}). {advice}")


def _shipped(url: str) -> Path | None:
    if url in _JQUERY:
        return Path(import_module("xstatic.pkg.jquery").BASE_DIR) / "jquery.min.js"
    name = url.removeprefix(_LEAFLET)
    if name in _LEAFLET_FILES:
        return Path(import_module("xstatic.pkg.leaflet").BASE_DIR) / name
    return None


def _folium_offline() -> Path | None:
    """Find folium-offline's table without importing it: the import would run a second folium."""
    spec = find_spec("offlinefolium")
    folders = spec.submodule_search_locations if spec is not None else None
    return Path(next(iter(folders))) / "elements.py" if folders else None


@lru_cache(maxsize=1)
def _texts(module: Path) -> dict[str, str]:
    """Read ``_res["https://..."] = '''...'''``, statement by statement."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its strings hold escapes that Python does not know
        tree = ast.parse(module.read_text(encoding="utf-8"))
    found = {}
    for statement in tree.body:
        match statement:
            case ast.Assign(
                targets=[ast.Subscript(slice=ast.Constant(value=str(url)))],
                value=ast.Constant(value=str(content)),
            ):
                found[url] = content.strip()
    return found
