"""What a person sees when judging a link: the sentence, the candidates and what speaks for each, in Arabic and English.

Pure text in, text out: the terminal belongs to the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.table import clean
from kg.wikidata.linking import Proposal
from kg.wikidata.matcher import Candidate
from kg.wikidata.snapshot import Snapshot

_MARK = "‏"  # right-to-left mark: keeps an Arabic line in order behind a number or a Latin word
# Reason or feature -> (English, Arabic); the sign of the value decides for or against.
REASONS = {
    "low_score": ("the score is not high enough", "الدرجة غير كافية"),
    "ambiguous": ("another candidate is as good", "مرشح آخر بالقوة نفسها"),
    "weak_evidence": ("the identifier rests on weak evidence", "دليل المعرّف ضعيف"),
    "type_unsure": ("the kind does not quite fit", "النوع لا يطابق تماما"),
    "country_conflict": ("another country", "البلد مختلف"),
    "name_only": ("only the name agrees", "لا يتفق سوى الاسم"),
    "part_of_name": ("a word of the name is missing or too much", "كلمة ناقصة أو زائدة في الاسم"),
    "short_name": ("only part of the name", "جزء من الاسم فقط"),
    "no_candidate": ("nobody of this name in the snapshot", "لا مرشح بهذا الاسم"),
    "type_conflict": ("the name belongs to something of another kind", "الاسم لشيء من نوع آخر"),
    "no_name": ("a title without a name", "لقب بلا اسم"),
    "confident": ("clear", "واضح"),
}


def page(proposal: Proposal, quotes: Sequence[tuple[str, str]], snapshot: Snapshot) -> str:
    """The review of one entity: at most three sentences, then the candidates by number."""
    entity = proposal.entity
    english, arabic = REASONS.get(proposal.decision.reason, (proposal.decision.reason, ""))
    lines = [f"{_MARK}{clean(' ، '.join(entity.names[:4]))}", f"[{entity.type}]  {english}  ·  {arabic}", ""]
    for article, quote in quotes[:3]:
        lines += [f"{_MARK}« {_marked(clean(quote), entity.names)} »", f"    {article}"]
    lines.append("")
    for number, candidate in enumerate(proposal.decision.candidates, 1):
        lines += _candidate(number, candidate, snapshot)
    if not proposal.decision.candidates:
        lines.append("  –")
    return "\n".join(lines) + "\n"


def _marked(quote: str, names: Iterable[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        if name and name in quote:
            return quote.replace(name, f"[{name}]", 1)
    return quote


def _candidate(number: int, candidate: Candidate, snapshot: Snapshot) -> list[str]:
    item = candidate.item
    arabic = item.names.get("ar", ("",))[0]
    lines = [f"  {number}. {item.qid}  {item.label('en')}  {_MARK}{arabic}  ({item.type}, {candidate.score:.0f}/100)"]
    for office in item.offices[:3]:
        post = snapshot.items[office.position].label("en") if office.position in snapshot.items else ""
        land = snapshot.items[office.country].label("ar") if office.country in snapshot.items else ""
        lines.append(f"       {post}  {_MARK}{land}  {office.start}–{office.end}")
    shown = [f"{name} {value:+.2f}" for name, value in candidate.features.items() if value and name != "words"]
    lines.append("       " + "  ".join(shown))
    return lines
