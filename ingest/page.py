"""Web pages: the main text that readers see, and what the page says of itself (JSON-LD, Open Graph, meta tags, links)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from string import ascii_lowercase, ascii_uppercase
from typing import Any

_ARTICLE_TYPES = re.compile(r"(News|Reportage|Opinion|Analysis)?(Article|Posting)$|^(Report|BlogPosting)$")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
# What a browser does not show or not read aloud, as XPath. Not the page as a whole: some hide it until they are loaded.
_STYLE = f"concat(';', translate(@style, '{ascii_uppercase} \t\n\r', '{ascii_lowercase}'))"
_HIDDEN = tuple(f"//body//*[{condition}]" for condition in (
    "@hidden and @hidden != 'until-found'", "normalize-space(@aria-hidden) = 'true'", f"contains({_STYLE}, ';display:none')",
    f"contains({_STYLE}, ';visibility:hidden')",
))
# Names of meta tags by field, best first.
_META = {
    "title": ("og:title", "twitter:title"),
    "url": ("og:url",),
    "publisher": ("og:site_name", "application-name"),
    "published": ("article:published_time", "date", "pubdate", "dc.date", "dc.date.issued"),
    "language": ("og:locale", "language", "dc.language"),
}


class PageError(ValueError):
    """A page that cannot be decoded or holds no article text."""


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a page, headline first, and its metadata under the keys of a sidecar file."""

    text: str
    metadata: dict[str, str]


def read_page(data: bytes) -> Page:
    """Raises PageError for undecodable bytes and for pages without article text."""
    html = _decode(data)
    import trafilatura  # half a second to import, needed for pages only

    metadata = page_metadata(html)
    body = trafilatura.extract(html, include_comments=False, include_tables=False, favor_precision=True, deduplicate=False,
                               prune_xpath=[*_HIDDEN])
    if not body or not body.strip():
        raise PageError("no article text found in the page")
    title = metadata.get("title", "")
    if title and title not in body[: len(title) + 200]:
        body = f"{title}\n\n{body}"
    return Page(body, metadata)


def page_metadata(html: str) -> dict[str, str]:
    """url, publisher, published, language and title, each from the most explicit source that has it."""
    head = _Head()
    head.feed(html)
    head.close()
    found: dict[str, str] = {}
    for block in head.json_ld:
        for thing in _things(_json(block)):
            if _is_article(thing):
                for key, value in _described(thing):
                    found.setdefault(key, value)
    for key, names in _META.items():
        for name in names:
            if name in head.meta:
                found.setdefault(key, head.meta[name])
    for key, value in (("url", head.canonical), ("language", head.language), ("title", head.title.strip())):
        if value:
            found.setdefault(key, value)
    if "language" in found:
        found["language"] = re.split(r"[-_]", found["language"])[0].lower()
    return found


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _CHARSET.search(data[:4096])
        if declared is None or declared.group(1).lower() in (b"utf-8", b"utf8"):
            raise PageError(f"not UTF-8 text: byte {error.start}") from error
    name = declared.group(1).decode("ascii")
    try:
        return data.decode(name)
    except (LookupError, UnicodeDecodeError) as error:
        raise PageError(f"not text in its declared encoding {name}") from error


def _json(block: str) -> Any:
    try:
        return json.loads(block)
    except (ValueError, RecursionError):  # a page's own mistake: its other metadata still counts
        return None


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD block: one, a list, or the members of its @graph."""
    if isinstance(value, list):
        for one in value:
            yield from _things(one) if isinstance(one, dict) else ()
    elif isinstance(value, dict):
        yield value
        graph = value.get("@graph")
        if isinstance(graph, list):
            yield from (one for one in graph if isinstance(one, dict))


def _is_article(thing: Mapping[str, Any]) -> bool:
    kinds = thing.get("@type")
    return any(isinstance(k, str) and _ARTICLE_TYPES.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _described(thing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    publisher = thing.get("publisher")
    page = thing.get("mainEntityOfPage")
    values = {
        "title": thing.get("headline"),
        "published": thing.get("datePublished"),
        "language": thing.get("inLanguage"),
        "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
        "url": thing.get("url") or (page.get("@id") if isinstance(page, dict) else page),
    }
    for key, value in values.items():
        if isinstance(value, str) and value.strip():
            yield key, value.strip()




class _Head(HTMLParser):
    """Collects title, meta tags, canonical link, language and JSON-LD blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.json_ld: list[str] = []
        self.canonical = ""
        self.language = ""
        self.title = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif tag == "meta":
            name = (values.get("property") or values.get("name") or "").lower()
            if name and values.get("content", "").strip():
                self.meta.setdefault(name, values["content"].strip())
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self.canonical = values.get("href", "")
        elif tag == "script" and values.get("type", "").lower() == "application/ld+json":
            self._inside = "json"
            self.json_ld.append("")
        elif tag == "title" and not self.title:
            self._inside = "title"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "title"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "json":
            self.json_ld[-1] += data
        elif self._inside == "title":
            self.title += data
