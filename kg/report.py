"""What the validator finds in an article graph: results, the sentence each is about, and the report as Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.iri import Iri, Names
from kg.term import Literal, Term, ntriples
from kg.vocabulary import PROV, RDF, SH, XSD, M

_SH = SH.result.removesuffix("result")
_SEVERITY = {"Violation": SH.Violation, "Warning": SH.Warning, "Info": SH.Info}
# A sentence ends at a line end or after one of these; good enough to quote, whatever the language.
_SENTENCE_END = re.compile(r"[\n\r]|(?<=[.!?؟۔])\s")
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One finding. `path` and `value` may be empty; `sentence` is the sentence of the article it is about, verbatim."""

    severity: str
    shape: str
    focus: str
    path: str
    value: str
    message_en: str
    message_ar: str
    component: str
    sentence: str | None = None

    def __str__(self) -> str:
        where = f" «{self.sentence}»" if self.sentence else ""
        value = f" [{self.value}]" if self.value and len(self.value) <= 120 else ""
        return f"{self.severity}: {self.message_en}: <{self.focus}>{value}{where}"


@dataclass(frozen=True, slots=True)
class Report:
    """All findings on one article graph, sorted. It conforms when none is a violation."""

    article: str | None
    results: tuple[Result, ...]

    @property
    def conforms(self) -> bool:
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        return tuple(r for r in self.results if r.severity == "Violation")


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of `text` around the code points `start` to `end`, cut to 400 characters."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    first = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, max(end, first))
    return text[first : stop.start() if stop else len(text)].strip()[:_LONGEST_SENTENCE]


def turtle(reports: Iterable[Report], names: Names) -> bytes:
    """The reports as one Turtle file: SHACL's own vocabulary, no blank nodes, the same bytes for the same findings."""
    blocks = [f"@prefix sh: <{_SH}> .\n"]
    for report in sorted(reports, key=lambda r: (r.article or "", [_key(x) for x in r.results])):
        blocks += _blocks(report, names)
    return "\n".join(blocks).encode("utf-8")


def _blocks(report: Report, names: Names) -> list[str]:
    nodes = [(names.hashed("result", report.article or "", *_key(r)), r) for r in report.results]
    head: list[tuple[Iri, Term]] = [
        (RDF.type, SH.ValidationReport),
        (SH.conforms, Literal("true" if report.conforms else "false", XSD.boolean)),
    ]
    if report.article:
        head.append((PROV.wasDerivedFrom, Iri(report.article)))
    head += [(SH.result, node) for node, _ in nodes]
    own = names.hashed("report", report.article or "", *(node for node, _ in nodes))
    return [_block(own, head), *(_block(node, _pairs(r)) for node, r in nodes)]


def _key(result: Result) -> tuple[str, ...]:
    return (result.severity, result.shape, result.focus, result.path, result.value, result.component)


def _pairs(result: Result) -> list[tuple[Iri, Term]]:
    pairs: list[tuple[Iri, Term]] = [
        (RDF.type, SH.ValidationResult),
        (SH.resultSeverity, _SEVERITY[result.severity]),
        (SH.focusNode, Iri(result.focus)),
        (SH.sourceShape, Iri(result.shape)),
        (SH.sourceConstraintComponent, Iri(result.component)),
        (SH.resultMessage, Literal(result.message_en, language="en")),
        (SH.resultMessage, Literal(result.message_ar, language="ar")),
    ]
    if result.path:
        pairs.append((SH.resultPath, Iri(result.path)))
    if result.value:
        pairs.append((SH.value, Literal(result.value)))
    if result.sentence:
        pairs.append((M.sentence, Literal(result.sentence)))
    return pairs


def _block(subject: Iri, pairs: list[tuple[Iri, Term]]) -> str:
    lines = [f"  {_short(p)} {_short(o) if isinstance(o, Iri) else ntriples(o)}" for p, o in pairs]
    return f"<{subject}>\n" + " ;\n".join(lines) + " .\n"


def _short(iri: Iri) -> str:
    """The IRI in Turtle; terms of SHACL with their prefix."""
    local = iri.removeprefix(_SH)
    return f"sh:{local}" if local != iri and local.isalnum() else f"<{iri}>"
