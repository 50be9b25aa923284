"""The distinct events of a document: frames from every sentence, merged."""

from collections.abc import Iterable, Iterator

from syria_events.lexicon import Lexicon
from syria_events.model import Doc, Event, Sentence
from syria_events.rules.events.frame import Frame
from syria_events.rules.events.merging import Merged, merge
from syria_events.rules.events.reader import DocumentReader, SentenceAnalysis
from syria_events.rules.linking.model import Model
from syria_events.rules.prepare import prepare


def find_events(doc: Doc, lexicon: Lexicon, model: Model | None = None) -> list[Event]:
    """The distinct events of a document, in the order of their first mentions; without a model those of rules alone."""
    prepared = prepare(doc, lexicon)
    sentences = {sentence.index: sentence for sentence in prepared.doc.sentences}
    merged = merge(frames_of(DocumentReader(prepared, lexicon, model).read()))
    return [event_of(doc, sentences[event.frame.sentence], event) for event in merged]


def frames_of(sentences: Iterable[SentenceAnalysis]) -> Iterator[Frame]:
    """The frames of sentences, in order."""
    return (frame for sentence in sentences for analysis in sentence.triggers for frame in analysis.frames)


def event_of(doc: Doc, sentence: Sentence, merged: Merged) -> Event:
    """An event as a row's values; `sentence` is that of its frame, offsets and words are the article's own."""
    article, frame = doc.article, merged.frame
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
        mentions=len(merged.mentions),
        outlet=article.outlet,
        title=doc.title,
        url=article.url,
    )
