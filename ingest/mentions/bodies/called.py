"""Names that a head noun alone does not open: of a body whose name stands behind a word for it ('لجنة باسم "جسور المتوسط"'),
and of one that is told by the body that has it ("لجنة الاتحاد الأفريقي رفيعة المستوى المعنية بليبيا").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.mentions.bodies import quoted_words
from ingest.mentions.bodies import starts as body_starts
from ingest.mentions.bodies.candidates import Candidate
from ingest.mentions.bodies.heads import words
from ingest.mentions.bodies.names import is_adjective, matter
from ingest.mentions.bodies.starts import Start, past_rank
from ingest.mentions.words.title_heads import title_words
from ingest.parts import Document, Token, Zone

_BACK = 5      # tokens from the word for the name back to the noun of the body
_NAME = 12     # tokens of the name


def quoted(document: Document) -> list[Candidate]:
    """Every name in quotation marks that an article gives to a body without another name."""
    places = document.where(words("name_words") & document.words)
    return [found for at in places if (found := _quoted_at(document.tokens, at)) is not None]


def _quoted_at(tokens: Sequence[Token], at: int) -> Candidate | None:
    begin = at + 1
    if begin < len(tokens) and tokens[begin].norm in words("name_words"):
        begin += 1  # "أطلق عليها اسم"
    if begin >= len(tokens) or not quoted_words.opens(tokens, begin) or (start := _noun_before(tokens, at)) is None:
        return None
    end = quoted_words.closing(tokens, begin + 1, begin + _NAME)
    if end < 0 or tokens[begin + 1].norm in body_starts.starts():
        return None  # 'باسم "تحالف …"': the name has its own noun
    name = tuple(token.norm for token in tokens[begin + 1 : end])
    return Candidate(begin + 1, end, "", 0, "named so", head=start.head.noun, words=name)


def _noun_before(tokens: Sequence[Token], at: int) -> Start | None:
    """The noun of the body that is given a name, with nothing but adjectives and such words between."""
    for i in range(at - 1, max(-1, at - 1 - _BACK), -1):
        norm = tokens[i].norm
        if (start := body_starts.head_at(norm) or body_starts.head_at(norm.removesuffix("ا"))) is not None:
            spoken = start.definite and tokens[at].norm in title_words()["in_the_name"]  # "تحدثت اللجنة باسم «الضحايا»"
            return None if spoken else start
        if not tokens[i].is_word and norm not in ("،", ","):
            return None
        if norm in words("stops") and norm not in words("before_name"):
            return None
    return None


def of_bodies(document: Document, settled: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; bodies with the organ that is told in front of them: "فريق الأمم المتحدة المعني بليبيا"."""
    found: list[Candidate] = []
    for item in settled:
        organ = _organ(document, item) if item.entity is not None and not item.prefix else None
        if organ is not None and found and found[-1].last > organ.first:
            found.pop()
        found.append(item if organ is None else organ)
    return found


def _organ(document: Document, owner: Candidate) -> Candidate | None:
    tokens = document.tokens
    start = body_starts.head_at(tokens[owner.first - 1].norm) if owner.first else None
    if start is None or start.definite or start.head.noun not in words("organs_of_bodies"):
        return None
    sentence = document.sentence_at(owner.first)
    if sentence.zone is Zone.BOILERPLATE:
        return None
    end = _told_apart(tokens, owner.last, sentence.last, start.head.noun.endswith("ه"))
    if end == owner.last:
        return None
    name = (start.head.noun, *(token.norm for token in tokens[owner.first : end]))
    noun = start.head.noun
    return replace(owner, first=owner.first - 1, last=end, prefix=start.prefix, cut=start.cut, reason="organ of a body",
                   entity=None, head=noun, coref=False, words=name, article_lost=False)


def _told_apart(tokens: Sequence[Token], at: int, limit: int, feminine: bool) -> int:
    """The end of what tells which organ it is: its rank, its adjectives, its matter."""
    end = past_rank(tokens, at, limit)
    while end < limit and is_adjective(tokens[end].norm) and tokens[end].norm.endswith("ه") == feminine:
        if tokens[end].norm not in words("of_organs") and tokens[end].norm not in words("concerned"):
            break
        end += 1
    return matter(tokens, end, limit) if end > at else at
