"""The wide tables of a comparison: a column a scenario, a row a measure and holder."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from kurilmap import measures as m
from kurilmap import telling
from kurilmap.measures.registry import Published, Wanted
from kurilmap.scenarios import Scenario
from kurilmap.words import say

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler
    from pandas.io.formats.style_render import CSSDict

_STYLES: "list[CSSDict]" = [
    {"selector": "", "props": "border-collapse:collapse;font-variant-numeric:tabular-nums"},
    {
        "selector": "caption",
        "props": "caption-side:top;text-align:left;font-weight:600;padding:6px 0",
    },
    {
        "selector": "th, td",
        "props": "padding:3px 10px;border-bottom:1px solid #d5dce0;vertical-align:top",
    },
    {"selector": "th", "props": "text-align:left;font-weight:500"},
    {
        "selector": "th.col_heading",
        "props": "max-width:13em;white-space:normal;overflow-wrap:anywhere",
    },
]


def wide_html(
    scenarios: Sequence[Scenario],
    measures: Sequence[Wanted],
    gather: Mapping[str, Published],
    lang: str,
) -> str:
    """Return both tables: what is computed, and apart from it what is published.

    Parameters
    ----------
    scenarios : sequence of Scenario
    measures : sequence of Wanted
    gather : mapping of str to callable
    lang : {"en", "ja", "ru"}

    Returns
    -------
    str
        All text is escaped.
    """
    parts = []
    if measures:
        rows = m.computed_rows(scenarios, measures, lang)
        parts += [
            _styled(scenarios, rows, say("compare.computed", lang), lang, "right").to_html(),
            _note(say("compare.computed-note", lang)),
        ]
    if gather:
        rows = m.published_rows(scenarios, gather, lang)
        cited = m.published_table(scenarios, gather)["source"].drop_duplicates()
        listed = telling.sources(sorted(cited), lang).values()
        told = "; ".join(f"{one['title']} ({one['by']}; {one['read']})" for one in listed)
        parts += [
            _styled(scenarios, rows, say("compare.published", lang), lang, "left").to_html(),
            _note(f"{say('compare.published-note', lang)} {say('panel.sources', lang)}: {told}."),
        ]
    return f'<div lang="{lang}" style="overflow-x:auto">{"".join(parts)}</div>'


def _styled(
    scenarios: Sequence[Scenario], rows: Sequence[m.Row], caption: str, lang: str, align: str
) -> "Styler":
    import pandas as pd

    titles = {one.id: escape(one.title[lang]) for one in scenarios}
    heads = ["compare.measure", "compare.holder"]
    index = pd.MultiIndex.from_tuples(
        [(row.measure, row.holder) for row in rows], names=[say(head, lang) for head in heads]
    )
    frame = pd.DataFrame([row.cells for row in rows], index=index, columns=list(titles))
    # Its ids would otherwise differ each time that a notebook runs.
    styler = frame.style.set_uuid(f"km-{lang}-{len(rows)}-{len(titles)}")
    return (
        styler.format(escape="html")
        .format_index(escape="html", axis=0)
        .format_index(lambda id_: titles[str(id_)], axis=1)
        .set_caption(escape(caption))
        .set_table_styles(
            [*_STYLES, {"selector": "td", "props": f"text-align:{align};max-width:17em"}]
        )
    )


def _note(text: str) -> str:
    return f'<p style="max-width:60em;color:#55636b;font-size:90%">{escape(text)}</p>'
