"""Makes a document out of a short sentence."""

from __future__ import annotations

import hashlib

from ingest.document import read_document
from ingest.mention import Kind, Mention, Reading
from ingest.mentions import find
from kg.claim import ArticleRecord


def reading(text: str) -> Reading:
    """The mentions of an Arabic text of our own."""
    record = ArticleRecord(hashlib.sha256(text.encode()).hexdigest(), "sample", text, "ar")
    return find(read_document(record))


def persons(text: str) -> list[Mention]:
    """The named persons of a text, in its order."""
    return [m for m in reading(text).mentions if m.kind is Kind.PERSON]


def offices(text: str) -> list[Mention]:
    """The titles without a name."""
    return [m for m in reading(text).mentions if m.kind is Kind.TITLE]


def named(text: str) -> list[str]:
    """The labels of the persons of a text, once each, in the order of first mention."""
    labels = [m.referent.label_ar or "" for m in persons(text) if m.referent is not None]
    return list(dict.fromkeys(labels))


def owner(mention: Mention) -> str | None:
    """The authority path, or the Arabic label, of the body a person's office belongs to."""
    body = mention.post.of if mention.post is not None else None
    return None if body is None else body.authority or body.label_ar
