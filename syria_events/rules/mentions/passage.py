"""A sentence as the readers of mentions see it, with what they need of the rest of the document."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

from syria_events.lexicon import Lexicon
from syria_events.lexicon.gazetteer import Gazetteer
from syria_events.model import Actor, Doc, Entity, Sentence
from syria_events.provenance import guard
from syria_events.rules.sentence.index import COMMAS, QUOTES, Index
from syria_events.rules.trace import Trace

_F = TypeVar("_F", bound=Callable[..., bool])
_MARKS = "".join(COMMAS | QUOTES) + " "


class Span(Protocol):
    """Words from one id up to another."""

    @property
    def first(self) -> int:
        """The id of the first word."""

    @property
    def end(self) -> int:
        """The id behind the last."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What readers need of a document besides the sentence before them.

    Args:
        text: the document's text, whose offsets words and entities have.
        published: the day on which an office resolves to its holder.
        entities: the persons and organisations of the tagger, by where they start.
        dates: the dates of the tagger.
        gazetteer: knows places, for the English names of groups.
        trace: keeps what guards refuse.
    """

    text: str
    published: date | None
    entities: Mapping[int, Entity]
    dates: tuple[Entity, ...]
    gazetteer: Gazetteer
    trace: Trace


def setting_of(doc: Doc, lexicon: Lexicon, trace: Trace) -> Setting:
    """The setting of a document."""
    return Setting(
        text=doc.text,
        published=doc.article.published,
        entities={entity.start: entity for entity in doc.entities if entity.kind in ("PER", "ORG")},
        dates=tuple(entity for entity in doc.entities if entity.kind == "DATE"),
        gazetteer=lexicon.gazetteer,
        trace=trace,
    )


class Passage(Index):
    """The index of a sentence, its setting, and the surnames of persons whom the document names in full."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, setting: Setting) -> None:
        super().__init__(sentence, lexicon)
        self.setting = setting
        self.surnames: Mapping[str, Actor] = {}

    def knowing(self, surnames: Mapping[str, Actor]) -> "Passage":
        """The same sentence with other surnames, and all that was looked up already."""
        passage = copy(self)
        passage.surnames = surnames
        return passage

    def among(self, id: int, name: str) -> bool:
        """Whether a word, quotation marks left out, is in one of the lexicon's sets."""
        return self.name(id) in self.lexicon.words(name)

    def is_definite(self, id: int) -> bool:
        """Whether a word begins with the article."""
        return self.name(id).startswith("ال")

    def is_dated(self, id: int) -> bool:
        """Whether a word belongs to a date."""
        start = self.word(id).start
        return any(date.start <= start < date.end for date in self.setting.dates)

    def printed(self, first: int, end: int) -> str:
        """The article's words from one id up to another, clitics before the first left out."""
        word = self.word(first)
        raw = self.setting.text[word.start : self.word(self.before(end)).end]
        before = self._clitics(first)
        if word.clitic and before < len(raw):
            raw = raw[before:]
            if self.is_definite(first) and not raw.startswith("ال"):
                raw = "ا" + raw  # `للأمم` is `ل` + `الأمم`
        return " ".join(raw.split()).strip(_MARKS)

    def _clitics(self, id: int) -> int:
        """How many letters of a word's token stand before it."""
        letters, start, at = 0, self.word(id).start, self.before(id)
        while at and self.word(at).start == start:
            letters += len(self.name(at))
            at = self.before(at)
        return letters


def refuses(id: str, example: str) -> Callable[[_F], _F]:
    """Declare a function as the guard with this id; the word or words that it refuses to read go into the trace.

    Its arguments are the passage, the id of the word or a `Span`, and what it needs besides. Errors as of
    `provenance.guard`.
    """

    def declared(function: _F) -> _F:
        @wraps(function)
        def tracing(passage: Passage, at: int | Span, *args: Any, **kwargs: Any) -> bool:
            refused = function(passage, at, *args, **kwargs)
            if refused:
                first, end = (at, passage.after(at)) if isinstance(at, int) else (at.first, at.end)
                passage.setting.trace.refuse(passage.sentence.index, passage.printed(first, end), id)
            return refused

        return cast(_F, guard(id, example)(tracing))

    return declared
