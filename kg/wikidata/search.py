"""The entity search of Wikidata's web API: candidates for what the snapshot lacks. Only on the user's word."""

from __future__ import annotations

import json
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPResponse

from kg.wikidata.cache import Cache
from kg.wikidata.errors import BrokenAnswer, OfflineError
from kg.wikidata.transport import DEFAULT, Clock, Policy, Reply, agent, fetch

API = "https://www.wikidata.org/w/api.php"
# Longer queries are answered with an empty list, which would read as "no such item".
LONGEST = 250


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: a proposal for a person, never evidence by itself."""

    qid: str
    label: str
    description: str
    matched: str


@dataclass(frozen=True)
class Search:
    """Entity search in one language."""

    contact: str | None
    clock: Clock
    random: Callable[[], float]
    cache: Cache | None = None
    policy: Policy = DEFAULT
    url: str = API

    def find(self, name: str, language: str = "ar", limit: int = 7) -> list[Hit]:
        """Items whose label or alias begins like `name`. Raises as `transport.fetch`; OfflineError without contact."""
        text = name[:LONGEST].removeprefix("Wikidata:").strip()
        fields = {
            "action": "wbsearchentities",
            "format": "json",
            "type": "item",
            "search": text,
            "language": language,
            "uselang": language,
            "limit": str(limit),
            "maxlag": "5",
        }
        question = urllib.parse.urlencode(fields)
        kept = self.cache.get(self.url, question, self.clock.now(), stale=self.contact is None) if self.cache else None
        if kept is not None:
            return hits(Reply("application/json", kept.body.encode()))
        if self.contact is None:
            raise OfflineError(f"{self.url}: not asked; going online needs --online and a contact")
        request = urllib.request.Request(
            self.url, question.encode(), {"User-Agent": agent(self.contact), "Accept": "application/json"}
        )

        def open_(timeout: float) -> HTTPResponse:
            response: HTTPResponse = urllib.request.urlopen(request, timeout=timeout)
            return response

        reply, found = fetch(open_, hits, self.policy, self.clock, self.random, self.url)
        if self.cache:
            self.cache.put(self.url, question, self.clock.now(), reply.body.decode("utf-8"))
        return found


def hits(reply: Reply) -> list[Hit]:
    """The hits of an answer. Raises BrokenAnswer for anything that is not a complete one, an error message included."""
    try:
        answer = json.loads(reply.body.decode("utf-8"))
        if "error" in answer:
            raise BrokenAnswer(f"entity search: {answer['error'].get('info', answer['error'])}")
        return [
            Hit(row["id"], row.get("label", ""), row.get("description", ""), row.get("match", {}).get("text", ""))
            for row in answer["search"]
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenAnswer(f"entity search: broken answer ({error.__class__.__name__})") from error
