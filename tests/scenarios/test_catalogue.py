import subprocess
import sys

import pytest

from kurilmap import geodata
from kurilmap.errors import UnknownScenario
from kurilmap.scenarios import Texts, scenario, scenarios
from kurilmap.words import LANGS


def test_the_catalogue_is_in_date_order_and_read_only():
    dates = [each.date for each in scenarios().values()]
    assert dates == sorted(dates)
    with pytest.raises(TypeError):
        scenarios()["mine"] = scenario("status-quo")


@pytest.mark.parametrize("id_", scenarios())
def test_every_entry_is_told_in_three_languages_with_known_sources(id_):
    each = scenario(id_)
    for texts in (each.title, each.by, each.summary, each.conditions):
        assert isinstance(texts, Texts)
        assert list(texts) == list(LANGS)
    assert each.sources
    assert set(each.sources) <= set(geodata.source_table())


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(UnknownScenario, match=r"No scenario has the id 'equal-areas'; nearest: eq"):
        scenario("equal-areas")


def test_an_id_like_no_other_names_them_all():
    with pytest.raises(UnknownScenario, match=r"known: status-quo"):
        scenario("zzz")


@pytest.mark.parametrize(
    ("id_", "shown"),
    [(["a"], r"\['a'\]"), (None, "None"), (3, "3"), ("a\n\x1b[31m", r"'a\\n\\x1b\[31m'")],
)
def test_what_is_no_id_is_told_as_one_that_there_is_not(id_, shown):
    with pytest.raises(UnknownScenario, match=f"No scenario has the id {shown}; known: status-quo"):
        scenario(id_)


def test_listing_imports_nothing_heavy():
    code = (
        "import sys; from kurilmap.scenarios import scenarios; list(scenarios().values());"
        "print([m for m in ('shapely', 'pyproj', 'geopandas', 'pandas', 'numpy', 'folium', 'scipy')"
        " if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
