"""The sides that a cut can be counted from: names alone, which import nothing."""

SIDES = (
    "north",
    "northeast",
    "east",
    "southeast",
    "south",
    "southwest",
    "west",
    "northwest",
)
"""The eight compass words, clockwise."""
