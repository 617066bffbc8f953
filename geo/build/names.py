"""Which outline bears which published name, by place.

Pairings of Japanese and Russian names: Brazhnik and Ponomarev (see geo/README.md). An outline
that no source ties to a name stays nameless. A name's box holds its outline's inner point; of
several outlines in the box the largest bear the name (rocks lie round most islets).
"""

from __future__ import annotations

from dataclasses import dataclass

GROUPS = {
    "habomai": (145.84, 43.30, 146.60, 43.69),
    "shikotan": (146.55, 43.68, 146.98, 43.92),
    "kunashiri": (145.38, 43.62, 146.62, 44.56),
    "etorofu": (146.80, 44.40, 148.95, 45.60),
}


@dataclass(frozen=True)
class Name:
    """A published name in three languages, and where its outlines lie."""

    unit: str
    en: str
    ja: str | None
    ru: str
    box: tuple[float, float, float, float]
    outlines: int = 1
    feature: str = "island"


NAMES = (
    Name("habomai/shibotsu", "Shibotsu / Zelyonyy", "志発島", "Зелёный",
         (146.06, 43.46, 146.20, 43.55)),
    Name("habomai/suisho", "Suisho / Tanfilyeva", "水晶島", "Танфильева",
         (145.86, 43.42, 145.96, 43.46)),
    Name("habomai/taraku", "Polonskogo / Taraku", "多楽島", "Полонского",
         (146.27, 43.62, 146.36, 43.65)),
    Name("habomai/yuri", "Yuri / Yuriy", "勇留島", "Юрий", (146.02, 43.40, 146.11, 43.45)),
    Name("habomai/akiyuri", "Akiyuri / Anuchina", "秋勇留島", "Анучина",
         (145.99, 43.36, 146.02, 43.38)),
    Name("habomai/harukari", "Dyomina / Harukari", "春苅島", "Дёмина",
         (146.145, 43.405, 146.166, 43.420), outlines=2),
    Name("habomai/moemoshiri", "Moemoshiri / Storozhevoy", "萌茂尻島", "Сторожевой",
         (145.885, 43.380, 145.897, 43.387)),
    Name("habomai/todo", "Oskolki / Todo", "海馬島", "Осколки",
         (146.39, 43.56, 146.45, 43.61), outlines=16),
    Name("habomai/odoke", "Odoke / Rifovyy", "オドケ島", "Рифовый",
         (145.870, 43.387, 145.880, 43.393)),
    Name("habomai/kaigara", "Kaigara / Signalnyy", "貝殻島", "Сигнальный",
         (145.855, 43.394, 145.861, 43.399), feature="low-tide elevation"),
    Name("shikotan/shikotan", "Shikotan", "色丹島", "Шикотан", GROUPS["shikotan"]),
    Name("shikotan/griga", "Griga / Oshima", "大島", "Грига",
         (146.78, 43.74, 146.81, 43.765)),
    Name("shikotan/ayvazovskogo", "Ayvazovskogo", None, "Айвазовского",
         (146.68, 43.72, 146.71, 43.735)),
    Name("kunashiri/kunashiri", "Kunashir / Kunashiri", "国後島", "Кунашир",
         GROUPS["kunashiri"]),
    Name("etorofu/etorofu", "Etorofu / Iturup", "択捉島", "Итуруп", GROUPS["etorofu"]),
)  # fmt: skip
