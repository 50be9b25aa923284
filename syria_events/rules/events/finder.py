"""The distinct events of a document: frames from every sentence, merged."""

from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Event, Sentence
from syria_events.rules.events.frame import Frame
from syria_events.rules.events.merging import merge
from syria_events.rules.events.reader import DocumentReader
from syria_events.rules.prepare import prepare


def find_events(doc: Doc, lexicon: Lexicon) -> list[Event]:
    """The distinct events of a document, in the order in which they are first told."""
    prepared = prepare(doc, lexicon)
    sentences = {sentence.index: sentence for sentence in prepared.doc.sentences}
    readings = DocumentReader(prepared, lexicon).read()
    merged = merge(frame for reading in readings for analysis in reading.triggers for frame in analysis.frames)
    return [event_of(doc, sentences[frame.sentence], frame, count) for frame, count in merged]


def event_of(doc: Doc, sentence: Sentence, frame: Frame, count: int = 1) -> Event:
    """A frame as a row's values; offsets and words are the article's own."""
    article = doc.article
    start, end = doc.span(frame.trigger.word.start, frame.trigger.word.end)
    found = frame.place.value
    place = found.place if found is not None else None
    return Event(
        doc_id=article.id,
        published=article.published,
        actor=frame.actor.actor,
        actor_text=frame.actor.text,
        action=frame.trigger.name,
        cameo=frame.cameo,
        target=frame.target.actor if frame.target else None,
        target_text=frame.target.text if frame.target else "",
        status=frame.status.value,
        when=frame.period,
        date_text=frame.when.value.text,
        place=found.name if found else "",
        place_en=place.en if place else "",
        country=place.country if place else "",
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        source=frame.source.value,
        confidence=frame.confidence,
        rules=frame.rules,
        sentence=doc.original(sentence.start, sentence.end),
        sent_index=sentence.index,
        start=start,
        end=end,
        trigger=article.text[start:end],
        mentions=count,
        outlet=article.outlet,
        title=doc.title,
        url=article.url,
    )
