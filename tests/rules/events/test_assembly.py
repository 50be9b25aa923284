"""From parties to frames: pairs, days that lie ahead, places of visits and statements, and pairs that guards refuse."""

from dataclasses import replace
from datetime import date

import pytest

from syria_events.model import Actor, Period
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.attributes.factuality import StatusReader
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.places import Places
from syria_events.rules.attributes.time import When
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.events.assembly import Assembler, Draft, identity
from syria_events.rules.events.frame import Frame
from syria_events.rules.values import Argument, Arguments, Kind, Refusal, Status
from tests.rules.making import argument, clause, dates, document, does, lexicon, mention, says, trigger

PUBLISHED = date(2016, 9, 10)
A, B, C, D, E = (argument(mention(name, 2, code="USAGOV")) for name in ("أ", "ب", "ج", "د", "ه"))
OTHER_A = replace(A, text="هو نفسه")
TURKEY = argument(mention("تركيا", 2, kind=Kind.STATE, code="TUR"))


def scene(text: str, *at: int) -> Scene:
    return Scene(clause(text, dates=dates(text, *((one, one) for one in at))), (), Discourse())


def draft(text: str, actors: Arguments, targets: Arguments = (), *, cameo: str = "040", **about: object) -> Draft:
    fields: dict[str, object] = {"source": Finding("سانا", "source.outlet"), "confidence": 0.85, **about}
    speech = says() if about.pop("speech", False) else None
    fields.pop("speech", None)
    made = trigger(text, action=None if speech else does("التقى"), speech=speech)
    return Draft(made, cameo, ("trigger.verb", "meet"), actors, targets, **fields)  # type: ignore[arg-type]


def frames(
    text: str, actors: Arguments, targets: Arguments = (), *at: int, published: date | None = PUBLISHED, **about: object
) -> tuple[tuple[Frame, ...], tuple[Refusal, ...]]:
    places = Places(document(text), lexicon().gazetteer, frozenset(), "SYR")
    made = Assembler(published, places, StatusReader(lexicon()))
    return made.frames(scene(text, *at), draft(text, actors, targets, **about))  # type: ignore[arg-type]


def pairs(actors: Arguments, targets: Arguments, *, symmetric: bool = False, cameo: str = "040") -> list[str]:
    made, _ = frames("*التقى/VERB", actors, targets, symmetric=symmetric, cameo=cameo)
    return [frame.actor.actor.name + (frame.target.actor.name if frame.target else "") for frame in made]


@pytest.mark.parametrize(("actors", "targets", "symmetric", "made"), [
    ((A,), (B,), False, ["أب"]),
    ((A, B), (C, D), False, ["أج", "أد", "بج", "بد"]),
    ((A, B), (B, C), True, ["أب", "أج", "بج"]),  # nobody meets himself
    ((A, B), (), True, ["أب"]),
    ((A, B, C), (), True, ["أب", "أج", "بج"]),
    ((A, B, C, D, E), (), True, ["أب", "أج", "أد", "بج", "بد", "جد"]),  # the first four
    ((A,), (), True, []),
    ((A, OTHER_A), (), True, []),
    ((A, OTHER_A), (B, B), False, ["أب"]),
    ((A,), (A,), False, []),
    ((), (B,), False, []),
])  # fmt: skip
def test_pairs(actors: Arguments, targets: Arguments, symmetric: bool, made: list[str]) -> None:
    assert pairs(actors, targets, symmetric=symmetric) == made


def test_without_targets_every_actor_makes_a_frame_of_its_own() -> None:
    assert pairs((A, OTHER_A, B), (), cameo="010") == ["أ", "ب"]


def test_two_names_of_one_identity() -> None:
    assert identity(Actor("", "أحمد")) == identity(Actor("", "احمد"))
    assert identity(Actor("x", "أحمد")) == identity(Actor("x", "كيري")) != identity(Actor("y", "أحمد"))


def test_pairs_that_guards_refuse() -> None:
    stranger = argument(mention("مندوزا", 2, kind=Kind.UNKNOWN_PERSON))
    made, refused = frames("*قصف/VERB", (stranger, A), cameo="190")
    assert [frame.actor for frame in made] == [A]
    assert refused == (Refusal("مندوزا", "deed.unknown-fighter"),)
    assert frames("*التقى/VERB", (A, B)) == ((), (Refusal("أ", "event.no-target"), Refusal("ب", "event.no-target")))
    assert [frame.actor for frame in frames("*التقى/VERB", (stranger,), (A,))[0]] == [stranger]


def test_a_whole_frame() -> None:
    text = "*التقى/VERB أمس في/ADP جنيف"
    ((frame,), refused) = frames(text, (A,), (B,), 2, confidence=0.849)
    assert refused == ()
    assert (frame.cameo, frame.events, frame.symmetric, frame.sentence) == ("040", ("trigger.verb", "meet"), True, 0)
    assert (frame.actor, frame.target, frame.confidence, frame.today) == (A, B, 0.85, False)
    assert frame.status == Finding(Status.ACTUAL, "status.default")
    assert (frame.period, frame.when.rule) == (Period(date(2016, 9, 9), None), "time.nearest")
    assert frame.place.value is not None and (frame.place.value.name, frame.place.rule) == ("جنيف", "place.right")
    assert frame.source == Finding("سانا", "source.outlet")
    assert not frames(text, (A,), cameo="190")[0][0].symmetric


