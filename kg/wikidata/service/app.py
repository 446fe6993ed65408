"""The reconciliation service as an ASGI application: `/{ar|en}/api` answers from the snapshot, `/entities/{ar|en}/api` from
our own entities, `/` lists both. Local by default; reads only; every origin may read (the protocol demands it)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TypeVar
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.errors import UsageError
from kg.wikidata.service import answers, protocol
from kg.wikidata.service.protocol import Json
from kg.wikidata.service.source import Source

_T = TypeVar("_T")
# More than this is no batch of names (bytes).
_LARGEST = 4_000_000


class _TooMany(UsageError):  # noqa: N818 - named for what came
    """More queries in one batch than the manifest allows."""


def create(sources: Mapping[str, Source], draft: bool = False) -> Starlette:
    """The application. `sources`: what answers below a path prefix ("", "/entities"); `draft` adds the 1.0 draft."""
    routes = [Route("/", _Root(sources))]
    for prefix, source in sources.items():
        endpoint = _Endpoint(source, draft)
        base = prefix + "/{language:str}/api"
        routes += [
            Route(base, endpoint.service, methods=["GET", "POST"]),
            Route(base + "/suggest/{what:str}", endpoint.suggest),
            Route(base + "/preview", endpoint.preview),
            Route(base + "/properties", endpoint.properties),
            Route(base + "/extend/propose", endpoint.properties),
        ]
        if draft:
            routes += [
                Route(base + "/match", endpoint.match, methods=["POST"]),
                Route(base + "/reconcile", endpoint.match, methods=["POST"]),
                Route(base + "/extend", endpoint.extend, methods=["POST"]),
            ]
    cors = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST", "OPTIONS"], allow_headers=["*"])
    return Starlette(routes=routes, middleware=[cors], exception_handlers={UsageError: _refuse})


async def _refuse(_: Request, error: Exception) -> Response:
    status = 413 if isinstance(error, _TooMany) else 400
    return JSONResponse({"status": "error", "message": str(error)}, status_code=status)


class _Root:
    """Which endpoints there are."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources

    async def __call__(self, scope: dict[str, object], receive: Callable[..., object], send: Callable[..., object]) -> None:
        listed = {f"{prefix}/{lang}/api": s.name[lang] for prefix, s in self.sources.items() for lang in ("ar", "en")}
        await JSONResponse({"endpoints": listed})(scope, receive, send)  # type: ignore[arg-type]


class _Endpoint:
    """One source in two languages."""

    def __init__(self, source: Source, draft: bool) -> None:
        self.source = source
        self.draft = draft

    async def service(self, request: Request) -> Response:
        """Manifest, single query, batch of queries or data extension, whichever the parameters say."""
        language = _language(request)
        form: Mapping[str, str] = request.query_params
        if request.method == "POST":
            # The protocol's forms are URL-encoded; a field given twice counts once, the first time.
            body = (await _limited(request)).decode("utf-8", "replace")
            form = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
        if "queries" in form:
            return await self._batch(form["queries"], language)
        if "query" in form:
            raw = _single(form["query"])
            found = await _aside(lambda: self._one(raw, language))
            return JSONResponse({"result": found})
        if "extend" in form:
            wanted = _json(form["extend"])
            return JSONResponse(await _aside(lambda: answers.extend(self.source, wanted, language, draft=False)))
        return JSONResponse(answers.manifest(self.source, _root(request), language, self.draft and _wants_draft(request)))

    def _one(self, raw: Json, language: str) -> list[Json]:
        query, limit = protocol.query_of(raw, self.source)
        return protocol.candidates(query, limit, self.source, language)

    async def _batch(self, text: str, language: str) -> Response:
        queries = _json(text)
        if not isinstance(queries, dict):
            raise UsageError("queries must be an object of queries")
        if len(queries) > answers.BATCH * 4:
            raise _TooMany(f"{len(queries)} queries in one batch; at most {answers.BATCH * 4}")
        found = await _aside(lambda: {key: {"result": self._one(raw, language)} for key, raw in queries.items()})
        return JSONResponse(found)

    async def match(self, request: Request) -> Response:
        """A batch of the 1.0 draft: conditions in, candidates in the same order out."""
        language = _language(request)
        raw = _json((await _limited(request)).decode("utf-8", "replace"))
        if not isinstance(raw, dict) or not isinstance(raw.get("queries"), list):
            raise UsageError("the body must be an object with queries")
        queries = raw["queries"]
        assert isinstance(queries, list)
        if len(queries) > answers.BATCH:
            raise _TooMany(f"{len(queries)} queries in one batch; at most {answers.BATCH}")
        found = await _aside(lambda: [{"candidates": self._draft(q, language)} for q in queries])
        return JSONResponse({"results": found})

    def _draft(self, raw: Json, language: str) -> list[Json]:
        query, limit = protocol.draft_query_of(raw, self.source)
        return protocol.candidates(query, limit, self.source, language, draft=True)

    async def suggest(self, request: Request) -> Response:
        p = request.query_params
        language, cursor, limit = _language(request), _number(p.get("cursor")) or 0, _number(p.get("limit"))
        what, prefix = request.path_params["what"], p.get("prefix", "")[:200]
        return JSONResponse(await _aside(lambda: answers.suggest(self.source, what, prefix, limit, cursor, language)))

    async def preview(self, request: Request) -> Response:
        identifier = request.query_params.get("id", "")[:200]
        item = self.source.item(identifier)
        page = answers.preview(item, identifier, self.source, _language(request))
        return HTMLResponse(page, status_code=200 if item else 404)

    async def properties(self, request: Request) -> Response:
        p = request.query_params
        limit = _number(p.get("limit"))
        return JSONResponse(answers.proposals(self.source, p.get("type", ""), limit, _language(request)))

    async def extend(self, request: Request) -> Response:
        raw, language = _json((await _limited(request)).decode("utf-8", "replace")), _language(request)
        return JSONResponse(await _aside(lambda: answers.extend(self.source, raw, language, draft=True)))


async def _aside(work: Callable[[], _T]) -> _T:
    """Runs the matcher beside the event loop, so that a long batch does not hold up a suggestion."""
    return await run_in_threadpool(work)


async def _limited(request: Request) -> bytes:
    body = await request.body()
    if len(body) > _LARGEST:
        raise _TooMany(f"body of {len(body)} bytes; at most {_LARGEST}")
    return body


def _language(request: Request) -> str:
    language = str(request.path_params["language"])
    if language not in ("ar", "en"):
        raise UsageError(f"no language {language!r} here; ar or en")
    return language


def _number(text: str | None) -> int | None:
    """A whole number of a query parameter; None for anything else."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else None


def _wants_draft(request: Request) -> bool:
    return "1.0" in request.headers.get("accept", "") or request.query_params.get("version", "").startswith("1.0")


def _root(request: Request) -> str:
    return str(request.url.replace(query="", fragment="")).rstrip("/")


def _json(text: str) -> Json:
    try:
        value: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not JSON: {error}") from error
    return value


def _single(text: str) -> Json:
    """The `query` parameter of version 0.1: a query object, or just a name."""
    return _json(text) if text.lstrip().startswith("{") else {"query": text}
