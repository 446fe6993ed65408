"""What can go wrong while linking, told apart so that a broken answer is never read as "no such item"."""

from __future__ import annotations

from kg.errors import InputError, MahdarError, NetworkError, UsageError


class EvidenceError(MahdarError):
    """An identifier without enough evidence, or two sources that contradict each other, where that is not allowed."""


class LedgerError(InputError):
    """A line of the ledger cannot be read."""


class ContactMissing(UsageError):  # noqa: N818 - named for the user's mistake
    """No contact is configured; public services block anonymous clients, so the request is not sent."""


class OfflineError(UsageError):
    """A question needs the network, and the user did not ask for it."""


class RateLimited(NetworkError):  # noqa: N818 - named for what the service said
    """The service asked us to wait (429 or 503) longer or more often than the deadline allows."""


class Refused(NetworkError):  # noqa: N818 - named for what the service said
    """The service refuses this client (401, 403)."""


class BrokenAnswer(NetworkError):  # noqa: N818 - named for what came
    """An answer came that is not the promised format: an HTML error page, cut JSON, a wrong content type."""


class DeadlineReached(NetworkError):  # noqa: N818 - named for what happened
    """No complete answer before the deadline."""

    exit_code = 4
