"""Which frames are mentions of one event."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from syria_events.rules.events.frame import Frame
from syria_events.rules.values import Status


@dataclass(frozen=True, slots=True)
class Merged:
    """An event of a document.

    Args:
        frame: what its mentions say together.
        mentions: their frames, in order.
    """

    frame: Frame
    mentions: tuple[Frame, ...]


def merge(frames: Iterable[Frame]) -> list[Merged]:
    """The events that frames mention: one for frames of the same parties, root and status, and no two dates."""
    events: list[Merged] = []
    for frame in frames:
        same = next((number for number, event in enumerate(events) if _same_event(event.frame, frame)), None)
        if same is None:
            events.append(Merged(frame, (frame,)))
        else:
            known = events[same]
            events[same] = Merged(_combined(known.frame, frame), (*known.mentions, frame))
    return events


def _same_event(first: Frame, second: Frame) -> bool:
    """The same key and no two dates; a meeting announced for today and reported as happening is one, too."""
    if first.period is not None and second.period is not None and first.period != second.period:
        return False
    if first.key == second.key:
        return True
    statuses = {first.status.value, second.status.value}
    same_parties = replace(first.key, status="") == replace(second.key, status="")
    today = first.today or second.today
    return same_parties and first.symmetric and today and statuses == {Status.ACTUAL, Status.PLANNED}


def _combined(known: Frame, frame: Frame) -> Frame:
    """The earlier frame with what only the later one says."""
    best = known
    if known.period is None and frame.period is not None:
        best = replace(best, when=frame.when, today=frame.today)
    if known.place.value is None and frame.place.value is not None:
        best = replace(best, place=frame.place)
    if not known.source.value and frame.source.value:
        best = replace(best, source=frame.source)
    return replace(best, confidence=max(known.confidence, frame.confidence))
