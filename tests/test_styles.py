"""Each style sheet of ours is read by a parser of CSS without a fault, and asks for nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2
from tinycss2.ast import Declaration, Node, ParseError, URLToken

import kurilmap

PACKAGE = Path(kurilmap.__file__).parent
SHEETS = sorted(PACKAGE.rglob("*.css"))
EACH = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


def rules(nodes: list[Node]) -> Iterator[Node]:
    """Return the rules of a sheet, and those that stand in a rule with a condition."""
    for node in nodes:
        yield node
        if (
            node.type == "at-rule"
            and node.content
            and node.lower_at_keyword in {"media", "supports"}
        ):
            yield from rules(tinycss2.parse_rule_list(node.content, True, True))


def parts(nodes: list[Node]) -> Iterator[Node]:
    """Return each token, and those within brackets and functions."""
    for node in nodes:
        yield node
        yield from parts(getattr(node, "content", None) or getattr(node, "arguments", None) or [])


def declarations(sheet: Path) -> list[Declaration]:
    """Return what the rules of a sheet set."""
    read = tinycss2.parse_stylesheet(sheet.read_text("utf-8"), True, True)
    found = []
    for rule in rules(read):
        assert rule.type in {"qualified-rule", "at-rule"}, (rule.source_line, rule)
        if rule.type == "qualified-rule":
            assert rule.prelude, rule.source_line
            found += tinycss2.parse_declaration_list(rule.content, True, True)
    return found


def test_the_package_has_style_sheets():
    assert {"kurilmap.css", "index.css", "record.css"} <= {sheet.name for sheet in SHEETS}


@EACH
def test_a_sheet_is_read_without_a_fault(sheet):
    faults = [(one.source_line, one) for one in declarations(sheet) if isinstance(one, ParseError)]
    assert faults == []


# What folium and the frame around a map write inline cannot be overruled otherwise.
SIZES_ON_PAPER = {"print.css": {"width", "height"}}


@EACH
def test_no_rule_overrules_all_others(sheet):
    overruling = {one.name for one in declarations(sheet) if one.important}
    assert overruling == SIZES_ON_PAPER.get(sheet.name, set())


@EACH
def test_a_sheet_names_no_file_and_no_address(sheet):
    read = tinycss2.parse_component_value_list(sheet.read_text("utf-8"), True)
    named = [
        one
        for one in parts(read)
        # A pattern of the page itself is no address; a quoted one would be a function.
        if (isinstance(one, URLToken) and not one.value.startswith("#"))
        or (one.type == "function" and one.lower_name == "url")
    ]
    assert named == []
    assert "@import" not in sheet.read_text("utf-8")
