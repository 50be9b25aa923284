"""Who did it to whom: from a trigger to what was decided about its actor and its target."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from syria_events.rules.arguments.scene import Asked, Found, Scene, decide, sign
from syria_events.rules.values import Arguments, Decision, Proposal, Refusal


@dataclass(frozen=True, slots=True)
class Roles:
    """What was decided about the parties of a trigger.

    Args:
        symmetric: whether, without a target, the actors act among themselves.
        cameo: the code where the roles make it another act than the word's: bringing others together is mediation.
    """

    actor: Decision
    target: Decision
    symmetric: bool = False
    cameo: str = ""

    @property
    def actors(self) -> Arguments:
        """Who acts."""
        return self.actor.taken.arguments

    @property
    def targets(self) -> Arguments:
        """Who is acted upon."""
        return self.target.taken.arguments


def decided(arguments: Arguments, rule: str, refused: tuple[Refusal, ...] = ()) -> Decision:
    """A decision for arguments, signed by a rule."""
    return Decision(Proposal(sign(arguments, rule), rule), refused)


def with_arguments(decision: Decision, arguments: Arguments) -> Decision:
    """A decision whose arguments are others, otherwise the same."""
    return replace(decision, taken=replace(decision.taken, arguments=arguments))


def or_else(
    decision: Decision, rules: Iterable[Callable[[Scene, Asked], Found]], scene: Scene, asked: Asked
) -> Decision:
    """A decision, or what further rules propose where it found nobody."""
    if decision.taken.arguments:
        return decision
    found = decide(rules, scene, asked, decision.taken.rule)
    return Decision(found.taken if found.taken.arguments else decision.taken, (*decision.refused, *found.refused))


def party_here(scene: Scene, arguments: Arguments) -> bool:
    """Whether the first of these is named in the sentence that is read."""
    mention = arguments[0].mention if arguments else None
    return mention is not None and mention.sentence == scene.clause.sentence.index
