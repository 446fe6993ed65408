"""Meetings over the whole reading path, on sentences of our own (`meeting_cases.tsv`).

Expected, per meeting: kind, place, country, first day, status, body (path, or words of its key), edition as "ed3";
several meetings are set apart by |.
"""

from __future__ import annotations

import pytest

from ingest.claims import meeting
from ingest.mention import Kind
from ingest.mentions.meetings import MeetingMention
from kg.claim import Claim, Modality, Referent
from kg.iri import Iri
from kg.vocabulary import SCHEMA, M
from tests.ingest.claims.cases import claims, reading, table

_KINDS = {
    M.Summit: "summit",
    M.Ministerial: "ministerial",
    M.WorkingGroup: "working_group",
    M.Bilateral: "bilateral",
    M.Conference: "conference",
    M.OtherMeeting: "other",
}
_STATUS = {
    M.EventHeld: "held",
    SCHEMA.EventScheduled: "planned",
    SCHEMA.EventPostponed: "postponed",
    SCHEMA.EventCancelled: "cancelled",
}


def told(text: str) -> list[dict[Iri, Claim]]:
    """The claims of each meeting by predicate, in the order of the meetings."""
    meetings: dict[str, dict[Iri, Claim]] = {}
    for claim in claims(meeting.extract, text):
        meetings.setdefault(claim.subject.key, {})[claim.predicate] = claim
    return list(meetings.values())


def key_of(said: dict[Iri, Claim], predicate: Iri) -> str:
    value = said[predicate].object if predicate in said else None
    return value.key.removeprefix("country/") if isinstance(value, Referent) else "-" if value is None else str(value)


def short(said: dict[Iri, Claim]) -> str:
    kind, status = said[M.meetingKind].object, said[SCHEMA.eventStatus].object
    assert isinstance(kind, Iri)
    assert isinstance(status, Iri)
    parts = [
        _KINDS[kind],
        key_of(said, SCHEMA.location),
        key_of(said, M.hostCountry),
        key_of(said, SCHEMA.startDate),
        _STATUS[status],
        key_of(said, M.ofCoalition).replace(" ", "-"),
    ]
    return " ".join([*parts, *([f"ed{said[M.edition].object}"] if M.edition in said else [])])


@pytest.mark.parametrize(("text", "expected"), table("meeting_frames_cases.tsv"))
def test_bodies_told_by_their_meetings_pairs_rounds_and_series(text: str, expected: str) -> None:
    assert " | ".join(short(said) for said in told(text)) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(("text", "expected"), table("meeting_evidence_cases.tsv"))
def test_what_is_evidence_of_a_meeting_and_what_is_not(text: str, expected: str) -> None:
    assert " | ".join(short(said) for said in told(text)) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(("text", "expected"), table("meeting_cases.tsv"))
def test_what_is_said_of_a_meeting(text: str, expected: str) -> None:
    found = [short(said) for said in told(text)]
    if expected == "-":
        assert found == []
        return
    for one, other in zip(found, expected.split(" | "), strict=True):
        for have, want in zip(one.split(), other.split(), strict=True):
            assert have == want or have.startswith(f"{want}-"), found


def only(text: str) -> dict[Iri, Claim]:
    (said,) = told(text)
    return said


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("عقدت", "held"),
        ("ستعقد", "planned"),
        ("تعتزم عقد", "planned"),
        ("ألغت", "cancelled"),
        ("أرجأت", "postponed"),
    ],
)
def test_the_verb_decides_the_status(verb: str, status: str) -> None:
    said = only(f"{verb} منظمة التعاون الإسلامي الاجتماع الوزاري في جدة.")
    assert _STATUS[said[SCHEMA.eventStatus].object] == status  # type: ignore[index]


