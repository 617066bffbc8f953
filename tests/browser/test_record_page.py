"""The record's page, opened from its file in a browser without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

import kurilmap as km
from kurilmap.record import checked
from kurilmap.words import LANGS, say
from tests.conftest import Opener


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", LANGS)
def test_every_statement_stands_with_its_verdict(
    tmp_path: Path, open_page: Opener, lang: str, width: int
) -> None:
    page = open_page(km.save_record(tmp_path / "record.html", lang), width=width)
    expect(page.locator("html")).to_have_attribute("lang", lang)
    for one in checked(lang):
        row = page.locator(f"tr[id='{one.id}-{lang}']")
        expect(row).to_contain_text(one.statement)
        if one.kind == "statement":
            expect(row).to_contain_text(one.told)
            expect(row.locator("strong")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_a_screen_reader_meets_tables_with_heads_at_any_width(
    open_page: Opener, width: int
) -> None:
    page = open_page(km.save_record(), width=width)
    expect(page.get_by_role("table")).to_have_count(2)
    statements = page.get_by_role("table", name="Statements")
    heads = statements.get_by_role("columnheader")
    expect(heads).to_have_text(["Statement", "Figure", "Verdict"])
    rows = [one for one in checked("en") if one.kind == "statement"]
    expect(statements.get_by_role("rowheader")).to_have_count(len(rows))
    expect(statements.get_by_role("cell")).to_have_count(2 * len(rows))


def test_each_number_leads_to_its_source(open_page: Opener) -> None:
    page = open_page(km.save_record())
    links = page.locator(".in-en .cite a").evaluate_all(
        "(all) => all.map((a) => a.getAttribute('href'))"
    )
    assert links
    for link in set(links):
        expect(page.locator(link)).to_have_count(1)
    cited = {key for one in checked("en") for key in (*one.articles, *one.sources)}
    expect(page.locator(".in-en ol > li")).to_have_count(len(cited))


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_to_a_statement_opens_its_language(
    tmp_path: Path, open_page: Opener, lang: str
) -> None:
    saved = km.save_record(tmp_path / "record.html")
    page = open_page(saved)
    page.goto(f"{Path(saved).as_uri()}#chain-length-{lang}")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.locator(f"#chain-length-{lang}")).to_be_in_viewport()
    expect(page).to_have_title(say("record.title", lang))


def test_no_id_stands_twice(open_page: Opener) -> None:
    page = open_page(km.save_record())
    ids = page.locator("[id]").evaluate_all("(all) => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_how_a_figure_was_found_folds_out(open_page: Opener) -> None:
    page = open_page(km.save_record())
    row = page.locator("tr#chain-length-en")
    method = row.get_by_text("Geodesic from the southernmost point")
    expect(method).to_be_hidden()
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(method).to_be_visible()


def test_russian_pages_link_no_source_whose_owner_is_banned_in_russia(open_page: Opener) -> None:
    page = open_page(km.save_record(lang="ru"))
    russian = page.locator("main > .in-ru")
    expect(russian).to_be_visible()
    expect(russian.locator("a[href*='hoppou.go.jp']")).to_have_count(0)
    expect(russian.locator("ol")).to_contain_text("北方領土問題対策協会")


def test_a_refused_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(km.WriteError, match="does not exist"):
        km.save_record(tmp_path / "no" / "record.html")
