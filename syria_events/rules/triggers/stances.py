"""Verbs by which a statement judges others or commits the speaker, with what negation and the future make of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Stance
from syria_events.model import Actor, Word
from syria_events.normalize import fold
from syria_events.provenance import guard
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.relative import before_verb, in_relative
from syria_events.rules.triggers.lemmas import lemmas
from syria_events.rules.values import Kind, Mention

_PARTICLES = 3  # words before a verb in which its particles stand
_THEN = 4  # words behind a verb in which what goes with it stands
_OBJECT = 7  # words behind a verb in which whom it commits to stands
_OFFICIAL = ("GOV", "MIL")


@dataclass(frozen=True, slots=True)
class Judged:
    """A stance of a statement, the word id of its verb, and the parties that it is about."""

    stance: Stance
    at: int
    parties: tuple[Mention, ...]


class StanceReader:
    """Finds the stances of the lexicon in the content of a statement."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._negations = frozenset(map(fold, lexicon.negation.particles))
        self._future = frozenset(map(fold, ("س", "سوف")))
        self._glued = lexicon.prefixes("glued_future")
        self._stances: dict[str, list[tuple[Stance, frozenset[str]]]] = {}
        for stance in lexicon.stances:
            for verb in stance.verbs:
                self._stances.setdefault(fold(verb), []).append((stance, frozenset(map(fold, stance.then))))

    def find(self, clause: Clause, ids: range, speakers: frozenset[Actor]) -> Iterator[Judged]:
        """The stances whose verbs stand among words, in order."""
        for word in clause.words(ids):
            if word.upos != "VERB" or in_relative(clause, word):
                continue
            for lemma in lemmas(word):
                for stance, then in self._stances.get(lemma, ()):
                    if self._fits(clause, word, stance, then):
                        yield from _judged(clause, word, stance, speakers)

    def _fits(self, clause: Clause, verb: Word, stance: Stance, then: frozenset[str]) -> bool:
        before = clause.forms(range(max(1, verb.id - _PARTICLES), verb.id))[-2:]
        negated = not self._negations.isdisjoint(before)
        future = not self._future.isdisjoint(before) or "لن" in before or fold(verb.text).startswith(self._glued)
        behind = clause.forms(range(verb.id + 1, min(verb.id + 1 + _THEN, clause.end)))
        return negated == stance.negated and (future or not stance.future) and (not then or not then.isdisjoint(behind))


def _judged(clause: Clause, verb: Word, stance: Stance, speakers: frozenset[Actor]) -> Iterator[Judged]:
    subject = _subject(clause, verb)
    own = is_own(clause, verb, subject, speakers)
    if stance.own and own:
        near = clause.mentions_in(range(verb.id + 1, verb.id + 1 + _OBJECT))
        others = (mention for mention in near if not _belongs(mention, speakers))
        yield Judged(stance, verb.id, tuple(next(([m] for m in others), [])))
    elif not stance.own and subject and not own:
        yield Judged(stance, verb.id, subject)


def _subject(clause: Clause, verb: Word) -> tuple[Mention, ...]:
    """The mentions right before or right behind a verb that it agrees with by place alone."""
    group = _coordinated(clause, before_verb(clause, verb))
    if group and not clause.standing(group[0]).preposition and not clause.standing(group[0]).nouns:
        return group
    behind = clause.mention_at(verb.id + 1)
    return clause.with_coordinated(behind) if behind is not None else ()


@guard("content.own-side", "قال كيري إن واشنطن لم تلتزم")
def is_own(clause: Clause, verb: Word, subject: tuple[Mention, ...], speakers: frozenset[Actor]) -> bool:
    """The speaker, or his state, is the subject: by the first person, a pronoun on `أن`, or by name."""
    if verb.feat("Person") == "1":
        return True
    at = before_verb(clause, verb)
    if clause.tag(at) == "PRON" and clause.is_in(at - 1, "that_of_pronoun"):
        return True
    if clause.tag(at) == "PRON" and clause.form(at - 1) == "بلاد":
        return True
    return any(_belongs(mention, speakers) for mention in subject)


def _coordinated(clause: Clause, last: int) -> tuple[Mention, ...]:
    """The mentions that end with a word, and those joined to them by `و` before."""
    group = clause.ending_at(last)
    if not group or clause.form(joint := clause.left(group[0].first)) not in clause.lexicon.words("joins"):
        return group
    return (*_coordinated(clause, clause.left(joint)), *group)


def _belongs(mention: Mention, speakers: frozenset[Actor]) -> bool:
    states = {speaker.code[:3] for speaker in speakers if speaker.code.endswith(_OFFICIAL)}
    same = mention.kind == Kind.STATE and any(actor.code[:3] in states for actor in mention.actors)
    return same or not speakers.isdisjoint(mention.actors)