@pytest.mark.parametrize(("opening", "modality"), [
    ("أشيع أن", Modality.REPORTED), ("يقال إن", Modality.REPORTED), ("وتردد أن", Modality.REPORTED),
    ("ادعت الصحيفة أن", Modality.REPORTED), ("ترددت أنباء مفادها أن", Modality.REPORTED),
    ("من المؤكد أن", Modality.ASSERTED), ("تردد الوفد على المدينة ثم تبين أن", Modality.ASSERTED),
])
def test_a_meeting_of_which_only_word_goes_is_reported(opening: str, modality: Modality) -> None:
    said = only(f"{opening} القمة العربية عقدت في القاهرة.")
    assert said[SCHEMA.eventStatus].modality is modality


@pytest.mark.parametrize(("opening", "modality"), [
    ("راجت شائعة مفادها أن", Modality.REPORTED), ("زعم خصومه أن", Modality.REPORTED),
    ("أكد خصومه أن", Modality.ASSERTED), ("راجت الشائعة ثم اتضح أن", Modality.ASSERTED),
])
def test_an_encounter_of_which_only_word_goes_is_reported(opening: str, modality: Modality) -> None:
    said = only(f"{opening} الوزير المصري سامح شكري التقى الوزير الأردني أيمن الصفدي أمس.")
    assert said[SCHEMA.eventStatus].modality is modality


_TOLD = "انعقد في القاهرة أمس الاجتماع الوزاري للتحالف الدولي ضد داعش"
_TAKEN_UP = "وشارك في اللقاء الوزير المصري سامح شكري. وترأس الاجتماع الوزير الأردني أيمن الصفدي."


@pytest.mark.parametrize("predicate", [
    "، وهو أول لقاء من نوعه للتحالف فوق أرض عربية.", ". وهو ثاني لقاء في أقل من شهر.", ". ويعد الاجتماع الأول من نوعه.",
    ". ويعتبر هذا اللقاء الثالث من نوعه.", ". هذا هو ثالث لقاء للوزراء.", ". وهذا رابع اجتماع منذ عام 2019.",
    ". وكان هذا أول لقاء للوزراء منذ عام 2019.", "، ليكون بذلك أول لقاء من نوعه.", "، وهو أرفع لقاء تحتضنه البلاد.",
    ". وهو لقاء دوري للتحالف.",
])
def test_what_a_meeting_is_said_to_be_opens_no_other(predicate: str) -> None:
    said = only(f"{_TOLD}{predicate} {_TAKEN_UP}")
    assert str(said[M.ofCoalition].object.authority) == "coalition/global-coalition-daesh"  # type: ignore[union-attr]
    assert str(said[SCHEMA.startDate].object) == "2023-05-09"


@pytest.mark.parametrize("other", [
    " وكان أول اجتماع من نوعه قد عقد في الرباط عام 2015.", " وتحتضن الرباط يوم 20 مايو ثاني قمة عربية.",
    " وعقد الوزير المصري سامح شكري لقاء مع نظيره الأردني أيمن الصفدي في عمان يوم 20 مايو.",
    " وهذا الأسبوع تحتضن الرباط قمة عربية.",
])
def test_another_meeting_beside_stays_another(other: str) -> None:
    assert len(told(f"{_TOLD}.{other}")) == 2


@pytest.mark.parametrize(("day", "status"), [("3 مايو 2023", "held"), ("30 مايو 2023", "planned")])
def test_the_day_decides_where_the_verb_is_silent(day: str, status: str) -> None:
    said = only(f"القمة العربية في الرياض يوم {day} تبحث الوضع.")
    assert _STATUS[said[SCHEMA.eventStatus].object] == status  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("احتضنت الرباط القمة الإفريقية.", Modality.ASSERTED),
        ("ستحتضن الرباط القمة الإفريقية.", Modality.PLANNED),
    ],
)
def test_what_is_to_come_is_never_told_as_fact(text: str, modality: Modality) -> None:
    assert {claim.modality for claim in only(text).values()} == {modality}


def test_another_place_changes_the_place_alone() -> None:
    one, two = (only(f"انعقدت القمة العربية في {city} أمس.") for city in ("الرياض", "بغداد"))
    changed = {p for p in one if key_of(one, p) != key_of(two, p)}
    assert changed == {SCHEMA.location, M.hostCountry}


