"""Whose an office is: the country, the body or the place that its title tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ingest.document import Document
from ingest.fold import fold
from ingest.lexicon import read_tsv
from ingest.mention import BODIES, COLLECTIVES, Kind, Mention
from ingest.mentions.bodies.finder import listed_referent
from ingest.mentions.lands.countries import country, of_capital
from ingest.mentions.trie import splits, words
from ingest.mentions.words.title_heads import POSSESSED, Title, title_words
from kg.claim import Referent
from kg.vocabulary import M

_SENT = frozenset({"Ambassador", "Envoy", "Delegate", "Representative"})
"""Their offices are those of the state for which the capital is named."""
_SENT_TO = frozenset({"Envoy", "Coordinator"})
_LANDS = frozenset({Kind.COUNTRY, Kind.PLACE})


def _of_custodian(title: Title, document: Document) -> Referent | None:
    """Saudi Arabia, of "سفير خادم الحرمين الشريفين لدى الأردن"."""
    return country("SA") if title.head.kind == "envoy" and _next_two(title, document) in title_words()["custodian"] else None


def _next_two(title: Title, document: Document) -> str:
    """The two words behind the head of a title."""
    return " ".join(document.norms[title.head_last : title.head_last + 2])


def body_of(title: Title, document: Document) -> Referent | None:
    """The country, organization or place whose office a title is, or None where the text leaves it open."""
    if (told := _of_adjective(title, document) or _of_custodian(title, document)) is not None:
        return told
    before, listed = _told_by(title, document), title_words()
    far = 0 if title.head.label_en == "Envoy" else 9 if title.head.kind == "state" else 2  # "مبعوث … لليمن" is sent there
    countries = [
        m for m in before if m.kind in (Kind.COUNTRY, Kind.NISBA) and (m.prefix != "ل" or m.first - title.head_last <= far)
    ]
    of_a_trade = not title.prefix and document.tokens[title.first].norm in listed["of_a_trade"]
    if of_a_trade or _next_two(title, document) in listed["board"]:
        countries = []
    behind = document.norms[title.head_last : min(title.head_last + 1, title.last)]
    if title.head.kind == "envoy" and not listed["own_state"].isdisjoint(behind):
        countries = [m for m in countries if m.prefix != "ب"]  # "سفير المملكة بفرنسا" is not France's
        before = [m for m in before if m.kind is not Kind.PLACE or m.prefix != "ب"]  # nor "سفير بلاده بالرباط" the city's
    if title.head.kind == "state":
        before = [m for m in before if m.kind is not Kind.GROUP]  # "وزير الدولة لشؤون الدول الأفريقية"
    bodies = sorted((m for m in before if m.kind in COLLECTIVES), key=lambda m: (m.kind is Kind.GROUP, m.first, -m.last))
    places = [m for m in before if m.kind is Kind.PLACE]
    kind = title.head.kind
    if kind in ("envoy", "state", "sovereign", "counterpart") and countries:
        body = bodies[0] if bodies else None
        beside = body is not None and kind == "state" and body.prefix == "و"  # "وزير الخارجية والكومنولث ببريطانيا"
        if body is None or beside or _state_organ(body, document, countries) or countries[0].first < body.first:
            return countries[0].referent
    if bodies and kind == "member" and countries and _state_organ(bodies[0], document, countries):
        return countries[0].referent  # "النائب في البرلمان البريطاني عن حزب …"
    if title.head.label_en in _SENT_TO and bodies and all(b.prefix == "ل" for b in bodies):
        sender = next((m for m in countries if m.kind is Kind.NISBA and m.first == title.head_last), None)
        if sender is not None:
            return sender.referent  # "المبعوث الأمريكي الخاص للتحالف": his state sends him there
    if bodies:
        organ = next((b for b in bodies if not _state_organ(b, document, countries)), None)
        if organ is None:
            return countries[0].referent if countries else bodies[0].referent
        return _owner(organ, bodies, document).referent
    sent = title.head.label_en in _SENT and bool(places) and not places[0].prefix
    if (kind == "state" or sent) and places and not countries:
        seat = of_capital(document.tokens, places[0].first)  # "رئيس حكومة مدريد", "مبعوث واشنطن"
        if seat or kind == "state":
            return seat[2] if seat else None
    if title.head.label_en == "Editor-in-chief" or kind == "job" or (title.head.form == POSSESSED and kind == "envoy"):
        return None  # "رئيس تحرير المجلة المغربية", "أستاذ … بجامعة طهران", "سفيرها بالرباط": no office of a state or a city
    # "لمنطقة الشرق الأوسط وشمال أفريقيا": an area, all of it
    places = [m for m in places if m.prefix != "و" and not _in_name(m, document) and not _where(m, title, document)]
    for group in (countries, places):
        if group and group[0].referent is not None:
            return group[0].referent
    return _of_the_secretary(title, document)


def _owner(organ: Mention, bodies: Sequence[Mention], document: Document) -> Mention:
    """The party or movement of one of its organs: "رئيس المكتب السياسي لحركة حماس" is that of Hamas."""
    if " ".join(document.norms[organ.first : organ.last]).removeprefix("ل") not in title_words()["party_organ"]:
        return organ
    return next((one for one in bodies if one.first == organ.last and one.prefix == "ل"), organ)


def _told_by(title: Title, document: Document) -> list[Mention]:
    """What stands in a title and may be whose it is."""
    before = [m for m in title.inside if title.abroad is None or m.first < title.abroad]
    # "الأمين العام المساعد لشؤون فلسطين", "نائب رئيس ما تسميه موسكو …"
    treated = title_words()["treated"] | title_words()["so_called"]
    matters = [m for m in before if m.kind is not Kind.NISBA and document.tokens[m.first - 1].norm in treated]
    # "لشؤون جامعة الدول العربية": nor what the name of the matter is made of
    before = [m for m in before if m.kind is Kind.NISBA or not any(t.first <= m.first and m.last <= t.last for t in matters)]
    return _of_the_ministry(title, before, document)


def _of_the_secretary(title: Title, document: Document) -> Referent | None:
    """ "الممثل الخاص للأمين العام", where an article speaks of the United Nations: theirs."""
    listed, norms = title_words(), document.norms
    sent = any(norm.removeprefix("ال").removesuffix("ه") in listed["sent"] for norm in norms[title.first : title.last])
    told = sent and listed["to_secretary"].issubset(norms[title.head_last : title.last])
    return listed_referent("org/un") if told and document.words & listed["of_nations"] else None


def _of_the_ministry(title: Title, inside: list[Mention], document: Document) -> list[Mention]:
    """Of what an office tells, what is not only its matter: "مدير الأمم المتحدة بوزارة الخارجية" is the ministry's, and
    so is "رئيس قسم سوريا في الخارجية التركية"."""
    norms, at_ministry = document.norms, title_words()["at_ministry"]
    desk = next((m for m in inside if m.kind in _LANDS and norms[m.first - 1] in title_words()["desk"]), None)
    if desk is not None and any(_is_ministry(document, at) for at in range(desk.last, title.last)):
        inside = [m for m in inside if m.kind is Kind.NISBA or not desk.first <= m.first < desk.last]
    ministry = (m for m in inside if m.kind in BODIES and m.prefix == "ب" and norms[m.first] in at_ministry)
    at = next(ministry, None) if title.head.kind == "body" else None
    return inside if at is None else [m for m in inside if m.first >= at.first or m.kind is Kind.NISBA]


def _is_ministry(document: Document, at: int) -> bool:
    """Whether "at the ministry" is told at a token: "بوزارة الخارجية", "في الخارجية"."""
    at_ministry = title_words()["at_ministry"]
    return document.norms[at] in at_ministry or " ".join(document.norms[at : at + 2]) in at_ministry


def _of_adjective(title: Title, document: Document) -> Referent | None:
    """The body whose adjective stands right behind the office ("المبعوث الأممي", "المنسق المقيم الأممي")."""
    if title.head.kind not in ("body", "envoy"):
        return None
    for token in document.tokens[title.head_last : min(title.last, title.head_last + 2)]:
        if (path := _adjectives().get(token.norm)) is not None:
            return listed_referent(path)
    return None


@cache
def _adjectives() -> dict[str, str]:
    """Folded adjectives of bodies and the paths of these."""
    return {fold(row["adjective"]): row["path"] for row in read_tsv("body_adjectives.tsv")}


def _in_name(place: Mention, document: Document) -> bool:
    """Whether a place is in the name of an area or a university."""
    areas = title_words()["area"]
    return any(rest in areas for _, rest in splits(document.tokens[place.first - 1].norm))


def _where(place: Mention, title: Title, document: Document) -> bool:
    """Whether a place only tells where a holder works whose body is named before ("المتحدث باسم المقاومة في عدن")."""
    inside = document.tokens[place.first - 1].norm == "في"
    noun = document.tokens[place.first - 1 - inside].norm.removeprefix("ال")
    seated = noun in title_words()["seat"] and place.first - inside > title.head_last  # "مدير المكتب في جدة"
    return (inside or place.prefix.endswith("ب")) and (seated or place.first - title.head_last > 2)


def _state_organ(mention: Mention, document: Document, countries: Sequence[Mention]) -> bool:
    """Whether a body is an organ of a state (ministry, parliament, army), whose offices are the country's."""
    institutions = title_words()["institution"]
    if mention.referent is not None and mention.referent.type == M.ArmedGroup:
        return False  # "قوات سوريا الديمقراطية"
    nested = {m.referent for m in countries if mention.first <= m.first and m.last <= mention.last}
    if len(nested) > 1:
        return False  # "مجلس الأعمال المصري الليبي" is of two states
    named = words(document.text[mention.name.start : mention.name.end])
    if mention.referent is not None and mention.referent.authority is not None and not nested:
        return False  # "مجلس التعاون" is no organ of one state
    if " ".join(named).removeprefix("ل").startswith(tuple(title_words()["state_council"])):
        return True
    return any(rest in institutions for word in named[:1] for _, rest in splits(word))
