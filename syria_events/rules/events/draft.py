"""An event before its attributes are read."""

from dataclasses import dataclass

from syria_events.rules.attributes.finding import Finding
from syria_events.rules.values import Arguments, Status, Trigger


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before its attributes are read.

    Args:
        events: ids of the rules and entries that decided the code.
        symmetric: whether, without targets, the actors act among themselves.
        status: where it is known already; else it is read.
    """

    trigger: Trigger
    cameo: str
    events: tuple[str, ...]
    actors: Arguments
    targets: Arguments
    source: Finding[str]
    confidence: float
    symmetric: bool = False
    status: Finding[Status] | None = None
