import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurilmap.scenarios.lines import Layout

TEXT = (
    """\
id = "x" # [not.a.table]

title = { en = "[cut]", "ja" = "b" }
by.en = '''
kind = "this is text"
""\"'''
[holders] # habomai
habomai = "JP"
"habomai/suisho" = "RU"
[[cut]]
line = [
  [147, 45], # share = 1
  [148, 44],
]
side = "north"
[[ cut ]]
note = """
    '"""a ""b"""""'
    """
share = 0.1"""
)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 1),
        (("title",), 3),
        (("title", "en"), 3),
        (("by", "en"), 4),
        (("by",), 4),
        (("kind",), None),
        (("holders",), 7),
        (("holders", "habomai"), 8),
        (("holders", "habomai/suisho"), 9),
        (("holders", "etorofu"), 7),
        (("cut",), 10),
        (("cut", 0), 10),
        (("cut", 0, "line", 1, 0), 11),
        (("cut", 0, "side"), 15),
        (("cut", 0, "share"), 10),
        (("cut", 1), 16),
        (("cut", 1, "note"), 17),
        (("cut", 1, "share"), 18),
        (("not",), None),
    ],
)
def test_a_key_is_found_on_its_line_or_with_the_table_around_it(path, line):
    assert Layout(TEXT).line_of(path) == line


def test_what_a_scenario_needs_is_not_too_deep():
    assert Layout("a.b.c = [{ d = [[1.5, 2.5]] }]\n[e.f]\ng.h = 1979-05-27").too_deep is None


@pytest.mark.parametrize("deep", ["a." * 8 + "a = 1", "a = " + "[" * 9, "a = { b." * 9])
def test_what_nests_too_deep_is_told_with_its_line(deep):
    assert Layout(f"x = 1\n\n{deep}").too_deep[1] == 3


@given(st.text(st.sampled_from("ab.=[]{},#\"'\\\n \r1é")))
def test_any_text_at_all_is_looked_through(text):
    Layout(text)


def test_a_table_within_an_array_belongs_to_its_last_entry():
    text = '[[right]]\n[right.text]\nen = "a"\n[[right]]\nwhat = "port"\n[right.text]\nen = "b"'
    layout = Layout(text)
    assert layout.line_of(("right", 0, "text", "en")) == 3
    assert layout.line_of(("right", 1, "text")) == 6
    assert layout.line_of(("right", 1, "text", "en")) == 7
