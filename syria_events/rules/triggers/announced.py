"""Statements without a verb of saying by their speaker: headlines with a colon, and what an agency passes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import guard, rule
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.sentence.index import QUESTION_MARKS, QUOTES
from syria_events.rules.values import Argument, Kind, Mention, Refusal, Trigger

_SAID = "قال"  # the verb whose entry these statements have
_SHORTEST = 8  # characters behind a colon that can be a statement
_QUOTED_REACH = 12  # words behind `نقل` in which outlet and speaker stand
_OUTLET_BEFORE = 8  # words before `نقلا عن` in which the outlet stands


@dataclass(frozen=True, slots=True)
class Announced:
    """A statement whose speaker is known with its trigger.

    Args:
        content: id of the first word of what is said.
        source: who passes it on, by name; empty for nobody.
    """

    trigger: Trigger
    speaker: Argument
    content: int
    source: str
    confidence: float


@rule("trigger.headline", "كيري: الرسالة جيدة")
def headline(clause: Clause) -> Iterator[Announced]:
    """A headline with a name, a colon and what the named person or body says."""
    heading = _heading(clause)
    if heading is None or stopped_headline(clause) is not None:
        return
    mention, colon = heading
    if len(mention.actors) > 1 or clause.sentence.end - colon.end < _SHORTEST:
        return
    yield Announced(
        _trigger(clause, mention.last, "trigger.headline"),
        Argument(mention.actors[0], mention.text, mention, "trigger.headline"),
        colon.id + 1, "", 0.7,
    )  # fmt: skip


def stopped_headline(clause: Clause) -> Refusal | None:
    """Why what stands before the colon of a headline does not speak; None where nothing does or it speaks."""
    if (heading := _heading(clause)) is None:
        return None
    mention, _ = heading
    if is_topic(mention):
        return Refusal(mention.text, "trigger.headline-topic")
    return Refusal(mention.text, "trigger.headline-question") if is_question(clause) else None


def _heading(clause: Clause) -> tuple[Mention, Word] | None:
    """The name that opens a headline and the colon right behind it, words behind that."""
    mention = clause.mentions[0] if clause.mentions else None
    if mention is None or mention.first > 2 or not mention.actors:
        return None
    words = clause.sentence.words
    colon = next((w for w in words[mention.last : mention.last + 2] if w.text not in QUOTES), None)
    return (mention, colon) if colon is not None and colon.text == ":" and colon.id < len(words) else None


@guard("trigger.headline-topic", "سوريا: مقتل عشرة")
def is_topic(mention: Mention) -> bool:
    """A state or an outlet before a colon is where or by whom it is reported, not who speaks."""
    return mention.kind in (Kind.STATE, Kind.OUTLET)


@guard("trigger.headline-question", "كيري: هل تنجح الهدنة؟")
def is_question(clause: Clause) -> bool:
    """A question behind a name and a colon is asked by the paper."""
    return clause.sentence.words[-1].text in QUESTION_MARKS


@rule("trigger.quoted-through", "نقلت الأناضول عن أردوغان")
def quoted_through(clause: Clause) -> Iterator[Announced]:
    """An agency passes on what somebody said: the quoted speaks, the agency is the source."""
    for word in clause.sentence.words:
        verb = word.upos == "VERB" and fold(word.lemma) in clause.lexicon.words("quoting")
        if not verb and not (clause.is_in(word.id, "quoting_noun") and clause.form(word.id + 1) == "عن"):
            continue
        near = list(clause.mentions_in(range(word.id + 1, word.id + _QUOTED_REACH)))
        passing_on = near if verb else list(clause.mentions_in(range(max(1, word.id - _OUTLET_BEFORE), word.id)))
        outlet = next((m for m in passing_on if m.kind == Kind.OUTLET), None)
        quoted = next((m for m in near if _is_quoted(clause, m)), None)
        if quoted is None or not quoted.actors:
            continue
        yield Announced(
            _trigger(clause, word.id, "trigger.quoted-through"),
            Argument(quoted.actors[0], quoted.text, quoted, "trigger.quoted-through"),
            quoted.last + 1,
            outlet.actors[0].name if outlet is not None and outlet.actors else "",
            0.75,
        )


def _is_quoted(clause: Clause, mention: Mention) -> bool:
    """Whether somebody, no outlet, stands behind `عن` or `على لسان`."""
    if mention.kind == Kind.OUTLET:
        return False
    standing = clause.standing(mention)
    return standing.preposition == "عن" or any(clause.is_in(noun, "tongue") for noun in standing.nouns)


def _trigger(clause: Clause, id: int, rule: str) -> Trigger:
    speech = clause.lexicon.speech_verbs[fold(_SAID)][0]
    return Trigger(clause.sentence.index, clause.word(id), None, speech, rule=rule, name=_SAID)