@pytest.mark.parametrize("month", ["يوليو", "تموز", "يوليوز", "جويلية", "يوليو/تموز"])
def test_the_month_names_of_every_region_give_the_same_day(month: str) -> None:
    assert str(only(f"تنعقد القمة العربية في الجزائر يوم 12 {month} 2023.")[SCHEMA.startDate].object) == "2023-07-12"


def test_a_range_has_two_days() -> None:
    said = only("ينعقد المؤتمر الوزاري في دبي من 20 إلى 22 يونيو 2023.")
    assert (str(said[SCHEMA.startDate].object), str(said[SCHEMA.endDate].object)) == ("2023-06-20", "2023-06-22")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("استقبل الرئيس كمال المرزوقي أمس السفير جون هاريس والوزير لوران ميشال كلا على حدة.", 2),
        ("التقى الوزير سمير العيادي على التوالي نظيره المصري هشام فؤاد والوزير فهد السالم.", 2),
        ("التقى الوزير سعد التازي السفير جون هاريس والوزير ماركو بيلي والوزيرة سارة مورغان في لقاءات منفصلة.", 3),
        ("التقى الوزير سعد التازي في بروكسل نظيره الإسباني بابلو رويز ونظيره الإيطالي ماركو بيلي.", 1),
        ("التقى الوزير سمير العيادي للمرة الثانية على التوالي نظيره هشام فؤاد والوزير فهد السالم.", 1),
        ("وصل كمال المرزوقي. والتقى أمس السفير جون هاريس والوزير لوران ميشال كلا على حدة.", 2),
        ("أجرى الوزير سمير العيادي لقاءين مع نظيره هشام فؤاد والوزير فهد السالم، بحضور السفير جون هاريس.", 2),
    ],
)
def test_a_word_may_tell_of_several_meetings(text: str, number: int) -> None:
    assert len(told(text)) == number


def test_all_spots_of_a_meeting_are_one_meeting() -> None:
    text = (
        "احتضنت مراكش أمس الاجتماع الوزاري للتحالف الدولي ضد داعش. وناقش الاجتماع الوضع في الساحل. "
        "وقال الوزير إن اجتماع مراكش كان ناجحا. وشاركت في هذا المؤتمر ستون دولة."
    )
    (said,) = told(text)
    assert len(said[M.meetingKind].evidence) == 4


def test_what_is_to_come_is_not_what_was_held() -> None:
    text = (
        "عقد رئيس الحكومة اجتماعا تنسيقيا في الرباط. وقال خلال هذا الاجتماع إن الحوار مستمر. "
        "ويأتي ذلك تحضيرا لاجتماع اللجنة العليا للماء المرتقب في شهر سبتمبر القادم."
    )
    held, planned = (short(said) for said in told(text))
    assert held == "other place/rabat MA - held -"
    assert planned.startswith("other - - 2023-09 planned اللجنه-العليا")


def test_this_meeting_is_the_one_that_was_held() -> None:
    text = (
        "انعقد اجتماع الوزراء بالنقابات أمس في الدار البيضاء. وقال مصدر إن الوزير سيلتقي الأمين العام لحزب الشعب غدا. "
        "وأكدت النقابات خلال هذا اللقاء مطالبها."
    )
    assert next(len(m.told.readings) for m in reading(text).mentions if isinstance(m, MeetingMention) and m.told) == 2


