"""What stands beside a meeting and says whether it is to come: a journey to it, what prepares it, "the next", "the last"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.mentions.meetings.detection.prepared import PREPARED
from ingest.mentions.meetings.lexicon import words
from ingest.mentions.meetings.scene import Scene, Spot, bare
from ingest.tenses import is_future_form

_NEAR = 5  # tokens in front of a meeting in which it is said to be the aim of a journey
_JOURNEYS = (("travels", 3.0), ("set_out", 1.9))


def beside_it(scene: Scene, spot: Spot, before: Sequence[int]) -> Iterator[tuple[str, float]]:
    """Statuses with how sure they are; `before`: the tokens of the clause in front of the meeting, nearest first."""
    was_there = any(bare(scene.norm(i)) in words("was_there") for i in range(spot.first - 2, spot.first))
    if not was_there and any(scene.norm(i) in words("journey_for") for i in before[:_NEAR]):
        for name, sure in _JOURNEYS:
            if any(bare(scene.norm(i)) in words(name) for i in before):
                yield "planned", sure  # "يتوجه الرئيس إلى طوكيو حيث يشارك في القمة"
    if {"following", "ahead"} & spot.marks:
        yield "planned", 3.0
    if PREPARED in spot.marks:
        yield "planned", 3.4
    if spot.prefix.endswith("ل") and scene.norm(spot.first - 1) in words("preparing"):
        yield "planned", 2.5  # "اللجنة التحضيرية للمؤتمر"
    if "previous" in spot.marks:
        yield "held", 3.0


def hosts_another(scene: Scene, spot: Spot, index: int) -> bool:
    """ "التقى رئيس المؤتمر الذي ستحتضنه دبي، كما عقد اجتماعا": a future of another meeting, in its relative clause."""
    if scene.norm(index - 1) not in words("relative"):
        return False
    of_it = scene.norm(index).endswith(("ه", "ها"))
    met = bool(spot.verb) and not is_future_form(bare(scene.norm(spot.first)))
    return of_it if index < spot.first else met


def up_to_another(scene: Scene, after: list[int]) -> list[int]:
    """The words behind a meeting up to the holding of one of its own: "قررت القمة عقد دورتها المقبلة"."""
    for steps, index in enumerate(after):
        form = scene.noun(index + 1) if scene.norm(index) in words("to_hold") else None
        if form is not None and form.possessive:
            return after[:steps]
    return after
