"""The one adapter for remote SPARQL endpoints (the Wikidata query service and any other), built on SPARQLWrapper.

SPARQLWrapper makes the request (POST, JSON results, our User-Agent); what it lacks is added around it: a deadline for the
whole answer, Retry-After, a cache on disk, and a check that an answer is complete before anybody counts its rows.
"""

from __future__ import annotations

import json
import urllib.error
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.client import HTTPResponse
from io import BytesIO

from SPARQLWrapper import JSON, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, EndPointNotFound, QueryBadFormed, Unauthorized, URITooLong

from kg.errors import NetworkError, UsageError
from kg.iri import Iri
from kg.term import Literal, Term, ntriples
from kg.vocabulary import XSD
from kg.wikidata.cache import Cache
from kg.wikidata.errors import BrokenAnswer, OfflineError
from kg.wikidata.transport import DEFAULT, Clock, Policy, Reply, agent, fetch

Row = dict[str, Term]
WDQS = "https://query.wikidata.org/sparql"


def with_values(query: str, variable: str, terms: Iterable[Term]) -> str:
    """The query with `VALUES ?variable {}` filled. The only place that puts data into a query for a remote endpoint: terms
    are serialised, never pasted. Raises UsageError where the query has no such block."""
    block = f"VALUES ?{variable} {{}}"
    if block not in query:
        raise UsageError(f"the query has no {block}")
    return query.replace(block, block[:-1] + " ".join(map(_safe, terms)) + "}")


def _safe(term: Term) -> str:
    if isinstance(term, Iri) and (any(c in '<>"{}|^`\\' or c <= " " for c in term) or ":" not in term):
        raise UsageError(f"not an IRI: {term!r}")
    return ntriples(term)


@dataclass(frozen=True)
class Endpoint:
    """A SPARQL endpoint. Without `contact` nothing is ever sent: only kept answers are given."""

    url: str
    contact: str | None
    clock: Clock
    random: Callable[[], float]
    cache: Cache | None = None
    policy: Policy = DEFAULT

    def select(self, query: str) -> list[Row]:
        """All rows of a SELECT.

        Raises OfflineError without contact and kept answer, and the errors of `transport.fetch`. An empty list means that
        the endpoint said so in a complete answer.
        """
        kept = self.cache.get(self.url, query, self.clock.now(), stale=self.contact is None) if self.cache else None
        if kept is not None:
            return rows(Reply("application/sparql-results+json", kept.body.encode()), self.url)
        if self.contact is None:
            raise OfflineError(f"{self.url}: not asked; going online needs --online and a contact")
        opener = self._opener(query, agent(self.contact))
        reply, found = fetch(opener, lambda r: rows(r, self.url), self.policy, self.clock, self.random, self.url)
        if self.cache:
            self.cache.put(self.url, query, self.clock.now(), reply.body.decode("utf-8"))
        return found

    def _opener(self, query: str, name: str) -> Callable[[float], HTTPResponse]:
        def open_(timeout: float) -> HTTPResponse:
            wrapper = SPARQLWrapper(self.url, returnFormat=JSON, agent=name)
            wrapper.setMethod(POST)
            wrapper.setTimeout(max(1, round(timeout)))
            wrapper.setQuery(query)
            try:
                response: HTTPResponse = wrapper.query().response
            except (QueryBadFormed, EndPointNotFound, URITooLong, Unauthorized, EndPointInternalError) as error:
                raise _status(error, self.url) from error
            return response

        return open_


def _status(error: Exception, url: str) -> Exception:
    """SPARQLWrapper's own exceptions back into what they were: an HTTP status, or an error that no repetition helps."""
    cause = error.__context__
    if isinstance(cause, urllib.error.HTTPError):
        cause.close()
        if cause.code in (401, 500):
            return urllib.error.HTTPError(url, cause.code, str(cause.reason), cause.headers, BytesIO())
    return NetworkError(f"{url}: {error.__class__.__name__}: {str(error)[:300]}")


def rows(reply: Reply, what: str) -> list[Row]:
    """The rows of a SPARQL JSON answer. Raises BrokenAnswer for anything else: an error page, cut JSON, a missing part."""
    if "json" not in reply.content_type:
        raise BrokenAnswer(f"{what}: answered {reply.content_type or 'without a type'} instead of SPARQL JSON")
    try:
        answer = json.loads(reply.body.decode("utf-8"))
        variables, bindings = answer["head"]["vars"], answer["results"]["bindings"]
        return [{name: _term(cell) for name, cell in binding.items() if name in variables} for binding in bindings]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenAnswer(f"{what}: broken answer ({error.__class__.__name__})") from error


def _term(cell: dict[str, str]) -> Term:
    if cell["type"] == "uri":
        return Iri(cell["value"])
    return Literal(cell["value"], Iri(cell.get("datatype", XSD.string)), cell.get("xml:lang"))
