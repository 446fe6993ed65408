"""Complete answers on disk, by endpoint and question. Broken ones are never kept."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cached:
    """A body and when it came (seconds since the epoch)."""

    at: float
    body: str


@dataclass(frozen=True, slots=True)
class Cache:
    """One file an answer in `folder`; `age` is how many seconds an answer counts as fresh."""

    folder: Path
    age: float = 7 * 86400.0

    def _file(self, endpoint: str, question: str) -> Path:
        return self.folder / (hashlib.sha256(f"{endpoint}\x1f{question}".encode()).hexdigest() + ".json")

    def get(self, endpoint: str, question: str, now: float, stale: bool = False) -> Cached | None:
        """A kept answer that is fresh (or of any age with `stale`); None otherwise, also for a damaged file."""
        try:
            row = json.loads(self._file(endpoint, question).read_text(encoding="utf-8"))
            found = Cached(float(row["at"]), str(row["body"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found if stale or 0 <= now - found.at <= self.age else None

    def put(self, endpoint: str, question: str, at: float, body: str) -> None:
        """Keeps an answer; the file appears whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(endpoint, question)
        part = file.with_suffix(f".{os.getpid()}.part")
        part.write_text(json.dumps({"at": at, "endpoint": endpoint, "question": question, "body": body}), encoding="utf-8")
        part.replace(file)
