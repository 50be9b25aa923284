"""Frames, and which of them tell one event of the document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from syria_events.model import Actor, Period
from syria_events.normalize import fold
from syria_events.rules.actions import Trigger
from syria_events.rules.context import ACTUAL, PLANNED
from syria_events.rules.places import PlaceName
from syria_events.rules.salience import Party

SYMMETRIC = frozenset("04 06".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """One telling of an event, before tellings of the same event are merged."""

    trigger: Trigger
    cameo: str
    actor: Party
    target: Party | None
    status: str
    when: Period | None
    date_text: str
    place: PlaceName | None
    source: str
    confidence: float
    rule: str
    sentence: int
    today: bool = False

    @property
    def root(self) -> str:
        """The CAMEO root: the first two digits."""
        return self.cameo[:2]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Actor, root, target and status; for symmetric roots the parties in a fixed order."""
        a, b = identity(self.actor.actor), identity(self.target.actor) if self.target else ""
        if self.root in SYMMETRIC and b:
            a, b = sorted((a, b))
        return a, self.root, b, self.status


def identity(actor: Actor) -> str:
    """By what two actors are the same: the lexicon id, else the folded name."""
    return actor.id or fold(actor.name)


def merge(frames: Iterable[Frame]) -> list[tuple[Frame, int]]:
    """One frame an event with the number of tellings: same parties, root and status, and no two dates."""
    merged: list[tuple[Frame, int]] = []
    for frame in frames:
        for i, (known, count) in enumerate(merged):
            if _same_event(known, frame):
                merged[i] = (_combined(known, frame), count + 1)
                break
        else:
            merged.append((frame, 1))
    return merged


def _same_event(first: Frame, second: Frame) -> bool:
    """The same key and no two dates; a meeting announced for today and told as happening is one, too."""
    if first.when is not None and second.when is not None and first.when != second.when:
        return False
    if first.key == second.key:
        return True
    return (
        first.key[:3] == second.key[:3]
        and first.root in SYMMETRIC
        and {first.status, second.status} == {ACTUAL, PLANNED}
        and any(f.today for f in (first, second))
    )


def _combined(known: Frame, frame: Frame) -> Frame:
    """The earlier telling with what only the later one tells."""
    best = known
    if known.when is None and frame.when is not None:
        best = replace(best, when=frame.when, date_text=frame.date_text, today=frame.today)
    if known.place is None and frame.place is not None:
        best = replace(best, place=frame.place)
    if not known.source and frame.source:
        best = replace(best, source=frame.source)
    return replace(best, confidence=max(known.confidence, frame.confidence))
