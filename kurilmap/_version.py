"""The kit's version, in the one place that pages and the command line read."""

__version__ = "0.1.0"
