"""kurilmap: maps of the islands between Hokkaido and Urup, and of what is claimed and proposed."""
