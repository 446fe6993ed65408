"""Whether two profiles of meetings, told by different articles, are one meeting.

What decides: who meets (the body, or the two parties of a bilateral), when (at whatever precision), which edition, where.
An undated mention is placed by the date of its article; a plan that was moved keeps its edition or its town.
"""

from __future__ import annotations

from functools import cache

from kg.identity import dates, tables
from kg.identity.decision import UNRELATED, Decision, decide
from kg.identity.profile import Profile
from kg.identity.tables import weights

NEAR_DAYS = 2      # opening day against main day, one time zone against the other
MOVED_DAYS = 200   # how far a planned or postponed meeting may move and still be the same
TOLD_DAYS = 45     # how far from its date news of a meeting is told without naming the date
AHEAD_DAYS = 250   # how long before its date a meeting is announced without naming it
_ANY = ("OtherMeeting", "Conference")


def compare(one: Profile, other: Profile) -> Decision:
    """The decision on two profiles of meetings."""
    found = _who(one, other) + _which(one, other)
    if not found:
        found = ["unnamed"]
    found += _when(one, other) + _where(one, other)
    if {one.one("status"), other.one("status")} == {"EventCancelled", "EventHeld"} and not {"day", "edition"} & set(found):
        found.append("status_differs")
    if one.get("article") and one.get("article") == other.get("article"):
        found.append("same_article")
    if found == ["unnamed"] or not any(f in found for f in ("body", "parties", "place", "place_near", "edition")):
        return UNRELATED
    return decide(found, weights("meeting"))


def _who(one: Profile, other: Profile) -> list[str]:
    found = []
    bodies, others = set(one.get("bodies")), set(other.get("bodies"))
    if bodies & others:
        found.append("body")
    elif bodies and others:
        found.append("body_differs")
    kinds = {one.one("kind"), other.one("kind")}
    bilateral = "Bilateral" in kinds
    if bilateral:
        parties, partners = set(one.get("parties")), set(other.get("parties"))
        if len(parties & partners) >= 2:
            found.append("parties")
        elif parties and partners and (not parties & partners or min(len(parties), len(partners)) >= 2):
            found.append("parties_differ")
    if len(kinds) == 1:
        if not bilateral and not kinds & set(_ANY):
            found.append("kind")
    elif not kinds & set(_ANY) or (bilateral and not ("OtherMeeting" in kinds and "parties" in found)):
        found.append("kind_differs")
    return found


def _which(one: Profile, other: Profile) -> list[str]:
    edition, numbered = one.one("edition"), other.one("edition")
    if not edition or not numbered:
        return []
    if edition != numbered:
        return ["edition_differs"]
    return ["edition"] if set(one.get("bodies")) & set(other.get("bodies")) else []


def _when(one: Profile, other: Profile) -> list[str]:
    run, held = dates.run(one.one("start"), one.one("end")), dates.run(other.one("start"), other.one("end"))
    if run and held:
        return _dated(one, other, run, held)
    told = run or dates.stretch(one.one("told"))
    heard = held or dates.stretch(other.one("told"))
    if not told or not heard:
        return []
    if told.gap(heard) > TOLD_DAYS:
        undated, date, news = (one, held, told) if held else (other, run, heard)
        days = (date.first - news.last).days if date and undated.one("status") == "EventScheduled" else 0
        return ["told_ahead"] if 0 < days <= AHEAD_DAYS else ["date_differs"]
    return ["told_near"] if run or held else ["told_both"]


def _dated(one: Profile, other: Profile, run: dates.Stretch, held: dates.Stretch) -> list[str]:
    gap = run.gap(held)
    precision = min(run.precision, held.precision)
    if gap == 0:
        if precision == 10:
            return ["day"]
        if precision == 7:
            return ["month"]
        return ["year"] if "Summit" in (one.one("kind"), other.one("kind")) else []
    if precision == 10 and gap <= NEAR_DAYS:
        return ["day_near"]
    first = one if run.first < held.first else other
    kept = one.one("edition") and one.one("edition") == other.one("edition")
    town = set(one.get("cities")) & set(other.get("cities"))
    status = first.one("status")
    if gap <= MOVED_DAYS and ((kept and status != "EventHeld") or (town and status == "EventPostponed")):
        return ["moved"]
    return ["date_differs"]


def _where(one: Profile, other: Profile) -> list[str]:
    towns, others = set(one.get("cities")), set(other.get("cities"))
    countries, lands = set(one.get("countries")), set(other.get("countries"))
    if towns & others:
        return ["place"]
    if any(near(a, b) for a in towns for b in others):
        return ["place_near"]
    if countries and lands and not countries & lands:
        return [] if _renamed(one, other) else ["place_differs"]
    if towns and others:
        return [] if _renamed(one, other) or _one_summit(one, other) else ["place_differs"]
    return ["place_near"] if countries & lands else []


