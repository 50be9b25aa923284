"""A frame: one mention of an event, with the rules that made each part of it."""

from dataclasses import dataclass

from syria_events.model import EventKey, Period, Provenance
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.places import PlaceName
from syria_events.rules.attributes.time import When
from syria_events.rules.values import Argument, Status, Trigger


@dataclass(frozen=True, slots=True)
class Frame:
    """One mention of an event, before mentions of the same event are merged.

    Args:
        cameo: the code, which content or roles may have decided.
        events: ids of the rules and lexicon entries that found the trigger and decided the code.
        symmetric: whether the parties may stand in either order.
        sentence: index in the document.
        today: whether its day is that of publication.
    """

    trigger: Trigger
    cameo: str
    events: tuple[str, ...]
    actor: Argument
    target: Argument | None
    symmetric: bool
    status: Finding[Status]
    when: Finding[When]
    place: Finding[PlaceName | None]
    source: Finding[str]
    confidence: float
    sentence: int
    today: bool = False

    @property
    def period(self) -> Period | None:
        """The days of the event."""
        return self.when.value.period

    @property
    def key(self) -> EventKey:
        """Parties, root and status; names of the lexicon's actors by id, others folded, and symmetric either way."""
        target = None if self.target is None else self.target.actor
        key = EventKey.of(self.actor.actor, self.cameo, target, self.status.value).folded()
        return key.either_way() if self.symmetric else key

    @property
    def rules(self) -> Provenance:
        """The ids of the rules that made each part of it."""
        place, source = self.place, self.source
        return Provenance(
            event=tuple(filter(None, self.events)),
            actor=_of(self.actor),
            target=_of(self.target),
            status=(self.status.rule,),
            date=(self.when.rule, *self.when.value.rules) if self.period is not None else (),
            place=(place.rule,) if place.value is not None else (),
            source=(source.rule,) if source.value else (),
        )


def _of(argument: Argument | None) -> tuple[str, ...]:
    """The rule that proposed an argument, then those that read and resolved its mention."""
    if argument is None:
        return ()
    return (argument.rule, *(argument.mention.rules if argument.mention is not None else ()))
