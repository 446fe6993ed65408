"""Real servers on the loopback address, for tests: a SPARQL endpoint over a store, one that misbehaves, and uvicorn."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import uvicorn
from starlette.applications import Starlette

Answer = Callable[["Handler", str], None]


class Handler(BaseHTTPRequestHandler):
    """Hands each POST to the server's `answer`; keeps what was asked."""

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, Server)
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        server.requests.append(Request(time.monotonic(), dict(self.headers), body))
        server.answer(self, (parse_qs(body).get("query") or [""])[0])

    def reply(self, status: int, body: bytes, content_type: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass
class Request:
    at: float
    headers: dict[str, str]
    body: str


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer
        self.requests: list[Request] = []

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # a client that gave up is what some tests are about

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"


@contextmanager
def serving(answer: Answer) -> Iterator[Server]:
    server = Server(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def sparql_over(store: ox.Store) -> Answer:
    """A query service: the store's engine behind the SPARQL 1.1 protocol (POST form, JSON results)."""

    def answer(handler: Handler, query: str) -> None:
        result = store.query(query, use_default_graph_as_union=True)
        assert isinstance(result, ox.QuerySolutions)
        body = result.serialize(format=ox.QueryResultsFormat.JSON)
        assert body is not None
        handler.reply(200, body, "application/sparql-results+json")

    return answer


GOOD = json.dumps(
    {
        "head": {"vars": ["item"]},
        "results": {"bindings": [{"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1028"}}]},
    }
).encode()
JSON_RESULTS = "application/sparql-results+json"


def cut(handler: Handler, _: str) -> None:
    """Half of an answer, its whole length promised, the connection closed."""
    handler.send_response(200)
    handler.send_header("Content-Type", JSON_RESULTS)
    handler.send_header("Content-Length", str(len(GOOD)))
    handler.end_headers()
    handler.wfile.write(GOOD[: len(GOOD) // 2])
    handler.close_connection = True


def cut_silently(handler: Handler, _: str) -> None:
    """Half of an answer that says it is whole."""
    handler.reply(200, GOOD[: len(GOOD) // 2], JSON_RESULTS)


def drip(handler: Handler, _: str) -> None:
    """One byte each 50 ms, longer than anybody waits."""
    handler.send_response(200)
    handler.send_header("Content-Type", JSON_RESULTS)
    handler.end_headers()
    for byte in GOOD:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)


def reset(handler: Handler, _: str) -> None:
    """Connection reset instead of an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def page(status: int, **headers: str) -> Answer:
    """An HTML page with a status, as proxies write it."""
    return lambda handler, _: handler.reply(status, b"<html><body>error</body></html>", "text/html", **headers)


def good(handler: Handler, _: str) -> None:
    handler.reply(200, GOOD, JSON_RESULTS)


def after(times: int, first: Answer, then: Answer) -> Answer:
    """`first` for so many requests, `then` from there on."""
    seen = []

    def answer(handler: Handler, query: str) -> None:
        seen.append(1)
        (first if len(seen) <= times else then)(handler, query)

    return answer


@dataclass
class FakeClock:
    """A clock that only moves when somebody waits, plus the real time that passes."""

    waits: list[float] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def now(self) -> float:
        return 1_700_000_000.0 + sum(self.waits) + time.monotonic() - self.started

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


@contextmanager
def uvicorn_serving(app: Starlette) -> Iterator[str]:
    """The application on a real socket; gives the address."""
    # The protocol is named because only then does the event loop switch off the delay of small packets.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    end = time.monotonic() + 10
    while not server.started and time.monotonic() < end:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
