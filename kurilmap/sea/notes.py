"""What has to stand beside the numbers, in English."""

from collections.abc import Mapping
from types import MappingProxyType


def notes(kaigara: bool) -> Mapping[str, str]:
    """Return the notes by subject.

    Parameters
    ----------
    kaigara : bool

    Returns
    -------
    mapping of str to str
    """
    return MappingProxyType(
        {
            "method": (
                "Unadjusted equidistance: each place belongs to the holder of the nearest land, "
                "all land counted. Voronoi's cells of points of the coast give the first guess; "
                "every vertex is then moved till its geodesic distances agree, places with three "
                "feet are solved as such, and edges are divided until their middles hold too. A "
                "provisional line from coastlines: an agreed or adjudicated one may differ."
            ),
            "window": (
                "139.5-154 E, 40-50 N, without the corner south of 40.25 N and west of 143 E. "
                "Areas are areas inside it, or changes. It holds all waters that any scenario can "
                "give to another holder; land beyond the coast data (138-158 E, 40-53 N) changes "
                "no holder and no zone in it."
            ),
            "baseline": (
                "The coast in geo/ (OpenStreetMap, meant as mean high water, no tide datum). "
                "Straight baselines that the states declare, such as those of a Soviet decree of "
                "7 February 1984 for Iturup, Kunashir and Shikotan, are not used."
            ),
            "land": (
                "Hokkaido and Honshu as Japan's; Sakhalin, the Kuril Islands from Urup north, "
                "Kamchatka and the mainland as administered, that is Russia's."
            ),
            "narrows": (
                "Territorial sea of 12 M; but 3 M for Japan in Soya / La Perouse and Tsugaru, as "
                "its law has it. A Cabinet Order draws where that holds; here it is where the "
                "ways to both shores add up to 30 M or less, a construction of this kit."
            ),
            "joint": "Where joint land is nearest the zone is joint: a construction of this kit.",
            "third states": "No third state lies within reach of the waters that change.",
            "kaigara": (
                "Kaigara / Signalnyy, a low-tide elevation, is measured from and follows the "
                "holder of Habomai."
                if kaigara
                else "Kaigara / Signalnyy, a low-tide elevation, is not measured from."
            ),
        }
    )
