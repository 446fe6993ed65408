"""The reader of English and French articles: names, offices, persons and meetings as mentions; the claims they bear.

It is smaller than the Arabic one and stays silent where that one would weigh signs. Its words are in `lexicon/latin_*`, its
constructions in `patterns/latin_*`. What it finds are the same mentions, so that the claims of meetings and offices are
written by the same modules.
"""

from __future__ import annotations

LANGUAGES = ("en", "fr")