def _renamed(one: Profile, other: Profile) -> bool:
    """One edition of one body's meetings has one place at a time: another place for it is a move, not another meeting."""
    return bool(_which(one, other) == ["edition"])


def _one_summit(one: Profile, other: Profile) -> bool:
    """A summit of one body on one day in one country is one summit, whatever town its venue is named after."""
    if {one.one("kind"), other.one("kind")} != {"Summit"} or not set(one.get("countries")) & set(other.get("countries")):
        return False
    return bool(set(one.get("bodies")) & set(other.get("bodies"))) and one.one("start") == other.one("start")


@cache
def _near_places() -> dict[str, frozenset[str]]:
    """Path of a place in the authority files → the paths of places that name the same venue."""
    pairs = [(row["place"], row["near"]) for row in tables.rows("near_places.tsv")]
    both = [*pairs, *((b, a) for a, b in pairs)]
    return {place: frozenset(b for a, b in both if a == place) for place, _ in both}


def near(one: str, other: str) -> bool:
    """Whether two places (IRIs) may name one venue: a palace and its town, a resort and the city it was announced for."""
    return _path(other) in _near_places().get(_path(one), ())


def _path(place: str) -> str:
    return place.rsplit("/id/", 1)[-1]


def emit(profile: Profile) -> set[str]:
    """The blocking keys under which a meeting is found: who meets, with the time if it is known."""
    keys = set()
    for who in (*_named(profile), *_towns(profile, "town"), *([] if _named(profile) else _towns(profile, "only"))):
        keys |= {f"{who}|{when}" for when in _times(profile)}
        keys |= {f"{who}|edition|{edition}" for edition in profile.get("edition")}
        state = "dated" if profile.one("start") else "undated"
        keys |= {f"{who}|{state}|{place}" for place in _places(profile)}
    return {f"meeting|{key}" for key in keys}


def lookup(profile: Profile) -> set[str]:
    """The blocking keys under which the other profiles of a meeting are sought."""
    keys = set()
    for who in (*_named(profile), *_towns(profile, "only"), *([] if _named(profile) else _towns(profile, "town"))):
        keys |= {f"{who}|{when}" for when in _times(profile)}
        keys |= {f"{who}|edition|{edition}" for edition in profile.get("edition")}
        keys |= {f"{who}|undated|{place}" for place in _places(profile)}
        if not profile.one("start"):
            keys |= {f"{who}|dated|{place}" for place in _places(profile)}
    return {f"meeting|{key}" for key in keys}


def _named(profile: Profile) -> list[str]:
    """Who meets: each body, and the pairs of parties of a bilateral; nobody where the mention could be of any meeting."""
    if profile.get("alone"):
        return []
    parties = sorted(profile.get("parties"))
    pairs = [f"{a}+{b}" for i, a in enumerate(parties) for b in parties[i + 1 :]] if len(parties) <= 6 else []
    return [*profile.get("bodies"), *pairs]


def _towns(profile: Profile, mark: str) -> list[str]:
    return [] if profile.get("alone") else [f"{mark} {city}" for city in profile.get("cities")]


def _times(profile: Profile) -> list[str]:
    """The quarter-years around the date (or the telling), each side one more, so that neighbours meet."""
    span = dates.run(profile.one("start"), profile.one("end")) or dates.stretch(profile.one("told"))
    if span is None:
        return ["never"]
    years = {span.first.year, span.last.year}
    if span.precision == 10 or not profile.one("start"):
        years |= {span.first.year - (span.first.month <= 3), span.last.year + (span.last.month >= 10)}
    return [str(year) for year in sorted(years)]


def _places(profile: Profile) -> list[str]:
    towns = {_path(city) for city in profile.get("cities")}
    close = {other for town in towns for other in _near_places().get(town, ())}
    return sorted({*towns, *close, *map(_path, profile.get("countries"))}) or ["nowhere"]


def base(profile: Profile) -> tuple[int, int, str]:
    """Orders the profiles of one meeting: the best dated and best named first, so that its IRI rests on firm ground."""
    start = profile.one("start") or ""
    who = " ".join((*profile.get("bodies"), *profile.get("parties"))) or " ".join(profile.get("cities"))
    told = " ".join((*profile.get("alone"), *profile.get("ref"), *(() if start else profile.get("told"))))
    coarse = " ".join((who, start[:7], *([] if who else profile.get("cities")), told))
    return -len(start[:7]), -bool(profile.get("bodies")), coarse
