"""CITATION.cff says of the kit what the package and its pages say.

Its form was checked once with cffconvert, which cannot be installed beside today's JupyterLab.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from kurilmap._version import __version__
from kurilmap.layers.citing import citing

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def cited() -> dict[str, Any]:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def test_it_names_the_package_as_pyproject_does(cited: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cited["title"] == project["name"]
    assert cited["abstract"] == project["description"]
    assert cited["authors"] == project["authors"]
    assert cited["keywords"] == project["keywords"]


def test_its_version_is_the_packages(cited: dict[str, Any]) -> None:
    assert cited["version"] == __version__


def test_code_and_outlines_have_the_licences_of_the_package(cited: dict[str, Any]) -> None:
    # A list in the file's own field would say "either of them".
    licences = " AND ".join([cited["license"], cited["references"][0]["license"]])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert licences == project["license"]


def test_a_pages_own_citation_names_the_same_kit_and_the_same_outlines(
    cited: dict[str, Any],
) -> None:
    sentences = citing()["sentences"]
    assert f"made with {cited['title']} {cited['version']}." in sentences["made"]
    outlines = cited["references"][0]
    told = f"{outlines['title']} © {outlines['authors'][0]['name']}, ODbL 1.0, "
    assert sentences["outlines"].startswith(told)
    package = outlines["notes"].partition("package ")[2].partition(";")[0]
    assert f"from {package}" in sentences["outlines"]
