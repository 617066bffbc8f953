"""What ``geo/`` holds, read and checked: outlines, coast, places, lines, record."""

from kurilmap.geodata.entries import Entry, entries
from kurilmap.geodata.islands import (
    GROUP_NAMES,
    LOW_TIDE,
    UNITS,
    Island,
    island_shapes,
    islands,
)
from kurilmap.geodata.records import features, records, source_table
from kurilmap.geodata.search import find, found
from kurilmap.geodata.store import data_dir, names, notebooks_dir, read_text
from kurilmap.geodata.tables import (
    claims,
    coast,
    events,
    figures,
    lines,
    places,
    proposals,
    sources,
    straits,
)

__all__ = [
    "GROUP_NAMES",
    "LOW_TIDE",
    "UNITS",
    "Entry",
    "Island",
    "claims",
    "coast",
    "data_dir",
    "entries",
    "events",
    "features",
    "figures",
    "find",
    "found",
    "island_shapes",
    "islands",
    "lines",
    "names",
    "notebooks_dir",
    "places",
    "proposals",
    "read_text",
    "records",
    "source_table",
    "sources",
    "straits",
]