@pytest.mark.parametrize(
    "text",
    [
        "يشارك وفد مغربي في قمة المدن بكينيا. وانطلقت قمة المدن الإفريقية يوم 3 مايو 2023.",
        "تستضيف مصر قمة المناخ في شرم الشيخ. ودعت المنظمة المشاركين في مؤتمر المناخ إلى الحوار.",
        "ترأس الوزير اجتماع لجنة التنمية. وعقدت اللجنة الوطنية للتنمية المستدامة اجتماعها في الرباط.",
        "انطلق مؤتمر الجمعية الوطنية للسلاح في روما. ويستمر مؤتمر الجمعية الوطنية للأسلحة حتى غد.",
    ],
)
def test_one_meeting_under_two_names(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "انعقدت قمة المناخ في دبي. وانعقدت قمة العلماء يوم 3 مايو 2023.",
        "اختتم المؤتمر الجهوي السابع لحزب الشعب في طنجة. وسينعقد المؤتمر الوطني المقبل لحزب الشعب في فاس.",
        "عقدت اللجنة الوطنية للانتخابات اجتماعا أمس. وعقدت اللجنة الوطنية للشباب اجتماعا اليوم.",
    ],
)
def test_two_names_two_meetings(text: str) -> None:
    assert len(told(text)) == 2


def test_a_former_meeting_has_not_the_day_and_place_of_the_lead() -> None:
    text = "ترأس الوزير، اليوم الأربعاء بالرباط، أشغال اللجنة الوطنية للماء، تبعا لقرار هذه اللجنة خلال اجتماعها الأخير."
    first, *others = told(text)
    assert short(first).startswith("other place/rabat MA 2023-05-10 held")
    assert all(SCHEMA.location not in said and SCHEMA.startDate not in said for said in others)


def test_a_party_that_is_called_congress() -> None:
    text = "أعلن حزب المؤتمر السوداني موقفه. وقال المؤتمر السوداني في الخرطوم اليوم إنه يرفض الاتفاق."
    assert told(text) == []


def test_a_match_is_no_meeting() -> None:
    text = "يلعب المنتخب اليوم مباراة في كأس العالم. وقال لاعب إن القمة في لندن يوم السبت تهم جماهير الفريقين."
    assert told(text) == []


def test_two_meetings_stay_two() -> None:
    text = "انعقدت القمة العربية في جدة في مايو 2023. وستنعقد القمة الإفريقية في نيروبي في يوليو 2023."
    assert [short(said) for said in told(text)] == [
        "summit place/jeddah SA 2023-05 held org/arab-league",
        "summit place/nairobi KE 2023-07 planned org/african-union",
    ]


def test_the_edition_before_is_another_meeting() -> None:
    text = "تحتضن بغداد غدا القمة العربية. وكانت القمة السابقة قد انعقدت في الجزائر عام 2022."
    assert len(told(text)) == 2


def test_for_the_first_time_in() -> None:
    said = only("ينعقد اجتماع التحالف الدولي ضد داعش لأول مرة في أفريقيا بمدينة مراكش.")
    assert key_of(said, M.firstIn) == "place/africa"


def test_who_hosts_it_for_the_first_time() -> None:
    said = told("آلت رئاسة القمة العربية المقبلة إلى جيبوتي، التي تستضيفها لأول مرة منذ انضمامها للجامعة العربية.")
    assert [key_of(one, M.firstIn) for one in said] == ["DJ"]


def test_talks_on_the_margins_are_marked_and_no_meeting() -> None:
    text = "أجرى الوزير ناصر بوريطة مباحثات مع نظيره الهولندي ووبكه هوكسترا على هامش المؤتمر الوزاري في فاس."
    found = [m for m in reading(text).mentions if m.kind is Kind.MEETING]
    assert [("side" in m.tags, m.referent is None) for m in found] == [(True, True), (False, False)]
    assert [short(said) for said in told(text)] == ["ministerial place/fez MA - held -"]


def test_meetings_are_numbered_in_the_order_of_the_text() -> None:
    text = "انعقدت قمة جدة أمس. ثم انعقد مؤتمر باريس اليوم. وقال البيان إن قمة جدة ناجحة."
    found = [m.referent.key for m in reading(text).mentions if m.kind is Kind.MEETING and m.referent is not None]
    assert found == ["m1", "m2", "m1"]


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("أ", "ا"),
        lambda t: t.replace("ة ", "ه "),
        lambda t: f"و{t}",
        lambda t: t.replace("2023", "٢٠٢٣"),
        lambda t: t.replace("الاجتماع", "الاجتماعُ"),
    ],
)
def test_spelling_does_not_change_the_meeting(change: object) -> None:
    text = "احتضنت مدينة مراكش يوم 4 مايو 2023 الاجتماع الوزاري للاتحاد الأفريقي."
    assert callable(change)
    assert (
        short(only(change(text))) == short(only(text)) == "ministerial place/marrakesh MA 2023-05-04 held org/african-union"
    )


