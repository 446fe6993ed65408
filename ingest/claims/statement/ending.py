"""Where a report ends: before the next one, at the close of its quotation, before the words that close it with a source.

A quotation that is still open runs on to its end.
"""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, Clause, is_small_quote
from ingest.claims.speech import openings, verb_at
from ingest.claims.statement.narrated import narrated
from ingest.claims.statement.sources import Cue
from ingest.document import Sentence
from ingest.mention import Kind, Reading
from kg.claim import Span

_SHORTEST = 3    # elements of content
_SHORT = {"feel": 1, "urge": 2, "deny": 1}
_OBJECTS = frozenset({"noun", "with"})
_OPENING = 4     # elements after which a report may be ended by another one without a comma
_NEXT = 9        # later reports of the sentence that may end a report
_SENTENCES = frozenset({"that", "colon", "source", "before"})  # openings of whole sentences
_RUN_ON = 5      # sentences a quotation may run on
_CLOSING = 12    # elements of the longest source that closes a report


def content(row: Clause, found: list[Cue], number: int) -> Span | None:
    """The words of one report: to the next report, to the end the construction gives, or to the end of the sentence."""
    cue = found[number]
    begin, least = cue.content, _SHORTEST
    end = _closed(row, begin) if cue.end is None else cue.end
    if cue.how == "source" and cue.end is not None and number > 0:
        return None  # the words before the source are somebody's report already
    end = min(end, _attribution(row, begin, end))
    for later in found[number + 1 : number + _NEXT]:
        if later.how == "source" and later.end == len(row.elements) and later.speakers == cue.speakers:
            continue  # "إذ باشرت اللجنة، على حد قوله، فرز الأصوات": the source interrupts the words
        before = row.norm(later.begin - 1)  # "قال إن الوزارة أعلنت ...", "إنه مع ذلك يرى البعض ...": still his words
        beside = later.verb is not None and later.verb.participle and later.intro != "noun"  # "... متعهدا بإعادة البناء"
        goes_on = later.how == "continued" and cue.intro == "noun" and row.norm(later.begin)[:1] == "و"
        beside = beside or (goes_on and later.speakers == cue.speakers)  # "أدانت الجريمة وطالبت"
        apart = before in COMMAS or _against(row, later.begin - 1)
        embedded = before in openings()["that"] or (later.begin - begin < _OPENING and not apart and not beside)
        if begin < later.begin < end and not embedded:
            end, least = later.begin, _SHORTEST - beside
    gender = "" if cue.verb is None else cue.verb.gender
    end = narrated(row, begin, _before_semicolon(row, begin, end, cue.intro), cue.intro, gender)
    least = min(least, _least(cue))
    loose = openings()["connective"] | (openings()["hanging"] if end < len(row.elements) else frozenset()) | COMMAS
    while end > begin and row.norm(end - 1) in loose:
        end -= 1
    span = row.span(begin, end)
    if span is None or (end - begin < least and not _amount(row, begin, end)):
        return None
    if end == len(row.elements) and row.left_open is not None and row.left_open >= begin - 1:
        return Span(span.start, _run_on(row.reading, row.sentence, span.end))
    return span


def _amount(row: Clause, begin: int, end: int) -> bool:
    """Whether what is told is an amount, however few its elements: "تعهدوا بنحو ملياري دولار"."""
    return any(element.kind is Kind.MONEY for element in row.elements[begin:end])


def _least(cue: Cue) -> int:
    """The elements of the shortest content: an attitude and a call need no clause ("رحبت فرنسا بالهدنة")."""
    short = cue.verb is not None and cue.how in ("named", "document") and not cue.verb.participle
    return _SHORT.get(cue.verb.act, _SHORTEST) if short and cue.verb is not None and cue.intro in _OBJECTS else _SHORTEST


def _against(row: Clause, at: int) -> bool:
    """Whether a word at `at`, behind a comma, sets what follows against what was said: "بالهدنة، بينما دعت ألمانيا"."""
    words = openings()
    at -= row.norm(at) in words["while"] and row.norm(at - 1) in words["in"]  # "في حين"
    return row.norm(at - 1) in COMMAS and (row.norm(at) in words["contrast"] or row.norm(at) in words["in"])


