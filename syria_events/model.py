"""The values that flow through the program, all frozen.

Offsets are half-open code-point offsets into `Article.text`, 0-based. `None` means unknown.
"""

import datetime
import hashlib
import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from syria_events.dates.meanings import DatePhrase, iso_days
from syria_events.dates.meanings import Period as Period
from syria_events.lexicon.cameo import cameo
from syria_events.normalize import fold
from syria_events.plaintext import PlainText
from syria_events.provenance import Provenance as Provenance

_TITLE = 200  # characters
_FIRST_LINE = re.compile(r"\S[^\r\n]{0,400}")


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read.

    Args:
        id: what its rows call it; no two articles of a run share one.
        text: the decoded file without its byte-order mark.
        published: the day of publication; without it relative dates stay open.
        outlet: who published it.
        url: where.

    Raises:
        TypeError: an argument is of another kind.
    """

    id: str
    text: str
    published: datetime.date | None = None
    outlet: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        for name in ("id", "text", "outlet", "url"):
            if not isinstance(value := getattr(self, name), str):
                raise TypeError(f"Article.{name} is text, not {value!r:.60} of type {type(value).__name__}")
        if self.published != self.published:  # pandas' NaT, which is a datetime and equals nothing
            object.__setattr__(self, "published", None)
        elif isinstance(self.published, datetime.datetime):
            object.__setattr__(self, "published", self.published.date())
        elif not isinstance(self.published, datetime.date | None):
            raise TypeError(f"Article.published is a datetime.date or None, not {self.published!r:.60}")


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article or no rows, and why, in one line.

    Args:
        source: the article's id, or the path of what could not be read.
        reason: what went wrong, and what to try.
        partial: whether only a part of the article was lost, and the rest has its rows.
    """

    source: str
    reason: str
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word as in CoNLL-U; `start` and `end` are those of the surface token it is part of.

    Args:
        id: 1-based position in the sentence.
        feats: UD features as `Name=Value|Name=Value`, empty for none.
        head: id of the head, 0 for the root.
        clitic: whether the word is one of several in its token.
    """

    id: int
    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    start: int
    end: int
    clitic: bool = False

    def feat(self, name: str) -> str:
        """The value of a UD feature, or an empty string."""
        for pair in self.feats.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""


@dataclass(frozen=True)
class Sentence:
    """A tagged sentence; `paragraph` counts the article's non-empty lines from 0."""

    index: int
    start: int
    end: int
    words: tuple[Word, ...]
    paragraph: int = 0

    def word(self, id: int) -> Word:
        """The word with this 1-based id."""
        return self.words[id - 1]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Ids of the dependents of every word id, in order; index 0 is the root's."""
        found: list[list[int]] = [[] for _ in range(len(self.words) + 1)]
        for word in self.words:
            found[word.head].append(word.id)
        return tuple(tuple(ids) for ids in found)


@dataclass(frozen=True, slots=True)
class Entity:
    """A span the tagger found: kind is PER, LOC, ORG, MISC or DATE.

    Args:
        phrase: of a DATE what was read, with the offsets of the entity; None where only its words are known.
    """

    kind: str
    start: int
    end: int
    text: str
    phrase: DatePhrase | None = None


