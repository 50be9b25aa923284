"""The processor that adds dates to what Stanza found, and what becomes of them in our values."""

from types import SimpleNamespace
from typing import Any

import pytest
from stanza.models.common.doc import Document

from syria_events.dates.meanings import CalendarDate, DayOffset
from syria_events.lexicon import load
from syria_events.lexicon.calendar import date_words
from syria_events.lexicon.loading import data_file, read_toml
from syria_events.tagging.date_processor import DateProcessor
from syria_events.tagging.pipeline import Paragraph, _read

PIPELINE = SimpleNamespace(loaded_processors=[SimpleNamespace(provides={"tokenize"})])


def document(text: str) -> Document:
    """A sentence of the words between spaces."""
    tokens: list[dict[str, Any]] = []
    at = 0
    for number, form in enumerate(text.split(" "), 1):
        misc = f"start_char={at}|end_char={at + len(form)}"
        tokens.append({"id": number, "text": form, "head": number - 1, "deprel": "dep", "misc": misc})
        at += len(form) + 1
    return Document([tokens], text=text)


def processed(text: str, **config: Any) -> Document:
    return DateProcessor(config, PIPELINE, "cpu").process(document(text))


def test_spans_keep_what_was_read() -> None:
    found = processed("التقيا في يناير وأبريل من هذا العام").ents
    assert [(span.text, span.start_char, span.end_char, span.type) for span in found] == [
        ("يناير", 10, 15, "DATE"),
        ("أبريل من هذا العام", 17, 35, "DATE"),
    ]
    assert [span.phrase.meaning.year_shift for span in found] == [0, 0]


def test_a_date_wins_over_a_name_that_overlaps_it() -> None:
    text = "جنيف في يناير"
    made = document(text)
    made.sentences[0].ents = [SimpleNamespace(start_char=0, end_char=4), SimpleNamespace(start_char=5, end_char=13)]
    found = DateProcessor({}, PIPELINE, "cpu").process(made)
    assert [(span.start_char, span.end_char) for span in found.ents] == [(0, 4), (8, 13)]
    assert found.sentences[0].ents == found.ents


def test_an_entity_has_the_phrase_with_offsets_of_the_article() -> None:
    paragraph = Paragraph(0, 0, 100, "وأمس غادر")
    (entity,) = _read(processed(paragraph.text), paragraph).entities
    assert (entity.kind, entity.start, entity.end, entity.text) == ("DATE", 101, 104, "أمس")
    assert entity.phrase is not None
    assert (entity.phrase.start, entity.phrase.end, entity.phrase.meaning) == (101, 104, DayOffset(-1))


def test_the_words_of_the_lexicon_in_force_count() -> None:
    raw = read_toml(data_file("calendar.toml"))
    raw["months"][0]["names"].append("كانونا")
    words = date_words(raw, "mine.toml")
    assert processed("في كانونا", words=load().dates).ents == [] == processed("في كانونا").ents
    (span,) = processed("في كانونا", words=words).ents
    assert span.phrase.meaning == CalendarDate(month=1)


@pytest.mark.parametrize("text", ["قال كيري", "روسيا اليوم"])
def test_without_a_date_nothing_changes(text: str) -> None:
    made = document(text)
    made.sentences[0].ents = []
    assert DateProcessor({}, PIPELINE, "cpu").process(made).ents == []
