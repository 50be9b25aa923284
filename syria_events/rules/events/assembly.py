"""Frames from decided parties: coordination expanded, status, date, place and source added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product

from syria_events.model import Actor
from syria_events.normalize import fold
from syria_events.provenance import named
from syria_events.rules.arguments.scene import Scene
from syria_events.rules.attributes.factuality import StatusReader
from syria_events.rules.attributes.finding import Finding
from syria_events.rules.attributes.location import destination, occasion_of, place_of
from syria_events.rules.attributes.places import PlaceName, Places
from syria_events.rules.attributes.time import DateFinder, When
from syria_events.rules.events.constraints import has_one_party, is_unknown_fighter, lacks_target
from syria_events.rules.events.frame import Frame
from syria_events.rules.values import Argument, Arguments, Kind, Refusal, Status, Trigger

FUTURE_DATE = named("status.future-date", "Its day is after that of publication: it is planned.", "يلتقي غدا")
LATER_CONTENT = named(
    "time.later-content", "A statement was made by the day of publication: a later day is its content's.", "قال: غدا",
    guard=True,
)  # fmt: skip
_GATHERING = 4  # of a gathering of more, the first four named


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


class Assembler:
    """Makes frames of the drafts of one document."""

    def __init__(self, published: date | None, places: Places, status: StatusReader) -> None:
        self._published = published
        self._places = places
        self._status = status
        self._dates = DateFinder(published)

    def frames(self, scene: Scene, draft: Draft) -> tuple[tuple[Frame, ...], tuple[Refusal, ...]]:
        """The frames of a draft, one for each pair of parties, and the pairs that guards refuse."""
        pairs = list(_pairs(draft.actors, draft.targets, symmetric=draft.symmetric))
        if has_one_party(pairs):
            return (), (Refusal(draft.trigger.word.text, "event.one-party"),)
        frame = self._frame(scene, draft, *pairs[0])
        armed = scene.lexicon.root(draft.cameo).armed
        frames: list[Frame] = []
        refused: list[Refusal] = []
        for actor, target in pairs:
            if is_unknown_fighter(actor, armed=armed):
                refused.append(Refusal(actor.text, "deed.unknown-fighter"))
            elif lacks_target(scene, draft.trigger, draft.cameo, actor, target):
                refused.append(Refusal(actor.text, "event.no-target"))
            else:
                source = Finding("") if draft.source.value == actor.actor.name else draft.source
                frames.append(replace(frame, actor=actor, target=target, source=source))
        return tuple(frames), tuple(refused)

    def _frame(self, scene: Scene, draft: Draft, actor: Argument, target: Argument | None) -> Frame:
        trigger, clause = draft.trigger, scene.clause
        status = draft.status or self._status.status(trigger, clause)
        when = self._dates.when(trigger, clause, planned=status.value == Status.PLANNED)
        status, when = self._reconciled(scene, draft, status, when)
        return Frame(
            trigger, draft.cameo, draft.events, actor, target, scene.lexicon.root(draft.cameo).symmetric, status, when,
            self._place(scene, draft), draft.source, round(draft.confidence, 2), clause.sentence.index,
            when.value.period is not None and when.value.period.start == self._published,
        )  # fmt: skip

    def _reconciled(
        self, scene: Scene, draft: Draft, status: Finding[Status], when: Finding[When]
    ) -> tuple[Finding[Status], Finding[When]]:
        """A deed on a day after publication is planned; a statement was made before, and the day is its content's."""
        period = when.value.period
        if period is None or self._published is None or period.start <= self._published:
            return status, when
        if status.value != Status.ACTUAL:
            return status, when
        if scene.lexicon.root(draft.cameo).statement:
            refused = (*when.refused, Refusal(when.value.text, LATER_CONTENT))
            return status, Finding(When(), LATER_CONTENT, "", refused)
        return Finding(Status.PLANNED, FUTURE_DATE, when.value.text), when

    def _place(self, scene: Scene, draft: Draft) -> Finding[PlaceName | None]:
        visited = draft.targets[0].mention if draft.targets else None
        if draft.cameo == scene.lexicon.codes.visit and visited is not None and visited.kind == Kind.STATE:
            return destination(self._places, visited)
        at = draft.trigger.word.id
        if draft.trigger.speech is not None:
            return occasion_of(self._places, scene.clause, at)
        others = frozenset(other.word.id for other in scene.triggers if other.word.id != at)
        return place_of(self._places, scene.clause, at, scene.lexicon.root(draft.cameo), others)


def _pairs(actors: Arguments, targets: Arguments, *, symmetric: bool) -> Iterator[tuple[Argument, Argument | None]]:
    """Every actor with every target; without targets the members of a symmetric act among themselves."""
    actors, targets = _distinct(actors), _distinct(targets)
    if targets:
        pairs = product(actors, targets)
        yield from ((actor, target) for actor, target in pairs if identity(actor.actor) != identity(target.actor))
    elif symmetric:
        yield from combinations(actors[:_GATHERING], 2)
    else:
        yield from ((actor, None) for actor in actors)


def _distinct(arguments: Iterable[Argument]) -> Arguments:
    found: dict[str, Argument] = {}
    for argument in arguments:
        found.setdefault(identity(argument.actor), argument)
    return tuple(found.values())


def identity(actor: Actor) -> str:
    """By what two actors are the same: the lexicon id, else the folded name."""
    return fold(actor.key)
