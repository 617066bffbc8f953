"""``kurilmap check``: a file's every mistake, or what it gives."""

import json

import pytest

import kurilmap as km
from kurilmap.scenarios import scenario
from kurilmap.scenarios.checking import check_file
from tests.hostile import HOSTILE
from tests.scenarios.test_schema import BROKEN, SOUND

ON_LAND = """
[[cut]]
unit = "shikotan"
holder = "RU"
rest = "JP"
line = [[146, 43.2], [147, 43.3]]

[[cut]]
unit = "shikotan"
holder = "RU"
rest = "JP"
polygon = [[140, 44], [141, 45], [141, 44]]

[[cut]]
unit = "etorofu"
holder = "joint"
rest = "JP"
line = [[147, 45.3], [147.8, 45]]
"""

DRAWN = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"holder": "JP"},
            "geometry": {"type": "LineString", "coordinates": [[147, 45.3], [148, 44.6]]},
        }
    ],
}


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_file_is_told_with_what_it_gives(run, tmp_path):
    path = write(tmp_path, "mine.toml", scenario("aso-quarter").to_toml())
    status, out, err = run("check", path)
    assert (status, err) == (0, "")
    assert out.startswith(f"{path}: sound. {scenario('aso-quarter').title['en']}: Japan would hold")
    assert out.count("\n") == 1
    assert "%" in out
    assert "Russia would hold" in out


def test_a_toml_file_may_have_fewer_bytes_than_a_geojson_file(run, tmp_path):
    path = write(tmp_path, "long.toml", "#" * 1_000_001)
    limit = "allowed are at most 1,000,000 bytes of TOML"
    status, out, _ = run("check", path)
    assert status == 1
    assert limit in out
    with pytest.raises(km.ScenarioError, match=limit):
        km.Scenario.from_toml(path)


@pytest.mark.parametrize(("lang", "word"), [("ja", "誤りなし"), ("ru", "ошибок нет")])
def test_it_speaks_three_languages(run, tmp_path, lang, word):
    path = write(tmp_path, "mine.geojson", json.dumps(DRAWN))
    assert word in run("check", path, "--lang", lang)[1]


def test_every_mistake_has_its_line_key_and_what_is_allowed(run, tmp_path):
    path = write(tmp_path, "broken.toml", BROKEN)
    status, out, err = run("check", path)
    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert len(lines) == 19
    assert f"{path}:17: holders.habomai: 'Japan' was given; allowed: JP, RU, joint" in out
    assert f"{path}:29: cut[0].side: 'southwst' was given; allowed: north" in out
    assert all(line.startswith(f"{path}:") for line in lines)


def test_cuts_that_cannot_be_made_are_told_beside_mistakes_of_form(tmp_path):
    text = SOUND.replace('shikotan = "JP"\n', "").replace('kind = "constructed"', 'kind = "mine"')
    found = check_file(write(tmp_path, "x.toml", text + ON_LAND)).mistakes
    assert [(mistake.line, mistake.key) for mistake in found] == [
        (2, "kind"),
        (16, "cut[1]"),
        (22, "cut[2]"),
        (28, "cut[3]"),
    ]
    reasons = ("", "misses the island", "covers no land", "not go all the way through")
    assert all(part in mistake.reason for part, mistake in zip(reasons, found, strict=True))


def test_several_files_are_checked_in_one_run_and_one_broken_one_is_told_by_the_status(
    run, tmp_path
):
    (tmp_path / "large.geojson").touch()
    with (tmp_path / "large.geojson").open("wb") as file:
        file.truncate(100_000_000)
    names = [
        write(tmp_path, "sound.toml", SOUND),
        write(tmp_path, "drawn.geojson", json.dumps(DRAWN)),
        write(tmp_path, "syntax.toml", 'id = "x"\nkind = '),
        write(tmp_path, "notes.txt", ""),
        tmp_path / "missing.toml",
        tmp_path / "large.geojson",
    ]
    status, out, _ = run("check", *names)
    lines = out.splitlines()
    assert status == 1
    assert "sound. Mine:" in lines[0]
    assert "sound. " in lines[1]
    assert f"{names[2]}:2: no TOML" in lines[2]
    assert "allowed: a name that ends in .toml, .geojson, .json" in lines[3]
    assert "No such file" in lines[4]
    assert "100,000,000 bytes were given" in lines[5]


def test_a_mistake_of_a_drawing_has_its_line(tmp_path):
    broken = json.dumps(DRAWN, indent=1).replace('"JP"', '"Japan"')
    path = write(tmp_path, "x.geojson", broken)
    (mistake,) = check_file(path).mistakes
    assert mistake.key == "features[0].properties.holder"
    assert '"Japan"' in broken.splitlines()[mistake.line - 1]


@pytest.mark.parametrize("text", [*HOSTILE.values(), "\x1b]0;owned\x07\x9b31m"])
def test_hostile_text_cannot_drive_the_terminal(run, tmp_path, text):
    quoted = json.dumps(text, ensure_ascii=True)
    sound = write(tmp_path, "a.toml", SOUND.replace('"Mine"', quoted))
    broken = write(tmp_path, "b.toml", f"{quoted} = 1\n" + SOUND.replace('"mine"', quoted))
    drawn = write(
        tmp_path, "c.geojson", json.dumps({**DRAWN, "kurilmap": {"title": text, text: 1}})
    )
    status, out, _ = run("check", sound, broken, drawn)
    assert status == 1
    assert all(char.isprintable() for line in out.splitlines() for char in line if char != "\u200c")
    assert out.count("\n") == len(out.splitlines())


def test_a_file_with_thousands_of_mistakes_is_told_to_an_end(run, tmp_path):
    many = "\n".join(f"key{n} = 1" for n in range(3000))
    status, out, _ = run("check", write(tmp_path, "x.toml", f"{many}\n{SOUND}"))
    assert status == 1
    assert out.splitlines()[-1].endswith("and 2,000 more")


def test_a_drawing_can_be_shown_and_put_on_a_map_like_any_file(run, tmp_path):
    path = write(tmp_path, "mine.geojson", json.dumps({**DRAWN, "kurilmap": {"title": "Drawn"}}))
    status, out, _ = run("show", path)
    assert status == 0
    assert "Drawn" in out
    assert run("map", path, "-o", tmp_path / "x.html")[0] == 0
