"""Every figure in the texts of the record: the row's own, one that the kit uses, or a source's.

As tests/scenarios/test_figures.py does for the catalogue. A figure is any number that is not part
of a date; the numbers of articles, directives and parallels are names, and no figures.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from kurilmap.geodata import island_shapes, records
from kurilmap.geodesy import area
from kurilmap.geodesy.sight import REFRACTION
from kurilmap.record import sight
from kurilmap.record.distances import LARGE_KM2
from kurilmap.record.measured import SQUARE_MILE_KM2
from kurilmap.words import LANGS
from tests.scenarios.test_figures import Quoted, without_dates

# Article, treaty, directive and gathering by its number; parallels, decades and islands counted in
# words in one language and in digits in another ("eighteen", "18").
NAMES = re.compile(
    r"""
    SCAPIN-\d+(/\d+)? | S-300V4 | С-300В4 | G8 | WGS\s?84 | アイヌモシリ2008 | 1790 | 1799
    | ([Aa]rticles? | [Сс]тать[яеи] | [Пп]ункту?)\s\d+(\.\d+)?(\s?\([c2]\))?
    | 第\d+(号 | 条(\(c\))? | 款 | 項) | (北緯)?50度 | 18島 | 19世紀 | 4分の1 | 1平方マイル | 1週間
    """,
    re.VERBOSE,
)
# "3 to 5 September": one date for the two.
DAYS = re.compile(r"\d{1,2}(?: to |–)(\d{1,2} (?:September|сентября))|(9月3日)から5日")
FIGURES: dict[str, dict[str, Quoted]] = {
    "kunashiri-menashi-1789": {"71": Quoted("nemuro-1789"), "37": Quoted("nemuro-1789")},
    "kuril-ainu-1884": {
        "97": Quoted("hakodate-2015-kuril-ainu"),
        **dict.fromkeys(("94", "96", "62", "63"), Quoted("torii-1903")),
    },
    "zones-1977": {"200": Quoted("ussr-1977-zone")},
    "yachi-2009": {"3.5": Quoted("kyodo-2009")},
    "ainu-2017": {"217": Quoted("nikkei-2017-ainu")},
}
TOLD = ("event", "state", "claim", "parting", "view", "voice", "proposal")


def texts(node: Any, lang: str) -> Iterator[str]:
    """Give every text of a row in one language, however deep it stands."""
    if hasattr(node, "items"):
        if set(node) == set(LANGS):
            yield node[lang]
        else:
            for part in node.values():
                yield from texts(part, lang)
    elif isinstance(node, list | tuple):
        for part in node:
            yield from texts(part, lang)


def _one_day(found: re.Match[str]) -> str:
    return found[1] or found[2]


def numbers(row: Any, lang: str) -> set[Decimal]:
    found = set()
    for text in texts(row, lang):
        bare = without_dates(NAMES.sub(" ", DAYS.sub(_one_day, text)), lang)
        for number in re.findall(r"\d+(?:[.,\u00a0 ]\d+)*", bare):
            plain = re.sub(
                r"[\u00a0 ]|(?<=[1-9]),(?=\d{3}(?!\d))|(?<=\d0),(?=\d{3}(?!\d))", "", number
            )
            found.add(Decimal(plain.replace(",", ".")))
    return found


def rows() -> list[Any]:
    return [
        pytest.param(row, lang, id=f"{row.get('id', kind)}-{lang}")
        for kind in TOLD
        for row in records(f"{kind}s.toml")[kind]
        for lang in LANGS
    ]


@pytest.mark.parametrize(("row", "lang"), rows())
def test_every_figure_of_the_history_is_quoted_in_each_language(row, lang):
    known = FIGURES.get(row.get("id"), {})
    if lang == "ru" and row.get("id") == "yachi-2009":
        known = {}  # three and a half, in words
    assert numbers(row, lang) == {Decimal(figure) for figure in known}
    assert {figure.source for figure in known.values()} <= set(row["sources"])


def own(row: Any) -> set[float]:
    """Return what a statement's texts may tell: its data, and what its function reckons with."""
    stated = row.get("stated", ())
    stated = set(stated if isinstance(stated, tuple) else (stated,))
    known: dict[str, set[float]] = {
        "total-area": {0.5},  # tests/geo/test_outlines.py
        "square-miles": {round(SQUARE_MILE_KM2, 6)},
        # Britannica Japan's and the Russian encyclopedia's, and the smallest island that counts.
        "chain-length": {1200, 1175, LARGE_KM2},
        "visible": {1772, 1822, sight.EYE_M, REFRACTION},
        "delaware": {round(value) for value in stated} | {100 * row.get("tolerance", 0)},
        "lebanon": {2 * value for value in stated},
        "four-in-all": {0.001},
    }
    return stated | known.get(row["id"], set())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("row", records("statements.toml")["statement"], ids=lambda row: row["id"])
def test_a_statement_tells_its_own_figures_and_the_same_in_each_language(row, lang):
    told = numbers(row, lang)
    assert {float(number) for number in told} <= own(row)
    # In Russian 1822 m and 2000 square miles, without a comma, look like years.
    if (row["id"], lang) not in {("visible", "ru"), ("square-miles", "ru")}:
        assert told == numbers(row, "en")


def test_no_outline_of_land_is_smaller_than_the_statement_on_four_islands_says():
    assert min(area(i.geometry) for i in island_shapes() if i.is_land) >= 0.001e6
