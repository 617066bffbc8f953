"""Keep what was worked out on disk, till the coast, the scenario or the method changes."""

import base64
import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Callable
from functools import lru_cache
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
    return _digest([kaigara, [partition_of(one) for one in (scenario, today)]])


def partition_of(scenario: "Scenario") -> list[Any]:
    """Return what of a scenario decides its waters: holders and cuts, as plain data.

    Parameters
    ----------
    scenario : Scenario

    Returns
    -------
    list
    """
    from kurilmap.scenarios.document import plain

    told = plain(scenario)
    return [told["holders"], told.get("cut")]


def remembered(what: object, work: Callable[[], Any]) -> Any:
    """Return plain data that was kept, or work it out and keep it.

    Parameters
    ----------
    what : object
        All that decides the answer beside coast, window and method; plain data.
    work : callable
        Gives what JSON can hold.

    Returns
    -------
    object
        As JSON gives it back, whether it was kept or not: lists for tuples.
    """
    key = _digest(what)
    data = _read(key)
    if data is None:
        data = {"answer": json.loads(json.dumps(work()))}
        _write(key, data)
    return data["answer"]


def _digest(told: object) -> str:
    ground = _ground(tuple(read_text(name) for name in _COAST))
    said = json.dumps([METHOD, told, ground], default=str)
    return hashlib.sha256(said.encode()).hexdigest()


@lru_cache(maxsize=1)
def _ground(coast: tuple[str, ...]) -> str:
    found = hashlib.sha256(shapely.to_wkb(window()))
    for text in coast:
        found.update(text.encode())
    return found.hexdigest()


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

    data = _read(key)
    if data is None:
        return None
    try:
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
    data: dict[str, Any] = {
        "residual_m": solved.residual_m,
        "limit_residual_m": solved.limit_residual_m,
        "unresolved": solved.unresolved,
    }
    for name in _TABLES:
        rows = getattr(solved, name)
        data[name] = [[*row[:-1], shapely.to_wkb(row[-1], hex=True)] for row in rows]
    _write(key, data)


def _read(key: str) -> dict[str, Any] | None:
    place = folder()
    if place is None:
        return None
    try:
        digest, _, body = _file(place, key).read_text(encoding="ascii").partition("\n")
        if hashlib.sha256(body.encode()).hexdigest() != digest:
            return None
        data: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(body)))
    # Whatever is wrong with the file, the answer is to work it out anew.
    except Exception:
        return None
    return data if data.pop("key", None) == key else None


def _write(key: str, data: dict[str, Any]) -> None:
    place = folder()
    if place is None:
        return
    packed = zlib.compress(json.dumps({"key": key, **data}).encode(), _FAST)
    body = base64.b64encode(packed).decode()
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
