"""What is kept, and what the kit itself reads: damage is mended, or told in one line."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import kurilmap as km
from kurilmap.geodata import data_dir
from tests.faults.conftest import Figures
from tests.faults.running import Outcome, run

SEED = 1855
SCENARIO = "two-islands-1956"
_BUILD_ONLY = "lines.toml"  # lines.geojson is made from it
_READ_FIRST = ("islands.geojson", "scenarios/two-islands-1956.toml")


def _flip(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


DAMAGE: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "a bit turned": _flip,
    "cut off": lambda content, chance: content[: chance.randrange(len(content))],
    "emptied": lambda content, chance: b"",
    "a block of zeros": lambda content, chance: (
        content[: (at := chance.randrange(len(content)))] + b"\0" * len(content[at : at + 512])
    ),
    "other bytes": lambda content, chance: chance.randbytes(len(content)),
}


def test_a_damaged_cache_is_worked_out_anew(
    tmp_path: Path, full: bool, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KURILMAP_CACHE", str(tmp_path / "kept"))
    sound = km.sea(SCENARIO)
    (kept,) = (tmp_path / "kept").glob("sea-*.txt")
    content = kept.read_bytes()
    chance = random.Random(SEED)
    found = []
    for damage in DAMAGE.values() if full else list(DAMAGE.values())[:1]:
        for _ in range(4 if full else 1):
            kept.write_bytes(damage(content, chance))
            again = km.sea(SCENARIO)
            assert again.zones.equals(sound.zones)
            assert again.boundary.equals(sound.boundary)
            assert kept.read_bytes() == content  # mended
            found.append(Outcome(0, "", 0))
    figures.add("a damaged cache of the sea", found)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data, to be damaged."""
    skip = shutil.ignore_patterns("build", "__pycache__")
    return Path(shutil.copytree(data_dir(), tmp_path / "geo", ignore=skip))


def test_damaged_data_is_told_in_one_line_that_names_the_file(
    data: Path, tmp_path: Path, full: bool, figures: Figures
) -> None:
    files = (*data.rglob("*.toml"), *data.glob("*.geojson"))
    names = sorted({path.relative_to(data).as_posix() for path in files} - {_BUILD_ONLY})
    chance = random.Random(SEED)
    found = []
    for name in names if full else _READ_FIRST:
        path = data / name
        content = path.read_bytes()
        damage = chance.choice(list(DAMAGE.values()))
        path.write_bytes(damage(content, chance))
        command = (
            ("atlas", tmp_path / "atlas") if full else ("map", SCENARIO, "-o", tmp_path / "x.html")
        )
        found.append(run(command, tmp_path, {"data": str(data)}))
        path.write_bytes(content)
        assert found[-1].refused, (name, found[-1].err)
        assert f"geo/{name} has changed" in found[-1].err
        assert not (tmp_path / "atlas").exists()
        assert not (tmp_path / "x.html").exists()
    figures.add("a damaged data file", found)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\n", b"abc\n", b"abc def ghi\n", b"\0" * 99])
def test_a_damaged_list_of_checksums_is_one_line(
    content: bytes, data: Path, tmp_path: Path
) -> None:
    (data / "checksums.txt").write_bytes(content)
    found = run(("list",), tmp_path, {"data": str(data)})
    assert found.refused, found.err
    assert "checksums.txt" in found.err
