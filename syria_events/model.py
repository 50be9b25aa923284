"""The values that flow through the program, all frozen.

Offsets are half-open code-point offsets into `Article.text`, 0-based. `None` means unknown.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read: `text` is the decoded file without its byte-order mark."""

    id: str
    text: str
    published: date | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no article or no rows, and why, in one line."""

    source: str
    reason: str


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
    """A span the tagger found: kind is PER, LOC, ORG, MISC or DATE."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Doc:
    """A tagged article."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A day (`end` is None) or a period of days, both ends included."""

    start: date
    end: date | None = None


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


@dataclass(frozen=True, slots=True)
class Event:
    """One distinct event of a document; see the column table for the meaning of each field."""

    doc_id: str
    published: date | None
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
    rule: str
    sentence: str
    sent_index: int
    start: int
    end: int
    trigger: str
    mentions: int = field(default=1)


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
