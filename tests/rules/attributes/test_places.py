"""The places that a sentence names, what stands before them, and what is no place."""

import pytest

from syria_events.model import Entity
from syria_events.rules.attributes.places import Places, located, preposition_of
from syria_events.rules.values import Kind, Mention
from tests.rules.making import clause, dates, document, lexicon, mention, sentence


def entities(text: str, *spans: tuple[int, int], kind: str = "LOC") -> tuple[Entity, ...]:
    made, written = sentence(text)
    found = [(made.word(first).start, made.word(last).end) for first, last in spans]
    return tuple(Entity(kind, start, end, written[start:end]) for start, end in found)


def named(
    text: str, *mentions: Mention, tagged: tuple[tuple[int, int], ...] = (), kind: str = "LOC",
    dated: tuple[tuple[int, int], ...] = (),
) -> list[tuple[str, int, int]]:  # fmt: skip
    doc = document(text, entities=entities(text, *tagged, kind=kind))
    places = Places(doc, lexicon().gazetteer, frozenset(), "SYR")
    made = clause(text, *mentions, dates=dates(text, *dated))
    found = places.named_in(made)
    assert places.named_in(made) is found  # kept for the next trigger
    return [(place.name, place.first, place.last) for place in found]


@pytest.mark.parametrize(("text", "tagged", "found"), [
    ("في/ADP جنيف", (), [("جنيف", 2, 2)]),
    ("في/ADP كذا", (), []),
    ("في/ADP كذا", ((2, 2),), [("كذا", 2, 2)]),
    ("في/ADP كذا وكذا", ((2, 3),), [("كذا وكذا", 2, 3)]),
    ("جنيف ثم باريس", (), [("جنيف", 1, 1), ("باريس", 3, 3)]),
    ("في/ADP خان طومان", (), [("خان طومان", 2, 3)]),
    ("« خان » طومان", (), []),
    ("جنيف الجديدة", ((1, 2),), [("جنيف الجديدة", 1, 2)]),  # the longer of gazetteer and tagger
    ("خان طومان", ((1, 1),), [("خان طومان", 1, 2)]),
    # what the tagger calls a place, particles and marks around it left out
    ("في/ADP كذا ،/PUNCT", ((1, 3),), [("كذا", 2, 2)]),
    ("و/CCONJ كذا هي/PRON", ((1, 3),), [("كذا", 2, 2)]),
    ("في/ADP ،/PUNCT", ((1, 2),), []),
    # an adjective alone is none, unless the gazetteer knows it
    ("القطرية/ADJ هنا", ((1, 1),), []),
    ("القطرية/ADJ هنا", ((1, 2),), [("القطرية هنا", 1, 2)]),
    ("جنيف/ADJ هنا", ((1, 1),), [("جنيف", 1, 1)]),
    # nouns that say its kind: `بلدة` is no part of the name, `حي` is
    ("بلدة كذا", ((1, 2),), [("كذا", 2, 2)]),
    ("بلدة صغيرة/ADJ كذا", ((1, 3),), [("كذا", 3, 3)]),
    ("صغيرة/ADJ بلدة كذا", ((1, 3),), [("صغيرة بلدة كذا", 1, 3)]),
    ("بلدة", ((1, 1),), [("بلدة", 1, 1)]),
    ("حي كذا", ((1, 2),), [("حي كذا", 1, 2)]),
    ("حي كذا", ((2, 2),), [("حي كذا", 1, 2)]),
    ("هنا حي كذا", ((3, 3),), [("حي كذا", 2, 3)]),
    ("ريف حي كذا", ((3, 3),), [("ريف حي كذا", 1, 3)]),
    ("بلدة كذا", ((2, 2),), [("كذا", 2, 2)]),
    ("مدينة القطرية/ADJ", ((1, 2),), [("مدينة القطرية", 1, 2)]),
    # a described place that is named right behind
    ("العاصمة السويسرية/ADJ هنا", (), [("العاصمة السويسرية", 1, 2)]),
    ("العاصمة السويسرية/ADJ برن", (), [("برن", 3, 3)]),
    ("العاصمة السويسرية/ADJ باريس", (), [("العاصمة السويسرية", 1, 2), ("باريس", 3, 3)]),
    ("العاصمة السويسرية/ADJ", (), [("العاصمة السويسرية", 1, 2)]),
    # the article's own words, marks around them left out
    ("« كذا »", ((1, 3),), [("كذا", 1, 3)]),
    ("ب+/ADP كذا", ((1, 2),), [("كذا", 2, 2)]),
    ("ب+/ADP كذا وكذا", ((1, 3),), [("كذا وكذا", 2, 3)]),
])  # fmt: skip
def test_places(text: str, tagged: tuple[tuple[int, int], ...], found: list[tuple[str, int, int]]) -> None:
    assert named(text, tagged=tagged) == found


