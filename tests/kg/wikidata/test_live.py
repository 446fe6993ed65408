"""The adapter against servers that misbehave: broken is never empty, and a wait that was asked for is kept."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import MahdarError, NetworkError, UsageError
from kg.iri import Iri
from kg.term import Literal
from kg.wikidata.cache import Cache
from kg.wikidata.errors import BrokenAnswer, ContactMissing, DeadlineReached, OfflineError, RateLimited, Refused
from kg.wikidata.live import Endpoint, with_values
from kg.wikidata.transport import Policy, agent, retry_after
from tests.kg.wikidata import servers
from tests.kg.wikidata.servers import FakeClock, serving

# The servers here break off on purpose; what they leave half open is theirs.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

QUERY = "SELECT ?item WHERE { ?item ?p ?o }"
CONTACT = "tests@example.org"


def endpoint(
    url: str, clock: FakeClock, deadline: float = 60.0, cache: Cache | None = None, contact: str | None = CONTACT
) -> Endpoint:
    return Endpoint(url, contact, clock, lambda: 0.5, cache, Policy(deadline=deadline))


FAULTS: list[tuple[str, servers.Answer, type[MahdarError], float]] = [
    ("429 without Retry-After", servers.page(429), RateLimited, 60),
    ("429 with Retry-After", servers.page(429, Retry_After="7"), RateLimited, 60),
    ("503", servers.page(503), RateLimited, 60),
    ("403", servers.page(403), Refused, 60),
    ("401", servers.page(401), Refused, 60),
    ("404", servers.page(404), NetworkError, 60),
    ("400", servers.page(400), NetworkError, 60),
    ("500", servers.page(500), NetworkError, 60),
    ("502", servers.page(502), NetworkError, 60),
    ("HTML page with 200", servers.page(200), BrokenAnswer, 60),
    ("cut, length promised", servers.cut, BrokenAnswer, 60),
    ("cut, length fits", servers.cut_silently, BrokenAnswer, 60),
    ("slow drip", servers.drip, DeadlineReached, 0.6),
    ("connection reset", servers.reset, NetworkError, 60),
]


@pytest.mark.parametrize(("answer", "error", "deadline"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_fault_is_an_error_and_never_an_empty_answer(
    answer: servers.Answer, error: type[MahdarError], deadline: float, tmp_path: Path
) -> None:
    clock = FakeClock()
    with serving(answer) as server, pytest.raises(error):
        endpoint(server.url, clock, deadline, Cache(tmp_path / "cache")).select(QUERY)
    assert not list(tmp_path.rglob("*.json")), "a broken answer was kept"


@pytest.mark.parametrize(
    "fault",
    [
        servers.page(429),
        servers.page(503),
        servers.page(500),
        servers.cut,
        servers.cut_silently,
        servers.page(200),
        servers.reset,
    ],
)
def test_a_passing_fault_is_overcome(fault: servers.Answer) -> None:
    with serving(servers.after(2, fault, servers.good)) as server:
        rows = endpoint(server.url, FakeClock()).select(QUERY)
    assert rows == [{"item": Iri("http://www.wikidata.org/entity/Q1028")}]


def test_the_wait_that_is_asked_for_is_kept() -> None:
    clock = FakeClock()
    with serving(servers.after(1, servers.page(429, Retry_After="17"), servers.good)) as server:
        endpoint(server.url, clock).select(QUERY)
    assert clock.waits[0] >= 17


def test_a_wait_longer_than_the_deadline_ends_at_once() -> None:
    clock = FakeClock()
    with serving(servers.page(429, Retry_After="3600")) as server:
        with pytest.raises(RateLimited, match="3600"):
            endpoint(server.url, clock).select(QUERY)
        assert len(server.requests) == 1
    assert clock.waits == []


def test_waits_of_two_clients_differ() -> None:
    waits = []
    for share in (0.1, 0.9):
        clock = FakeClock()
        with serving(servers.after(1, servers.page(500), servers.good)) as server:
            Endpoint(server.url, CONTACT, clock, lambda share=share: share).select(QUERY)  # type: ignore[misc]
        waits.append(clock.waits[0])
    assert waits[0] != waits[1]


def test_retry_after_as_date() -> None:
    assert retry_after("Wed, 21 Oct 2026 07:28:00 GMT", 1_792_567_670.0) == pytest.approx(10, abs=1)
    assert retry_after("soon", 0.0) > 0
    assert retry_after(None, 0.0) > 0


def test_the_request_says_who_asks_and_is_a_post() -> None:
    with serving(servers.good) as server:
        endpoint(server.url, FakeClock()).select(QUERY)
        request = server.requests[0]
    assert CONTACT in request.headers["User-Agent"]
    assert "Mahdar" in request.headers["User-Agent"]
    assert "query=SELECT" in request.body


@pytest.mark.parametrize("contact", ["", "   ", "nobody", "@", "a@b\nX: y"])
def test_without_a_contact_nothing_is_sent(contact: str) -> None:
    with serving(servers.good) as server:
        with pytest.raises(ContactMissing):
            endpoint(server.url, FakeClock(), contact=contact).select(QUERY)
        assert server.requests == []
    with pytest.raises(ContactMissing):
        agent(contact)


def test_offline_opens_no_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    with serving(servers.good) as server:
        url = server.url
        online = endpoint(url, FakeClock(), cache=cache).select(QUERY)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    assert endpoint(url, FakeClock(), cache=cache, contact=None).select(QUERY) == online
    with pytest.raises(OfflineError):
        endpoint(url, FakeClock(), cache=cache, contact=None).select(QUERY + " LIMIT 1")


def test_a_kept_answer_is_used_while_fresh(tmp_path: Path) -> None:
    clock = FakeClock()
    with serving(servers.good) as server:
        asking = endpoint(server.url, clock, cache=Cache(tmp_path, age=100))
        asking.select(QUERY)
        asking.select(QUERY)
        assert len(server.requests) == 1
        clock.sleep(200)
        asking.select(QUERY)
        assert len(server.requests) == 2


def test_a_damaged_cache_file_is_asked_anew(tmp_path: Path) -> None:
    with serving(servers.good) as server:
        asking = endpoint(server.url, FakeClock(), cache=Cache(tmp_path))
        asking.select(QUERY)
        next(tmp_path.glob("*.json")).write_text("{", encoding="utf-8")
        assert asking.select(QUERY)
        assert len(server.requests) == 2


def test_values_are_serialised_not_pasted() -> None:
    text = "SELECT * WHERE { VALUES ?x {} ?x ?p ?o }"
    filled = with_values(text, "x", [Iri("http://www.wikidata.org/entity/Q1028"), Literal('a" } DROP', language="ar")])
    assert filled == 'SELECT * WHERE { VALUES ?x {<http://www.wikidata.org/entity/Q1028> "a\\" } DROP"@ar} ?x ?p ?o }'
    with pytest.raises(UsageError):
        with_values(text, "x", [Iri("http://x/> } DROP")])
    with pytest.raises(UsageError):
        with_values(text, "y", [])


def test_an_empty_answer_is_an_answer() -> None:
    empty = b'{"head": {"vars": ["item"]}, "results": {"bindings": []}}'
    answer: Callable[[servers.Handler, str], None] = lambda h, _: h.reply(200, empty, servers.JSON_RESULTS)  # noqa: E731
    with serving(answer) as server:
        assert endpoint(server.url, FakeClock()).select(QUERY) == []
