"""The subject of a verb of saying: a mention with its apposition and those joined to it, a document, or a noun phrase."""

from __future__ import annotations

from ingest.claims.clause import COMMAS, QUOTES, STOPS, Clause, Element, actors, is_small_quote
from ingest.claims.speaker import Memory, Subject, bare_words, described, document, government, named
from ingest.claims.speech import Verb, is_definite, openings
from ingest.claims.statement.anonymous import anonymous_end
from ingest.claims.statement.called_again import body_of_kind, holder_called, is_superior
from ingest.claims.statement.noun_phrase import is_body, is_masculine_deed, phrase_end, unknown_name
from ingest.claims.statement.speaker_names import complement, goes_on, is_led, name_of_title, skips_to_name
from ingest.claims.statement.subject_words import from_words
from ingest.fold import fold
from ingest.mention import BODIES, Kind, Mention
from kg.claim import Referent
from kg.vocabulary import M

_NAMED = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.COUNTRY, Kind.GROUP, Kind.COALITION, Kind.PLACE})


def subject(clause: Clause, at: int, memory: Memory, verb: Verb | None = None) -> Subject | None:
    """The subject that begins at element `at` (after its verb), or None where nobody is named there; what tells that it is
    not to be named belongs to it."""
    found = _subject(clause, at, memory, verb)
    if found is not None and (end := anonymous_end(clause, found.end)) > found.end:
        return Subject(found.speakers, end, found.how)
    return found


def _subject(clause: Clause, at: int, memory: Memory, verb: Verb | None) -> Subject | None:
    """The same, for its words alone.

    What does not agree with `verb` in gender is its object: "دعا الحكومة إلى".
    """
    if verb is not None and verb.act == "urge" and clause.norm(at) in openings()["all"] and clause.norm(at + 1) != "من":
        return None  # "دعت كل الأطراف إلى": those called upon
    at = skip_light(clause, at)
    row = clause.elements
    if at >= len(row) or row[at].norm in COMMAS | STOPS | {":"}:
        return None
    head = row[at]
    if head.norm == "ال" and clause.norm(at + 1) in QUOTES and is_small_quote(clause, at + 1):
        at, head = at + 1, row[at + 1]  # "الـ«إيكونوميست»"
    if head.mention is None and head.norm in QUOTES and is_small_quote(clause, at):
        return _quoted_name(clause, at, verb)
    if head.mention is None and (head.norm in QUOTES or not head.norm[0].isalpha()):
        return None
    words = openings()
    if head.mention is None and head.norm in words["document"]:
        return document(clause, at, memory)
    if verb is not None and _is_called(clause, at, memory, verb):
        return None
    if head.prefix not in ("", "ال") or (verb is not None and disagrees(clause, head, verb)):
        return None  # a preposition or conjunction, or an object
    if head.kind is Kind.NISBA and clause.reading.document.tokens[head.first].norm.endswith("ون"):
        return Subject((described(clause.text(at, at + 1)),), at + 1, "described")  # "اتهم يمنيون"
    if (anybody := _anybody(clause, at)) is not None:
        return anybody
    if head.mention is not None and head.mention.kind in _NAMED | {Kind.TITLE}:
        beside = _told_to(clause, at, head.mention, memory) or _theirs(clause, at, head.mention)
        if head.kind is Kind.PERSON and is_superior(clause.reading, head.mention):
            beside = Subject((described(clause.text(at, at + 1)),), at + 1, "described")  # "مستشار الرئيس فلان"
        return beside or _from_mentions(clause, at, head.mention, memory)
    return from_words(clause, at, memory, verb)


def _anybody(clause: Clause, at: int) -> Subject | None:
    """Somebody unnamed, told by an office and an adjective that have no article: "قيادي بارز في المقاومة"."""
    element, words, tokens = clause.elements[at], openings(), clause.reading.document.tokens
    office = element.kind is Kind.TITLE and not element.prefix and tokens[element.first].norm in words["people"]
    if not office or (tokens[element.last - 1].norm not in words["rank"] and clause.norm(at + 1) not in words["rank"]):
        return None
    end = at + 1
    while clause.norm(end) in words["rank"]:
        end += 1
    if clause.norm(end) == "في" and is_body(clause, end + 1):
        end = phrase_end(clause, end + 1, definite=True) if clause.norm(end + 1) else end + 2
    return Subject((described(clause.text(at, end)),), end, "described")


def _is_called(clause: Clause, at: int, memory: Memory, verb: Verb) -> bool:
    """Whether authorities or states at `at` are called upon by who spoke last: "ودعت السلطات إلى ..." names nobody else."""
    if verb.act != "urge" or clause.norm(at) not in openings()["called"] or not memory.last(verb, clause.sentence.index):
        return False
    end = phrase_end(clause, at, definite=True)
    while end < len(clause.elements) and clause.elements[end].kind is Kind.NISBA:
        end += 1
    return clause.norm(end) in openings()["to"] or clause.norm(end)[:1] == "ب"


