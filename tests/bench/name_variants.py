"""Arabic spellings of the snapshot's names as they are met in print: by rule, and listed by hand (`variants_hand.tsv`).

Each rule is a habit of writing or a known damage: hamza left out, alif maqsura and ya exchanged, ta marbuta as ha, Persian
letters, stretched or vowelled letters, "Abd al-X" glued, lam and alef torn apart by a PDF copy, long vowels of foreign
names written or not, emphatic letters exchanged, one letter lost.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.wikidata import tables
from kg.wikidata.item import Item
from kg.wikidata.keys import fold
from kg.wikidata.snapshot import Snapshot

_CLASS = {"person": "Person", "country": "Country", "organization": "Organization", "place": "Place"}


def _swap(text: str, one: str, other: str) -> str:
    return text.replace(one, other, 1)


RULES: dict[str, Callable[[str], str]] = {
    "hamza left out": lambda n: re.sub("[أإآ]", "ا", n),
    "final ya without dots": lambda n: re.sub(r"ي\b", "ى", n),
    "ta marbuta as ha": lambda n: re.sub(r"ة\b", "ه", n),
    "Persian letters": lambda n: n.replace("ي", "ی").replace("ك", "ک"),
    "stretched": lambda n: re.sub(r"(?<=[بتسشمنلكفق])(?=[بتسشمنلكفقي])", "ـ", n, count=1),
    "vowelled": lambda n: re.sub("([محبن])", "\\1\u064e", n, count=2),
    "Abd glued": lambda n: n.replace("عبد ال", "عبدال"),
    "lam-alef torn": lambda n: _swap(n, "لا", "ال") if re.search("لا", n) else n,
    "article torn": lambda n: re.sub(r"\bالا", "اال", n),
    "article left out": lambda n: re.sub(r"(?<= )ال(?=\w{3})", "", n, count=1),
    "long vowel left out": lambda n: re.sub(r"(?<=\w\w)ي(?=\w\w)", "", n, count=1),
    "long vowel written": lambda n: re.sub(r"(?<=[بتدرسفكل])(?=[نلرس]\b)", "ي", n, count=1),
    "t emphatic": lambda n: _swap(n, "ت", "ط"),
    "s emphatic": lambda n: _swap(n, "س", "ص"),
    "g as j": lambda n: _swap(n, "غ", "ج"),
    "g as k": lambda n: _swap(n, "غ", "ك"),
    "v with three dots": lambda n: _swap(n, "ف", "ڤ"),
    "w for o left out": lambda n: re.sub(r"(?<=\w\w)و(?=\w\w)", "", n, count=1),
    "double letter": lambda n: re.sub(r"(?<=\w\w)([رنلم])(?=\w)", "\\1\\1", n, count=1),
    "hidden direction marks": lambda n: n.replace(" ", "\u200f \u200e"),
}


def by_rule(snapshot: Snapshot, count: int, seed: int) -> Iterator[tuple[str, Item, str, str]]:
    """(form, item, class, rule) of `count` forms that differ from all names of the item; two Arabic words or more for
    persons, so that a form still names one person."""
    chance = random.Random(seed)
    items = [i for i in snapshot.linkable() if i.type in _CLASS and i.names.get("ar") and i.trust == "auto"]
    seen: set[tuple[str, str]] = set()
    tries = 0
    while len(seen) < count and tries < 200 * count:
        tries += 1
        item = chance.choice(items)
        name = chance.choice([n for n in item.names["ar"] if item.type != "person" or " " in n] or [item.names["ar"][0]])
        if item.type == "person" and " " not in name:
            continue
        rule = chance.choice(sorted(RULES))
        form = RULES[rule](name)
        if form != name and form not in item.names["ar"] and (form, item.qid) not in seen and fold(form):
            seen.add((form, item.qid))
            yield form, item, _CLASS[item.type], rule


def by_hand(snapshot: Snapshot) -> Iterator[tuple[str, Item, str, str]]:
    """The listed forms; names that the snapshot spells so already are left out."""
    for row in tables.read(Path(__file__).with_name("variants_hand.tsv")):
        item = snapshot.items[row["qid"]]
        if row["form"] not in item.names.get("ar", ()):
            yield row["form"], item, _CLASS[item.type], "by hand"
