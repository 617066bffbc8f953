"""What a page's layers share is there once, and is read back as it was."""

import json
import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import kurilmap as km
from kurilmap.layers import InertLayer
from kurilmap.layers.shared import ALPHABET, Shared
from kurilmap.maps import Map
from kurilmap.page.tree import elements
from tests.conftest import Opener
from tests.hostile import HOSTILE
from tests.layers.test_inert import TEXTS, VALUES

POINTS = st.lists(
    st.tuples(
        st.decimals(-180, 180, places=6).map(float), st.decimals(-90, 90, places=6).map(float)
    ).map(list),
    min_size=1,
    max_size=20,
)
ANY_POINTS = st.lists(
    st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 2).map(list), min_size=4
)
LISTS = st.lists(st.integers(), min_size=14) | st.lists(st.sampled_from("ab"), min_size=14)
KEYS = TEXTS | st.sampled_from(["~", "~r", "~~", "sources", "__proto__"])
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        VALUES | POINTS | ANY_POINTS | LISTS,
        lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
        max_leaves=8,
    ),
)
LINE = [[146.1, 43.5], [146.2, 43.5], [146.2, 43.6], [146.1, 43.6], [146.05, 43.55]]


def entries(shared: Shared) -> list[object]:
    """Return what is shared, as a browser would parse it."""
    given = shared.text.removeprefix("kurilmap.share(").removesuffix(");")
    known, _, _ = json.loads(f"[{given}]")  # after it the texts by language, and the first one
    return known


def opened(value: object, known: list[object]) -> object:
    """Read what was written: the same as assets/shared.js does, written anew."""
    if isinstance(value, list):
        return [opened(item, known) for item in value]
    if not isinstance(value, dict):
        return value
    if "~r" in value:
        pairs = zip(value["~r"][::2], value["~r"][1::2], strict=True)
        return [item for item, count in pairs for _ in range(count)]
    if "~" in value:
        place = value["~"]
        number, start, count = (place, 0, None) if isinstance(place, int) else place
        entry = known[number]
        whole = decoded(entry) if isinstance(entry, str) else opened(entry, known)
        return whole if count is None else (2 * whole)[start : start + count]
    return {key[key.startswith("~") :]: opened(item, known) for key, item in value.items()}


def decoded(letters: str) -> list[object]:
    kind, *digits = map(ALPHABET.index, letters)
    numbers, held = [], 0
    for digit in digits:
        if digit >= 64:
            held = held * 16 + digit - 63
        else:
            code, held = held * 64 + digit, 0
            numbers.append(-(code + 1) // 2 if code % 2 else code // 2)
    if kind == 14:
        return numbers
    axes = [numbers[::2], numbers[1::2]]
    for _ in range(1 + kind % 2):
        axes = [[sum(axis[: i + 1]) for i in range(len(axis))] for axis in axes]
    return [[x / 10 ** (kind // 2), y / 10 ** (kind // 2)] for x, y in zip(*axes, strict=True)]


def layers(km_map: Map) -> list[InertLayer]:
    return [part for part in elements(km_map.get_root()) if isinstance(part, InertLayer)]


@given(st.lists(DATA, min_size=1, max_size=3))
@example([{"g": LINE}, {"g": LINE[2:] + LINE[:2]}, {"g": LINE[1:]}])
@example([{"g": [[0.1 * i, -0.0] for i in range(5)]}])
@example([{"sources": {"~": {"~": 0}, "b": {"title": "x"}}, "~": {"~r": [1]}}])
def test_what_is_packed_reads_back_the_same(values):
    shared = Shared()
    written = json.loads(json.dumps([shared.packed(value) for value in values]))
    known = entries(shared)
    assert opened(written, known) == json.loads(json.dumps(values))


@given(POINTS)
def test_packed_points_hold_no_character_that_means_anything(points):
    shared = Shared()
    shared.packed({"g": points})
    (text, *_) = [*entries(shared), ""]
    assert not set(text) & set("\"'\\`<>&$%#{}()\n ")


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_numbers_that_json_has_no_word_for_are_refused_among_points_too(value):
    layer = InertLayer("land", {"g": [[value, 1.0]] * 5}, "a layer")
    with pytest.raises(ValueError, match="not JSON compliant"):
        Map().add_child(layer).get_root().render()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_is_never_read_as_an_outline(text):
    shared = Shared()
    forged = {"~": 0, "g": [text] * 40, "sources": {"s": {"title": text, "~": [0, 0, 9]}}}
    written = shared.packed({"real": LINE, "forged": forged})
    assert opened(written, entries(shared)) == {"real": LINE, "forged": forged}


def test_an_outline_and_a_source_stand_once_in_a_page_whatever_layers_use_them():
    source = {"title": "A source that two layers cite"}
    km_map = Map()
    for name in ("one", "two"):
        data = {"units": [{"unit": name, "coordinates": [LINE]}], "labels": []}
        km_map.add_child(InertLayer("land", {**data, "sources": {"s": source}}, name))
    text = km_map.get_root().render()
    shared = re.findall(r"kurilmap\.share\((\[.*\]),\{", text)
    assert [len(json.loads(part)) for part in shared] == [2]
    assert text.count(source["title"]) == 1


def test_a_map_that_is_rendered_again_shares_nothing_twice():
    root = km.scenario_map("two-islands-1956").get_root()
    first, again = [re.findall(r"kurilmap\.share\(.*\);", root.render()) for _ in range(2)]
    assert first == again
    assert len(first) == 1


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_browser_has_every_layer_s_data_as_python_had_it(open_page: Opener, lang: str) -> None:
    km_map = km.overview_map(lang)
    page = open_page(km.save_html(km_map))
    found = page.evaluate(
        """() => Object.values(window).map((value) => value && value.recipe).filter(Boolean)
             .map(({ factory, data }) => [factory, JSON.stringify(data)])"""
    )
    told = [(layer.factory, json.loads(json.dumps(layer.data))) for layer in layers(km_map)]
    assert len(found) == len(told) > 10
    for (factory, text), (wanted, data) in zip(found, told, strict=True):
        assert factory == wanted
        assert json.loads(text) == data
