"""A Stanza processor that adds DATE spans to a document's entities: Stanza's Arabic has none."""

from typing import Any, ClassVar

from stanza.models.common.doc import Document, Span
from stanza.pipeline._constants import TOKENIZE
from stanza.pipeline.processor import Processor, register_processor

from syria_events.dates import DatePhrase, DateWords, find_dates
from syria_events.lexicon import load

DATE = "date"


@register_processor(name=DATE)
class DateProcessor(Processor):  # type: ignore[misc]  # Stanza has no types
    """Finds date phrases by rule and adds them to `doc.ents` and `sentence.ents`.

    A DATE wins over an entity of another kind that overlaps it: a month's name is no place. What was read is kept as
    `span.phrase`. The option `date_words` of the pipeline is a `DateWords`; without it the words are those that ship.
    """

    REQUIRES_DEFAULT: ClassVar[set[str]] = {TOKENIZE}
    PROVIDES_DEFAULT: ClassVar[set[str]] = {DATE}

    def __init__(self, config: dict[str, Any], pipeline: Any, device: Any) -> None:  # noqa: ARG002  Stanza gives it
        self._config = config
        self._words: DateWords = config.get("words") or load().dates
        self._pipeline = pipeline
        self._set_up_requires()
        self._set_up_provides()
        self._check_requirements()

    def process(self, document: Document) -> Document:
        """Add the DATE spans; entities stay sorted by position."""
        dates = find_dates(document.text, self._words)
        for sentence in document.sentences:
            first, last = sentence.tokens[0].start_char, sentence.tokens[-1].end_char
            mine = [d for d in dates if first <= d.start < last]
            if not mine:
                continue
            others = [e for e in sentence.ents if not any(d.start < e.end_char and e.start_char < d.end for d in mine)]
            spans = [_span(d, sentence, document) for d in mine]
            sentence.ents = sorted(others + spans, key=lambda e: e.start_char)
        document.ents = [e for sentence in document.sentences for e in sentence.ents]
        return document


def _span(phrase: DatePhrase, sentence: Any, document: Document) -> Span:
    """A Stanza span for a phrase: its tokens, but its own ends, for a clitic may stand before it."""
    tokens = [t for t in sentence.tokens if t.start_char < phrase.end and phrase.start < t.end_char]
    span = Span(tokens=tokens, type="DATE", doc=document, sent=sentence)
    span.start_char, span.end_char, span.text = phrase.start, phrase.end, phrase.text
    span.phrase = phrase
    return span