def skip_light(clause: Clause, at: int) -> int:
    light = openings()["light"]
    row = clause.elements
    while at < len(row) and (row[at].norm in light or row[at].kind is Kind.DATE):
        at += 2 if row[at].norm == "كل" and clause.norm(at + 1) == "من" else 1  # "كل من فلان وفلان"
    return _behind_audience(clause, at)


def _behind_audience(clause: Clause, at: int) -> int:
    """The subject behind those spoken to: "قال لوكالة رويترز وزير النفط"; `at` where nobody follows them."""
    row = clause.elements
    if at >= len(row):
        return at
    end = at
    if row[at].norm in openings()["audience"] or (row[at].kind is Kind.ORGANIZATION and row[at].prefix in ("ل", "لل")):
        end = at + 1
        end += end < len(row) and row[end].kind is Kind.ORGANIZATION and not row[end].prefix
    elif row[at].norm == "ل" and is_small_quote(clause, at + 1):
        end = clause.quote_end[at + 1] + 1
    named = end > at and end < len(row) and row[end].kind in (Kind.PERSON, Kind.TITLE) and not row[end].prefix
    return end if named else at


def _quoted_name(clause: Clause, at: int, verb: Verb | None) -> Subject | None:
    end = clause.quote_end[at]
    people = actors(clause.elements[at + 1 : end])
    if people and people[0].referent is not None:
        return Subject((people[0].referent,), end + 1, "named")
    words, after = openings(), clause.norm(end + 1)
    called = is_definite(after) or (end + 1 < len(clause.elements) and clause.elements[end + 1].mention is not None)
    urged = verb is not None and verb.act == "urge" and called
    if urged or after in words["that"] or after in words["adjunct"] or after in words["audience"] or after in COMMAS:
        return Subject((described(clause.text(at, end)),), end + 1, "described")  # "أعلنت «المقاومة الجنوبية» أن"
    return None


def _from_mentions(clause: Clause, at: int, first: Mention, memory: Memory) -> Subject | None:
    """One mention, its apposition ("وزير الخارجية، فلان"), and others joined to it by و."""
    row = clause.elements
    found = [first]
    i = at + 1
    while i < len(row) and len(found) < 6:
        mention = row[i].mention
        if mention is None or mention.kind not in _NAMED | {Kind.TITLE}:
            if skips_to_name(clause, i, found[-1]) or goes_on(clause, i, found[-1]):
                i += 1
                continue
            break
        if mention.prefix == "و" and found[-1].kind is Kind.COALITION and is_led(clause, found[-1]):
            pass                 # "التحالف بقيادة السعودية والإمارات"
        elif mention.prefix == "و":
            found.append(mention)
        elif mention.kind is Kind.PERSON and found[-1].kind is Kind.TITLE and not mention.prefix:
            found[-1] = mention  # the name after its title
        elif not mention.prefix and (
            mention.kind is Kind.NISBA or (mention.kind is Kind.ORGANIZATION and found[-1].kind is Kind.TITLE)
            or (mention.kind is Kind.COUNTRY and found[-1].kind not in (Kind.COUNTRY, Kind.PERSON))
        ):
            pass                 # belongs to the phrase
        else:
            break
        i += 1
    if found[-1].kind is Kind.TITLE and (named_at := name_of_title(clause, i)) is not None:
        name = row[named_at].mention
        assert name is not None
        found[-1], i = name, named_at + 1
    elif found[-1].kind is Kind.TITLE and len(found) == 1 and (end := unknown_name(clause, complement(clause, i))) > i:
        return Subject((described(clause.text(_holder(clause, at, i), end)),), end, "named")
    elif found[-1].kind is Kind.TITLE and len(found) == 1 and clause.norm(i) in openings()["same"]:
        if last := memory.last_named(clause.sentence.index):
            return Subject(last, i + 1, "back")  # "النائب البرلماني ذاته"
    elif found[-1].kind is Kind.TITLE and len(found) == 1 and not found[0].coref:
        holder = holder_called(clause.reading, found[0])
        if holder is not None:
            return Subject((holder,), i, "named")
    if len(found) == 1 and found[0].coref and clause.norm(i).startswith("وال"):
        return None  # "رئيس الدائرة السياسية والعلاقات": the office is longer than the title that was understood
    tokens = clause.reading.document.tokens
    text = clause.reading.document.text
    if len(found) == 1 and (holder := _salient(clause, found[0], memory)) is not None:
        return Subject((holder,), i, "back")
    told = {m.first: text[tokens[m.first].start : tokens[m.last - 1].end].removeprefix(m.prefix) for m in found}
    speakers = [government(clause, m) if m.kind is Kind.PLACE else _one_name(m, memory) or named(m, told[m.first])
                for m in found]
    known = tuple(dict.fromkeys(s for s in speakers if s is not None))
    return Subject(known, i, "named") if known else None


def _told_to(clause: Clause, at: int, mention: Mention, memory: Memory) -> Subject | None:
    """Who holds an office told without more, where those spoken to follow it: "قال السفير لوكالة الأنباء"."""
    tokens = clause.reading.document.tokens
    head, following = tokens[mention.first], tokens[min(mention.first + 1, len(tokens) - 1)].norm
    if mention.kind is not Kind.TITLE or not is_definite(head.norm) or following not in openings()["audience"]:
        return None
    last = memory.last_person(clause.sentence.index, head.norm)
    holds = len(last) == 1 and bare_words(head.norm) <= memory.offices.get(last[0].key, frozenset())
    words = clause.reading.document.text[head.start : head.end]
    return Subject(last if holds else (described(words),), at + 1, "back" if holds else "described")


