"""From an article and its claims to the article's graph: sorted canonical N-Quads, no blank nodes, no clock.

The graph holds the article's description, its extraction run, the referents and frames it speaks of, and its claims with
their evidence. Every IRI is a hash of what it names, so the same article read by the same rules gives the same bytes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from kg import __version__
from kg.claim import ArticleRecord, Claim, Modality, PartialDate, Referent, Slot, Span
from kg.errors import EvidenceError
from kg.iri import Iri, Names, web_iri
from kg.term import Literal, Term, date, decimal, integer, ntriples, plain, quoted
from kg.vocabulary import DCT, OA, PROV, RDF, RDFS, SCHEMA, XSD, M

# Texts taken over from the article carry its language; codes, units and names of sums do not.
_IN_ARTICLE_LANGUAGE = frozenset({M.statedContent, M.purpose, M.sideTopic})
_LANGUAGES = frozenset({"ar", "en", "fr"})


def unusable(record: ArticleRecord, claim: Claim) -> str | None:
    """Why the evidence of a claim cannot be cited, or None where it can."""
    for span in claim.evidence:
        if not 0 <= span.start < span.end <= len(record.text):
            return f"span {span.start}-{span.end} lies outside the text of {len(record.text)} characters or is empty"
        if record.text[span.start : span.end].isspace():
            return f"span {span.start}-{span.end} is blank"
        if record.boilerplate and _in_boilerplate(record.boilerplate, span):
            return f"span {span.start}-{span.end} cites boilerplate"
    return None


def _in_boilerplate(furniture: Sequence[Span], span: Span) -> bool:
    """Whether a span touches one of those of site furniture, which follow each other in the text."""
    number = bisect_left(furniture, span.end, key=_start)
    return number > 0 and furniture[number - 1].end > span.start


def _start(span: Span) -> int:
    return span.start


def article_quads(record: ArticleRecord, claims: Sequence[Claim], names: Names) -> bytes:
    """The graph of one article as sorted N-Quads lines.

    Raises EvidenceError for a claim whose evidence is empty, out of range, blank or in a boilerplate span.
    """
    for claim in claims:
        if reason := unusable(record, claim):
            raise EvidenceError(f"{record.name}: {claim.rule}: {reason}")
    writer = _Writer(record, names)
    writer.describe_article()
    for referent in merged(claims):
        writer.add_referent(referent)
    for claim in claims:
        writer.add_claim(claim)
    return writer.bytes()


def merged(claims: Iterable[Claim]) -> list[Referent]:
    """All referents that the claims speak of, one per type and key, in order of first occurrence.

    Surfaces and slots are united; of labels and authority the first that is known is kept.
    """
    found: dict[tuple[Iri, str], Referent] = {}
    seen: dict[int, Referent] = {}  # keeps every visited object alive, so that an id is never used twice
    for claim in claims:
        for part in (claim.subject, claim.object, claim.attributed_to):
            if isinstance(part, Referent):
                _gather(part, found, seen)
    return list(found.values())


def _gather(referent: Referent, found: dict[tuple[Iri, str], Referent], seen: dict[int, Referent]) -> None:
    """Adds a referent and those of its slots to what was found."""
    if id(referent) in seen:
        return
    seen[id(referent)] = referent
    place = (referent.type, referent.key)
    found[place] = _united(found[place], referent) if place in found else referent
    for _, value in referent.slots:
        if isinstance(value, Referent):
            _gather(value, found, seen)


def _united(one: Referent, other: Referent) -> Referent:
    if one == other:
        return one
    return replace(
        one,
        label_ar=one.label_ar or other.label_ar,
        label_en=one.label_en or other.label_en,
        label_fr=one.label_fr or other.label_fr,
        authority=one.authority or other.authority,
        surfaces=tuple(dict.fromkeys((*one.surfaces, *other.surfaces))),
        slots=tuple(dict.fromkeys((*one.slots, *other.slots))),
    )


def claim_nodes(record: ArticleRecord, claim: Claim, names: Names) -> tuple[Iri, Iri, frozenset[Iri]]:
    """The IRIs of a claim, of its subject, and of every referent that it or its subject's slots speak of."""
    writer = _Writer(record, names)
    spoken_of = frozenset(writer.ref(referent) for referent in merged([claim]))
    return writer.claim_iri(claim), writer.ref(claim.subject), spoken_of


