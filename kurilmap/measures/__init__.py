"""What a scenario comes to in numbers: each measure a plain function, and tables of several.

Computed and published figures never share a column: :data:`MEASURES` are worked out from the
outlines, :data:`PUBLISHED` are as their sources print them, with year and source.
"""

from kurilmap.measures.changes import difference
from kurilmap.measures.cuts import sweep
from kurilmap.measures.figures import (
    highest_point,
    population_in_1945,
    population_of_settlements,
    population_of_units,
)
from kurilmap.measures.land import holders, islands, islands_in_part, land_area, land_share
from kurilmap.measures.places import (
    settlements,
    strait_shores,
    straits_with_both_shores,
    straits_with_one_shore,
)
from kurilmap.measures.registry import (
    MEASURES,
    PUBLISHED,
    Computed,
    Figure,
    Published,
    Wanted,
    measure,
    published,
    wanted,
)
from kurilmap.measures.sea import change_of_eez, change_of_territorial_sea, sea_boundary
from kurilmap.measures.shores import coastline, coastline_scale, land_boundary
from kurilmap.measures.tables import computed_table, published_table
from kurilmap.measures.told import Row, computed_rows, published_rows

__all__ = [
    "MEASURES",
    "PUBLISHED",
    "Computed",
    "Figure",
    "Published",
    "Row",
    "Wanted",
    "change_of_eez",
    "change_of_territorial_sea",
    "coastline",
    "coastline_scale",
    "computed_rows",
    "computed_table",
    "difference",
    "highest_point",
    "holders",
    "islands",
    "islands_in_part",
    "land_area",
    "land_boundary",
    "land_share",
    "measure",
    "population_in_1945",
    "population_of_settlements",
    "population_of_units",
    "published",
    "published_rows",
    "published_table",
    "sea_boundary",
    "settlements",
    "strait_shores",
    "straits_with_both_shores",
    "straits_with_one_shore",
    "sweep",
    "wanted",
]
