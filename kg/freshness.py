"""Whether the derived layers are those of the articles and rules at hand: notes of changed articles, digest of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from kg import __version__, resources
from kg.identity import tables
from kg.identity.cluster import Pair
from kg.identity.ledger import Judgement
from kg.iri import Iri, digest
from kg.store import Store
from kg.term import Literal
from kg.vocabulary import M

NOTED = Literal("")  # stands for the digest of an article that is about to change


def note(store: Store, graph: Iri) -> None:
    """Says that an article graph is about to be written, replaced or removed, so that `Derivation.noted` looks at it.

    To be said before the change: whoever is killed in between leaves a note too many, never one too few.
    """
    place = store.names.graph("identity")
    article = store.names.article(graph.rsplit("/", 1)[-1])
    store.apply(list(store.match(article, M.graphDigest, None, place)), [(article, M.graphDigest, NOTED, place)])


def version(judgements: Mapping[Pair, Judgement]) -> str:
    """A digest of all that decides besides the articles: program version, tables, rules and human judgements."""
    parts = [__version__, *(f"{path}\n{text}" for path, text in tables.texts())]
    for folder in ("rules", "disagreement"):
        files = sorted((resources.folder("queries") / folder).iterdir())
        parts += [path.name + "\n" + resources.text("queries", f"{folder}/{path.name}") for path in files]
    parts += [repr(judgements[pair]) for pair in sorted(judgements)]
    return digest(*parts)