@dataclass(frozen=True, slots=True)
class Doc:
    """A tagged article, or one part of a long one.

    Args:
        article: as it was read.
        sentences: tagged; their offsets, and those of words and entities, are those of `text`.
        plain: the article's text in plain spelling, with the way back to its own offsets.
        part: which one of the article's documents this is, from 0.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    plain: PlainText | None = None
    part: int = 0

    @property
    def text(self) -> str:
        """The text that the rules read."""
        return self.article.text if self.plain is None else self.plain.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` stands in the article: half-open offsets into `article.text`."""
        return (start, end) if self.plain is None else self.plain.span(start, end)

    def original(self, start: int, end: int) -> str:
        """The article's own characters behind a stretch of `text`, white space as single spaces."""
        first, last = self.span(start, end)
        return " ".join(self.article.text[first:last].split())

    @property
    def title(self) -> str:
        """The article's first line that holds something; of one that is longer than a title its beginning."""
        line = _FIRST_LINE.search(self.text)
        title = self.original(*line.span()) if line else ""
        return title if len(title) <= _TITLE else title[: title.rfind(" ", 1, _TITLE) + 1 or _TITLE].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted upon.

    Args:
        id: lexicon id; empty for an actor the lexicon lacks.
        name: canonical Arabic name.
        en: English name, empty when unknown.
        code: ISO alpha-3 and CAMEO role, or empty.
    """

    id: str
    name: str
    en: str = ""
    code: str = ""

    @property
    def key(self) -> str:
        """By what two actors are the same: the lexicon id, else the name."""
        return self.id or self.name


@dataclass(frozen=True, slots=True)
class EventKey:
    """What two mentions of one event have in common, in one document or in several, apart from the day.

    Args:
        actor, target: the key of each; the target's is empty for none.
        root: the first two digits of the CAMEO code.
    """

    actor: str
    root: str
    target: str
    status: str

    @classmethod
    def of(cls, actor: Actor, cameo: str, target: Actor | None, status: str) -> "EventKey":
        """The key of an event with these parties."""
        return cls(actor.key, cameo[:2], "" if target is None else target.key, status)

    def folded(self) -> "EventKey":
        """The same whatever the spelling of names that the lexicon lacks."""
        return replace(self, actor=fold(self.actor), target=fold(self.target))

    def either_way(self) -> "EventKey":
        """The same whichever party is the actor."""
        if not self.target:
            return self
        first, second = sorted((self.actor, self.target))
        return replace(self, actor=first, target=second)

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """What ids are made of."""
        return self.actor, self.root, self.target, self.status


@dataclass(frozen=True, slots=True)
class Event:
    """One distinct event of a document; see the column table for the meaning of each field."""

    doc_id: str
    published: datetime.date | None
    actor: Actor
    actor_text: str
    action: str
    cameo: str
    target: Actor | None
    target_text: str
    status: str
    when: Period | None
    date_text: str
    place: str
    place_en: str
    country: str
    lat: float | None
    lon: float | None
    source: str
    confidence: float
    rules: Provenance
    sentence: str
    sent_index: int
    start: int
    end: int
    trigger: str
    mentions: int = field(default=1)
    outlet: str = ""
    title: str = ""
    url: str = ""

    @property
    def key(self) -> EventKey:
        """What distinguishes it from the other events of any article, apart from its day."""
        return EventKey.of(self.actor, self.cameo, self.target, self.status)

    @property
    def id(self) -> str:
        """`ev-` and 16 hex digits, the same in every run."""
        return f"ev-{_digest(self.doc_id, *self.key.parts, '/'.join(self.days))}"

    @property
    def story(self) -> str:
        """`st-` and 16 hex digits, the same for events of different articles that are one.

        A meeting on a known day is one whichever side reports it; events without a day are never taken for one.
        """
        if self.when is None:
            return f"st-{_digest(self.doc_id, *self.key.parts, '/'.join(self.days))}"
        key = self.key
        return f"st-{_digest(*sorted((key.actor, key.target)), key.root, key.status, *self.days)}"

    @property
    def rule(self) -> str:
        """Ids of the rules that made it: event; actor; target."""
        return self.rules.short

    @property
    def root(self) -> str:
        """The first two digits of the CAMEO code."""
        return self.cameo[:2]

    @property
    def quad(self) -> int:
        """GDELT's class of the code: 1 verbal cooperation to 4 material conflict."""
        return cameo(self.cameo).quad

    @property
    def goldstein(self) -> float:
        """The Goldstein score of the code as ICEWS has it, -10 conflict to 10 cooperation."""
        return cameo(self.cameo).goldstein

    @property
    def plover(self) -> str:
        """The PLOVER type of the code; empty for statements and appeals, which PLOVER lacks."""
        return cameo(self.cameo).plover

    @property
    def actor_name(self) -> str:
        """The actor's Arabic name."""
        return self.actor.name

    @property
    def actor_en(self) -> str:
        """The actor's English name; with `~` before it transliterated."""
        return self.actor.en

    @property
    def target_name(self) -> str:
        """The target's Arabic name; empty for an event without a target."""
        return "" if self.target is None else self.target.name

    @property
    def target_en(self) -> str:
        """The target's English name; empty for an event without a target."""
        return "" if self.target is None else self.target.en

    @property
    def days(self) -> tuple[str, str]:
        """The first day and, of a period, the last, ISO; empty where the text does not say."""
        return iso_days(self.when)

    @property
    def date(self) -> datetime.date | None:
        """The day to use in a table: the event's own, of a period the first, else that of publication."""
        return self.published if self.when is None else self.when.start

    @property
    def date_basis(self) -> str:
        """Where `date` is from: `text`, `published`, or empty where there is none."""
        return "text" if self.when is not None else "published" if self.published is not None else ""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Named:
    """Who, where or when, as an article names it, event or not; see the column table for the meaning of each field."""

    doc_id: str
    kind: str
    text: str
    start: int
    end: int
    name: str = ""
    name_en: str = ""
    id: str = ""
    code: str = ""
    when: Period | None = None
    lat: float | None = None
    lon: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name or action word that articles have and the lexicon lacks.

    Args:
        kind: person, body, verb or masdar.
        text: the name, or the lemma.
        en: its transliteration; empty for an action.
        count: how many times it occurs, in how many `articles`.
        sentence: the first sentence that has it.
    """

    kind: str
    text: str
    en: str
    count: int
    articles: int
    sentence: str
