"""What is imported when: nobody waits for what they do not use."""

import json
import subprocess
import sys

import pytest

HEAVY = ("folium", "geopandas", "pandas", "numpy", "shapely", "pyproj", "pydantic", "rich", "typer")
UNUSED = ("matplotlib", "ipywidgets", "IPython", "anywidget", "traitlets", "jupyterlab", "nbformat")
# What reads scenario files, computes seas, and answers on the command line.
LATER = ("pydantic", "scipy", "rich", "typer", "tomli_w")


def loaded(code: str) -> set[str]:
    """Return the packages that a new process has loaded once it has run some code."""
    told = (
        "\nimport sys, json\nprint(json.dumps(sorted({n.partition('.')[0] for n in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + told],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,  # the first page computes the seas
    )
    return set(json.loads(done.stdout))


def test_the_package_alone_loads_no_other() -> None:
    there = loaded("import kurilmap; dir(kurilmap)")
    assert "kurilmap" in there
    assert not there & {*HEAVY, *UNUSED}


def test_every_public_name_loads_no_more_than_a_map_needs() -> None:
    there = loaded("import kurilmap as km\nfor name in km.__all__: getattr(km, name)")
    assert "folium" in there
    assert not there & {*LATER, *UNUSED}


@pytest.mark.parametrize(
    ("code", "needed"),
    [("km.islands()", "geopandas"), ("km.save_html(km.overview_map())", "folium")],
)
def test_tables_and_maps_load_nothing_of_notebooks_and_charts(code: str, needed: str) -> None:
    there = loaded(f"import kurilmap as km; {code}")
    assert needed in there
    assert not there & set(UNUSED)


def test_a_chart_loads_what_draws_it() -> None:
    code = "import kurilmap as km; km.compare('status-quo', 'equal-area').chart()"
    assert "matplotlib" in loaded(code)
