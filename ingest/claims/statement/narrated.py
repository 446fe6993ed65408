"""Where the narrator takes over behind reported words: "...، يأتي ذلك بعد", "... من دون مزيد من التفاصيل", "...، كما رحب بها
الوزير", "...، وهو ما نفته الحكومة", "...، حسب وصف البيان"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause
from ingest.claims.speech import openings, verb_at, verbs
from ingest.document import Zone
from ingest.mention import Kind
from kg.claim import Referent

_DETAILS = 7   # elements of "من دون تقديم مزيد من المعلومات"
_SOURCE = 5    # elements of a source that closes a sentence
_FRONTED = 4   # elements of "ومن جانبها" before the next report
_PRONOUNS = ("", "ه", "ها", "ته", "تها")
_OF_THINGS = frozenset({"noun", "about", "with", "of"})


def narrated(row: Clause, begin: int, end: int, intro: str, gender: str) -> int:
    """The element before which reported words end since the narrator speaks again; `end` if he does not. `gender` is that of
    the verb that reports them."""
    things, gate, headline = intro in _OF_THINGS, _gate(), row.sentence.zone is Zone.TITLE
    for i, norm in enumerate(row.norms[begin + 1 : end], begin + 1):
        if (not headline and norm not in gate) or row.inside[i]:
            continue
        if headline and _next_headline(row, i):
            return i
        apart = row.norm(i - 1) in COMMAS
        if row.norm(i - 1) in openings()["contrast"] and row.norm(i - 2) in COMMAS and _kept_back(row, i, True):
            return i - 2  # "، لكن من دون ذكر مزيد من التفاصيل"
        if _told_on(row, i, apart) or _kept_back(row, i, apart) or _judged_by_another(row, i, apart):
            return i - apart
        if things and (_meanwhile(row, i, apart, gender) or _joined(row, begin, i)):
            return i - apart
    return min(_source(row, begin, end), _fronted(row, begin, end))


@cache
def _gate() -> frozenset[str]:
    """The words with which the narrator may take over."""
    names = ("comes", "addressed", "but_he", "and_not", "without", "of", "likewise", "which", "in", "and_this")
    return _joining().union(*(openings()[name] for name in names))


@cache
def _joining() -> frozenset[str]:
    """The presents of the verbs of saying that hardly are anything else, joined by و: "وتصف"."""
    known = verbs().items()
    return frozenset("و" + form for form, verb in known if verb.present and not (verb.strict or verb.participle))


def _told_on(row: Clause, i: int, apart: bool) -> bool:
    """"، يأتي ذلك بعد ساعات من", "، ووجه حديثه إلى"."""
    words, following = openings(), row.norm(i + 1)
    if row.norm(i) in words["comes"] and following in words["came_this"]:
        return apart
    return apart and row.norm(i) in words["addressed"] and following in words["his_talk"]


def _kept_back(row: Clause, i: int, apart: bool) -> bool:
    """"دون مزيد من التفاصيل", "لكنه لم يوضح كيف", "دون أن يحدد موعدا": what the speaker did not say."""
    words, norm = openings(), row.norm(i)
    if norm in words["but_he"] or norm in words["and_not"]:
        negated = i + (norm in words["but_he"])
        return row.norm(negated) in words["and_not"] and row.norm(negated + 1) in words["kept_back"] and (
            apart or norm in words["but_he"])
    if norm not in words["without"] and not (norm in words["of"] and row.norm(i + 1) in words["without"]):
        return False
    ahead = [row.norm(k) for k in range(i + 1, i + 1 + _DETAILS)]
    ahead = ahead[: next((k for k, word in enumerate(ahead) if word in COMMAS | STOPS), len(ahead))]
    unsaid = any(word in words["kept_back"] and before == "ان" for before, word in pairwise(ahead))
    given = not words["giving"].isdisjoint(ahead) and not words["details"].isdisjoint(ahead)
    bare = len(ahead) < _DETAILS and not words["details"].isdisjoint(ahead[:2])  # "دون تفاصيل"
    return (apart or row.norm(i - 1) in QUOTES) and (unsaid or given or bare)


def _judged_by_another(row: Clause, i: int, apart: bool) -> bool:
    """"، كما رحب بها الوزير", "، وهو ما نفاه الجيش": what somebody else says of it."""
    if not apart:
        return False
    words, norm = openings(), row.norm(i)
    if norm in words["likewise"]:
        return another(row, i + 1) is not None
    start = i + 2
    if not (norm in words["which"] and row.norm(i + 1) in words["relative"] | words["what"]):
        return False
    told = row.norm(start)
    stems = (told.removesuffix(pronoun) for pronoun in _PRONOUNS[1:] if told.endswith(pronoun))
    verbs = (verb_at(form) for stem in stems for form in (stem, _with_ya(stem)))
    return any(verb is not None and not verb.participle for verb in verbs)


def another(row: Clause, at: int) -> Referent | None:
    """Who judges what was told before: the actor behind the verb at `at` in "، كما رحب بها الرئيس فلان"."""
    words, after = openings(), row.elements[at + 2] if at + 2 < len(row.elements) else None
    apart = row.norm(at - 1) in words["likewise"] and row.norm(at - 2) in COMMAS and row.norm(at + 1) in words["resumed"]
    if not apart or after is None or not after.is_actor or after.prefix or after.mention is None:
        return None
    return after.mention.referent if verb_at(row.norm(at)) is not None else None


def _with_ya(stem: str) -> str:
    """The verb whose last letter a pronoun changed: "نفاه" of "نفى"."""
    return stem[:-1] + "ي" if stem.endswith("ا") else stem


def _meanwhile(row: Clause, i: int, apart: bool, gender: str) -> bool:
    """"، في حين سارعت أوروبا", "، وذلك بعدما عارضت أنقرة", "، لكنها أبقت": behind a thing that is welcomed or condemned."""
    words, following = openings(), row.norm(i + 1)
    if not apart:
        return False
    while_ = row.norm(i) in words["in"] and following in words["while"]
    meanwhile = row.norm(i) in words["and_this"] and following in words["occasion"]
    himself = row.norm(i) in words["but_he"] and gender == ("f" if row.norm(i).endswith("ها") else "m")
    return while_ or meanwhile or himself


def _joined(row: Clause, begin: int, i: int) -> bool:
    """"استهداف المدنيين وتصف تحركاتها بأنها": a verb of saying joined to a thing, which no clause stands before."""
    if row.norm(i) not in _joining():
        return False
    clauses = openings()["relative"] | openings()["that"] | openings()["what"]
    before = [row.norm(k) for k in range(begin, i) if row.norm(k)]
    return not any(norm in clauses or verb_at(norm) is not None for norm in before)


def _next_headline(row: Clause, i: int) -> bool:
    """".." in a headline, or "وبكين تصف سياسة واشنطن": its next clause."""
    if row.norm(i) in ("..", "…") or (row.norm(i) == "." and row.norm(i + 1) == "."):
        return True
    element, verb = row.elements[i], verb_at(row.norm(i + 1))
    named = element.is_actor or element.kind is Kind.PLACE
    return named and element.prefix == "و" and verb is not None and verb.present and verb.form == row.norm(i + 1)


def _source(row: Clause, begin: int, end: int) -> int:
    """Where a source closes the sentence that nothing else is read from: "، حسب وصف البيان", "، وفق الكاتب"."""
    words = openings()
    last = len(row.elements)
    while last > begin and row.norm(last - 1) in STOPS | QUOTES:
        last -= 1
    if end < last:
        return end
    for i in range(max(begin + 2, last - _SOURCE), last - 1):
        if row.norm(i) not in words["source"] and row.norm(i) not in words["likewise"]:
            continue
        apart, following = row.norm(i - 1) in COMMAS | QUOTES, row.norm(i + 1)
        bare = following.removeprefix("ال")
        told = following in words["told_by"] or following in words["document"] or bare in words["calling"]
        conveyed = following in words["that_which"] and _conveys(row.norm(i + 2))
        came = row.norm(i) in words["likewise"] and following in words["came"] and row.norm(i + 2) in words["within"]
        closed = (words["that"] | COMMAS).isdisjoint(row.norms[i + 1 : last])
        source = row.norm(i) in words["source"] and (told or conveyed)
        if apart and closed and not row.inside[i] and (source or came):
            return i - (row.norm(i - 1) in COMMAS)
    return end


def _conveys(norm: str) -> bool:
    """"نقلته", "أوردته": a verb of conveying with its object."""
    return any(norm.removesuffix(pronoun) in openings()["conveyed"] for pronoun in _PRONOUNS if norm.endswith(pronoun))


def _fronted(row: Clause, begin: int, end: int) -> int:
    """"، ومن جانبها" before the verb of the next report."""
    words = openings()
    if end >= len(row.elements):
        return end
    for i in range(max(begin + 1, end - _FRONTED), end):
        fronting = words["of"] | words["in"] | words["fronting"]
        if row.norm(i - 1) in COMMAS and all(row.norm(k).removeprefix("و") in fronting for k in range(i, end)):
            return i - 1
    return end
