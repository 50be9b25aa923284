"""Who may be meant where nobody is named: the subjects, speakers and mentions told of so far."""

from dataclasses import dataclass, field

from syria_events.lexicon import load
from syria_events.model import Actor, Word
from syria_events.rules.sentence.agreement import disagree
from syria_events.rules.values import Mention

_MASCULINE = frozenset("person unknown-person office counterpart body".split())


@dataclass(frozen=True, slots=True)
class Party:
    """An actor with the words that name it."""

    actor: Actor
    text: str
    mention: Mention | None = None


@dataclass
class Salience:
    """Who an elided subject or a pronoun may stand for: the subjects told of last, and all named last."""

    subjects: list[tuple[Party, ...]] = field(default_factory=list)
    speakers: list[tuple[Party, ...]] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)

    def subject(self, verb: Word) -> tuple[Party, ...]:
        """The subject told of last that agrees with a verb in number and gender."""
        return next((p for p in reversed(self.subjects[-4:]) if agrees(verb, p)), ())

    def speaker(self, verb: Word) -> tuple[Party, ...]:
        """Who spoke last and agrees with a verb."""
        return next((p for p in reversed(self.speakers[-3:]) if agrees(verb, p)), ())

    def pronoun(self, word: Word, but: tuple[Party, ...]) -> tuple[Party, ...]:
        """The mention named last that agrees with a pronoun and is none of `but`."""
        number, gender = word.feat("Number"), word.feat("Gender")
        names = {p.actor.name for p in but}
        for mention in reversed(self.named[-12:]):
            if any(a.name in names for a in mention.actors) or not mention.actors:
                continue
            plural = mention.number == "plur" or mention.kind in ("group", "people")
            if number == "Plur" and not plural:
                continue
            if number == "Dual" and len(mention.actors) != 2:
                continue
            if number == "Sing" and (plural or (gender == "Masc" and mention.kind not in _MASCULINE)):
                continue
            if number == "Sing" and gender == "Fem" and mention.kind in ("person", "group"):
                continue
            return tuple(Party(a, mention.text, mention) for a in mention.actors)
        return ()


def agrees(verb: Word, parties: tuple[Party, ...]) -> bool:
    """Whether parties can be the elided subject of a verb, by number and gender."""
    mention = parties[0].mention
    if (verb.feat("Number") == "Sing" and len(parties) > 1) or (verb.feat("Number") == "Dual" and len(parties) != 2):
        return False
    if mention is None:
        return True
    person = mention.is_human
    female = mention.gender == "f"
    if verb.feat("Gender") == "Fem" and person and not female and len(parties) == 1:
        return False
    if mention.kind == "body" and verb.feat("Number") == "Sing" and disagree(mention, verb, load()):
        return False
    masculine = verb.feat("Gender") == "Masc" and verb.feat("Number") == "Sing"
    if masculine and mention.kind == "institution":
        return not mention.text.split()[0].endswith(("ة", "ات"))
    if masculine and mention.kind == "state":
        return mention.gender == "m" or mention.text.startswith(("ال", "لبنان", "العراق", "الأردن"))
    return not (verb.feat("Number") == "Plur" and person and len(parties) == 1)


def parties_of(mentions: tuple[Mention, ...]) -> tuple[Party, ...]:
    """The actors of mentions, each with the words that name it."""
    return tuple(Party(a, m.text, m) for m in mentions for a in m.actors)
