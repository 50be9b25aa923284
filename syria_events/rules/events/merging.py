"""Which frames tell one event of the document."""

from collections.abc import Iterable
from dataclasses import replace

from syria_events.rules.events.frame import Frame
from syria_events.rules.values import Status


def merge(frames: Iterable[Frame]) -> list[tuple[Frame, int]]:
    """One frame an event, with the number of merged mentions: same parties, root and status, and no two dates."""
    merged: list[tuple[Frame, int]] = []
    for frame in frames:
        for number, (known, count) in enumerate(merged):
            if _same_event(known, frame):
                merged[number] = (_combined(known, frame), count + 1)
                break
        else:
            merged.append((frame, 1))
    return merged


def _same_event(first: Frame, second: Frame) -> bool:
    """The same key and no two dates; a meeting announced for today and told as happening is one, too."""
    if first.period is not None and second.period is not None and first.period != second.period:
        return False
    if first.key == second.key:
        return True
    statuses = {first.status.value, second.status.value}
    same_parties = replace(first.key, status="") == replace(second.key, status="")
    today = first.today or second.today
    return same_parties and first.symmetric and today and statuses == {Status.ACTUAL, Status.PLANNED}


def _combined(known: Frame, frame: Frame) -> Frame:
    """The earlier frame with what only the later one tells."""
    best = known
    if known.period is None and frame.period is not None:
        best = replace(best, when=frame.when, today=frame.today)
    if known.place.value is None and frame.place.value is not None:
        best = replace(best, place=frame.place)
    if not known.source.value and frame.source.value:
        best = replace(best, source=frame.source)
    return replace(best, confidence=max(known.confidence, frame.confidence))
