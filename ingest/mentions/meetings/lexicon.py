"""The words of meetings (`meeting_words.tsv`, `meeting_verbs.tsv`, `meetings/*.toml`) and how a token reads as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from ingest import conjugation
from ingest.fold import fold
from ingest.lexicon import read_tomls, read_tsv
from ingest.parts import Token

_SUFFIXES = ("هما", "ها", "هم", "ه", "نا", "هن")
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_LISTS: Final[dict[str, frozenset[str]]] = {}  # word lists by name, as far as they were asked for


@dataclass(frozen=True, slots=True)
class Noun:
    """A meeting noun: lemma, kind and class of the table. Class "talks" has two parties or more, "works" carries another."""

    lemma: str
    kind: str
    group: str


@dataclass(frozen=True, slots=True)
class Form:
    """A token read as a meeting noun. `cut`: folded characters of its clitics; `length`: tokens it takes."""

    noun: Noun
    prefix: str
    cut: int
    definite: bool
    possessive: str
    length: int = 1


@cache
def _nouns() -> tuple[dict[str, Noun], dict[str, Noun], dict[tuple[str, str], Noun]]:
    """Nouns by stem, by stem before a possessive, and those of two words."""
    plain: dict[str, Noun] = {}
    owned: dict[str, Noun] = {}
    pairs: dict[tuple[str, str], Noun] = {}
    for row in read_tsv("meeting_words.tsv"):
        stem = fold(row["stem"])
        first, _, second = stem.partition(" ")
        named = row["class"] == "dialogue" or not second  # "حوار سياسي" may be any, "الحوار السياسي" is one
        lemma = stem if named else f"{first.removeprefix('ال')} {second.removeprefix('ال')}"
        noun = Noun(lemma, row["kind"], row["class"])
        if second:
            pairs[first, second] = noun
            if not first.startswith("ال"):
                pairs.setdefault((_accusative(first), _accusative(second)), noun)  # "يوما دراسيا"
        else:
            plain[stem] = noun
        if row["suffixed"]:
            owned[fold(row["suffixed"])] = noun
    return plain, owned, pairs


@cache
def written() -> dict[str, str]:
    """Folded noun → how it is written."""
    found: dict[str, str] = {}
    for row in read_tsv("meeting_words.tsv"):
        found.setdefault(fold(row["stem"]), row["stem"])
    return found


def _accusative(word: str) -> str:
    return word if word.endswith(("ه", "ا", "ات", "ين")) else word + "ا"


def noun_form(norm: str, following: str) -> Form | None:
    """Read a folded token, with the one behind it, as a meeting noun with its clitics, article or possessive."""
    if following in second_words():
        for prefix in _PREFIXES:
            if not norm.startswith(prefix):
                continue
            rest = norm[len(prefix) :]
            swallowed = prefix.endswith("ل") and rest.startswith("ل")  # "للجامعة الصيفية"
            noun = _nouns()[2].get(("ا" + rest if swallowed else rest, following))
            if noun is not None:
                definite = swallowed or rest.startswith("ال")
                return Form(noun, prefix, len(prefix) + swallowed, definite, "", 2)
    return one_word(norm)


@cache
def second_words() -> frozenset[str]:
    """The second words of meeting nouns of two words."""
    return frozenset(second for _, second in _nouns()[2])


def one_word(norm: str) -> Form | None:
    """Read a folded token alone as a meeting noun."""
    return forms().get(norm)


def gathers(tokens: Sequence[Token]) -> bool:
    """Do the tokens begin with a gathering: "إلى اجتماع الحلف"? Talks may go on for months."""
    form = one_word(tokens[0].norm) if tokens else None
    return form is not None and form.noun.group == "noun"


@cache
def forms() -> dict[str, Form]:
    """Every form of a noun: bare, accusative, with the article, with a possessive, each with any clitics."""
    plain, owned, _ = _nouns()
    found: dict[str, Form] = {}
    for prefix in _PREFIXES:
        cut, lam = len(prefix), prefix.endswith("ل")
        for stem, noun in plain.items():
            found.setdefault(prefix + stem, Form(noun, prefix, cut, False, ""))
        for stem, noun in plain.items():
            if not stem.endswith("ه"):
                found.setdefault(prefix + stem + "ا", Form(noun, prefix, cut, False, ""))
        for stem, noun in plain.items():
            article = "ل" if lam else "ال"  # "للقاء"
            found.setdefault(prefix + article + stem, Form(noun, prefix, cut + lam, True, ""))
        for suffix in _SUFFIXES:
            for stem, noun in owned.items():
                found.setdefault(prefix + stem + suffix, Form(noun, prefix, cut, True, suffix))
    return found


TALKS = frozenset({"meet", "receive", "gather", "confer"})
"""Classes of the verbs by which two sides meet."""


@cache
def verbs() -> dict[str, str]:
    """Verb form → class ("meet", "receive", "confer", "gather", "assemble", "convene", "discuss", "credentials")."""
    return {fold(row["form"]): row["class"] for row in read_tsv("meeting_verbs.tsv")}


def verb_class(norm: str) -> tuple[str, str] | None:
    """The class of a verb of meeting and the conjunction glued to it."""
    return verb_forms().get(norm)


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """Verb form, with or without a glued conjunction → class and conjunction."""
    glued = {c + form: (group, c) for form, group in verbs().items() for c in ("و", "ف")}
    return {**glued, **{form: (group, "") for form, group in verbs().items()}}


@cache
def _context() -> dict[str, Any]:
    """Word lists and tables of all files of `meetings/`."""
    return read_tomls("meetings")


def words(name: str) -> frozenset[str]:
    """A word list of `meetings/*.toml`, folded."""
    try:  # not `cache`: it is asked for thousands of times an article
        return _LISTS[name]
    except KeyError:
        return _LISTS.setdefault(name, frozenset(fold(str(_context()[name])).split()))


@cache
def any_of(*names: str) -> frozenset[str]:
    """Several word lists of `meetings/*.toml` as one."""
    return frozenset().union(*[words(name) for name in names])


@cache
def denies(*names: str) -> frozenset[str]:
    """The forms of lists of verbs by which a meeting is denied behind "لم" or "لن"; of `holds_it` with their object."""
    forms: set[str] = set()
    for name in names:
        told = [form.form for verb in str(_context()[name]).split() for form in conjugation.present(verb)]
        forms.update(form + it for form in told for it in (("ه", "ها") if name == "holds_it" else ("",)))
    return frozenset(fold(form) for form in forms)


@cache
def taking_place() -> frozenset[str]:
    """The forms behind "لم" and "لن" by which no meeting was or will be held: "لم تعقد", "لن يحصل"."""
    return denies("comes_to_pass", "happens")


@cache
def carriers() -> frozenset[str]:
    """The words that carry their meeting: "استضافت قطر اجتماعا", "لم تنطلق القمة"."""
    return words("carries") | denies("comes_to_pass", "gets_going")


@cache
def whole() -> frozenset[str]:
    """Words of the lists that begin with و or ف of their own ("وزراء")."""
    lists = [value for value in _context().values() if isinstance(value, str)]
    return frozenset(word for text in lists for word in fold(text).split() if word[0] in "وف")


def turns_off(word: str, following: str, *names: str) -> bool:
    """ "لكن", "غير أنه": does a clause turn from the one before? `names`: lists of words that do so with "أن"."""
    return word.startswith("لكن") or (following.startswith("ان") and word in any_of(*names))


@cache
def adjectives() -> frozenset[str]:
    """All forms of the adjectives that go with a meeting noun, with and without the article, both genders."""
    forms: set[str] = set()
    for stem in words("adjectives"):
        for form in (stem, stem + "ه"):
            forms.update((form, "ال" + form, stem + "ا"))
    return frozenset(forms | words("opening"))


@cache
def portfolios() -> frozenset[str]:
    """First words of the matters of ministers, as they stand behind "وزراء"."""
    rows = read_tsv("portfolios.tsv")
    return frozenset(fold(form).split()[0] for row in rows for form in row["arabic"].split("|") if form.strip())


@cache
def organs() -> frozenset[tuple[str, str]]:
    """Names of organs of two words: ("المكتب", "التنفيذي")."""
    found = fold(str(_context()["organs"])).split()
    return frozenset(zip(found[::2], found[1::2], strict=True))


@cache
def body_of() -> dict[str, str]:
    """Adjective → path of the body whose meetings it marks."""
    return {fold(word): path for word, path in _context()["body_of"].items()}


@cache
def table(name: str) -> dict[str, str]:
    """A table of `meetings/*.toml`: folded word, or key of a country → path."""
    return {key if "/" in key else fold(key): path for key, path in _context()[name].items()}
