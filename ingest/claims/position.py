"""Who holds which office: one tenure for every named person whose title the article gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.claims import tenure_dates
from ingest.fold import fold
from ingest.lexicon import read_toml, read_tsv
from ingest.mention import Kind, Mention, Post, Reading
from ingest.mentions.words.title_heads import title_words
from ingest.parts import Zone
from kg.claim import Claim, Modality, Referent, Span
from kg.iri import Iri
from kg.vocabulary import M

_RULES = {
    "title before the name": ("position.title_before", 0.95),
    "title after the name": ("position.title_after", 0.93),
    "list of holders of one office": ("position.list", 0.9),
}
_FAR = 80  # characters before an office in which its candidate may be told


@cache
def _candidate() -> re.Pattern[str]:
    """ "المرشح لمنصب وزير الخارجية فلان": who is only named for an office does not hold it."""
    words = read_toml("tenures.toml")["words"]
    return re.compile(rf"(?:{'|'.join(words['candidate'])})\s[^.،؛:\n]*?(?:{'|'.join(words['post'])})\s+$")


@cache
def _counterparts() -> frozenset[str]:
    rows = (row for row in read_tsv("titles.tsv") if row["class"] == "counterpart")
    return frozenset(form for row in rows for form in row["forms"].split("|"))


def extract(reading: Reading) -> Iterator[Claim]:
    """The offices of every person from the one phrase that names them most fully, with title and name as evidence."""
    furniture = {i for s in reading.document.sentences if s.zone is Zone.BOILERPLATE for i in range(s.first, s.last)}
    over = {(m.referent, p.label_en) for m in reading.mentions for p in m.posts if p.former and m.kind is Kind.PERSON}
    chosen: dict[Referent, Mention] = {}
    for mention in reading.mentions:
        if mention.kind is not Kind.PERSON or mention.post is None or mention.referent is None:
            continue
        if mention.first in furniture:
            continue
        if fold(mention.post.surface) in title_words()["former"]:
            continue  # "المخلوع عمر …" tells what has become of him and no office
        if " " not in mention.post.surface and not mention.post.former and (mention.referent, mention.post.label_en) in over:
            continue  # "الرئيس مبارك" where "الرئيس السابق حسني مبارك" is told
        old = chosen.get(mention.referent)
        if old is None or _rank(mention, mention.post) < _rank(old, old.post):
            chosen[mention.referent] = mention
    times = _times(reading)
    for person, mention in chosen.items():
        whole = reading.span(mention)
        for post in mention.posts:
            if _candidate().search(reading.document.text[max(0, post.span.start - _FAR) : post.span.start]):
                continue
            if post.label_ar.split()[0] in _counterparts():
                continue  # "الوزراء مع نظيرهم الأمريكي فلان": which office it is nobody before him tells
            claim = _claim(person, mention, post, Span(min(whole.start, post.span.start), max(whole.end, post.span.end)))
            yield claim
            yield from times.get(claim.subject, ())


def _times(reading: Reading) -> dict[Referent, list[Claim]]:
    """Since when and until when the offices are held, by frame; of several tellings of one the first."""
    found: dict[Referent, dict[Iri, Claim]] = {}
    for told in tenure_dates.told(reading):
        if told.person.referent is not None:
            frame = tenure(told.person.referent, told.post)
            for predicate, date in told.dates:
                claim = Claim(frame, predicate, date, told.modality, (told.evidence,), 0.8, "position.time")
                found.setdefault(frame, {}).setdefault(predicate, claim)
    return {frame: [*claims.values()] for frame, claims in found.items()}


_VAGUE = frozenset({"Minister", "Official", "Deputy", "Secretary", "Founder", None})
"""Labels of offices that another phrase may say more of."""
_LED = frozenset({"Leader", "Leading member"})
"""With a country alone these say less than with the party that is led."""


def _rank(mention: Mention, post: Post | None) -> tuple[bool, bool, bool, bool, int]:
    """Held before former, spelled out before one word, a matter before none, a body before none, early before late."""
    if post is None:
        return True, True, True, True, mention.first
    led = post.label_en in _LED and post.of is not None and post.of.type == M.Country  # "الزعيم التركي"
    return post.former, " " not in post.surface, led or post.label_en in _VAGUE, post.of is None, mention.first


def post_referent(post: Post) -> Referent:
    """The office as the article names it, with its body."""
    key = "\x1f".join((post.label_ar, post.of.key if post.of else ""))
    # a body that only this article knows stays in the words of the office; as an owner it could not be told from others
    slots = ((M.topicBody, post.of),) if post.of and post.of.authority else ()
    return Referent(M.Post, key, post.label_ar, post.label_en, None, (post.surface,), slots=slots)


def tenure(person: Referent, post: Post) -> Referent:
    """The frame of one person in one office."""
    office = post_referent(post)
    return Referent(M.Tenure, f"{person.key}\x1f{office.key}", slots=((M.topicPerson, person), (M.topicPost, office)))


def _status(post: Post) -> Iri:
    if post.former:
        return M.FormerOffice
    return M.DesignateOffice if post.designate else M.InOffice


def _claim(person: Referent, mention: Mention, post: Post, span: Span) -> Claim:
    rule, confidence = _RULES.get(mention.reason, ("position.other", 0.8))
    if mention.reason == "title before the name" and post.surface.split()[0] not in post.label_ar:
        rule = "position.counterpart"
    return Claim(tenure(person, post), M.tenureStatus, _status(post), Modality.ASSERTED, (span,), confidence, rule)
