"""What each party claims: a hatch over no fill, the line it draws, its argument."""

from dataclasses import asdict
from typing import Any

from kurilmap import geodata, telling
from kurilmap.errors import MapError
from kurilmap.layers import look
from kurilmap.layers.base import InertLayer
from kurilmap.layers.lines import legend_item, line_data
from kurilmap.layers.tongues import spoken
from kurilmap.words import pick, say


@spoken
def claim(party: str, partition: InertLayer, lang: str = "en", *, show: bool = True) -> InertLayer:
    """Return one party's claim over a partition's outlines.

    Parameters
    ----------
    party : {"JP", "RU"}
    partition : InertLayer
        The layer whose outlines are hatched; it stays the only copy of the geometry.
    lang : {"en", "ja", "ru"}, default "en"
    show : bool, default True

    Returns
    -------
    InertLayer

    Raises
    ------
    kurilmap.errors.MapError
        For another party.
    """
    claims = {row["party"]: row for row in geodata.records("claims.toml")["claim"]}
    if party not in claims:
        raise MapError(f"claim({party!r}, …) was asked for; allowed are {', '.join(claims)}.")
    row = claims[party]
    name = say(f"layer.claim-{party}", lang)
    data = line_data((row["line"],), lang)
    cited = telling.sources([*row["sources"], *data["sources"]], lang)
    argument = [pick(row["title"], lang), pick(row["argument"], lang)]
    for line in data["lines"]:
        line["card"]["text"] = [argument[1], *line["card"]["text"]]
        line["card"]["sources"] = list(cited)
    data |= {
        "party": party,
        "sources": cited,
        "looks": {holder: asdict(style) for holder, style in look.HOLDERS.items()},
    }
    legend: list[dict[str, Any]] = [
        {"fill": f"url(#km-claim-{party})", "label": name, "hatch": True},
        *(legend_item(line) for line in data["lines"]),
    ]
    about = {"text": argument, "sources": list(cited), "legend": legend, "claim": party}
    return InertLayer("claim", data, name, show=show, needs=[partition], about=about)
