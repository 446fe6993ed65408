"""Everything that can go wrong for a user, each with the exit code of the command line."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class MahdarError(Exception):
    """Root of all errors shown to users: one line that names the culprit and the reason."""

    exit_code = 1


class UsageError(MahdarError):
    """The call itself is wrong: an unknown question, a missing parameter, an unknown format."""

    exit_code = 2


class InputError(MahdarError):
    """A file or stream cannot be read as an article or as RDF."""

    exit_code = 3

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class TimeoutReached(MahdarError):  # noqa: N818 - "TimeoutError" is a builtin
    """The work was stopped at its deadline."""

    exit_code = 4


class NetworkError(MahdarError):
    """A remote service could not be reached or answered nonsense."""

    exit_code = 5


class StoreError(MahdarError):
    """The store is in use by another process, full or damaged."""

    exit_code = 6


class OutputError(MahdarError):
    """A file or folder cannot be written: not allowed, or a folder stands where a file is to be, or the other way round."""

    exit_code = 7


class EvidenceError(MahdarError):
    """A claim cites no text, blank text, boilerplate, or text outside its article: a defect of the rule that made it."""


FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def writing(place: Path | str) -> Iterator[None]:
    """Turns what the system says while something is written there into one line: OutputError, StoreError for a full disk."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise StoreError(f"{place}: no space left on the disk") from error
        reason = "it is not a folder" if isinstance(error, FileExistsError) else error.strerror or str(error)
        raise OutputError(f"{place}: cannot be written: {reason}") from error