def _closed(row: Clause, begin: int) -> int:
    """The end of a sentence's report: the mark that closes its quotation where a comma follows, else the last element."""
    for opened in (begin, begin - 1, begin + 1):
        close = row.quote_end.get(opened)
        if close is None or is_small_quote(row, opened):
            continue
        placed = row.norm(close + 1) == "("  # the work that is quoted
        if placed or (opened <= begin and row.norm(close + 1) in COMMAS):
            return close + 1
    return len(row.elements)


def _attribution(row: Clause, begin: int, end: int) -> int:
    """Where the words begin that close a report with its own source: "...، بحسب ما ورد في بيان"; or `end`."""
    for i in range(max(begin + _SHORTEST, end - _CLOSING), end):
        apart = row.norm(i - 1) in COMMAS
        if not row.inside[i] and (_own_view(row, i, apart) or (apart and _told_there(row, i))):
            return end if any(row.norm(k) in COMMAS for k in range(i, end)) else i - apart
    return end


def _own_view(row: Clause, i: int, apart: bool) -> bool:
    """"في رأيه", "على حد قوله", "برأيها", "من وجهة نظره" at element `i`."""
    words = openings()
    first = row.norm(i)
    if not (first in words["on"] or first in words["his_view"] or first in words["in"] or first in words["of"]):
        return False
    ahead = (first, row.norm(i + 1), row.norm(i + 2))
    extent = ahead[0] in words["on"] and ahead[1] in words["extent"] and ahead[2] in words["his_voice"] | words["told_by"]
    view = ahead[0] in words["his_view"] or (ahead[0] in words["in"] and "ب" + ahead[1] in words["his_view"])
    point = ahead[0] in words["of"] and ahead[1] in words["point"] and ahead[2] in words["of_view"]
    return extent or (apart and (view or point))


def _told_there(row: Clause, i: int) -> bool:
    """"بحسب ما جاء في", "وفق ما أفاد", "حسبما ورد" at element `i`."""
    words = openings()
    if row.norm(i) not in words["source"]:
        return False
    apart = row.norm(i + 1) in words["that_which"]
    what = apart or row.norm(i).endswith(tuple(words["as_told"]))
    told = row.norm(i + 2) if apart else row.norm(i + 1)
    return what and (told in words["came"] or verb_at(told) is not None)


def _before_semicolon(row: Clause, begin: int, end: int, intro: str) -> int:
    """The end of a bare object or complement: behind "؛" or a contrast a clause begins that is the narrator's."""
    if intro in _SENTENCES or row.norm(begin + 1) in openings()["that"]:
        return end
    for i in range(begin + 1, end - 1):
        if row.norm(i) == "؛" and not row.inside[i]:
            on = openings()["goes_on"] | openings()["that"]
            return end if row.norm(i + 1) in on else i
        if row.norm(i + 1) == "قد" and row.elements[i].prefix == "و" and not row.inside[i]:
            return i  # "طلبت فنلندا الانضمام، والسويد قد …": somebody else's doing
        if row.norm(i) not in COMMAS or row.inside[i]:
            continue
        if row.norm(i + 1) in openings()["contrast"] and (
            row.elements[i].first - row.elements[begin].first >= _SHORTEST or verb_at(row.norm(i + 2)) is not None
        ):
            return i
        if i - begin < _SHORTEST and row.norm(i + 1) in openings()["likewise"] and verb_at(row.norm(i + 2)) is not None:
            return i  # "رحبت مصر بالاتفاق، كما أشادت به السعودية"
    return end


def _opens_quote(text: str, at: int) -> bool:
    """Whether the mark at `at` stands before a word and after a blank, so that it closes nothing."""
    return not text[at - 1 : at].strip() and text[at + 1 : at + 2].isalnum()


def _run_on(reading: Reading, sentence: Sentence, end: int) -> int:
    """The end of a quotation that goes on in the next sentences of the paragraph; `end` where it is never closed."""
    document = reading.document
    for following in document.sentences[sentence.index + 1 : sentence.index + 1 + _RUN_ON]:
        if following.paragraph != sentence.paragraph or following.zone is not sentence.zone:
            break
        verb = verb_at(document.tokens[following.first].norm)
        if verb is not None and not verb.participle and document.tokens[following.first].norm != verb.form:
            break  # "ولفت فلان إلى ...": the mark was never closed
        for token in document.tokens_of(following):
            if token.norm in QUOTES:
                if _opens_quote(document.text, token.start):
                    return end
                return document.tokens[max(token.index - 1, following.first)].end
    return end
