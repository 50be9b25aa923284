"""The dates of a sentence, with what was read of them."""

from datetime import date

import pytest

from syria_events.dates import DatePhrase
from syria_events.dates.meanings import CalendarDate, DayOffset, Unknown, Weekday
from syria_events.lexicon import load
from syria_events.model import Article, Doc, Entity, Sentence
from syria_events.rules.entities import find_entities
from syria_events.rules.prepare import dates_in

TEXT = "أمس في يناير"
SENTENCE = Sentence(0, 0, len(TEXT), ())


def dates(*entities: Entity, sentence: Sentence = SENTENCE) -> tuple[Entity, ...]:
    return dates_in(Doc(Article("a", TEXT), (sentence,), entities), sentence, load().dates)


def test_a_date_keeps_its_phrase() -> None:
    entity = Entity("DATE", 7, 12, "يناير", DatePhrase(7, 12, "يناير", CalendarDate(month=1, year_shift=0)))
    assert dates(entity) == (entity,)


def test_a_date_without_its_phrase_is_read_from_its_own_words() -> None:
    (entity,) = dates(Entity("DATE", 7, 12, "يناير"))
    assert entity.phrase == DatePhrase(7, 12, "يناير", CalendarDate(month=1), ("date.month",))


def test_several_dates_in_one_entity_are_several() -> None:
    found = dates(Entity("DATE", 0, 12, TEXT))
    assert [(e.kind, e.start, e.end, e.text) for e in found] == [("DATE", 0, 3, "أمس"), ("DATE", 7, 12, "يناير")]
    assert [e.phrase.meaning for e in found if e.phrase is not None] == [DayOffset(-1), CalendarDate(month=1)]


def test_a_date_that_is_longer_than_its_phrase_stays_whole() -> None:
    (entity,) = dates(Entity("DATE", 0, 6, "أمس في"))
    assert (entity.end, entity.text) == (6, "أمس في")
    assert entity.phrase is not None and entity.phrase.end == 3


def test_words_that_tell_no_date_stay() -> None:
    assert dates(Entity("DATE", 4, 6, "في")) == (Entity("DATE", 4, 6, "في"),)


@pytest.mark.parametrize(("start", "end", "count"), [(0, 12, 1), (7, 12, 1), (8, 12, 0), (0, 7, 0)])
def test_dates_of_other_sentences_and_names_are_none(start: int, end: int, count: int) -> None:
    sentence = Sentence(0, start, end, ())
    assert len(dates(Entity("DATE", 7, 12, "يناير"), Entity("PER", 7, 12, "يناير"), sentence=sentence)) == count


def test_the_row_has_what_the_tagger_read() -> None:
    meanings = (Weekday(7), Unknown(), CalendarDate(month=1, year=2016))
    found = []
    for meaning in meanings:
        entity = Entity("DATE", 7, 12, "يناير", DatePhrase(7, 12, "يناير", meaning))
        doc = Doc(Article("a", TEXT, date(2025, 3, 12)), (SENTENCE,), (entity,))
        found += [(row.text, row.reason, row.when and row.when.start) for row in find_entities(doc, load())]
    assert found == [
        ("يناير", "weekday", date(2025, 3, 9)),
        ("يناير", "unknown", None),
        ("يناير", "absolute", date(2016, 1, 1)),
    ]
