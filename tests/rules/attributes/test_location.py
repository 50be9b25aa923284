"""Which place of a sentence is that of a trigger, and which guard refuses the others."""

import pytest

from syria_events.lexicon.entries import Root
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.location import destination, occasion_of, place_of
from syria_events.rules.attributes.places import PlaceName, Places
from syria_events.rules.values import Kind, Mention, Refusal
from tests.rules.making import clause, document, lexicon, mention

MEETING, FORCE = lexicon().root("040"), lexicon().root("190")
LEAVING, BLAME = lexicon().root("087"), lexicon().root("112")


def places(text: str, focus: str = "SYR") -> Places:
    return Places(document(text), lexicon().gazetteer, frozenset(), focus)


def find(
    text: str, *mentions: Mention, root: Root = MEETING, others: tuple[int, ...] = (), focus: str = "SYR"
) -> tuple[str, str, str]:
    """The place, its rule, and the guard that refused a place last."""
    at = next(number for number, token in enumerate(text.split(), 1) if token.startswith("*"))
    result = place_of(places(text, focus), clause(text, *mentions), at, root, frozenset(others))
    guard = result.refused[-1].guard if result.refused else ""
    return "" if result.value is None else result.value.name, result.rule, guard


def test_the_roots_are_what_the_cases_want() -> None:
    flags = [(r.place_is_object, r.leaves_place, r.content_elsewhere) for r in (MEETING, FORCE, LEAVING, BLAME)]
    assert flags[0] == (False, False, False)
    assert flags[1][:2] == (True, False) and not flags[1][2]
    assert LEAVING.place_is_object and LEAVING.leaves_place
    assert BLAME.content_elsewhere and not BLAME.place_is_object


FILL = " ".join(f"ط{'ا' * number}" for number in range(1, 30)).split()


def filled(count: int) -> str:
    return " ".join(FILL[:count])


@pytest.mark.parametrize(("text", "found"), [
    ("*التقى/VERB كيري", ("", "place.none", "")),
    ("*التقى/VERB كيري في/ADP جنيف", ("جنيف", "place.right", "")),
    ("في/ADP جنيف *التقى/VERB كيري", ("جنيف", "place.left", "")),
    ("في/ADP باريس هنا في/ADP جنيف *التقى/VERB كيري", ("جنيف", "place.left", "")),
    ("في/ADP باريس *التقى/VERB كيري في/ADP جنيف", ("جنيف", "place.right", "")),
    ("*التقى/VERB كيري في/ADP جنيف ثم في/ADP باريس", ("جنيف", "place.right", "")),
    (f"*التقى/VERB {filled(23)} في/ADP جنيف", ("جنيف", "place.right", "")),
    (f"*التقى/VERB {filled(24)} في/ADP جنيف", ("", "place.none", "")),
    (f"في/ADP باريس *التقى/VERB {filled(24)} في/ADP جنيف", ("باريس", "place.left", "")),
    ("*جنيف/VERB في/ADP جنيف", ("جنيف", "place.right", "place.unmarked")),
    # of a state and a place that touches it the place
    ("*التقى/VERB في/ADP سويسرا في/ADP جنيف", ("جنيف", "place.narrower", "")),
    ("*التقى/VERB في/ADP سويسرا ثم في/ADP جنيف", ("جنيف", "place.narrower", "")),
    ("*التقى/VERB في/ADP سويسرا ثم هنا في/ADP جنيف", ("سويسرا", "place.right", "")),
    ("*التقى/VERB في/ADP سويسرا في/ADP تركيا", ("سويسرا", "place.right", "")),
    ("*التقى/VERB في/ADP جنيف في/ADP سويسرا", ("جنيف", "place.right", "")),
    ("*التقى/VERB في/ADP جنيف في/ADP باريس", ("جنيف", "place.right", "")),
    ("*التقى/VERB في/ADP سويسرا", ("سويسرا", "place.right", "")),
    # the state the article is about
    ("*التقى/VERB في/ADP سوريا", ("", "place.none", "place.focus-country")),
    ("*التقى/VERB في/ADP حلب", ("حلب", "place.right", "")),
    ("*التقى/VERB في/ADP سوريا في/ADP جنيف", ("جنيف", "place.right", "place.focus-country")),
    # without a preposition of place
    ("*التقى/VERB وفد حلب", ("", "place.none", "place.unmarked")),
    ("*التقى/VERB إلى/ADP حلب", ("", "place.none", "place.unmarked")),
    ("حلب *التقى/VERB", ("", "place.none", "place.unmarked")),
    ("*التقى/VERB في/ADP مدينة حلب", ("حلب", "place.right", "")),
    # behind a full stop
    ("*التقى/VERB . في/ADP جنيف", ("", "place.none", "place.another-trigger")),
    ("*التقى/VERB ! في/ADP جنيف", ("", "place.none", "place.another-trigger")),
    ("*التقى/VERB ؟ في/ADP جنيف", ("", "place.none", "place.another-trigger")),
    ("*التقى/VERB … في/ADP جنيف", ("", "place.none", "place.another-trigger")),
    ("*التقى/VERB ، في/ADP جنيف", ("جنيف", "place.right", "")),
    ("في/ADP جنيف . *التقى/VERB", ("", "place.none", "place.another-trigger")),
    ("في/ADP جنيف *التقى/VERB .", ("جنيف", "place.left", "")),
    (". *التقى/VERB في/ADP جنيف", ("جنيف", "place.right", "")),
])  # fmt: skip
def test_where_a_meeting_is(text: str, found: tuple[str, str, str]) -> None:
    assert find(text) == found


