"""The phrases of dates that were read back: found again with the words of their paragraph around them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from syria_events.dates import DatePhrase, find_dates
from syria_events.lexicon import load
from syria_events.model import Doc, Entity


def with_phrases(doc: Doc) -> Doc:
    """The document, each DATE with its phrase as its paragraph has it; without one where that reads another."""
    if not any(entity.kind == "DATE" for entity in doc.entities):
        return doc
    phrases = {(phrase.start, phrase.end): phrase for phrase in _phrases(doc)}

    def told(entity: Entity) -> Entity:
        phrase = phrases.get((entity.start, entity.end)) if entity.kind == "DATE" else None
        return entity if phrase is None else replace(entity, phrase=phrase)

    return replace(doc, entities=tuple(map(told, doc.entities)))


def _phrases(doc: Doc) -> Iterator[DatePhrase]:
    words = load().dates
    for _, group in groupby(doc.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        start = sentences[0].start
        for phrase in find_dates(doc.text[start : sentences[-1].end], words):
            yield phrase.moved(start)
