"""Several scenarios side by side: in a table, a chart and a map."""

from kurilmap.compare.comparison import Comparison, compare

__all__ = ["Comparison", "compare"]
