"""The values that rules pass on: mentions, arguments, triggers, proposals and frames, each with the rule that made it.

All are frozen. Word ids are 1-based positions in the sentence; offsets are half-open code points of the text that the
rules read, 0-based.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from syria_events.lexicon.entries import Action, Light, Speech
from syria_events.model import Actor, Word


class Kind(StrEnum):
    """What a mention names; from `PAIR` on only until its reference is resolved."""

    PERSON = "person"
    UNKNOWN_PERSON = "unknown-person"
    OFFICE = "office"
    STATE = "state"
    PEOPLE = "people"
    INSTITUTION = "institution"
    BODY = "body"
    UNKNOWN_BODY = "unknown-body"
    GROUP = "group"
    LIST = "list"
    OUTLET = "outlet"
    MONITOR = "monitor"
    PAIR = "pair"
    HOMELAND = "homeland"
    THEIR_OFFICE = "their-office"
    SEVERAL = "several"
    SHORT = "short"
    LATTER = "latter"


PERSONS = frozenset((Kind.PERSON, Kind.UNKNOWN_PERSON))
_HUMAN = PERSONS | {Kind.OFFICE}


class Status(StrEnum):
    """Whether the event of a trigger took place."""

    ACTUAL = "actual"
    PLANNED = "planned"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an actor, or several (`وزيرا الخارجية الأمريكي والروسي`).

    Args:
        sentence: index of the sentence in the document.
        first, last: word ids of the span, both included.
        start, end, text: the name in the article, without clitics and honours before it.
        form: the folded words of the span, clitics before it left out.
        actors: who it is; empty while unresolved.
        key: what reference needs to resolve it: an office or institution id; of an unknown person a role.
        country: ISO alpha-3 that its words give, or empty.
        number: sing, dual or plur.
        gender: m or f as far as the lexicon or the words show it; else empty.
        titled: whether it is the title of whoever holds an office: its own gender counts, not the holder's.
        reason: why it is this actor, for people to read.
        rules: ids of the rules that read and resolved it, in order.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    form: str
    kind: Kind
    actors: tuple[Actor, ...]
    key: str = ""
    country: str = ""
    number: str = "sing"
    gender: str = ""
    titled: bool = False
    reason: str = ""
    rules: tuple[str, ...] = ()

    @property
    def is_human(self) -> bool:
        """Whether it stands for a person: by name or by office."""
        return self.kind in _HUMAN

    @property
    def is_known(self) -> bool:
        """Whether it names somebody of the lexicon."""
        return any(actor.id for actor in self.actors)

    def covers(self, id: int) -> bool:
        """Whether a word id is inside the span."""
        return self.first <= id <= self.last


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor or target of a trigger, with the words that name it.

    Args:
        mention: what names it; None where only an adjective does.
        rule: id of the rule that proposed it; no part of what makes two arguments equal.
    """

    actor: Actor
    text: str
    mention: Mention | None = None
    rule: str = field(default="", compare=False)


Arguments = tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that expresses an event.

    Args:
        word: the word that names the action: of a light verb its noun.
        action: its entry, for a deed; None for speech.
        speech: its entry, for a word of saying; None for a deed.
        light: the light verb whose subject is the doer, if any.
        passive: whether the verb is passive, so that its subject is the target.
        participle: whether it is a circumstantial participle (`مضيفا أن`).
        rule: id of the rule that found it.
        name: the action as the lexicon spells it, a light verb before its noun.
    """

    sentence: int
    word: Word
    action: Action | None
    speech: Speech | None
    light: Word | None = None
    light_entry: Light | None = None
    passive: bool = False
    participle: bool = False
    rule: str = ""
    name: str = ""

    @property
    def entry(self) -> Action | Speech:
        """What the lexicon has of it."""
        entry = self.action or self.speech
        assert entry is not None
        return entry

    @property
    def cameo(self) -> str:
        """The CAMEO code of the entry."""
        return self.entry.cameo

    @property
    def is_noun(self) -> bool:
        """Whether a masdar expresses it."""
        return self.word.upos != "VERB" and not self.participle

    @property
    def verb(self) -> Word:
        """The word that governs its arguments: the light verb, if it has one."""
        return self.light or self.word


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that a guard refused.

    Args:
        text: the words of the candidate; of a trigger without an event the trigger's.
        guard: id of the guard.
        note: what the guard rests on, for people to read.
    """

    text: str
    guard: str
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Candidates for one slot of a trigger.

    Args:
        arguments: who; empty where the rule says that nobody named here can be it.
        rule: id of the rule that proposes them; empty until it is signed.
        elided: whether they are the antecedents of a null subject.
        unnamed: whether the subject is a source that names nobody (`مصدر`); `source` is the name that goes with it.
    """

    arguments: Arguments
    rule: str = ""
    elided: bool = False
    unnamed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one slot, the first proposal that decides, and what was refused on the way."""

    taken: Proposal
    refused: tuple[Refusal, ...] = ()