def _one_name(mention: Mention, memory: Memory) -> Referent | None:
    """The person of the article whom a single name without an office calls: "الشيخ تميم" after the whole name."""
    alone = mention.kind is Kind.PERSON and mention.post is None
    name = mention.referent.label_ar or "" if alone and mention.referent is not None else ""
    return memory.known.get(fold(name)) if name and " " not in name else None


def _holder(clause: Clause, at: int, i: int) -> int:
    """Where the name behind an office begins; `at` where a preposition is glued to it, so that it is no name alone."""
    name = complement(clause, i)
    return at if clause.norm(name).startswith(("لل", "بال")) else name


def _theirs(clause: Clause, at: int, mention: Mention) -> Subject | None:
    """Somebody told by whose they are, where the name is the other's: "محامي الناشط فلان"."""
    tokens = clause.reading.document.tokens
    relation = mention.kind is Kind.PERSON and not mention.prefix and tokens[mention.first].norm in openings()["relation"]
    other = mention.last - mention.first > 2 and is_definite(tokens[mention.first + 1].norm)
    if not relation or not other or tokens[mention.first + 1].start >= mention.name.start:
        return None
    return Subject((described(clause.text(at, at + 1)),), at + 1, "described")


def _salient(clause: Clause, mention: Mention, memory: Memory) -> Referent | None:
    """The last speaker, where a bare title fits an office he holds: he is nearer in mind than others with that title."""
    last = memory.last(None, clause.sentence.index)
    if mention.kind in BODIES and mention.last - mention.first == 2 and not mention.prefix:
        head, adjective = (token.norm for token in clause.reading.document.tokens[mention.first : mention.last])
        return body_of_kind(head, adjective, clause, memory)
    if mention.coref and mention.kind in BODIES and mention.last - mention.first == 1:
        (head,) = bare_words(clause.reading.document.tokens[mention.first].norm)
        body = memory.last_body(head, clause.sentence.index)
        return body if body != mention.referent else None
    called = clause.reading.document.tokens[mention.first].norm
    if mention.coref and mention.last - mention.first == 1 and called in openings()["back"]:
        spoke = memory.last_person(clause.sentence.index, called)  # "وأوضح المتحدث": who spoke, not who was named last
        return spoke[0] if len(spoke) == 1 else None
    if mention.kind is Kind.TITLE and (holder := _again_by_office(clause, mention, memory)) is not None:
        return holder
    if not mention.coref or mention.kind not in (Kind.PERSON, Kind.TITLE) or len(last) != 1 or last[0] == mention.referent:
        return None
    tokens, text = clause.reading.document.tokens, clause.reading.document.text
    first = fold(last[0].label_ar or "").split()[:1]
    if last[0].type == M.Actor and first == [tokens[mention.first].norm.removeprefix("ال")]:
        return last[0]  # "القيادي" behind "قيادي بارز"
    title = bare_words(text[tokens[mention.first].start : tokens[mention.last - 1].end].removeprefix(mention.prefix))
    return last[0] if title <= memory.offices.get(last[0].key, frozenset()) else None


def _again_by_office(clause: Clause, mention: Mention, memory: Memory) -> Referent | None:
    """The person who spoke last, told again by one word of his office and his state ("السفير المغربي"), or only as an
    official of a state ("المسؤولة الروسية")."""
    tokens = clause.reading.document.tokens
    called, of = tokens[mention.first].norm, None if mention.post is None else mention.post.of
    spoke = memory.last_person(clause.sentence.index, called)
    short = mention.last - mention.first == 2 and is_definite(called)
    if not short or len(spoke) != 1 or spoke[0].type != M.Person or of is None or memory.spoken[-1][0] != spoke:
        return None
    if called in openings()["official"]:
        return spoke[0] if clause.sentence.index - memory.spoken[-1][2] <= 1 else None
    held = memory.offices.get(spoke[0].key, frozenset())
    return spoke[0] if bare_words(called) <= held and of.key in held else None


def disagrees(clause: Clause, head: Element, verb: Verb) -> bool:
    """Whether the head of a noun phrase is of the other gender than its verb."""
    word = clause.reading.document.tokens[head.first].norm
    masculine = openings()["masculine"]
    if verb.gender == "f":
        return word in masculine or (not word.endswith("ه") and is_masculine_deed(clause, head))
    if word.endswith("ه") and word[:-1] in masculine:
        return True
    if head.kind is Kind.COUNTRY and verb.gender == "m" and verb.number == "s":
        return word not in openings()["masculine_states"]
    if head.kind in (Kind.PERSON, Kind.COUNTRY, Kind.NUMBER) or verb.gender != "m" or word in openings()["back"]:
        return False
    if word in openings()["called"]:
        return True
    return head.kind is Kind.GROUP or (word.endswith("ه") and len(word) > 4)
