"""Which mentions tell one event, and what a later one adds."""

from dataclasses import replace
from datetime import date

import pytest

from syria_events.model import Actor, Period
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.places import PlaceName
from syria_events.rules.attributes.time import When
from syria_events.rules.events.frame import Frame
from syria_events.rules.events.merging import Merged, merge
from syria_events.rules.values import Status
from tests.rules.making import argument, does, mention, trigger

KERRY, LAVROV = (argument(mention(name, at)) for at, name in enumerate(("كيري", "لافروف"), 2))
FIRST, SECOND = Period(date(2016, 9, 9), None), Period(date(2016, 9, 10), None)
A, P, N, H = Status.ACTUAL, Status.PLANNED, Status.NEGATED, Status.HYPOTHETICAL


def frame(
    period: Period | None = None, *, status: Status = A, place: str = "", source: str = "", confidence: float = 0.85,
    today: bool = False, symmetric: bool = True, swapped: bool = False, cameo: str = "040", sentence: int = 0,
) -> Frame:  # fmt: skip
    parties = (LAVROV, KERRY) if swapped else (KERRY, LAVROV)
    return Frame(
        trigger("*التقى/VERB", action=does("التقى")), cameo, ("trigger.verb", "", "meet"), *parties, symmetric,
        Finding(status, "status.default"), Finding(When(period), "time.nearest"),
        Finding(PlaceName(place, None, 1, 1) if place else None, "place.right"), Finding(source, "source.outlet"),
        confidence, sentence, today,
    )  # fmt: skip


def count(*frames: Frame) -> int:
    return len(merge(frames))


@pytest.mark.parametrize(("second", "events"), [
    (frame(), 1),
    (frame(swapped=True), 1),
    (frame(sentence=3), 1),
    (frame(cameo="042"), 1),  # the root counts, not the whole code
    (frame(cameo="060"), 2),
    (frame(status=N), 2),
    (frame(status=P), 2),
    (frame(FIRST), 1),
    (replace(frame(), target=None), 2),
    (replace(frame(), actor=LAVROV, target=LAVROV), 2),
])  # fmt: skip
def test_one_event_or_two(second: Frame, events: int) -> None:
    assert count(frame(), second) == count(second, frame()) == events


def test_only_symmetric_acts_are_one_either_way() -> None:
    assert count(frame(symmetric=False), frame(symmetric=False, swapped=True)) == 2
    assert count(frame(symmetric=False), frame(symmetric=False)) == 1


def test_two_dates_are_two_events() -> None:
    assert count(frame(FIRST), frame(SECOND)) == 2
    assert count(frame(FIRST), frame(FIRST)) == 1
    assert count(frame(FIRST), frame(SECOND), frame()) == 2
    assert len(merge([frame(FIRST), frame(SECOND), frame()])[0].mentions) == 2  # the undated one is the first's


@pytest.mark.parametrize(("first", "second", "events"), [
    (frame(SECOND, today=True), frame(status=P), 1),
    (frame(status=P), frame(SECOND, today=True), 1),
    (frame(status=P, today=True), frame(), 1),
    (frame(SECOND, today=True), frame(SECOND, status=P, today=True), 1),
    (frame(FIRST), frame(status=P), 2),
    (frame(SECOND, today=True), frame(FIRST, status=P), 2),
    (frame(SECOND, today=True), frame(status=H), 2),
    (frame(SECOND, today=True), frame(status=N), 2),
    (frame(status=P, today=True), frame(status=N), 2),
    (frame(SECOND, today=True, symmetric=False), frame(status=P, symmetric=False), 2),
    (frame(SECOND, today=True), frame(status=P, cameo="060"), 2),
    (frame(SECOND, today=True), frame(status=P, swapped=True), 1),
])  # fmt: skip
def test_announced_for_today_and_told_as_happening(first: Frame, second: Frame, events: int) -> None:
    assert count(first, second) == events


def test_the_first_mention_with_what_later_ones_add() -> None:
    later = frame(FIRST, place="جنيف", source="سانا", confidence=0.9, today=True, sentence=2)
    (event,) = merge([frame(), later, frame(place="باريس", source="رويترز", confidence=0.6)])
    first = frame()
    expected = replace(first, when=later.when, today=True, place=later.place, source=later.source, confidence=0.9)
    assert event.frame == expected
    assert event.mentions == (first, later, frame(place="باريس", source="رويترز", confidence=0.6))


def test_a_source_is_added_to_what_a_headline_tells_only() -> None:
    (event,) = merge([frame(sentence=1), frame(source="سانا", sentence=2)])
    assert event.frame.source.value == ""
    (event,) = merge([frame(sentence=0), frame(source="سانا", sentence=2)])
    assert event.frame.source.value == "سانا"


def test_what_the_first_mention_tells_stays() -> None:
    full = frame(FIRST, place="جنيف", source="سانا", confidence=0.9)
    other = frame(FIRST, place="باريس", source="رويترز", confidence=0.6, today=True)
    assert merge([full, other]) == [Merged(full, (full, other))]
    assert merge([full, frame()]) == [Merged(full, (full, frame()))]


def test_events_keep_the_order_in_which_they_are_told() -> None:
    events = merge([frame(), frame(status=N), frame(FIRST), frame(FIRST, status=N)])
    assert [(event.frame.status.value, len(event.mentions)) for event in events] == [(A, 2), (N, 2)]
    assert merge([]) == []


def test_the_key_of_names_that_the_lexicon_lacks_is_folded() -> None:
    one = replace(frame(), actor=replace(KERRY, actor=Actor("", "أحمد")))
    assert count(one, replace(one, actor=replace(KERRY, actor=Actor("", "احمد")))) == 1


def test_rules_of_a_frame() -> None:
    rules = frame(FIRST, place="جنيف", source="سانا").rules
    assert rules.event == ("trigger.verb", "meet")
    assert (rules.status, rules.date, rules.place, rules.source) == (
        ("status.default",), ("time.nearest",), ("place.right",), ("source.outlet",),
    )  # fmt: skip
    bare = replace(frame(), target=None).rules
    assert (bare.target, bare.date, bare.place, bare.source) == ((), (), (), ())
    dated = replace(frame(), when=Finding(When(FIRST, "أمس", ("date.day",)), "time.nearest"))
    assert dated.rules.date == ("time.nearest", "date.day")


def test_rules_of_an_argument_are_its_own_and_those_of_its_mention() -> None:
    read = argument(mention("كيري", 2, rules=("mention.person", "reference.latter")), "subject.tree")
    assert replace(frame(), actor=read).rules.actor == ("subject.tree", "mention.person", "reference.latter")
    assert replace(frame(), target=replace(read, mention=None)).rules.target == ("subject.tree",)
