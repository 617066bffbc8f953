"""How data is told in one language: names, figures, sources, and what a scenario says.

Nothing here draws: pages, pictures and the command line tell the same things in the same words.
"""

from kurilmap.telling.figures import area, published, published_area, share
from kurilmap.telling.names import by_lang, feature_names, names, unit_name, unit_names
from kurilmap.telling.outlines import SOURCE, about_outlines, outline_source
from kurilmap.telling.proposals import proposals
from kurilmap.telling.rights import key, label, rights, verb
from kurilmap.telling.scenario import cut_note, told
from kurilmap.telling.sources import sources

__all__ = [
    "SOURCE",
    "about_outlines",
    "area",
    "by_lang",
    "cut_note",
    "feature_names",
    "key",
    "label",
    "names",
    "outline_source",
    "proposals",
    "published",
    "published_area",
    "rights",
    "share",
    "sources",
    "told",
    "unit_name",
    "unit_names",
    "verb",
]
