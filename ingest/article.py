"""Reads articles from files: the text is kept as it is, and known by the SHA-256 of its UTF-8 bytes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.claim import ArticleRecord, PartialDate
from kg.errors import InputError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")


def partial_date(value: object) -> PartialDate | None:
    """ "2022", "2022-05", "2022-05-11" or an ISO date and time; None for anything else."""
    match = _DATE.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    return PartialDate(year or 0, month, day)


def record(name: str, text: str, metadata: Mapping[str, Any]) -> ArticleRecord:
    """An article from its text and what is known about it (url, publisher, published, language, title)."""
    def known(key: str) -> str | None:
        value = metadata.get(key)
        return value.strip() or None if isinstance(value, str) else None

    published = partial_date(metadata.get("published"))
    return ArticleRecord(
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), name=name, text=text, language=known("language") or "und",
        title=known("title"), url=known("url"), publisher=known("publisher"), published=published,
        published_basis="metadata" if published else None,
    )


def read(path: Path) -> Iterator[ArticleRecord]:
    """The articles of a file or folder. Raises InputError naming the file and the reason."""
    if path.is_dir():
        for file in sorted(path.glob("*.txt")):
            yield from read(file)
        return
    sidecar = path.with_suffix(".json")
    metadata = json.loads(sidecar.read_text(encoding="utf-8")) if sidecar.exists() else {}
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not UTF-8 text: byte {error.start}") from error
    yield record(path.name.removesuffix(".txt"), text, metadata)
