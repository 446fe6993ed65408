"""Where an article speaks of a meeting, and where words only sound so."""