def test_every_claim_cites_its_own_words() -> None:
    text = "تستضيف الدوحة غدا القمة الخليجية الثلاثين."
    said = only(text)
    quoted = {p: [text[s.start : s.end] for s in c.evidence] for p, c in said.items()}
    assert quoted[SCHEMA.location] == ["الدوحة"]
    assert quoted[M.edition] == ["الثلاثين"]
    assert quoted[M.meetingKind] == ["القمة الخليجية الثلاثين"]


def test_other_languages_are_left_alone() -> None:
    assert list(meeting.extract(reading("Los ministros se reunieron el 4 de mayo en la cumbre.", "es"))) == []


def test_the_next_meeting_of_a_series_is_of_the_same_body() -> None:
    text = "اختتمت في باريس أمس قمة حلف شمال الأطلسي. وستعقد القمة المقبلة في أوسلو عام 2025."
    assert [short(said).split()[1:] for said in told(text)] == [
        ["place/paris", "FR", "2023-05-09", "held", "org/nato"],
        ["place/oslo", "NO", "2025", "planned", "org/nato"],
    ]


def test_the_day_on_which_a_speaker_spoke_is_that_of_his_meeting() -> None:
    text = (
        "قال وزير المالية التونسي سمير العيادي اليوم الأربعاء إن النمو ضعيف.\n"
        "وأضاف في الجلسة الافتتاحية للندوة الاقتصادية المنعقدة بمدينة سوسة أن الحكومة جاهزة."
    )
    assert [short(said).split()[:4] for said in told(text)] == [["conference", "place/sousse", "TN", "2023-05-10"]]


def test_the_ordinary_congress_is_of_the_body_whose_extraordinary_one_is_told() -> None:
    text = "أعلن حزب الاستقلال عقد مؤتمر استثنائي لحزب الاستقلال في يونيو المقبل. ويأتي ذلك بعد تأجيل المؤتمر العادي."
    assert [short(said).split()[4:] for said in told(text)] == [["planned", "org/istiqlal"], ["postponed", "org/istiqlal"]]


def test_a_place_in_construct_is_of_no_body_named_only_once() -> None:
    text = "انعقد المؤتمر الثاني لحزب الاستقلال سنة 1962. وشارك القادة من قبل في مؤتمر طنجة سنة 1958."
    assert [short(said).split()[-1] for said in told(text)][-1] == "-"


def test_a_gathering_in_a_city_is_not_the_talks_told_before_it() -> None:
    text = (
        "اجتمع الرئيس الفرنسي إيمانويل ماكرون مع الرئيس القبرصي نيكوس خريستودوليدس. "
        "ولم يتفق السفراء المجتمعون في بروكسل على شيء."
    )
    assert [short(said).split()[1] for said in told(text)] == ["-", "place/brussels"]


def test_a_date_in_the_clause_of_another_meeting_is_that_one_s() -> None:
    text = "رفض الوزراء، أمس، المقترح الذي أقرته القمة المنعقدة في الرباط يوم 20 أبريل 2023، خلال اجتماع طارئ بالقاهرة."
    summit, urgent = (short(said) for said in told(text))
    assert summit == "summit place/rabat MA 2023-04-20 held -"
    assert urgent == "other place/cairo EG 2023-05-09 held -"


