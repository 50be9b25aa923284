"""Lengths of time before or after publication: `قبل ثلاثة أيام`, `منذ أسبوعين`."""

from dataclasses import replace

from syria_events.dates.grammar.cursor import Cursor, Production, Read
from syria_events.dates.grammar.pieces import Length, length
from syria_events.dates.meanings import Distance, Meaning, Since, Unknown
from syria_events.provenance import guard, rule


@rule("date.ago", "قبل ثلاثة أيام")
def ago(text: Cursor, index: int) -> Read[Meaning] | None:
    """A length of time before publication; left unknown where it is vague or only about right."""
    if (read := _distance(text, index, "ago")) is None:
        return None
    exact = None if read.about else read.distance
    return Read(Unknown() if exact is None else _back(exact), read.after)


@rule("date.ahead", "بعد يومين")
def ahead(text: Cursor, index: int) -> Read[Meaning] | None:
    """The same after publication."""
    if (read := _distance(text, index, "after")) is None:
        return None
    exact = None if read.about else read.distance
    return Read(Unknown() if exact is None else exact, read.after)


@rule("date.distance-from-other", "قبل يومين من الانتخابات")
def from_other(text: Cursor, index: int) -> Read[Unknown] | None:
    """A length of time before or after something else than publication: left unknown."""
    read = _distance(text, index, "ago") or _distance(text, index, "after")
    return None if read is None or not text.is_in(read.after, "not_of") else Read(Unknown(), read.after + 1)


@guard("date.day-after-day", "يوما بعد يوم")
def is_day_after_day(text: Cursor, index: int) -> bool:
    """Refuses `بعد` between two units."""
    return text.find(index - 1, text.words.units) is not None


@rule("date.since-distance", "منذ يومين")
def since_distance(text: Cursor, index: int) -> Read[Meaning] | None:
    """A length of time that ends with publication; left unknown where it is vague."""
    if (start := text.skip(index, "since")) is None or (read := length(text, start)) is None:
        return None
    return Read(Unknown() if read.distance is None else Since(_back(read.distance)), read.after)


def _distance(text: Cursor, index: int, direction: str) -> Length | None:
    """A length of time behind a word of the list for its direction."""
    if (start := text.skip(index, direction)) is None or (read := length(text, start)) is None:
        return None
    return None if text.refuses(is_day_after_day, index) else read


def _back(distance: Distance) -> Distance:
    return replace(distance, count=-distance.count)


DISTANCES: tuple[Production, ...] = (since_distance, ago, ahead, from_other)
