"""What argument rules look at, how they are asked, and how guards are applied."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from syria_events.lexicon import Lexicon
from syria_events.lexicon.entries import Root
from syria_events.model import Word
from syria_events.normalize import fold
from syria_events.provenance import id_of
from syria_events.rules.coreference.discourse import Discourse
from syria_events.rules.sentence.clause import Clause
from syria_events.rules.values import Argument, Arguments, Decision, Mention, Proposal, Refusal, Trigger

Asked = TypeVar("Asked")
Found: TypeAlias = Iterator[Proposal | Refusal]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its triggers, and the discourse state before the trigger that is asked about."""

    clause: Clause
    triggers: tuple[Trigger, ...]
    discourse: Discourse

    @property
    def lexicon(self) -> Lexicon:
        """The vocabulary."""
        return self.clause.lexicon

    def root(self, trigger: Trigger) -> Root:
        """What the CAMEO root of a trigger wants."""
        return self.lexicon.root(trigger.cameo)

    def slots(self, trigger: Trigger) -> tuple[str, ...]:
        """Where the entry of a trigger has its target: `obj` or folded prepositions, the most specific first."""
        speech = trigger.speech.addressee if trigger.speech is not None else ()
        slots = trigger.action.slots if trigger.action is not None else speech
        return tuple(slot if slot == "obj" else fold(slot) for slot in slots)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or participle whose subject is wanted.

    Args:
        speech: it is one of saying: witnesses and outlets do not count as who says.
        participle: it is a circumstantial participle.
        noun: id of the noun that a light verb goes with: no subject, whatever the tree says.
    """

    verb: Word
    speech: bool = False
    participle: bool = False
    noun: int = 0


@dataclass(frozen=True, slots=True)
class Slot:
    """A trigger whose target is wanted.

    Args:
        slot: `obj` or a folded preposition; empty where the rule has its own.
        subject: its actor, which is never its target.
    """

    trigger: Trigger
    slot: str
    subject: Arguments

    @property
    def names(self) -> set[str]:
        """The names of its actor."""
        return {argument.actor.name for argument in self.subject}


def proposals(
    rules: Iterable[Callable[[Scene, Asked], Found]], scene: Scene, asked: Asked
) -> Iterator[Proposal | Refusal]:
    """Everything that rules propose and guards refuse, in the order of the rules; each signs what it found."""
    for rule in rules:
        for found in rule(scene, asked):
            yield found if isinstance(found, Refusal) else signed(found, id_of(rule))


def decide(rules: Iterable[Callable[[Scene, Asked], Found]], scene: Scene, asked: Asked, otherwise: str) -> Decision:
    """The first proposal, with what was refused before it; `otherwise` is the rule where there is none."""
    refused: list[Refusal] = []
    for found in proposals(rules, scene, asked):
        if isinstance(found, Proposal):
            return Decision(found, tuple(refused))
        refused.append(found)
    return Decision(Proposal((), otherwise), tuple(refused))


def signed(proposal: Proposal, rule: str) -> Proposal:
    """A proposal, and its arguments, with the rule that made it, unless it has one."""
    rule = proposal.rule or rule
    arguments = sign(proposal.arguments, rule)
    return Proposal(arguments, rule, proposal.elided, proposal.unnamed, proposal.source)


def sign(arguments: Arguments, rule: str) -> Arguments:
    """Arguments with the rule that proposed them."""
    return tuple(Argument(a.actor, a.text, a.mention, rule) for a in arguments)


def refusal(mention: Mention, guards: Iterable[Callable[..., bool]], *about: Any) -> Refusal | None:
    """The refusal of a candidate by the first guard that holds of it."""
    guard = next((guard for guard in guards if guard(*about)), None)
    return None if guard is None else Refusal(mention.text, id_of(guard))
