"""Looks at a user's SPARQL before an engine does: deep nesting kills the engine's process, and SERVICE calls the network.

Only the outside of strings, comments and IRIs counts, with `\\uXXXX` escapes read as the engine reads them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.errors import UsageError

LENGTH_LIMIT = 64_000  # code points
NESTING_LIMIT = 128
_RUN_LIMIT = 500  # operators in a chain: `!!!…`, `a/b/c/…`, UNION after UNION

_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"' r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>" r"|#[^\n\r]*",
    re.DOTALL,
)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
# a keyword, neither a variable nor a part of a prefixed name
_SERVICE = re.compile(r"(?<![?$:\w-])SERVICE(?![\w:-])", re.IGNORECASE)
_CHAINED = re.compile(r"!|\+|\*|/|-|\||&|\bUNION\b|\bOPTIONAL\b|\bMINUS\b", re.IGNORECASE)
_DECLARED = re.compile(r"\bPREFIX\s{1,1000}([\w.-]*):", re.IGNORECASE)
_PREFIX = re.compile(r"(?<![\w.:?$%\\-])([\w.-]*):(?!//)")
_REASON_LIMIT = 200  # characters of what an engine says


def check(query: str) -> str:
    """The query form ("select", "ask", "construct", "describe"). Raises UsageError with the reason for a refusal."""
    if len(query) > LENGTH_LIMIT:
        raise UsageError(f"the query is longer than {LENGTH_LIMIT} characters")
    outside = bare(query)
    depth = 0
    for char in outside:
        if char in "({[":
            depth += 1
            if depth > NESTING_LIMIT:
                raise UsageError(f"the query nests deeper than {NESTING_LIMIT} brackets")
        elif char in ")}]":
            depth -= 1
    if len(_CHAINED.findall(outside)) > _RUN_LIMIT:
        raise UsageError(f"the query chains more than {_RUN_LIMIT} operators")
    if _SERVICE.search(outside):
        raise UsageError("SERVICE is not allowed: queries stay on this machine")
    form = _FORM.search(outside)
    if form is None:
        update = _UPDATE.search(outside)
        if update:
            raise UsageError(f"{update.group(1).upper()} changes the store; `mahdar query` only reads")
        raise UsageError("no SELECT, ASK, CONSTRUCT or DESCRIBE in the query")
    return form.group(1).lower()


def bare(query: str, iris: bool = False) -> str:
    """The query without its strings and comments, and without its IRIs unless they are asked for."""
    return _OPAQUE.sub(lambda m: m[0] if iris and m[0][0] == "<" else " ", _CODE_POINT.sub(_unescaped, query))


def reason(query: str, said: str, known: Collection[str] = ()) -> str:
    """Why an engine could not read a query, in one short line: a prefix that is neither known nor declared, which engines
    tell as any other fault; else what it said, cut short, for it tells its whole grammar."""
    outside = bare(query)
    declared = {"_", *known, *_DECLARED.findall(outside)}
    unknown = next((name for name in _PREFIX.findall(outside) if name not in declared), None)
    if unknown is not None:
        return f"unknown prefix {unknown}:"
    short = " ".join(said.split())
    return short if len(short) <= _REASON_LIMIT else short[:_REASON_LIMIT].rstrip() + "…"


def _unescaped(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
