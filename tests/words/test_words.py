"""Every word stands in every language, and each translation is one."""

import re
import string
from datetime import date

import pytest

from kurilmap.errors import UnknownWord
from kurilmap.words import LANGS, day, number, parties, say, wordlist

# The same in every language: symbols, and names that are written in Latin letters by intent.
_LATIN = re.compile(
    r"OpenStreetMap|GSI|contributors|Open Database License|ODbL|WGS84|kurilmap(?: map)?|km²?"
    r"|\bm\b|\{\w+\}"
    # Names of keys, of a format, and of what a reader types.
    r"|\bEnter|\bBackspace|\bEscape|GeoJSON|Scenario\.from_\w+\(\)"
)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("lang", LANGS)
def test_no_key_is_missing_in_any_language(lang):
    assert set(wordlist(lang)) == set(wordlist("en"))


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_is_empty(lang):
    assert [key for key, text in wordlist(lang).items() if not text.strip()] == []


@pytest.mark.parametrize("lang", ["ja", "ru"])
def test_each_sentence_keeps_the_places_that_are_filled_in(lang):
    english = wordlist("en")
    differing = [k for k, t in wordlist(lang).items() if _fields(t) != _fields(english[k])]
    assert differing == []


@pytest.mark.parametrize("lang", ["ja", "ru"])
def test_no_english_is_left_in_a_translation(lang):
    left = {
        key: text
        for key, text in wordlist(lang).items()
        if re.search(r"[A-Za-z]", _LATIN.sub("", text))
    }
    assert left == {}


def test_parties_stand_in_the_alphabetical_order_of_the_language():
    # Japanese sorts by sound: ニホン before ロシア.
    assert [say(f"holder.{p}", "en") for p in parties("en")[:2]] == ["Japan", "Russia"]
    assert [say(f"holder.{p}", "ja") for p in parties("ja")[:2]] == ["日本", "ロシア"]
    assert [say(f"holder.{p}", "ru") for p in parties("ru")[:2]] == ["Россия", "Япония"]


def test_numbers_follow_the_language():
    assert number(1489.27, "en", 2) == "1,489.27"
    assert number(1489.27, "ru", 2) == "1\u00a0489,27"
    assert number(3166.64, "ja", -1) == "3,170"


def test_dates_follow_the_language():
    when = date(1855, 2, 7)
    assert [day(when, lang) for lang in LANGS] == [
        "7 February 1855",
        "1855年2月7日",
        "7 февраля 1855 г.",
    ]


def test_an_unknown_language_says_which_are_known():
    with pytest.raises(UnknownWord, match="lang='fr' was given; allowed are 'en', 'ja' and 'ru'"):
        say("holder.JP", "fr")


def test_an_unknown_key_is_named():
    with pytest.raises(UnknownWord, match=r"'holder\.nobody'"):
        say("holder.nobody", "en")


def test_what_is_filled_in_is_text_and_no_template():
    told = say("panel.sentence", "en", verb="{area.__class__}", area="{0}", share="%s")
    assert told == "{area.__class__}: {0}, %s"
