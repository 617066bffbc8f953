"""The toy land of these tests."""

from tests.geodesy.shapes import pair, ring, slab, square, u_shape

__all__ = ["pair", "ring", "slab", "square", "u_shape"]
