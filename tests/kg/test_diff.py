"""What changed between two stores."""

from __future__ import annotations

from kg.diff import changes, patch
from kg.identity.index import Index
from kg.identity.ledger import Judgement
from kg.store import Store
from kg.vocabulary import SCHEMA, M
from tests.kg.newsroom import Paper, store_of


def _told(count: int, person: str, country: str = "EG") -> Paper:
    paper = Paper("news", "2022-05-11", "Alpha")
    meeting = paper.meeting(day="2022-05-11", place="marrakesh")
    paper.say(paper.part(meeting, paper.person(person, country)), M.role, M.Speaker)
    paper.count(count)
    return paper


def _words(old: Store, new: Store) -> list[tuple[str, str, str]]:
    return [(c.what, c.how, c.words) for c in changes(old, new)]


def test_nothing_changed() -> None:
    paper = _told(84, "سامح شكري")
    assert _words(store_of([paper]), store_of([paper])) == []
    assert patch(store_of([paper]).dump(), store_of([paper]).dump()) == b"TX .\nTC .\n"


def test_an_article_more() -> None:
    first, second = _told(84, "سامح شكري"), Paper("later", "2023-06-08")
    second.count(85)
    found = _words(store_of([first]), store_of([first, second]))
    assert ("article", "appeared", "later") in found
    assert any(f[:2] == ("claim", "appeared") and f[2].startswith("later:") and f[2].endswith("85") for f in found)
    assert any(f[:2] == ("fact", "vanished") and f[2].endswith("memberCount: 84") for f in found)
    assert any(f[:2] == ("fact", "appeared") and f[2].endswith("memberCount: 85") for f in found)


def test_entities_merged_and_split() -> None:
    one, two = Paper("one", "2022-05-11"), Paper("two", "2022-05-12")
    one.person("كريم بنزيما الطويل", "EG")
    two.person("كريم بنزيما", "SA")
    apart = store_of([one, two])
    index = Index(apart, apart.names)
    persons = [q[0] for q in apart.match(None, M.profileOf, None, index.graph) if index.profile(q[0]).kind == "person"]
    pair = (min(persons), max(persons))
    together = store_of([one, two], {pair: Judgement(*pair, "same", "reader", "2026-01-01")})
    assert [f for f in _words(apart, together) if f[0] == "entity"] == [
        ("entity", "merged", "كريم بنزيما (from: كريم بنزيما, كريم بنزيما الطويل)")
    ]
    assert [f[1] for f in _words(together, apart) if f[0] == "entity"] == ["split"]


def test_a_patch_leads_from_one_to_the_other() -> None:
    first, second = _told(84, "سامح شكري"), Paper("later", "2023-06-08")
    second.meeting(day="2023-06-08", place="riyadh", status=SCHEMA.EventScheduled)
    old, new = store_of([first]).dump(), store_of([first, second]).dump()
    lines = set(old.splitlines())
    for line in patch(old, new).splitlines():
        if line.startswith(b"D "):
            lines.remove(line[2:])
        elif line.startswith(b"A "):
            lines.add(line[2:])
    assert lines == set(new.splitlines())
