"""The command line: what it prints, and how it fails."""

import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kurilmap._version import __version__
from kurilmap.errors import ScenarioError
from kurilmap.geodata import source_table
from kurilmap.scenarios import Scenario, scenario, scenarios
from tests.hostile import HOSTILE

Run = Callable[..., tuple[int, str, str]]

OWN = """
id = "own"
kind = "constructed"
date = 2026-01-01
sources = []
title = { en = "{title}" }
by = { en = "a reader" }
summary = { en = "[bold]no markup[/bold] :smile:" }
conditions = { en = "none" }
[holders]
habomai = "JP"
shikotan = "JP"
kunashiri = "RU"
etorofu = "RU"
"""


def own_file(folder: Path, title: str) -> Path:
    path = folder / "own.toml"
    path.write_text(OWN.replace("{title}", title), encoding="utf-8")
    return path


def assert_one_clear_line(result: tuple[int, str, str], *parts: str) -> None:
    status, out, err = result
    assert status == 2
    assert out == ""
    assert err.startswith("kurilmap: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    for part in parts:
        assert part in err


def test_version_is_the_packages(run: Run) -> None:
    assert run("--version") == (0, f"kurilmap {__version__}\n", "")


def test_list_names_every_scenario_in_date_order(run: Run) -> None:
    status, out, _ = run("list")
    assert status == 0
    places = [out.index(key) for key in scenarios()]
    assert places == sorted(places)


def test_list_and_show_tell_what_is_told_in_words_only(run: Run) -> None:
    assert "Russia's answer to Kawana" in run("list")[1]
    status, out, err = run("show", "moscow-1998")
    assert (status, err) == (0, "")
    for told in ("12 November 1998", "Why not drawn", "never published", "Jamestown"):
        assert told in out


def test_show_tells_rights_and_who_administers(run: Run) -> None:
    assert (
        "- Japan: fishing (Kunashir / Kunashiri): With tourism" in run("show", "two-plus-alpha")[1]
    )
    assert "- Russia: administration (all four groups)" in run("show", "kawana-1998")[1]


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "agreed text"), ("ja", "日付"), ("ru", "Название")]
)
def test_list_speaks_three_languages(run: Run, lang: str, word: str) -> None:
    status, out, _ = run("list", "--lang", lang)
    assert status == 0
    assert word in out


def test_show_gives_title_text_shares_and_sources_with_their_day(run: Run) -> None:
    status, out, err = run("show", "two-islands-1956")
    assert (status, err) == (0, "")
    found = scenarios()["two-islands-1956"]
    assert found.title["en"] in out
    assert "19 October 1956" in out
    for source in found.sources:
        assert source_table()[source]["url"] in out
    assert "Japan" in out
    assert "%" in out
    assert "https://" in out
    assert "checked " in out


def test_a_piped_table_holds_no_control_characters(run: Run) -> None:
    for command in (("list",), ("show", "equal-area")):
        _, out, _ = run(*command)
        assert "\x1b" not in out
        assert "\r" not in out


@pytest.mark.parametrize("command", ["show", "map"])
def test_an_unknown_scenario_is_one_line_that_names_the_nearest(
    run: Run, tmp_path: Path, command: str
) -> None:
    output = tmp_path / "x.html"
    extra = ("-o", output) if command == "map" else ()
    assert_one_clear_line(
        run(command, "two-island-1956", *extra), "two-island-1956", "two-islands-1956"
    )
    assert not output.exists()


def test_an_unwritable_path_is_one_line_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    assert_one_clear_line(
        run("map", "two-islands-1956", "-o", tmp_path / "file" / "x.html"), "file"
    )
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "kept"


def test_an_atlas_cannot_be_written_into_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    assert_one_clear_line(run("atlas", tmp_path / "file"), "file")
    assert (tmp_path / "file").read_text() == "kept"


def test_a_map_is_written_as_html_only(run: Run, tmp_path: Path) -> None:
    assert_one_clear_line(run("map", "-o", tmp_path / "x.png"), ".html")