def test_nobody_is_the_source_of_his_own_deed() -> None:
    made, _ = frames("*التقى/VERB", (A, B), (C,), source=Finding("أ", "source.speaker"))
    assert [frame.source for frame in made] == [Finding(""), Finding("أ", "source.speaker")]


@pytest.mark.parametrize(("day", "cameo", "known", "published", "status", "rule", "dated"), [
    ("أمس", "040", None, PUBLISHED, Status.ACTUAL, "status.default", True),
    ("اليوم", "040", None, PUBLISHED, Status.ACTUAL, "status.default", True),
    ("غدا", "040", None, PUBLISHED, Status.PLANNED, "status.future-date", True),
    ("غدا", "040", Status.NEGATED, PUBLISHED, Status.NEGATED, "given", True),
    ("غدا", "040", Status.PLANNED, PUBLISHED, Status.PLANNED, "given", True),
    ("غدا", "040", Status.ACTUAL, PUBLISHED, Status.PLANNED, "status.future-date", True),
    ("غدا", "010", None, PUBLISHED, Status.ACTUAL, "status.default", False),
    ("أمس", "010", None, PUBLISHED, Status.ACTUAL, "status.default", True),
    ("غدا", "010", Status.HYPOTHETICAL, PUBLISHED, Status.HYPOTHETICAL, "given", True),
    ("غدا", "040", None, None, Status.ACTUAL, "status.default", False),
])  # fmt: skip
def test_days_after_publication(
    day: str, cameo: str, known: Status | None, published: date | None, status: Status, rule: str, dated: bool
) -> None:
    given = None if known is None else Finding(known, "given")
    made, _ = frames(f"*التقى/VERB {day}", (A,), (B,), 2, cameo=cameo, status=given, published=published)
    frame = made[0]
    assert (frame.status.value, frame.status.rule, frame.period is not None) == (status, rule, dated)
    if rule == "status.future-date":
        assert frame.status.words == day
    if cameo == "010" and day == "غدا" and known is None:
        assert frame.when == Finding(When(), "time.later-content", "", (Refusal("غدا", "time.later-content"),))
    assert frame.today is (day == "اليوم")


def test_a_day_named_in_full_needs_no_day_of_publication() -> None:
    text = "*التقى/VERB عام 2013"
    places = Places(document(text), lexicon().gazetteer, frozenset(), "SYR")
    made = Scene(clause(text, dates=dates(text, (2, 3))), (), Discourse())
    (frame,), _ = Assembler(None, places, StatusReader(lexicon())).frames(made, draft(text, (A,), (B,)))
    assert (frame.period, frame.status.value) == (Period(date(2013, 1, 1), date(2013, 12, 31)), Status.ACTUAL)
    assert not frame.today


def test_what_is_planned_lies_ahead() -> None:
    made, _ = frames("*يلتقي/VERB الأحد", (A,), (B,), 2, status=Finding(Status.PLANNED, "given"))
    assert made[0].period == Period(date(2016, 9, 11), None)


@pytest.mark.parametrize(("text", "cameo", "targets", "speech", "place", "rule"), [
    ("*زار/VERB في/ADP جنيف", "042", (TURKEY,), False, "تركيا", "place.destination"),
    ("*زار/VERB في/ADP جنيف", "042", (A,), False, "جنيف", "place.right"),
    ("*زار/VERB في/ADP جنيف", "042", (Argument(TURKEY.actor, "تركيا"),), False, "جنيف", "place.right"),
    ("*زار/VERB في/ADP جنيف", "042", (A, TURKEY), False, "جنيف", "place.right"),
    ("*التقى/VERB في/ADP جنيف", "040", (TURKEY,), False, "جنيف", "place.right"),
    ("*قال/VERB في/ADP جنيف", "010", (), True, "", "place.none"),
    ("*قال/VERB في/ADP مؤتمر في/ADP جنيف", "010", (), True, "جنيف", "place.occasion"),
])  # fmt: skip
def test_places(text: str, cameo: str, targets: Arguments, speech: bool, place: str, rule: str) -> None:
    made, _ = frames(text, (B,), targets, cameo=cameo, speech=speech)
    found = made[0].place
    assert ("" if found.value is None else found.value.name, found.rule) == (place, rule)


def test_a_visit_has_a_target() -> None:
    assert frames("*زار/VERB", (A,), cameo="042") == ((), (Refusal("أ", "event.no-target"),))


def test_the_place_of_another_trigger_is_not_taken() -> None:
    text = "*بحث/VERB القصف في/ADP جنيف"
    own, other = trigger(text, action=does("بحث")), trigger("بحث/VERB *القصف", action=does("قصف"))
    places = Places(document(text), lexicon().gazetteer, frozenset(), "SYR")
    made = Scene(clause(text), (own, other), Discourse())
    (frame,), _ = Assembler(PUBLISHED, places, StatusReader(lexicon())).frames(made, draft(text, (A,), (B,)))
    assert frame.place.rule == "place.none"
