"""Which frames are mentions of one event."""

from collections import defaultdict
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
    """The events that frames tell: one for frames of the same parties, root and status, and no two dates."""
    events: list[Merged] = []
    of_parties: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)  # numbers of events, in order
    for frame in frames:
        key = frame.key
        numbers = of_parties[key.actor, key.root, key.target]
        same = next((number for number in numbers if _same_event(events[number].frame, frame)), None)
        if same is None:
            numbers.append(len(events))
            events.append(Merged(frame, (frame,)))
        else:
            known = events[same]
            events[same] = Merged(_combined(known.frame, frame), (*known.mentions, frame))
    return events


def _same_event(first: Frame, second: Frame) -> bool:
    """Of frames of the same parties and root: the same status and no two dates.

    A meeting announced for today and told as happening is one, too.
    """
    if first.period is not None and second.period is not None and first.period != second.period:
        return False
    statuses = {first.status.value, second.status.value}
    if len(statuses) == 1:
        return True
    today = first.today or second.today
    return first.symmetric and today and statuses == {Status.ACTUAL, Status.PLANNED}


def _combined(known: Frame, frame: Frame) -> Frame:
    """The earlier frame with the day and the place that only the later one says.

    What the earlier tells of its own accord has no source, whoever says it again.
    """
    best = known
    if known.period is None and frame.period is not None:
        best = replace(best, when=frame.when, today=frame.today)
    if known.place.value is None and frame.place.value is not None:
        best = replace(best, place=frame.place)
    parties = {argument.actor.name for argument in (known.actor, known.target) if argument is not None}
    if known.sentence == 0 and not known.source.value and frame.source.value not in ("", *parties):
        best = replace(best, source=frame.source)
    return replace(best, confidence=max(known.confidence, frame.confidence))
