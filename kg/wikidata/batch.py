"""What is offered to Wikidata in one go, and what is held back."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.wikidata import quickstatements as qs
from kg.wikidata.quickstatements import Statement

# Statements by subject, property and value.
Statements = dict[tuple[str, str, str], Statement]


@dataclass(frozen=True, slots=True, order=True)
class Held:
    """A claim that is not exported. `reason`: not_linked, planned, denied, contradicted, known …"""

    reason: str
    what: str
    article: str
    quote: str


@dataclass
class Batch:
    """Statements by their key (subject, property, value), and what was held back."""

    statements: Statements = field(default_factory=dict)
    created: dict[str, tuple[list[tuple[str, str]], Statements]] = field(default_factory=dict)
    held: set[Held] = field(default_factory=set)

    def text(self) -> str:
        """The QuickStatements file, sorted; new items last."""
        lines = [qs.line(s) for _, s in sorted(self.statements.items())]
        for _, (labels, statements) in sorted(self.created.items()):
            lines += qs.create(labels, [s for _, s in sorted(statements.items())])
        return "".join(line + "\n" for line in lines)
