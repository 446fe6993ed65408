"""Organizations, parties, ministries, armed groups: listed ones and those whose name has the shape of one."""

from __future__ import annotations

from ingest.mention import Kind, Mention
from ingest.mentions.bodies import finder as bodies
from ingest.parts import Document


def find(document: Document) -> list[Mention]:
    """Every mention of one in the article, named or pointed back to, in the order of the text."""
    return [mention for mention in bodies.read(document) if mention.kind is Kind.ORGANIZATION]
