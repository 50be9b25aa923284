"""A Stanza processor that adds DATE spans to a document's entities: Stanza's Arabic has none."""

from typing import Any

from stanza.models.common.doc import Document, Span
from stanza.pipeline._constants import TOKENIZE
from stanza.pipeline.processor import Processor, register_processor

from syria_events.rules.dates import find_dates

DATE = "date"


@register_processor(name=DATE)
class DateProcessor(Processor):
    """Finds date phrases by rule and adds them to `doc.ents` and `sentence.ents`.

    A DATE wins over an entity of another kind that overlaps it: a month's name is no place.
    """

    REQUIRES_DEFAULT = {TOKENIZE}
    PROVIDES_DEFAULT = {DATE}

    def __init__(self, config: dict[str, Any], pipeline: Any, device: Any) -> None:
        self._config = config
        self._pipeline = pipeline
        self._set_up_requires()
        self._set_up_provides()
        self._check_requirements()

    def process(self, document: Document) -> Document:
        """Add the DATE spans; entities stay sorted by position."""
        dates = find_dates(document.text)
        for sentence in document.sentences:
            first, last = sentence.tokens[0].start_char, sentence.tokens[-1].end_char
            mine = [d for d in dates if first <= d.start < last]
            if not mine:
                continue
            others = [e for e in sentence.ents if not any(d.start < e.end_char and e.start_char < d.end for d in mine)]
            spans = [
                Span(
                    text=d.text, type="DATE", start_char=d.start, end_char=d.end, doc=document, sent=sentence,
                    tokens=[t for t in sentence.tokens if t.start_char < d.end and d.start < t.end_char],
                )
                for d in mine
            ]  # fmt: skip
            sentence.ents = sorted(others + spans, key=lambda e: e.start_char)
        document.ents = [e for sentence in document.sentences for e in sentence.ents]
        return document
