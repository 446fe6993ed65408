"""Writes `kg/vocabulary.py` from the ontology: `python -m kg.vocabulary_build [--check]`.

The result is committed, so that type checkers and readers see every term; `--check` fails when it is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kg import ontology
from kg.iri import ONTOLOGY

TARGET = Path(__file__).with_name("vocabulary.py")

_HEADER = '''"""Closed vocabulary: the terms of the ontology and of the vocabularies it reuses. A typo does not run.

Generated from `ontology/` by `python -m kg.vocabulary_build`; edit the ontology, not this file.
"""

from __future__ import annotations

from kg.iri import Iri
'''


def render(own: list[str], reused: dict[str, tuple[str, list[str]]]) -> str:
    """The source text of the vocabulary module: one class per namespace, one attribute per term."""
    blocks = [_HEADER, _class("M", ONTOLOGY, own)]
    blocks += [_class(name, namespace, terms) for name, (namespace, terms) in reused.items()]
    return "\n\n".join(blocks)


def _class(name: str, namespace: str, terms: list[str]) -> str:
    # `in` is a word of Python; a trailing underscore keeps such a term usable.
    lines = [f'    {term}{"_" if term == "in" else ""} = Iri("{namespace}{term}")' for term in terms]
    return "\n".join([f"class {name}:", f'    """`{namespace}`"""', "", *lines, ""])


def main(arguments: list[str]) -> int:
    """Write the module, or with `--check` compare only. Returns 0 when fresh, 1 when stale."""
    text = render(ontology.own_terms(), ontology.reused_terms())
    if arguments != ["--check"]:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("kg/vocabulary.py is stale: run python -m kg.vocabulary_build\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