def test_the_day_of_an_encounter_holds_for_the_next_one() -> None:
    first = "استقبل الوزير ناصر بوريطة اليوم السفير الفرنسي كريستوف لوكورتييه."
    later = "ثم التقى الوزير ناصر بوريطة السفير الإسباني ريكاردو دييز."
    other = "والتقى الوزير ناصر بوريطة السفير الإسباني ريكاردو دييز."
    assert [short(said) for said in told(f"{first} {later}")] == ["bilateral - - 2023-05-10 held -"] * 2
    assert short(told(f"{first} {other}")[-1]) == "bilateral - - - held -"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("شارك الوزير في قمة منتدى الدول المصدرة للغاز التي عقدت بالعاصمة القطرية الدوحة.", "قمة منتدى الدول المصدرة للغاز"),
        ("القمة الروسية الأفريقية تنطلق غدا في سوتشي.", "القمة الروسية الأفريقية"),
        ("التقى الوزير ناصر بوريطة أمس نظيره الإسباني خوسي مانويل ألباريس.", "لقاء ناصر بوريطة وخوسي مانويل ألباريس"),
        ("تستأنف اللجنة الدستورية اجتماعاتها في القاهرة يوم 15 مايو.", "اجتماعات اللجنة الدستورية"),
        ("عقد في القاهرة اجتماع وزراء الخارجية العرب.", "اجتماع وزراء الخارجية العرب"),
        ("أجلت الحكومة مؤتمر شرق السودان إلى أجل غير مسمى.", "مؤتمر شرق السودان"),
    ],
)
def test_a_meeting_is_called_by_a_name_and_no_verb_or_clause(text: str, label: str) -> None:
    assert next(claim.subject.label_ar for claim in claims(meeting.extract, text)) == label


def test_the_former_meeting_of_a_series_told_by_an_adjective_is_of_the_same_body() -> None:
    text = "انعقدت القمة العربية في جدة أمس. وكانت القمة السابقة عقدت في الجزائر في نوفمبر 2022."
    assert [key_of(said, M.ofCoalition) for said in told(text)] == ["org/arab-league", "org/arab-league"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("انطلق أمس في تونس المؤتمر العربي للطاقة الذي يستمر حتى غد الخميس.", "2023-05-11"),
        ("وتستمر أشغال المؤتمر العربي للطاقة، الذي افتتح أمس في تونس، إلى غاية الجمعة المقبل.", "2023-05-12"),
        ("افتتح الوزير أشغال المؤتمر العربي للطاقة، الذي بدأ أمس في تونس، وسافر إلى غاية الجمعة المقبل.", None),
        ("بدأت أمس في تونس أعمال المنتدى العربي للمياه وتتواصل أعماله إلى يوم الجمعة المقبل.", "2023-05-12"),
        ("بدأت أمس في تونس أعمال المؤتمر العربي للطاقة، وتستمر الأمطار في الشمال حتى غد الخميس.", None),
        ("تحتضن تونس، على مدى ثلاثة أيام ابتداء من اليوم الأربعاء، المؤتمر العربي للطاقة.", "2023-05-12"),
        ("تستضيف تونس على مدى يومين المؤتمر العربي للطاقة الذي انطلق اليوم الأربعاء.", "2023-05-11"),
        ("تحدث الوزير لمدة ثلاثة أيام عن المؤتمر العربي للطاقة الذي انعقد أمس الثلاثاء.", None),
        ("تنطلق القمة العربية في الدوحة، وتبدأ أعمالها يوم 20 مايو وتستمر يومين.", "2023-05-21"),
    ],
)
def test_a_meeting_that_goes_on_until_a_day_ends_then(text: str, end: str | None) -> None:
    (said,) = told(text)
    assert (str(said[SCHEMA.endDate].object) if SCHEMA.endDate in said else None) == end


def test_the_closing_session_of_a_conference_that_has_begun_is_of_it() -> None:
    text = "انطلق أمس في تونس المؤتمر العربي للطاقة ويستمر حتى غد الخميس. ويلقي الوزير كلمة في الجلسة الختامية للمؤتمر غدا."
    (said,) = told(text)
    assert short(said) == "conference - TN 2023-05-09 held -"
    other = text.replace("الجلسة الختامية للمؤتمر", "المؤتمر العربي للمياه")
    assert len(told(other)) == 2