def _written(predicate: Iri, value: Term) -> str:
    # Joined, not formatted: formatting copies every IRI to a plain string first.
    return "<" + predicate + "> " + ("<" + value + ">" if isinstance(value, Iri) else ntriples(value))


# What stands in every graph many times is written once: whole lines, and lines up to an IRI or the words of a text.
_CLAIM = (_written(RDF.type, M.Claim), _written(RDF.type, RDF.Statement))
_REFERENT = _written(RDF.type, M.Referent)
_RESOURCE = _written(RDF.type, OA.SpecificResource)
_POSITION = _written(RDF.type, OA.TextPositionSelector)
_QUOTE = _written(RDF.type, OA.TextQuoteSelector)
_MODALITIES = {modality: _written(M.modality, getattr(M, modality.value)) for modality in Modality}
_SUBJECT, _OBJECT, _EVIDENCE = f"<{RDF.subject}> <", f"<{RDF.object}> ", f"<{M.evidence}> <"
_SELECTOR, _EXACT, _SURFACE = f"<{OA.hasSelector}> <", f"<{OA.exact}> ", f"<{M.surface}> "
_START, _END, _NUMBER = f'<{OA.start}> "', f'<{OA.end}> "', f'"^^<{XSD.integer}>'


class _Writer:
    """Collects the lines of one article graph."""

    def __init__(self, record: ArticleRecord, names: Names) -> None:
        self.record = record
        self.names = names
        self.article = names.article(record.sha256)
        self.run = names.hashed("run", __version__)
        self.tail = " <" + names.article_graph(record.sha256) + "> .\n"
        self.language = record.language if record.language in _LANGUAGES else None
        self.lines: dict[str, set[str]] = {}  # predicates and values by subject, as each line begins with it
        self.refs: dict[tuple[Iri, str], Iri] = {}
        self.cited: dict[Span, str] = {}  # the lines that cite a span
        self.rules: dict[str, str] = {}
        self.shares: dict[float, str] = {}
        self.claims: set[Iri] = set()
        origin = (_written(PROV.wasDerivedFrom, self.article), _written(PROV.wasGeneratedBy, self.run))
        self.of_claims = (*_CLAIM, *origin)
        self.source = _written(OA.hasSource, self.article)

    def bytes(self) -> bytes:
        # No IRI has a ">" in it: sorted by subject and then by the rest, lines are sorted as a whole.
        tail, lines = self.tail, self.lines
        written = [head + (tail + head).join(sorted(lines[head])) + tail for head in sorted(lines)]
        # Most of these have no letter beyond ASCII: one by one they are encoded several times faster than as one text.
        return b"".join([block.encode("utf-8") for block in written])

    def add(self, subject: Iri, *said: tuple[Iri, Term]) -> None:
        """What is said of a subject, a predicate and a value each."""
        self.put(subject, {_written(predicate, value) for predicate, value in said})

    def put(self, subject: Iri, lines: set[str]) -> None:
        """What is said of a subject, already written."""
        known = self.lines.setdefault("<" + subject + "> ", lines)
        if known is not lines:
            known.update(lines)

    def describe_article(self) -> None:
        record, article = self.record, self.article
        self.add(article, (RDF.type, SCHEMA.NewsArticle))
        self.add(article, (RDF.type, PROV.Entity))
        self.add(article, (DCT.identifier, Literal(f"sha256:{record.sha256}")))
        self.add(article, (M.articleName, Literal(record.name)))
        self.add(article, (M.text, Literal(record.text)))
        self.add(article, (SCHEMA.inLanguage, Literal(record.language)))
        if record.published:
            self.add(article, (SCHEMA.datePublished, date(record.published)))
        if record.published_basis:
            self.add(article, (M.dateBasis, Literal(record.published_basis)))
        if record.title:
            self.add(article, (SCHEMA.headline, Literal(record.title)))
        if record.url and (address := web_iri(record.url)):
            self.add(article, (SCHEMA.url, Literal(address, XSD.anyURI)))
        if record.publisher and (name := plain(record.publisher)):
            outlet = self.names.hashed("outlet", name)
            self.add(article, (SCHEMA.publisher, outlet))
            self.add(outlet, (RDF.type, M.Outlet))
            self.add(outlet, (RDFS.label, Literal(name)))
        for span in record.boilerplate:
            self.add(article, (M.boilerplateSpan, Literal(f"{span.start}-{span.end}")))
        software = self.names.entity(f"software/mahdar-{__version__}")
        self.add(self.run, (RDF.type, PROV.Activity))
        self.add(self.run, (RDF.type, M.ExtractionRun))
        self.add(self.run, (PROV.wasAssociatedWith, software))
        self.add(software, (RDF.type, PROV.SoftwareAgent))

    def ref(self, referent: Referent) -> Iri:
        place = (referent.type, referent.key)
        if place not in self.refs:
            self.refs[place] = self.names.hashed("ref", self.record.sha256, *place)
        return self.refs[place]

    def value(self, predicate: Iri, value: Slot) -> Term:
        """The object of a slot or of a claim as a term."""
        if isinstance(value, Referent):
            return self.ref(value)
        if isinstance(value, Iri):
            return value
        if isinstance(value, str):
            return Literal(value, language=self.language if predicate in _IN_ARTICLE_LANGUAGE else None)
        if isinstance(value, PartialDate):
            return date(value)
        return decimal(value) if isinstance(value, Decimal) else integer(value)

    def add_referent(self, referent: Referent) -> None:
        said = {_REFERENT, _written(M.referentType, referent.type)}
        for language, label in (("ar", referent.label_ar), ("en", referent.label_en), ("fr", referent.label_fr)):
            if label and (shown := plain(label)):
                said.add(_written(RDFS.label, Literal(shown, language=language)))
        said.update([_SURFACE + quoted(surface) for surface in referent.surfaces])
        if referent.authority:
            said.add(_written(M.authority, self.names.entity(referent.authority)))
        said.update([_written(predicate, self.value(predicate, value)) for predicate, value in referent.slots])
        self.put(self.ref(referent), said)

    def claim_iri(self, claim: Claim) -> Iri:
        said = ntriples(self.value(claim.predicate, claim.object))
        return self._claim_iri(claim, self.ref(claim.subject), said, sorted(set(claim.evidence)))

    def _claim_iri(self, claim: Claim, subject: Iri, value: str, spans: Sequence[Span]) -> Iri:
        cited = ",".join([f"{s.start}-{s.end}" for s in spans])
        return self.names.hashed("claim", self.record.sha256, claim.rule, cited, subject, claim.predicate, value)

    def rule(self, name: str) -> str:
        """The line that names a rule."""
        if name not in self.rules:
            self.rules[name] = _written(M.method, self.names.entity(f"rule/{name}"))
        return self.rules[name]

    def confidence(self, share: float) -> str:
        if share not in self.shares:
            self.shares[share] = _written(M.confidence, decimal(share))
        return self.shares[share]

    def add_claim(self, claim: Claim) -> None:
        subject = self.ref(claim.subject)
        value = ntriples(self.value(claim.predicate, claim.object))
        spans = sorted(set(claim.evidence)) if len(claim.evidence) > 1 else claim.evidence
        node = self._claim_iri(claim, subject, value, spans)
        if node in self.claims:  # the same rule said the same of the same words: the first statement stands
            return
        self.claims.add(node)
        said = {
            *self.of_claims, _SUBJECT + subject + ">", _written(RDF.predicate, claim.predicate), _OBJECT + value,
            _MODALITIES[claim.modality], self.confidence(claim.confidence), self.rule(claim.rule),
        }
        if claim.attributed_to:
            said.add(_written(PROV.wasAttributedTo, self.ref(claim.attributed_to)))
        said.update(map(self.cite, spans))
        self.put(node, said)

    def cite(self, span: Span) -> str:
        """The line that cites a quotation, which is itself written once however many claims cite it."""
        known = self.cited.get(span)
        if known is not None:
            return known
        start, end = str(span.start), str(span.end)
        where = (self.record.sha256, start, end)
        node = self.names.hashed("evidence", *where)
        position = self.names.hashed("position", *where)
        quote = self.names.hashed("quote", *where)
        self.put(node, {_RESOURCE, _SELECTOR + position + ">", _SELECTOR + quote + ">", self.source})
        self.put(position, {_POSITION, _START + start + _NUMBER, _END + end + _NUMBER})
        self.put(quote, {_QUOTE, _EXACT + quoted(self.record.text[span.start : span.end])})
        known = self.cited[span] = _EVIDENCE + node + ">"
        return known
