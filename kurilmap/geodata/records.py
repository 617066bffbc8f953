"""The files of ``geo/`` as plain values that nobody can change, without pandas."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from kurilmap.geodata import store
from kurilmap.words import LANGS


@cache
def features(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the features of a GeoJSON file of ``geo/`` as plain mappings.

    Parameters
    ----------
    name : str
        For example ``"places.geojson"``.

    Returns
    -------
    tuple of mapping

    Examples
    --------
    >>> sorted({f["geometry"]["type"] for f in features("places.geojson")})
    ['Point']
    """
    return tuple(
        {**feature, "properties": _frozen(feature["properties"])}
        for feature in json.loads(store.read_text(name))["features"]
    )


@cache
def records(name: str) -> Mapping[str, Any]:
    """Return a TOML file of ``geo/`` as plain mappings.

    Parameters
    ----------
    name : str
        For example ``"sources.toml"``.

    Returns
    -------
    mapping

    Examples
    --------
    >>> list(records("claims.toml"))
    ['claim']
    """
    content: Mapping[str, Any] = _frozen(tomllib.loads(store.read_text(name)))
    return content


def source_table() -> Mapping[str, Mapping[str, Any]]:
    """Return the bibliography as plain mappings, without pandas.

    Returns
    -------
    mapping of str to mapping

    Examples
    --------
    >>> all("checked" in row for row in source_table().values())
    True
    """
    table: Mapping[str, Mapping[str, Any]] = records("sources.toml")["source"]
    return table


class _ByLang(dict[str, Any]):
    """Texts by language; English stands in for one that ``geo/`` does not tell yet."""

    def __missing__(self, lang: str) -> Any:
        if lang in LANGS:
            return self["en"]
        raise KeyError(lang)


def _frozen(value: Any) -> Any:
    """Return lists as tuples: what is read once is handed out to many."""
    if isinstance(value, dict):
        frozen = {key: _frozen(inner) for key, inner in value.items()}
        return _ByLang(frozen) if "en" in frozen else frozen
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
