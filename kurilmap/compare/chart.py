"""A chart of shares: one bar a scenario, filled and hatched as on the map."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from kurilmap import telling
from kurilmap.errors import MissingExtra
from kurilmap.layers.look import HOLDERS, ISLAND_SHORE
from kurilmap.printed.fonts import drawable, families
from kurilmap.scenarios import Scenario
from kurilmap.words import parties, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_HATCH = {"forward": "///", "backward": "\\\\\\", "cross": "xxx", "none": ""}
# A label needs this much of the bar to stand in it.
_ROOM = 0.06
_LINE = {"en": 34, "ja": 20, "ru": 34}


def share_chart(scenarios: Sequence[Scenario], lang: str) -> "Figure":
    """Return the chart of each holder's share of the land.

    Parameters
    ----------
    scenarios : sequence of Scenario
    lang : {"en", "ja", "ru"}

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    kurilmap.errors.MissingExtra
        If matplotlib is not installed, or no font draws the language.
    """
    try:
        from matplotlib import rc_context

        from kurilmap.compare.picture import Picture
    except ImportError as error:
        raise MissingExtra(
            "A chart needs matplotlib, which is not installed; install it, or all that notebooks "
            "use: pip install 'kurilmap[notebook]'."
        ) from error

    words = [say(f"holder.{holder}", lang) for holder in parties(lang)]
    words += [say("compare.chart", lang), say("panel.rounding", lang), "0123456789.,%"]
    titles = [one.title[lang] for one in scenarios]
    with rc_context({"font.family": families("".join(words), "".join(titles), lang)}):
        titles = [_wrapped(drawable(title), lang) for title in titles]
        lines = sum(max(2, title.count("\n") + 1) for title in titles)
        figure = Picture(figsize=(9, 1.7 + 0.24 * lines), layout="constrained", facecolor="white")
        axes = figure.add_subplot()
        _bars(axes, scenarios, titles, lang)
        note = "\n".join(wrap(say("panel.rounding", lang), 4 * _LINE[lang]))
        figure.supxlabel(note, x=0.02, ha="left", fontsize=7.5, color="#55636b")
        # Text is laid out when it is drawn: with these fonts, whatever is set by then.
        figure.keep_fonts()
    return figure


def _bars(axes: "Axes", scenarios: Sequence[Scenario], titles: list[str], lang: str) -> None:
    places = range(len(scenarios))
    left = [0.0] * len(scenarios)
    for holder in parties(lang):
        shares = [_share(one, holder) for one in scenarios]
        if not any(shares):
            continue
        style = HOLDERS[holder]
        bars = axes.barh(
            places,
            shares,
            left=left,
            height=0.62,
            color=style.fill,
            hatch=_HATCH[style.hatch],
            edgecolor="white",
            linewidth=0,
            label=say(f"holder.{holder}", lang),
        )
        # The outline is apart: a patch has one colour for its edge and its hatch.
        axes.barh(
            places, shares, left=left, height=0.62, fill=False, edgecolor=ISLAND_SHORE, linewidth=1
        )
        texts = [telling.share(share, lang) if share >= _ROOM else "" for share in shares]
        axes.bar_label(
            bars,
            texts,
            label_type="center",
            fontsize=9,
            color="#1f2a30",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
        )
        left = [start + share for start, share in zip(left, shares, strict=True)]
    axes.set_yticks(places, titles, fontsize=9)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axes.set_xticks(ticks, [telling.share(t, lang) if t == 1 else _whole(t, lang) for t in ticks])
    axes.tick_params(length=0)
    axes.spines[["top", "right", "left", "bottom"]].set_visible(False)
    axes.axvline(0.5, color="#55636b", linewidth=0.8, linestyle=(0, (4, 3)), zorder=2)
    axes.set_title(say("compare.chart", lang), loc="left", fontsize=12, pad=30)
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=3, frameon=False, fontsize=9, borderpad=0
    )


def _share(one: Scenario, holder: str) -> float:
    areas = one.shares()
    return areas.get(holder, 0.0) / sum(areas.values())


def _whole(part: float, lang: str) -> str:
    return telling.share(part, lang).replace(".0", "").replace(",0", "")


def _wrapped(title: str, lang: str) -> str:
    # Japanese has no spaces: a bracket is the best place for a new line.
    parts = title.replace("（", "\n（").split("\n") if len(title) > _LINE[lang] else [title]
    return "\n".join(line for part in parts for line in wrap(part, _LINE[lang])) or title
