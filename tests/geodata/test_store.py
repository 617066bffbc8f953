"""Data files are read against their checksums, wherever they lie."""

import shutil
import sys

import pytest

from kurilmap.errors import DataError
from kurilmap.geodata import data_dir, notebooks_dir, read_text, store
from kurilmap.words import LANGS


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of geo/ that a test may damage."""
    folder = tmp_path / "geo"
    shutil.copytree(data_dir(), folder)
    monkeypatch.setattr(store, "data_dir", lambda: folder)
    store._checksums.cache_clear()
    yield folder
    store._checksums.cache_clear()


def test_every_listed_file_is_as_it_was_published():
    listed = store._checksums(data_dir())
    assert len(listed) > 10
    for name in listed:
        assert read_text(name)


def test_every_data_file_is_listed():
    kept = {
        path.relative_to(data_dir()).as_posix()
        for pattern in ("*.geojson", "*.toml", "scenarios/*.toml")
        for path in data_dir().glob(pattern)
    }
    # lines.toml is what the build joins to the courses in lines.geojson; nothing else reads it.
    assert kept - {"lines.toml"} == set(store._checksums(data_dir())) - {"lines.toml"}


def test_a_missing_file_is_named(copy):
    (copy / "islands.geojson").unlink()
    with pytest.raises(DataError, match=r"geo/islands\.geojson cannot be read .*Install kurilmap"):
        read_text("islands.geojson")


def test_a_changed_file_is_named(copy):
    path = copy / "claims.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"geo/claims\.toml has changed: its sha256"):
        read_text("claims.toml")


def test_a_missing_list_of_checksums_is_named(copy):
    (copy / "checksums.txt").unlink()
    with pytest.raises(DataError, match=r"geo/checksums\.txt cannot be read"):
        read_text("islands.geojson")


def test_a_file_that_is_not_listed_is_refused(copy):
    (copy / "scenarios" / "mine.toml").write_text("", encoding="utf-8")
    with pytest.raises(DataError, match=r"scenarios/mine\.toml is no data file of kurilmap"):
        read_text("scenarios/mine.toml")


def test_a_wheel_s_own_copy_comes_before_the_checkout(tmp_path, monkeypatch):
    package = tmp_path / "kurilmap"
    monkeypatch.setattr(store, "_PACKAGE", package)
    (tmp_path / "geo").mkdir()
    assert data_dir() == tmp_path / "geo"
    (package / "_bundled" / "geo").mkdir(parents=True)
    assert data_dir() == package / "_bundled" / "geo"


def test_data_that_is_nowhere_is_an_error_that_names_both_places(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "_PACKAGE", tmp_path / "kurilmap")
    with pytest.raises(DataError, match=r"The folder notebooks/ is missing: looked for .*_bundled"):
        notebooks_dir()


@pytest.mark.parametrize("content", [b"abc\n", b"\xff\xfe\n"])
def test_a_broken_list_of_checksums_is_named(copy, content):
    (copy / "checksums.txt").write_bytes(content)
    with pytest.raises(DataError, match=r"geo/checksums\.txt has changed: a line is not a sha256"):
        store.read_text("islands.geojson")


def test_a_text_that_a_language_lacks_is_told_in_english():
    told = sys.modules["kurilmap.geodata.records"]._frozen(
        {"title": {"en": "Two islands", "ru": "Два острова"}}
    )["title"]
    assert [told[lang] for lang in LANGS] == ["Two islands", "Two islands", "Два острова"]
    with pytest.raises(KeyError, match="author"):
        told["author"]
