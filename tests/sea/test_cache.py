"""What is kept is used, and what cannot be used is made anew."""

import pytest

import kurilmap as km
from kurilmap.sea import cache
from kurilmap.sea.solve import Solved


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("KURILMAP_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def solving(monkeypatch):
    """Count how often a scenario is worked out."""
    from kurilmap.sea import solve

    calls = []
    plain = solve.solve
    monkeypatch.setattr(solve, "solve", lambda *given: calls.append(given) or plain(*given))
    return calls


def test_a_second_call_reads_what_the_first_kept(place, solving):
    first = km.sea("two-islands-1956")
    assert len(list(place.glob("sea-*.txt"))) == 1
    again = km.sea("two-islands-1956")
    assert len(solving) == 1
    assert again.zones.equals(first.zones)
    assert again.boundary.equals(first.boundary)
    assert again.changes.equals(first.changes)
    assert again.residual_m == first.residual_m


def test_the_same_partition_under_another_name_is_the_same_sea(place, solving):
    km.sea("two-islands-1956")
    renamed = km.scenario("two-islands-1956").named("mine", "Mine")
    assert km.sea(renamed).scenario == "mine"
    assert len(solving) == 1


def test_another_partition_or_option_is_worked_out(place, solving):
    km.sea("two-islands-1956")
    km.sea("status-quo")
    km.sea("two-islands-1956", kaigara=True)
    assert len(solving) == 3


def test_another_coast_or_method_is_worked_out(place, solving, monkeypatch):
    km.sea("status-quo")
    monkeypatch.setattr(cache, "read_text", lambda name: name)
    km.sea("status-quo")
    monkeypatch.setattr(cache, "METHOD", cache.METHOD + 1)
    km.sea("status-quo")
    assert len(solving) == 3


@pytest.mark.parametrize("spoil", ["", "nonsense", "half", "a byte", "another's"])
def test_a_spoilt_file_is_made_anew(spoil, place, solving):
    first = km.sea("status-quo")
    (path,) = place.glob("sea-*.txt")
    text = path.read_text()
    if spoil == "half":
        path.write_text(text[: len(text) // 2])
    elif spoil == "a byte":
        path.write_text(text[:-9] + ("A" if text[-9] != "A" else "B") + text[-8:])
    elif spoil == "another's":
        km.sea("four-islands")
        (other,) = set(place.glob("sea-*.txt")) - {path}
        path.write_text(other.read_text())
    else:
        path.write_text(spoil)
    solving.clear()
    again = km.sea("status-quo")
    assert len(solving) == 1
    assert again.zones.equals(first.zones)
    assert path.read_text() == text


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, monkeypatch, solving):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("KURILMAP_CACHE", str(tmp_path / "file"))
    assert len(km.sea("status-quo").zones) == 4
    assert len(km.sea("status-quo").zones) == 4
    assert len(solving) == 2
    assert (tmp_path / "file").read_text() == "in the way"


def test_an_empty_variable_keeps_nothing(monkeypatch, tmp_path, solving):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KURILMAP_CACHE", "")
    assert cache.folder() is None
    km.sea("status-quo")
    assert list(tmp_path.iterdir()) == []


def test_without_the_variable_it_is_the_users_own_cache_folder(monkeypatch):
    import platformdirs

    monkeypatch.delenv("KURILMAP_CACHE")
    assert str(cache.folder()) == platformdirs.user_cache_dir("kurilmap", appauthor=False)


def test_the_oldest_files_go(place, monkeypatch):
    monkeypatch.setattr(cache, "_MOST", 3)
    empty = Solved([], [], [], 0.0, 0.0, [])
    for number in range(5):
        cache.save(f"{number}" * 40, empty)
    assert len(list(place.iterdir())) == 3
    assert cache.load("4" * 40) is not None


def test_plain_data_is_worked_out_once_and_is_alike_whether_it_was_kept_or_not():
    asked = []

    def work():
        asked.append(1)
        return {"points": [(1.5, 2.25)], "count": 3}

    first = cache.remembered(["plain data, once"], work)
    assert first == cache.remembered(["plain data, once"], work)
    assert first == {"points": [[1.5, 2.25]], "count": 3}
    assert len(asked) == 1
    assert cache.remembered(["plain data, another"], lambda: 4) == 4


def test_kept_plain_data_that_is_broken_is_worked_out_anew(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    assert cache.remembered("broken", lambda: [1]) == [1]
    (kept,) = tmp_path.iterdir()
    kept.write_text(kept.read_text(encoding="ascii")[:-9], encoding="ascii")
    assert cache.remembered("broken", lambda: [2]) == [2]
