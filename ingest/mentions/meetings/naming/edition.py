"""Which of its series a meeting is: the ordinal of its edition, in words or figures."""

from __future__ import annotations

from ingest.mention import COLLECTIVES, Kind
from ingest.mentions.meetings.date.ordinals import ordinal, unit
from ingest.mentions.meetings.detection.elided import ELIDED, number_of
from ingest.mentions.meetings.lexicon import adjectives, any_of, words
from ingest.mentions.meetings.naming.in_series import in_series, numbered, of_city
from ingest.mentions.meetings.parties.aside import is_one_of_its_own
from ingest.mentions.meetings.scene import Scene, Spot, bare, is_holding
from kg.claim import Span

_OWN = 5  # tokens of a name between a meeting noun and the ordinal: "مؤتمر الكويت الدولي الرابع"
_OWNER = 18  # tokens of those whose meeting it is, in front of "في دورته الثامنة"
_AROUND = frozenset({"()", '""', "“”", "«»"})
_VERB = 6  # tokens in front of a meeting in which its verb of holding stands, with its subject
_SERIES = 45  # tokens behind a verb of gathering in which the edition is told: "تلتئم اللجنة … في دورتها الثامنة"


def edition_of(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """An ordinal in words or figures right behind the noun or in "في دورتها الـ27"."""
    if spot.verb == "convene":
        return _own_edition(scene, spot)
    if ELIDED in spot.marks:
        token = scene.tokens[spot.first]
        return number_of(scene, spot.first), Span(token.start, token.end)
    if spot.verb or ("part" in spot.marks and spot.last - spot.first == 2 and _sitting(scene, spot)):
        return None
    if (called := numbered(scene, spot) or of_city(scene, spot)) is not None:
        return called
    found = _edition_before(scene, spot) or _beside(scene, spot) or _in_name(scene, spot)
    if found is not None:
        return None if _counted_from(scene, spot, found[1]) or _of_guests(scene, spot, found[1]) else found
    return _added(scene, spot) or in_series(scene, spot) or _behind_owner(scene, spot)


def _own_edition(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "تلتئم اللجنة يوم الجمعة في دورتها الثامنة"."""
    for index in range(spot.last, min(spot.last + _SERIES, spot.sentence.last)):
        if scene.norm(index) in ".؛:":
            return None
        form = scene.noun(index)
        if form is not None and form.noun.group in ("session", "edition") and form.possessive:
            return ordinal(scene, index + 1)
    return None


def _behind_owner(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "اجتماع وزراء دفاع دول المجلس في دورته الثامنة": behind those whose meeting it is, with a pronoun of its gender."""
    for index in range(spot.last, min(spot.last + _OWNER, spot.sentence.last - 1)):
        form, word = scene.noun(index) if scene.at(index) is None else None, scene.norm(index)
        if word in ".؛:،," or word in words("relative") or (scene.at(index) is None and is_holding(word)):
            return None
        edition = form is None or (form.noun.group in ("session", "edition") and bool(form.possessive))
        if scene.norm(index - 1) == "في" and edition and _is_edition(scene, index):
            pronoun = "ها" if spot.noun.lemma.endswith(("ه", "ات")) else "ه"
            agrees = word.endswith(pronoun) and word.endswith("ها") == (pronoun == "ها")
            return ordinal(scene, index + 1) if agrees else None
        if form is not None:
            return None
    return None


def _sitting(scene: Scene, spot: Spot) -> bool:
    """ "ثم رأس نائبه الجلسة الأولى": the first sitting of a meeting, and no first meeting of a body."""
    behind = scene.norm(spot.last)
    return spot.definite and not (behind.startswith("لل") or (scene.at(spot.last) or scene.at(spot.first)) is not None)


def _counted_from(scene: Scene, spot: Spot, span: Span) -> bool:
    """ "الدورة الأولى منذ ثلاث سنوات", "اللقاء الثاني خلال أسبوع", "بين الوزيرين": counted from a day or of two: none."""
    at = _last_of(scene, spot, span) + 1
    behind = scene.norm(at)
    if behind in words("between_or_with") and scene.norm(at + 1) in words("pairs"):
        return True
    return behind in words("counted_from") and not (behind == "خلال" and _to_come(scene, spot))


def _to_come(scene: Scene, spot: Spot) -> bool:
    """ "قرر أن يعقد اجتماعه الثالث خلال عامين", "سيعقد دورته الثالثة خلال أشهر": by when it is to be held."""
    front = range(max(spot.first - _VERB, spot.sentence.first), spot.first)
    verbs = (i for i in front if scene.at(i) is None and is_holding(scene.norm(i)))
    return any(scene.norm(i - 1) == "ان" or bare(scene.norm(i)).startswith("س") for i in verbs)


def _last_of(scene: Scene, spot: Spot, span: Span) -> int:
    return next((i for i in range(spot.sentence.first, spot.sentence.last) if scene.tokens[i].end >= span.end), 0)


def _of_guests(scene: Scene, spot: Spot, span: Span) -> bool:
    """ "يضم الاجتماع 25 دولة": a number in figures, without an article, of those who come."""
    at = _last_of(scene, spot, span)
    bare_number = scene.norm(at).isdigit() and scene.norm(at - 1) not in words("before_number")
    return bare_number and scene.norm(at + 1) in words("counted_guests")


def _beside(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    body = scene.at(spot.last)  # "اجتماع مجلس … في دورته الـ27"
    long = body.last - body.first - 1 if body is not None and body.kind in COLLECTIVES else 0
    after = range(spot.last - 1, min(spot.last + 7 + long, spot.sentence.last))
    sitting = scene.noun(spot.first) if "session" in spot.marks else None
    own = 2 if sitting is not None and sitting.noun.lemma == "جلسه" else 1  # "الجلسة الأولى للمؤتمر": of its sittings
    nations = _behind_nations(scene, spot)
    for index in [*range(spot.first + own, spot.last), *after]:
        word = scene.norm(index)
        if index >= spot.last and index in scene.margins:
            return None  # "اجتماعا على هامش الدورة السابعة"
        if index >= spot.last and _is_edition(scene, index):
            if scene.norm(index - 1) in any_of("heads_session", "prepared_by", "to_hold"):
                return None
            return ordinal(scene, index + 1) or ordinal(scene, index + 2)
        session = spot.noun.group == "session" or "session" in spot.marks
        bracket = scene.norm(index - 1) == "(" and word.startswith("ال")  # "مؤتمر الاتحاد … (الخامس)"
        known = session or (spot.definite and index == spot.last + 1)  # "الدورة (12)", "المؤتمر (18)"
        bracket = bracket or (known and word.isdigit() and scene.norm(index - 1) + scene.norm(index + 1) in _AROUND)
        numbered = index == spot.last + 1 and scene.norm(spot.last) in words("before_number")
        near = index <= nations or bracket or numbered
        if near and (found := ordinal(scene, index)) is not None:
            return found
        aside = scene.at(index + 1) or scene.at(index - 1)  # "المحادثات، اليوم الأربعاء، جولتها الخامسة"
        if index >= spot.last and word in "،." and (word == "." or aside is None or aside.kind is not Kind.DATE):
            return None
    return None


def _behind_nations(scene: Scene, spot: Spot) -> int:
    """ "القمة العربية - الصينية الأولى", "الحوار المغربي الفرنسي الثالث": the token behind the nations of a meeting."""
    at = spot.last
    while at < spot.sentence.last - 1:
        land, word = scene.at(at), scene.norm(at)
        joined = word in "-–—" and scene.norm(at + 1).startswith("ال")
        quality = word[1:] if word.startswith("وال") else word if at > spot.last else ""
        joined = joined or (land is None and quality in adjectives())  # "القمة الاقتصادية والاجتماعية الرابعة"
        if not joined and (land is None or land.kind is not Kind.NISBA or land.prefix):
            break
        at = at + 1 if land is None else land.last
    return at


def _added(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "القمة المقبلة، السادسة عشرة، في …", "مؤتمرا دوليا ثانيا": behind a comma or without an article."""
    if spot.definite and scene.norm(spot.last) in "،," and scene.norm(spot.last + 1).startswith("ال"):
        found = ordinal(scene, spot.last + 1)
        feminine = scene.norm(spot.last + 1).endswith("ه") or scene.norm(spot.last + 1) in words("the_first")
        after = spot.last + 1
        while found is not None and scene.tokens[after].end < found[1].end:
            after += 1
        ends = scene.norm(after + 1) in "،,"
        return found if ends and feminine == spot.noun.lemma.endswith("ه") else None
    if spot.anaphoric or spot.noun.group != "noun" or spot.noun.kind not in ("summit", "conference"):
        return None
    if scene.at(spot.last) is not None or spot.last >= spot.sentence.last:
        return None
    word = scene.norm(spot.last)
    number = unit(word.removesuffix("ا")) or unit(word)
    token = scene.tokens[spot.last]
    return (number, Span(token.start, token.end)) if number > 1 else None


def _edition_before(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "النسخة العشرون من هذا الملتقى", "ثالث قمة"."""
    counted = scene.norm(spot.first - 1).removeprefix("ل").removeprefix("ب")
    first = counted in words("the_first_one") and not spot.prefix and not spot.definite
    if first and (_first_of_all(scene, spot) or _since_founding(scene, spot)):
        token = scene.tokens[spot.first - 1]
        return 1, Span(token.start, token.end)
    free = not spot.prefix and scene.at(spot.first - 1) is None  # not "الشيخ خالد آل ثاني المؤتمر"
    if spot.noun.kind in ("summit", "conference") and free and counted in words("nth"):
        token = scene.tokens[spot.first - 1]
        return unit(counted), Span(token.start, token.end)
    if spot.noun.group == "plural" and spot.possessive and counted in words("nth") | words("first_of"):
        token = scene.tokens[spot.first - 1]
        return unit(counted), Span(token.start, token.end)
    at = spot.first - (2 if scene.norm(spot.first - 1) in words("this") else 1)
    at -= scene.norm(at) in ('"', "“", "«")  # "النسخة الثالثة من «حوار المنامة»"
    if spot.prefix.endswith("ل"):
        at += 1  # "الطبعة التاسعة للندوة"
    elif scene.norm(at) != "من":
        return None
    for index in range(at - 1, max(at - 5, spot.sentence.first - 1), -1):
        if spot.noun.group in ("talks", "plural") and bare(scene.norm(index)) in words("rounds"):
            return ordinal(scene, index + 1)
        if _is_edition(scene, index):
            return ordinal(scene, index + 1)
    return None


def _since_founding(scene: Scene, spot: Spot) -> bool:
    """ "أنشئت اللجنة سنة 2014 وعقدت أول اجتماع لها": the first since it was founded."""
    if not is_one_of_its_own(scene, spot) or scene.norm(spot.last + 1) in words("counted_from"):
        return False
    front = range(spot.sentence.first, spot.first)
    return any(scene.at(i) is None and bare(scene.norm(i)) in words("was_founded") for i in front)


def _first_of_all(scene: Scene, spot: Spot) -> bool:
    """ "أول قمة تجمع العرب والأوروبيين", "أول قمة بين الصين والدول العربية": there was none before."""
    if spot.kind != "summit" or bare(scene.norm(spot.last)) not in words("brings_together"):
        return False
    sides = scene.between(spot.last + 1, min(spot.last + 4, spot.sentence.last))
    return any(m.kind in (Kind.COUNTRY, Kind.GROUP, Kind.ORGANIZATION, Kind.COALITION) for m in sides)


def _is_edition(scene: Scene, index: int) -> bool:
    """ "دورته", "النسخة", "في طبعتها": what is counted."""
    form = scene.noun(index)
    if form is not None and form.noun.group in ("session", "edition"):
        return True
    return scene.at(index) is None and bare(scene.norm(index)) in words("editions")


def _in_name(scene: Scene, spot: Spot) -> tuple[int, Span] | None:
    """ "مؤتمر الكويت الدولي الرابع", "قمة المنظمة الثانية عشرة": behind the places, body and adjectives of its name."""
    index = _past_owner(scene, spot)
    if index > spot.last:
        found = ordinal(scene, index) if scene.norm(index).startswith("ال") else None
        feminine = spot.noun.lemma.endswith("ه")
        return found if found is not None and scene.norm(index).endswith("ه") == feminine else None
    while index < min(spot.last + _OWN, spot.sentence.last):
        mention = scene.at(index)
        if mention is not None and mention.kind in (Kind.PLACE, Kind.COUNTRY, Kind.NISBA) and not mention.prefix:
            index = mention.last
        elif mention is None and scene.norm(index) in adjectives() and scene.norm(index).startswith("ال"):
            if (found := ordinal(scene, index)) is not None:
                return found
            index += 1
        else:
            break
    found = ordinal(scene, index) if index > spot.last else None
    return found if found is not None and scene.norm(index).startswith("ال") else None


def _past_owner(scene: Scene, spot: Spot) -> int:
    """Behind the body or the officials whose meeting it is in construct: "قمة (المنظمة)", "اجتماع كبار المسؤولين"."""
    if spot.definite or spot.possessive:
        return spot.last
    index = spot.last + (scene.norm(spot.last) in any_of("leaders", "ministers") and scene.at(spot.last) is None)
    index += scene.norm(index) in ('"', "“", "«", "(")
    body = scene.at(index)
    if body is not None and body.kind in COLLECTIVES and body.first == index and not body.prefix:
        return body.last + (scene.norm(body.last) in ('"', "”", "»", ")"))
    if scene.norm(spot.last) in words("senior"):
        return spot.last + 2
    of = spot.kind in ("summit", "conference") and scene.norm(spot.last).startswith("ال") and scene.at(spot.last) is None
    if of and scene.noun(spot.last) is None and scene.norm(spot.last) not in words("counted_parts"):
        return spot.last + (ordinal(scene, spot.last + 1) is not None)  # "مؤتمر المانحين الثامن"
    return spot.last
