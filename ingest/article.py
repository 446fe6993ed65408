"""Reads articles from files: the text is kept as it is, and known by the SHA-256 of its UTF-8 bytes.

Read are `.txt` files (with an optional sidecar `.json`: url, publisher, published, language, title), web pages (`.html`,
`.htm`), `.jsonl` files with one article a line, folders of these, and standard input (`-`).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kg.claim import ArticleRecord, PartialDate
from kg.errors import InputError

log = logging.getLogger(__name__)

TEXT_LIMIT = 2_000_000  # bytes of one article's text
PAGE_LIMIT = 20_000_000  # bytes of one web page
LINE_LIMIT = 4_000_000  # bytes of one line of a .jsonl file
SUFFIXES = (".txt", ".html", ".htm", ".jsonl")

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAGIC = ((b"%PDF", "a PDF file"), (b"PK\x03\x04", "a ZIP or Office file"), (b"\xff\xfe", "UTF-16 text"),
          (b"\xfe\xff", "UTF-16 text"), (b"\x1f\x8b", "a gzip file"))

Read = ArticleRecord | InputError


def partial_date(value: object) -> PartialDate | None:
    """ "2022", "2022-05", "2022-05-11" or an ISO date and time; None for anything else."""
    match = _DATE.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return PartialDate(year or 0, month, day)


def record(name: str, text: str, metadata: Mapping[str, Any]) -> ArticleRecord:
    """An article from its text and what is known about it. Raises InputError for a text that is no text."""
    if reason := _unreadable(text):
        raise InputError(name, reason)

    def known(key: str) -> str | None:
        value = metadata.get(key)
        return _SURROGATE.sub("", value).strip() or None if isinstance(value, str) else None

    published = partial_date(metadata.get("published"))
    return ArticleRecord(
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(), name=name, text=text, language=known("language") or "und",
        title=known("title"), url=known("url"), publisher=known("publisher"), published=published,
        published_basis="metadata" if published else None,
    )


def read(path: Path) -> Iterator[ArticleRecord]:
    """The articles of one file or folder. Raises InputError for the first that cannot be read."""
    for found in read_all([path]):
        if isinstance(found, InputError):
            raise found
        yield found


def read_all(paths: Iterable[Path | str], stdin: BinaryIO | None = None) -> Iterator[Read]:
    """The articles of all files and folders in order; what cannot be read comes as an InputError in its place.

    A sidecar named beside its article (as the shell does for "folder/*") is read with it, not as an article.
    """
    given = [str(path) for path in paths]
    named = {Path(path) for path in given}
    for path in given:
        beside = {Path(path).with_suffix(suffix) for suffix in SUFFIXES} if path.lower().endswith(".json") else set()
        if beside & named:
            continue
        if path == "-":
            yield from _caught("stdin", _read_stream(stdin))
        elif (folder := Path(path)).is_dir():
            for file in files(folder):
                yield from _caught(str(file), _read_file(file))
        else:
            yield from _caught(str(path), _read_file(Path(path)))


def files(folder: Path) -> list[Path]:
    """The article files below a folder, sorted; hidden files and folders are left out."""
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    return sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))


def _caught(name: str, articles: Iterator[Read]) -> Iterator[Read]:
    """Hands on the articles of one file; an error of the file as a whole ends it, not the run."""
    try:
        yield from articles
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(name, error.strerror or str(error))


def _read_file(path: Path) -> Iterator[Read]:
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        with path.open("rb") as lines:
            yield from _read_lines(str(path), path.stem, lines)
        return
    if suffix in (".html", ".htm"):
        yield _from_page(str(path), path.stem, _bytes(path, PAGE_LIMIT), _sidecar(path))
        return
    if suffix not in ("", ".txt"):
        raise InputError(str(path), f"not an article file ({', '.join(SUFFIXES)})")
    yield _from_text(str(path), path.stem, _bytes(path, TEXT_LIMIT), _sidecar(path))


def _read_stream(stream: BinaryIO | None) -> Iterator[Read]:
    """Standard input: a web page, lines of JSON, or the text of one article."""
    data = stream.read(PAGE_LIMIT + 1) if stream else b""
    _limit("stdin", len(data), PAGE_LIMIT)
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml")):
        yield _from_page("stdin", "stdin", data, {})
    elif start.startswith(b"{"):
        yield from _read_lines("stdin", "stdin", data.splitlines(keepends=True))
    else:
        yield _from_text("stdin", "stdin", data, {})


def _read_lines(source: str, stem: str, lines: Iterable[bytes]) -> Iterator[Read]:
    count = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        count += 1
        place = f"{source}, line {number}"
        try:
            _limit(place, len(line), LINE_LIMIT)
            fields = _object(place, line)
            if not isinstance(fields.get("text"), str):
                raise InputError(place, 'no "text"')
            named = fields.get("name") or fields.get("id")
            name = str(named) if isinstance(named, str | int) else f"{stem}-{number}"
            fields.setdefault("published", fields.get("date"))
            _tell_no_date(place, fields)
            yield record(name, fields["text"], fields)
        except InputError as error:
            yield InputError(place, error.reason)
    if not count:
        raise InputError(source, "empty")


def _from_text(source: str, name: str, data: bytes, metadata: Mapping[str, Any]) -> ArticleRecord:
    _limit(source, len(data), TEXT_LIMIT)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(source, f"{what}, not UTF-8 text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(source, f"not UTF-8 text (byte {error.start})") from error
    try:
        return record(name, text, metadata)
    except InputError as error:
        raise InputError(source, error.reason) from error


def _from_page(source: str, name: str, data: bytes, metadata: Mapping[str, Any]) -> ArticleRecord:
    from ingest.page import PageError, read_page  # imports an HTML library

    try:
        page = read_page(data)
        return record(name, page.text, {**page.metadata, **metadata})
    except PageError as error:
        raise InputError(source, str(error)) from error
    except InputError as error:
        raise InputError(source, error.reason) from error


def _sidecar(path: Path) -> dict[str, Any]:
    file = path.with_suffix(".json")
    if not file.is_file():
        return {}
    fields = _object(str(file), _bytes(file, LINE_LIMIT))
    _tell_no_date(str(file), fields)
    return fields


def _tell_no_date(place: str, fields: Mapping[str, Any]) -> None:
    """A date that is none is left out, which is said; the article is read all the same."""
    value = fields.get("published")
    if value not in (None, "") and partial_date(value) is None:
        log.warning("%s: published is left out: no such date: %s", place, json.dumps(value, ensure_ascii=False)[:60])


def _object(source: str, data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(source, "not valid JSON") from error
    if not isinstance(value, dict):
        raise InputError(source, "not a JSON object")
    return value


def _bytes(path: Path, limit: int) -> bytes:
    """The file's bytes, never more than the limit allows into memory."""
    with path.open("rb") as file:
        data = file.read(limit + 1)
    _limit(str(path), len(data), limit)
    return data


def _limit(source: str, size: int, limit: int) -> None:
    if size > limit:
        raise InputError(source, f"larger than {limit // 1_000_000} MB")


def _unreadable(text: str) -> str | None:
    if not text.strip("\ufeff \t\r\n\u00a0"):
        return "empty"
    if _CONTROL.search(text) or ("\ufffd" in text and text.count("\ufffd") * 20 > len(text)):
        return "binary data, not text"
    if _SURROGATE.search(text):
        return "broken text (lone surrogates)"
    return None if any(c.isalpha() for c in text) else "no words in it"
