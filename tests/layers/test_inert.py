"""Our layers write data that no template, tag or script can come out of."""

import json
import re
from importlib.resources import files
from pathlib import Path

import folium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurilmap.layers import InertLayer, to_script_json
from kurilmap.layers.base import asset
from kurilmap.maps import Map
from tests.hostile import HOSTILE

ASSETS = Path(str(files("kurilmap"))) / "assets"
TEXTS = st.text() | st.sampled_from(sorted(HOSTILE.values()))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_reads_back_the_same(value):
    assert json.loads(to_script_json(value)) == value


@given(VALUES)
def test_no_character_that_opens_anything_is_left(value):
    written = to_script_json(value)
    for opening in ("<", ">", "&", "`", "$", "{{", "{%", "{#", "\u2028", "\u2029"):
        assert opening not in written


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_json_has_no_word_for_are_refused(number):
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_script_json({"value": number})


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_folium_s_own_save_runs_nothing_of_ours_either(text):
    km_map = Map(title=text)
    km_map.add_child(InertLayer("land", {"units": [], "labels": [], "note": text}, text))
    rendered = km_map.get_root().render()
    assert rendered.count(to_script_json(text)) >= 2


def test_a_layer_stands_in_folium_s_own_layer_control():
    km_map = Map()
    layer = InertLayer("land", {"units": [], "labels": []}, "Mine").add_to(km_map)
    folium.LayerControl().add_to(km_map)
    assert f'"Mine" : {layer.get_name()}' in km_map.get_root().render()


def test_assets_are_written_once_however_many_layers():
    km_map = Map()
    for name in ("one", "two"):
        InertLayer("land", {"units": [], "labels": []}, name).add_to(km_map)
    assert km_map.get_root().render().count("kurilmap.Group=") == 1


def test_scripts_reach_the_page_without_the_comments_that_their_files_have():
    km_map = Map()
    InertLayer("land", {"units": [], "labels": []}, "Mine").add_to(km_map)
    page = km_map.get_root().render()
    comment = "// The page's one global."
    assert asset("core.js").startswith(comment)
    assert comment not in page
    assert "return{el,svg,same,text," in page


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_no_template_literal_stands_in_another(path):
    # rjsmin takes the inner one for code, and its spaces away.
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"`[^`]*\$\{[^`}]*`", text) == []
