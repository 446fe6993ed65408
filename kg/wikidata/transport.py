"""Patience with public services: deadline, 429 and Retry-After, jitter, and the three results kept apart.

An answer is complete, or it is an error; "nothing found" is only ever said by a complete answer. Clock and randomness come
from the caller.
"""

from __future__ import annotations

import queue
import threading
import urllib.error
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from typing import Protocol, TypeVar

from kg.errors import NetworkError
from kg.wikidata.errors import BrokenAnswer, ContactMissing, DeadlineReached, RateLimited, Refused

_T = TypeVar("_T")
# Waits before the second, third … attempt, in seconds, before jitter.
_BACKOFF = (1.0, 4.0, 10.0, 30.0)
_PIECE = 65536


class Clock(Protocol):
    """Seconds since the epoch, and a way to wait."""

    def now(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Policy:
    """`deadline` is seconds for one request with all its repetitions, `attempts` the most of them, `largest` bytes."""

    deadline: float = 60.0
    attempts: int = 4
    largest: int = 200_000_000


DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Reply:
    """A body received whole, with its content type."""

    content_type: str
    body: bytes


# Opens a request; the argument is the socket timeout in seconds.
Open = Callable[[float], HTTPResponse]


def agent(contact: str) -> str:
    """The User-Agent. Raises ContactMissing where the contact is not an address people can write to or read."""
    contact = contact.strip()
    if not ("@" in contact.strip("@") or contact.startswith(("http://", "https://"))) or len(contact) < 6 or "\n" in contact:
        raise ContactMissing(
            "public services ask who is calling: set MAHDAR_CONTACT or --contact to an e-mail or web address"
        )
    return f"Mahdar/0.1 ({contact}) SPARQLWrapper/2"


def fetch(
    open_: Open, read: Callable[[Reply], _T], policy: Policy, clock: Clock, random: Callable[[], float], what: str
) -> tuple[Reply, _T]:
    """One complete reply and what `read` makes of it, repeated with patience where that helps.

    Raises RateLimited, Refused, BrokenAnswer, DeadlineReached or NetworkError; never returns part of an answer. A wait that
    the service asked for is kept in full, or the request given up.
    """
    end = clock.now() + policy.deadline
    last: NetworkError = DeadlineReached(f"{what}: no time left")
    for attempt in range(policy.attempts):
        left = end - clock.now()
        if left <= 0:
            raise (
                last
                if isinstance(last, RateLimited)
                else DeadlineReached(f"{what}: no complete answer in {policy.deadline:.0f} s")
            )
        wait = _BACKOFF[min(attempt, len(_BACKOFF) - 1)]
        try:
            reply = _bounded(open_, left, policy.largest, what)
            return reply, read(reply)
        except urllib.error.HTTPError as error:
            with error:
                last, asked = _judge(error, what, clock)
            wait = max(wait, asked)
        except (BrokenAnswer, _Broken) as error:
            last = BrokenAnswer(str(error))
        except (OSError, HTTPException) as error:
            last = NetworkError(f"{what}: {error.__class__.__name__}: {error}")
        wait += random() * max(1.0, wait * 0.25)
        if attempt + 1 == policy.attempts or clock.now() + wait > end:
            raise last
        clock.sleep(wait)
    raise last


class _Broken(Exception):  # noqa: N818 - named for what came
    """Inside this module: an answer that stopped early."""


def _judge(error: urllib.error.HTTPError, what: str, clock: Clock) -> tuple[NetworkError, float]:
    """The error to raise if patience ends here, and the wait that the service asks for. Raises where repeating is no use."""
    if error.code in (429, 503):
        asked = retry_after(error.headers.get("Retry-After"), clock.now())
        return RateLimited(f"{what}: {error.code}, asked to wait {asked:.0f} s"), asked
    if error.code in (401, 403):
        raise Refused(
            f"{what}: {error.code}; the service refuses this client (is the contact in the User-Agent right?)"
        ) from error
    if error.code >= 500:
        return NetworkError(f"{what}: {error.code} {error.reason}"), 0.0
    raise NetworkError(f"{what}: {error.code} {error.reason}") from error


def retry_after(header: str | None, now: float) -> float:
    """Seconds to wait after a Retry-After header: a number, an HTTP date, or (missing, unreadable) 5 seconds."""
    if header is None:
        return 5.0
    try:
        return max(0.0, float(header))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - now)
    except (TypeError, ValueError):
        return 5.0


def _bounded(open_: Open, seconds: float, largest: int, what: str) -> Reply:
    """Runs a request in a thread of its own: a socket timeout alone does not end an answer that drips."""
    done: queue.Queue[Reply | BaseException] = queue.Queue(1)
    stop = threading.Event()

    def work() -> None:
        try:
            done.put(_read(open_, seconds, largest, stop))
        except BaseException as error:  # noqa: BLE001 - handed over to the thread that waits, which raises it
            done.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        result = done.get(timeout=seconds)
    except queue.Empty:
        stop.set()
        raise DeadlineReached(f"{what}: no complete answer in {seconds:.1f} s") from None
    if isinstance(result, BaseException):
        raise result
    return result


def _read(open_: Open, seconds: float, largest: int, stop: threading.Event) -> Reply:
    with open_(max(0.1, seconds)) as response:
        pieces, size = [], 0
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > largest:
                raise _Broken(f"answer larger than {largest} bytes")
            if stop.is_set():
                raise _Broken("given up")
        promised = response.headers.get("Content-Length")
        if promised is not None and promised.isdigit() and int(promised) != size:
            raise _Broken(f"answer cut: {size} of {promised} bytes")
        return Reply(response.headers.get("Content-Type", ""), b"".join(pieces))
