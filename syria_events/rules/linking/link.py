"""A candidate for a slot of a trigger, and a link: an actor and a target of one trigger."""

from dataclasses import dataclass

from syria_events.rules.values import Argument


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be a party of a trigger.

    Args:
        key: by what two candidates are the same.
        origins: how it came among them: `here`, `subject-1`, `speaker-2`, `sentence-1`.
    """

    key: str
    argument: Argument
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An actor and a target, or none, of a trigger under a code.

    Args:
        features: what the model knows of the pair, besides its parts.
        chance: that the row is right, 0 to 1, as the model has it.
    """

    actor: Candidate
    target: Candidate | None
    cameo: str
    features: tuple[str, ...]
    chance: float = 0.0
