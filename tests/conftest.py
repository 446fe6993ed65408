"""Settings for all tests: generated examples are the same in every run, and a slow machine is no failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("mahdar", deadline=None, derandomize=True)
settings.load_profile("mahdar")