def test_the_focus_may_be_another_state_or_none() -> None:
    assert find("*التقى/VERB في/ADP سوريا", focus="TUR") == ("سوريا", "place.right", "")
    assert find("*التقى/VERB في/ADP سوريا", focus="") == ("سوريا", "place.right", "")
    assert find("*قصف/VERB في/ADP سوريا", root=FORCE) == ("سوريا", "place.right", "")


RUSSIANS = mention("الطيران", 2, kind=Kind.INSTITUTION)


@pytest.mark.parametrize(("text", "root", "mentions", "found"), [
    ("*قصف/VERB حلب", FORCE, (), ("حلب", "place.right", "")),
    ("*قصف/VERB مواقع حلب", FORCE, (), ("حلب", "place.right", "")),
    ("*قصف/VERB مواقع/X حلب", FORCE, (), ("", "place.none", "place.unmarked")),
    ("*قصف/VERB سابقا/ADV حلب", FORCE, (), ("", "place.none", "place.unmarked")),
    ("*قصف/VERB الطيران/X حلب", FORCE, (RUSSIANS,), ("حلب", "place.right", "")),
    ("*قصف/VERB الطيران/X مع/ADP حلب", FORCE, (RUSSIANS,), ("", "place.none", "place.unmarked")),
    ("*انسحب/VERB من/ADP حلب", FORCE, (), ("حلب", "place.right", "")),
    ("*غارات على/ADP حلب", FORCE, (), ("حلب", "place.right", "")),
    ("*غارات على/ADP مدينة حلب", FORCE, (), ("حلب", "place.right", "")),
    ("*غارات مع/ADP حلب", FORCE, (), ("", "place.none", "place.unmarked")),
    ("حلب *قصف/VERB", FORCE, (), ("", "place.none", "place.unmarked")),
    ("على/ADP حلب *قصف/VERB", FORCE, (), ("", "place.none", "place.unmarked")),
    # states: only what one withdraws from
    ("*قصف/VERB تركيا", FORCE, (), ("", "place.none", "place.unmarked")),
    ("*غارات على/ADP تركيا", FORCE, (), ("", "place.none", "place.unmarked")),
    ("*انسحب/VERB من/ADP تركيا", FORCE, (), ("", "place.none", "place.unmarked")),
    ("*انسحب/VERB من/ADP تركيا", LEAVING, (), ("تركيا", "place.right", "")),
    ("*انسحب/VERB مع/ADP تركيا", LEAVING, (), ("", "place.none", "place.unmarked")),
    ("من/ADP تركيا *انسحب/VERB", LEAVING, (), ("", "place.none", "place.unmarked")),
])  # fmt: skip
def test_where_force_is(text: str, root: Root, mentions: tuple[Mention, ...], found: tuple[str, str, str]) -> None:
    assert find(text, *mentions, root=root) == found


@pytest.mark.parametrize(("text", "others", "taken"), [
    ("*بحث/VERB القصف في/ADP جنيف", (2,), False),
    ("*بحث/VERB القصف في/ADP جنيف", (), True),
    ("*بحث/VERB القصف الجوي/ADJ في/ADP جنيف", (2,), False),
    ("*بحث/VERB القصف +ه/PRON في/ADP جنيف", (2,), False),
    ("*بحث/VERB القصف ،/PUNCT في/ADP جنيف", (2,), False),
    ("*بحث/VERB القصف أمس/ADV في/ADP جنيف", (2,), True),
    ("القصف *بحث/VERB في/ADP جنيف", (1,), True),
    ("*بحث/VERB في/ADP جنيف القصف", (4,), True),
    ("*بحث/VERB خلال مؤتمر في/ADP جنيف", (3,), True),  # the occasion of the trigger itself
    ("*بحث/VERB حول مؤتمر في/ADP جنيف", (3,), False),
    ("*بحث/VERB ،/PUNCT في/ADP جنيف", (1,), True),
])  # fmt: skip
def test_the_place_right_behind_another_trigger(text: str, others: tuple[int, ...], taken: bool) -> None:
    expected = ("جنيف", "place.right", "") if taken else ("", "place.none", "place.another-trigger")
    assert find(text, others=others) == expected