@pytest.mark.parametrize(
    "text", ["id = ", OWN.replace('"JP"', '"XX"'), OWN.replace("habomai =", "atlantis =")]
)
def test_a_broken_scenario_file_is_one_line_that_names_it(
    run: Run, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    output = tmp_path / "x.html"
    assert_one_clear_line(run("map", path, "-o", output), "broken.toml")
    assert not output.exists()


def test_a_missing_scenario_file_is_one_line_that_names_it(run: Run, tmp_path: Path) -> None:
    assert_one_clear_line(run("show", tmp_path / "none.toml"), "none.toml")


def test_a_strangers_title_drives_neither_markup_nor_terminal(run: Run, tmp_path: Path) -> None:
    path = own_file(tmp_path, r"[red]\u001b[31mtitle\u202e[/red] {{ 7*7 }}")
    status, out, _ = run("show", path)
    assert status == 0
    assert "[red][31mtitle[/red] {{ 7*7 }}" in out
    assert "[bold]no markup[/bold] :smile:" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_an_errors_text_cannot_drive_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("show", "\x1b[31mred")[2]


def test_what_hides_or_turns_text_is_left_out_and_joiners_stay(run: Run, tmp_path: Path) -> None:
    hidden = "".join(map(chr, (0xAD, 0x200B, 0x200E, 0x2066, 0xFEFF, 0xE0041)))
    _, out, _ = run("show", own_file(tmp_path, f"t{hidden}itle \u0915\u094d\u200d\u0937"))
    assert out.startswith("title \u0915\u094d\u200d\u0937\n")


def test_show_tells_of_an_own_file_what_goes_to_whom_and_how_it_is_cut(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "own.TOML"
    cut = '[[cut]]\nunit = "etorofu/etorofu"\nshare = 0.25\nholder = "JP"\nrest = "RU"\n'
    path.write_text(OWN + cut, encoding="utf-8")
    status, out, err = run("show", path)
    assert (status, err) == (0, "")
    rows = [line.split() for line in out.splitlines()]
    assert ["Shikotan", "249", "km²"] in rows
    assert ["Etorofu", "/", "Iturup", "790", "km²", "2,370", "km²"] in rows
    assert "this kit's own construction" in out
    assert "Sources" not in out


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (("map",), ("--output", "kurilmap map --help")),
        (("map", "-o"), ("-o", "requires an argument")),
        (("map", "-o", ""), ("-o '' was given", ".html")),
        (("atlas", ""), ("DIR '' was given", "name a folder")),
        (("atlas",), ("DIR", "kurilmap atlas --help")),
        (("list", "--lang", "de"), ("--lang", "'de'", "'en', 'ja', 'ru'")),
        (("list", "more"), ("more",)),
        (("list", "--nonsense"), ("--nonsense", "kurilmap list --help")),
        (("nonsense",), ("nonsense", "kurilmap --help")),
        (("show",), ("ID",)),
    ],
)
def test_wrong_usage_is_one_line_that_says_where_help_is(
    run: Run, arguments: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert_one_clear_line(run(*arguments), *parts)


def test_one_scenario_named_twice_is_refused_with_advice_for_a_shell(
    run: Run, tmp_path: Path
) -> None:
    output, own = tmp_path / "x.html", own_file(tmp_path, "Mine")
    assert_one_clear_line(run("map", own, own, "-o", output), "own.toml", "the id own", "name it")
    assert not output.exists()


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    status, out, err = run()
    assert (status, err) == (0, "")
    assert "atlas" in out


def test_map_writes_a_page_for_one_scenario_and_for_a_file(run: Run, tmp_path: Path) -> None:
    for given in ("two-islands-1956", own_file(tmp_path, "My own line")):
        output = tmp_path / "x.html"
        status, out, err = run("map", given, "-o", output)
        assert (status, err) == (0, "")
        assert "x.html" in out
        assert output.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_map_writes_the_timeline_and_no_scenario_beside_it(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "time.html"
    status, _, err = run("map", "--timeline", "--lang", "ru", "-o", output)
    assert (status, err) == (0, "")
    assert 'kurilmap.make("timeline"' in output.read_text(encoding="utf-8")
    status, _, err = run("map", "status-quo", "--timeline", "-o", output)
    assert status == 2
    assert "--timeline was given with status-quo" in err


def test_atlas_writes_index_overview_and_a_page_a_scenario(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "atlas"
    status, out, err = run("atlas", folder)
    assert (status, err) == (0, "")
    assert str(folder) in out
    pages = ("index", "overview", "timeline", "record", *scenarios())
    expected = {f"{page}.html" for page in pages}
    assert {p.name for p in folder.iterdir()} == expected


def test_record_tells_each_statement_with_its_verdict(run: Run) -> None:
    status, out, err = run("record")
    assert (status, err) == (0, "")
    assert "17,291 people" in out
    assert "Does not hold." in out


def test_record_writes_a_page(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("record", "-o", tmp_path / "record.html", "--lang", "ru")
    assert status == 0
    assert "record.html" in out
    assert '<html lang="ru">' in (tmp_path / "record.html").read_text(encoding="utf-8")


def test_a_record_is_written_to_html_alone(run: Run, tmp_path: Path) -> None:
    assert_one_clear_line(run("record", "-o", tmp_path / "record.pdf"), ".html")


@pytest.mark.parametrize(
    "arguments", [("--help",), ("list",), ("show", "two-islands-1956"), ("record",)]
)
def test_light_commands_import_neither_folium_nor_geopandas(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        f"sys.argv = ['kurilmap', *{arguments!r}]\n"
        "from kurilmap.cli import main\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code\n"
        "print(sorted({'folium', 'geopandas', 'pandas'} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == "[]\n"


def test_python_dash_m_is_the_same_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kurilmap", "list"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert "status-quo" in done.stdout


def in_a_process(*arguments: object, **given: object) -> subprocess.CompletedProcess[str]:
    """Run the command with streams of its own, as a shell does."""
    environment = {**os.environ, "PYTHONIOENCODING": str(given.pop("encoding", "utf-8"))}
    return subprocess.run(
        [sys.executable, "-m", "kurilmap", *map(str, arguments)],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        env=environment,
        check=False,
        **given,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_letters_that_an_encoding_lacks_come_out_as_escapes(tmp_path: Path, encoding: str) -> None:
    given = {"encoding": encoding, "stdout": subprocess.PIPE}
    listed = in_a_process("list", "--lang", "ja", **given)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert "\\u65e5\\u4ed8" in listed.stdout
    path = tmp_path / "日本.html"
    written = in_a_process("map", "status-quo", "-o", path, **given)
    assert (written.returncode, written.stderr) == (0, "")
    assert path.exists()


@pytest.mark.parametrize("arguments", [("list",), ("--version",), ("--help",)])
def test_a_full_disk_behind_the_output_is_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = in_a_process(*arguments, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "kurilmap: Cannot write the output: No space left on device.\n"


def test_a_reader_who_has_read_enough_is_left_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as pipe:
        done = in_a_process("list", stdout=pipe)
    assert (done.returncode, done.stderr) == (1, "")


def test_an_interrupt_is_quiet_and_tells_its_status(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["kurilmap.scenarios"], "scenarios", interrupted)
    assert run("list") == (130, "", "")


_TEXTS = [*HOSTILE.values(), "\x1b]0;owned\x07\x9b31m\x08\x85\u2066x"]


def drives(text: str) -> bool:
    """Whether a text holds what a terminal would obey, or what turns or hides letters."""
    told = text.replace("\n", "")
    return any(unicodedata.category(char) in ("Cc", "Cf") for char in told)


@pytest.mark.parametrize("number", range(len(_TEXTS)))
def test_hostile_text_drives_no_terminal_in_any_command(
    run: Run, tmp_path: Path, number: int
) -> None:
    text, lang = _TEXTS[number], ("en", "ja", "ru")[number % 3]
    own = tmp_path / "own.toml"
    scenario("status-quo").named("own", text).to_toml(own)
    for command in (("show", own), ("compare", own, "status-quo", "--measures", "land share")):
        status, out, err = run(*command, "--lang", lang)
        assert (status, err) == (0, "")
        assert not drives(out)
    for command in (("show", f"{text}.toml"), ("show", text), ("map", "-o", f"{text}/x.html")):
        status, out, err = run(*command)
        assert (status, out) == (2, "")
        assert not drives(err)
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    "id_",
    [
        "../x",
        "/etc/x",
        "a/b",
        "a\\b",
        "..",
        ".x",
        "x.html",
        "con:",
        "A",
        "x\n",
        "x\0",
        "日",
        "a b",
        "=x",
    ],
)
def test_an_id_that_could_lead_a_file_elsewhere_is_refused(tmp_path: Path, id_: str) -> None:
    toml = tmp_path / "x.toml"
    scenario("status-quo").named("own").to_toml(toml)
    text = toml.read_text(encoding="utf-8").replace('"own"', json.dumps(id_), 1)
    toml.write_text(text, encoding="utf-8")
    drawn = {"type": "LineString", "coordinates": [[147, 45.3], [148, 44.6]]}
    for door in (
        lambda: Scenario.from_toml(toml),
        lambda: Scenario.from_geojson({**drawn, "kurilmap": {"id": id_}}),
        lambda: Scenario.from_geojson(drawn, id=id_),
        lambda: scenario("status-quo").named(id_),
    ):
        with pytest.raises(ScenarioError, match="small letters, digits and hyphens"):
            door()
