"""From a meaning to its days; see the package for the conventions."""

from dataclasses import replace
from datetime import date

from syria_events.dates.meanings import (
    Agreed,
    Between,
    CalendarDate,
    DatePhrase,
    DayOffset,
    Distance,
    Meaning,
    Nth,
    Part,
    Period,
    Relative,
    Season,
    Since,
    Span,
    Unit,
    Unknown,
    Until,
    Weekday,
    Window,
    Year,
)
from syria_events.dates.resolution.calendar import calendar_date, days, period
from syria_events.dates.resolution.periods import nth, season, span, window, year

_SANE_YEARS = range(1800, 2200)  # a publication date outside them is no date


def resolve(phrase: DatePhrase, published: date | None, *, future: bool | None = False) -> Period | None:
    """The days a phrase means, both ends included, or None where they are unknown.

    Args:
        phrase: one of `find_dates`.
        published: the day of publication; without it only dates written out with their year resolve.
        future: the clause speaks of what is to come: a bare weekday or a day without a year then lies ahead. None
            where the clause has no tense (`اجتماع في أيلول`): as False, but a month near at hand is left unknown.
    """
    return days_of(phrase.meaning, published, future=future)


def days_of(meaning: Meaning, published: date | None, *, future: bool | None) -> Period | None:
    """The same for a meaning."""
    if published is not None and published.year not in _SANE_YEARS:
        published = None
    try:
        return _days(meaning, published, future=future)
    except (ValueError, OverflowError):  # `منذ 9000 عام`: before or after all that a calendar holds
        return None


def _days(meaning: Meaning, published: date | None, *, future: bool | None) -> Period | None:
    match meaning:
        case CalendarDate():
            return calendar_date(meaning, published, future=future)
        case Year():
            return year(meaning, published)
        case Season():
            return season(meaning, published)
        case Nth():
            return _nth(meaning, published, future=future)
        case Between():
            return _between(meaning, published, future=future)
        case Unknown():
            return None
    return None if published is None else _relative(meaning, published, future=future)


def _nth(meaning: Nth, published: date | None, *, future: bool | None) -> Period | None:
    """A part of a longer period by its number, or the day of the month that it is as well."""
    written = None if meaning.written is None else days_of(meaning.written, published, future=future)
    if written is not None:
        return written
    whole = days_of(meaning.of, published, future=future)
    return None if whole is None else nth(meaning, whole)


def _relative(meaning: Relative, published: date, *, future: bool | None) -> Period | None:
    """What is counted from the day of publication."""
    match meaning:
        case Weekday():
            return _weekday(meaning, published, future=future)
        case DayOffset():
            return _day_offset(meaning, published)
        case Span():
            return span(meaning, published)
        case Distance():
            return _distance(meaning, published, future=future)
        case Window():
            return window(meaning, published)
        case Since():
            return _since(meaning, published)
        case Until():
            return _until(meaning, published) if future else None
        case Agreed():
            return _agreed(meaning, published, future=future)


def _weekday(meaning: Weekday, published: date, *, future: bool | None) -> Period:
    today = published.isoweekday()
    back, forth = (today - meaning.number) % 7, (meaning.number - today) % 7
    this_week = published + days(meaning.number - today)
    if meaning.week is not None:
        day = this_week + days(7 * meaning.week)
    elif meaning.shift is None:
        day = published + days(forth) if future else published - days(back)
    elif meaning.shift == 0:
        day = this_week
    elif meaning.shift < 0:
        day = published - days((back or 7) + 7 * (-meaning.shift - 1))
    else:
        day = published + days((forth or 7) + 7 * (meaning.shift - 1))
    return Period(day + days(meaning.later))


def _day_offset(meaning: DayOffset, published: date) -> Period | None:
    day = published + days(meaning.days)
    if meaning.weekday is None:
        return Period(day)
    near = (day + days(shift) for shift in (0, -1, 1))
    return next((Period(other) for other in near if other.isoweekday() == meaning.weekday), None)


def _distance(meaning: Distance, published: date, *, future: bool | None) -> Period | None:
    """Only days are counted exactly: "two months ago" names no day."""
    if meaning.unit != Unit.DAY or (meaning.count > 0 and not future):
        return None
    return Period(published + days(meaning.count))


def _edge(meaning: Meaning, published: date, *, future: bool) -> Period | None:
    """As `days_of`, but the middle of a month is its 15th: a period begins or ends on it."""
    found = days_of(meaning, published, future=future)
    if found is not None and isinstance(meaning, CalendarDate | Span) and meaning.part == Part.MIDDLE:
        return Period(found.start + days(4))
    return found


def _since(meaning: Since, published: date) -> Period | None:
    if isinstance(meaning.start, Distance):
        unit = {Unit.DAY: 1, Unit.WEEK: 7}.get(meaning.start.unit)
        return None if unit is None else Period(published + days(unit * meaning.start.count), published)
    found = _edge(meaning.start, published, future=False)
    return None if found is None or found.start > published else period(found.start, published)


def _until(meaning: Until, published: date) -> Period | None:
    found = _edge(meaning.end, published, future=True)
    return None if found is None or found.last < published else period(published, found.last)


def _between(meaning: Between, published: date | None, *, future: bool | None) -> Period | None:
    first = days_of(meaning.first, published, future=future)
    if first is None:
        return None
    ahead = published is not None and first.start >= published
    last = days_of(meaning.last, published, future=ahead or future)
    if last is None:
        return None
    start, end = first.start, last.last
    if start > end and isinstance(meaning.first, Weekday) and isinstance(meaning.last, Weekday):
        if ahead:
            end += days(7)
        elif meaning.last.shift is not None:
            start -= days(7)
    return period(start, end) if start <= end else None


def _agreed(meaning: Agreed, published: date, *, future: bool | None) -> Period | None:
    first = days_of(meaning.first, published, future=future)
    named = meaning.second
    if first is not None and isinstance(named, CalendarDate) and named.year is None:
        named = replace(named, year=first.start.year, shift=None, year_shift=None)
    second = days_of(named, published, future=future)
    if first is None or second is None:
        return None
    return second if abs((second.start - first.start).days) <= 1 else None