def test_before_the_trigger_the_place_right_behind_another_is_its_own() -> None:
    assert find("القصف في/ADP جنيف *بحث/VERB", others=(1,)) == ("جنيف", "place.left", "")


@pytest.mark.parametrize(("text", "root", "found"), [
    ("*اتهم/VERB دمشق في/ADP جنيف", BLAME, "place.right"),
    ("*اتهم/VERB أن/SCONJ دمشق في/ADP جنيف", BLAME, "place.of-content"),
    ("*اتهم/VERB أن/X دمشق في/ADP جنيف", BLAME, "place.right"),
    ("*اتهم/VERB ب/ADP جرائم في/ADP جنيف", BLAME, "place.of-content"),
    ("*اتهم/VERB ب/ADP جرائم في/ADP جنيف", MEETING, "place.right"),
    ("في/ADP جنيف ب/ADP جرائم *اتهم/VERB", BLAME, "place.left"),
    ("ب/ADP جرائم *اتهم/VERB في/ADP جنيف", BLAME, "place.right"),
    ("*ب/ADP دمشق في/ADP جنيف", BLAME, "place.right"),
    ("*اتهم/VERB هنا ب/ADP جنيف", BLAME, "place.right"),
    ("*اتهم/VERB في/ADP مؤتمر صحفي/ADJ في/ADP جنيف", BLAME, "place.occasion"),
    ("*اتهم/VERB ب/ADP جرائم في/ADP مؤتمر في/ADP جنيف", BLAME, "place.occasion"),
    ("*اتهم/VERB ب/ADP جرائم في/ADP مؤتمر في/ADP جنيف", MEETING, "place.right"),
])  # fmt: skip
def test_the_place_of_what_is_blamed(text: str, root: Root, found: str) -> None:
    _, rule, guard = find(text, root=root)
    assert (guard if rule == "place.none" else rule) == found


def occasion(text: str) -> tuple[str, str, str]:
    at = next(number for number, token in enumerate(text.split(), 1) if token.startswith("*"))
    result = occasion_of(places(text), clause(text), at)
    return "" if result.value is None else result.value.name, result.rule, result.words


FOUND = ("جنيف", "place.occasion", "مؤتمر")


@pytest.mark.parametrize(("text", "found"), [
    ("*قال/VERB في/ADP مؤتمر في/ADP جنيف", FOUND),
    ("*قال/VERB في/ADP مؤتمر صحفي/ADJ مشترك/ADJ في/ADP جنيف", FOUND),
    ("*قال/VERB مؤتمر صحفي/ADJ هنا في/ADP جنيف", ("", "place.none", "")),
    ("*قال/VERB في/ADP بيت في/ADP جنيف", ("", "place.none", "")),
    ("*قال/VERB في/ADP مؤتمر إلى/ADP جنيف", ("", "place.none", "")),
    ("*قال/VERB في/ADP مؤتمر جنيف", ("", "place.none", "")),
    ("*قال/VERB في/ADP مؤتمر في/ADP مدينة جنيف", FOUND),
    (f"*قال/VERB {filled(11)} مؤتمر في/ADP جنيف", FOUND),
    (f"*قال/VERB {filled(12)} مؤتمر في/ADP جنيف", ("", "place.none", "")),
    (f"مؤتمر في/ADP جنيف {filled(13)} *قال/VERB", FOUND),
    (f"مؤتمر في/ADP جنيف {filled(14)} *قال/VERB", ("", "place.none", "")),
    ("*قال/VERB في/ADP باريس ثم في/ADP مؤتمر في/ADP جنيف", FOUND),
    ("مؤتمر صحفي/ADJ في/ADP جنيف *قال/VERB", FOUND),
    ("صحفي/ADJ في/ADP جنيف *قال/VERB", ("", "place.none", "")),
])  # fmt: skip
def test_the_occasion_of_a_statement(text: str, found: tuple[str, str, str]) -> None:
    assert occasion(text) == found


def test_the_destination_is_the_mention_itself() -> None:
    visited = mention("أنقرة", 3, 4, kind=Kind.STATE)
    result = destination(places("زار أنقرة"), visited)
    known = lexicon().gazetteer.find("أنقرة", frozenset())
    assert known is not None
    assert result == Finding(PlaceName("أنقرة", known, 3, 4), "place.destination", "أنقرة")


def test_every_refused_place_is_told() -> None:
    text = "*التقى/VERB وفد حلب ثم في/ADP سوريا ثم في/ADP جنيف"
    result = place_of(places(text), clause(text), 1, MEETING, frozenset())
    assert result.refused == (Refusal("حلب", "place.unmarked"), Refusal("سوريا", "place.focus-country"))
    left = place_of(places("وفد حلب *التقى/VERB"), clause("وفد حلب *التقى/VERB"), 3, MEETING, frozenset())
    assert left == Finding(None, "place.none", "", (Refusal("حلب", "place.unmarked"),))
