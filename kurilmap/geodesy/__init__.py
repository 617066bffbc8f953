"""Area, length and cuts of land on the ellipsoid: pure functions on shapely geometry."""

from kurilmap.geodesy.compass import SIDES
from kurilmap.geodesy.cut import Cut, cut
from kurilmap.geodesy.frame import Frame
from kurilmap.geodesy.measure import area, densify, length, round_area

__all__ = ["SIDES", "Cut", "Frame", "area", "cut", "densify", "length", "round_area"]