def test_only_what_the_tagger_calls_a_place() -> None:
    assert named("في/ADP كذا", tagged=((2, 2),), kind="ORG") == []


def test_a_date_is_no_place() -> None:
    assert named("جنيف ثم أمس", dated=((3, 3),)) == [("جنيف", 1, 1)]
    assert named("أمس هنا", tagged=((1, 1),), dated=((1, 1),)) == []


def test_what_knows_its_coordinates() -> None:
    text = "في/ADP سوريا ثم جنيف أو كذا"
    places = Places(document(text, entities=entities(text, (6, 6))), lexicon().gazetteer, frozenset(), "SYR")
    country, town, unknown = places.named_in(clause(text))
    assert country.place is not None and country.is_country
    assert town.place is not None and not town.is_country
    assert unknown.place is None and not unknown.is_country


@pytest.mark.parametrize(("kind", "id", "tagged", "place"), [
    (Kind.STATE, "x", False, True), (Kind.GROUP, "", False, True), (Kind.PERSON, "", False, False),
    (Kind.PERSON, "", True, True), (Kind.GROUP, "x", False, False), (Kind.PERSON, "x", True, False),
])  # fmt: skip
def test_places_inside_mentions(kind: Kind, id: str, tagged: bool, place: bool) -> None:
    made = mention("جنيف", 2, kind=kind)
    made = made.__class__(
        **{f: getattr(made, f) for f in made.__slots__} | {"actors": (made.actors[0].__class__(id, "ج"),)}
    )
    spans = ((2, 2),) if tagged else ()
    assert named("في/ADP جنيف", made, tagged=spans) == ([("جنيف", 2, 2)] if place else [])


def test_places_of_the_second_sentence_are_its_own() -> None:
    first, second = "في/ADP كذا", "هنا هو"
    doc = document(first, second, entities=entities(first, (2, 2)))
    places = Places(doc, lexicon().gazetteer, frozenset(), "SYR")
    assert places.named_in(clause(second, index=1, start=doc.sentences[1].start)) == ()
    assert [place.name for place in places.named_in(clause(first))] == ["كذا"]


@pytest.mark.parametrize(("text", "first", "preposition", "inside"), [
    ("في/ADP جنيف", 2, 1, True),
    ("إلى/ADP جنيف", 2, 1, False),
    ("جنيف", 1, 0, False),
    ("في/ADP مدينة جنيف", 3, 1, True),
    ("في/ADP العاصمة الإيطالية/ADJ روما", 4, 1, True),
    ("في/ADP العاصمة القديمة/ADJ الإيطالية/ADJ روما", 5, 1, True),
    ("في/ADP هنا الإيطالية/ADJ روما", 4, 3, False),
    ("في/ADP مدينة « جنيف", 4, 1, True),
    ("في/ADP ( جنيف", 3, 1, True),
    ("مدينة جنيف", 2, 0, False),
    ("شمال جنيف", 2, 1, True),
])  # fmt: skip
def test_the_preposition_of_a_place(text: str, first: int, preposition: int, inside: bool) -> None:
    made = clause(text)
    assert preposition_of(made, first) == preposition
    assert located(made, first) is inside
