"""Scenario files as a stranger, a bad disk or a bad editor could leave them."""

import copy
import json
import random
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from tests.hostile import HOSTILE

_TOKEN = re.compile(rb'"[^"\n]*"|-?[0-9][0-9.eE+-]*|[A-Za-z_]+|[^\sA-Za-z0-9]')
_BYTES = (b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\x1b[31m", b"\n\n")
_TOKENS = (
    *(b"inf", b"-nan", b"NaN", b"1e999", b"-0", b"1e-320", b"9" * 30, b"9" * 5000, b"0x1F", b"1_0"),
    *(b"true", b"null", b'""', b"[]", b"{}", b"[", b"]", b"{", b"}", b",", b"=", b":", b"'''"),
    *(b"[[cut]]", b"[holders]", b"[" * 2000, b"a." * 500 + b"a", b"1979-05-27", b"25:61", b"#"),
    *(b'"JP"', b'"RU"', b'"joint"', b'"etorofu"', b'"habomai/n01"', b'"equal"', b'"../../x"'),
    *(b'"\\ud800"', b'"\\u0000"', b'"Polygon"', b'"LineString"', b"146.1", b"44.9", b"180", b"-91"),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 0.5, 1, 1e308, 2**70, "", "JP", "joint", "etorofu", "equal", "x" * 5000),
    *([], {}, [[]], [[147, 45]], [[147, 45.3], [148, 44.6]], {"en": "x"}, date(1, 1, 1)),
    *([[146, 43], [149, 43], [149, 46], [146, 46]], [[0, 90]] * 40, [[[[]]]], *HOSTILE.values()),
)


def mutants(original: bytes, suffix: str, count: int, seed: int) -> list[bytes]:
    """Return so many broken or changed files, the same ones for the same seed."""
    chance = random.Random(seed)
    kinds = (_of_bytes, _of_tokens, _of_structure(suffix))
    return [_mutated(original, kinds[each % len(kinds)], chance) for each in range(count)]


def _mutated(content: bytes, kind: Callable[..., bytes], chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = kind(content, chance)
    return content


def _of_bytes(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = min(len(content), start + chance.choice((1, 1, 2, 10, 100)))
    put = (
        bytes([chance.randrange(256)]),
        chance.choice(_BYTES),
        content[start:end] * 2,
        b"",
        content[(other := chance.randrange(len(content) + 1)) : other + end - start],
    )
    return content[:start] + chance.choice(put) + content[end:]


def _of_tokens(content: bytes, chance: random.Random) -> bytes:
    tokens = list(_TOKEN.finditer(content))
    if not tokens:
        return chance.choice(_TOKENS)
    one, other = chance.choice(tokens), chance.choice(tokens)
    put = (chance.choice(_TOKENS), chance.choice(_TOKENS), other[0], b"", one[0] + b" " + other[0])
    return content[: one.start()] + chance.choice(put) + content[one.end() :]


def _of_structure(suffix: str) -> Callable[[bytes, random.Random], bytes]:
    def changed(content: bytes, chance: random.Random) -> bytes:
        data = json.loads(content) if suffix == ".geojson" else tomllib.loads(content.decode())
        if not (holders := list(_holders(data))):
            return content
        where, key = chance.choice(holders)
        other, key_there = chance.choice(holders)
        what = chance.randrange(6)
        if what == 0:
            del where[key]
        elif what == 1:
            where[key] = copy.deepcopy(other[key_there])
        elif what == 2 and isinstance(where, list):
            where.extend(copy.deepcopy(where[:500]) * chance.choice((1, 3)))
        elif what == 3 and isinstance(where, dict):
            where[chance.choice((*HOSTILE.values(), "cut", "holders", ""))] = where.pop(key)
        elif what == 4 and isinstance(where[key], int | float):
            where[key] *= chance.choice((-1, 0, 0.5, 2, 10, 1e9))
        else:
            where[key] = chance.choice(_VALUES)
        return _written(data, suffix)

    return changed


def _holders(value: Any) -> Any:
    """Yield each place where a part of the data stands: what holds it, and its key there."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list) and value[key]:
            yield from _holders(value[key])


def _written(data: Any, suffix: str) -> bytes:
    if suffix == ".geojson":
        return json.dumps(data, default=str).encode("utf-8", "surrogatepass")
    return tomli_w.dumps(_without_none(data)).encode("utf-8", "surrogatepass")


def _without_none(value: Any) -> Any:
    """Return what TOML can hold: it has no null."""
    if isinstance(value, dict):
        return {key: _without_none(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_without_none(each) for each in value if each is not None]
    return value


def examples(root: Path) -> dict[str, bytes]:
    """Return sound files to begin with: the two of the format's page, and some of the catalogue."""
    page = (root / "docs" / "scenario-format.md").read_text(encoding="utf-8")
    found = {
        f"example{suffix}": re.search(f"```{name}\n(.*?)```", page, re.DOTALL)[1].encode()
        for suffix, name in ((".toml", "toml"), (".geojson", "json"))
    }
    for name in ("equal-area", "two-plus-alpha", "kawana-1998"):
        found[f"{name}.toml"] = (root / "geo" / "scenarios" / f"{name}.toml").read_bytes()
    return found
