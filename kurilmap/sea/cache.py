"""Keep what was worked out on disk, till the coast, the scenario or the method changes."""

import base64
import contextlib
import hashlib
import json
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from kurilmap.files import write_text
from kurilmap.geodata import read_text
from kurilmap.sea.window import window

if TYPE_CHECKING:
    from kurilmap.scenarios import Scenario
    from kurilmap.sea.solve import Solved

METHOD = 1
"""Raised with every change of the method that changes a number."""

VARIABLE = "KURILMAP_CACHE"
_COAST = ("coast.geojson", "islands.geojson")
_MOST = 100  # files kept; the oldest go
_FAST = 1
_TABLES = ("boundary", "zones", "changes")


def folder() -> Path | None:
    """Return where results are kept.

    Returns
    -------
    pathlib.Path or None
        What the environment variable ``KURILMAP_CACHE`` names, else the user's own cache folder;
        None where the variable is empty, and nothing is kept.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named.strip() else None
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("kurilmap", appauthor=False))


def key_of(scenario: "Scenario", today: "Scenario", kaigara: bool) -> str:
    """Return what tells a result from every other: method, window, coast and partition.

    Parameters
    ----------
    scenario, today : Scenario
    kaigara : bool

    Returns
    -------
    str
    """
    from kurilmap.scenarios.document import plain

    parts = [(plain(one)["holders"], plain(one).get("cut")) for one in (scenario, today)]
    told = hashlib.sha256(json.dumps([METHOD, kaigara, parts], default=str).encode())
    told.update(shapely.to_wkb(window()))
    for name in _COAST:
        told.update(read_text(name).encode())
    return told.hexdigest()


def load(key: str) -> "Solved | None":
    """Return a result that was kept, or None where there is none, or none that is whole.

    Parameters
    ----------
    key : str

    Returns
    -------
    Solved or None
    """
    from kurilmap.sea.solve import Solved

    place = folder()
    if place is None:
        return None
    try:
        digest, _, body = _file(place, key).read_text(encoding="ascii").partition("\n")
        if hashlib.sha256(body.encode()).hexdigest() != digest:
            return None
        data: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(body)))
        if data.pop("key") != key:
            return None
        for name in _TABLES:
            rows = data[name]
            shapes = shapely.from_wkb([row[-1] for row in rows])
            data[name] = [(*row[:-1], shape) for row, shape in zip(rows, shapes, strict=True)]
        data["unresolved"] = [(lon, lat) for lon, lat in data["unresolved"]]
        return Solved(**data)
    # Whatever is wrong with the file, the answer is to work it out anew.
    except Exception:
        return None


def save(key: str, solved: "Solved") -> None:
    """Keep a result, if there is somewhere to keep it.

    Parameters
    ----------
    key : str
    solved : Solved
    """
    place = folder()
    if place is None:
        return
    data: dict[str, Any] = {
        "key": key,
        "residual_m": solved.residual_m,
        "limit_residual_m": solved.limit_residual_m,
        "unresolved": solved.unresolved,
    }
    for name in _TABLES:
        rows = getattr(solved, name)
        data[name] = [[*row[:-1], shapely.to_wkb(row[-1], hex=True)] for row in rows]
    body = base64.b64encode(zlib.compress(json.dumps(data).encode(), _FAST)).decode()
    digest = hashlib.sha256(body.encode()).hexdigest()
    # A cache that cannot be written is no reason to fail: the result is there.
    with contextlib.suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        write_text(_file(place, key), f"{digest}\n{body}")
        _prune(place)


def _file(place: Path, key: str) -> Path:
    return place / f"sea-{key[:32]}.txt"


def _prune(place: Path) -> None:
    files = sorted(place.glob("sea-*.txt"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST:]:
        path.unlink(missing_ok=True)
