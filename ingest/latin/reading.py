"""Finds what an English or French article talks about."""

from __future__ import annotations

from ingest.latin import meetings, names, people, runs, titles
from ingest.mention import Kind, Mention, Reading
from ingest.mentions import dates
from ingest.mentions.settled import resolve
from ingest.parts import Document


def find(document: Document) -> Reading:
    """All mentions of the document, sorted and without overlap."""
    named = names.find(document)
    standing = resolve([*named, *titles.find(document, named), *dates.find(document)])
    taken = frozenset(index for m in standing for index in range(m.first, m.last))
    with_runs: list[Mention] = sorted([*standing, *runs.find(document, taken)], key=lambda m: m.first)
    persons = people.find(document, with_runs)
    nameless = [m for m in standing if m.kind is not Kind.TITLE]  # "chair", "leader", "general" are words again
    told = resolve([*nameless, *persons])
    held = meetings.find(document, told)
    inside = frozenset(index for m in held for index in range(m.first, m.last))
    free = [m for m in told if not inside.intersection(range(m.first, m.last))]
    return Reading(document, tuple(sorted([*free, *held], key=lambda m: m.first)))
