"""Months and days of either calendar, and the year where none is said."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from syria_events.dates.meanings import CalendarDate, Part, Period

_SOON = 21  # days: a year-less day so near on the side the tense does not tell leaves both in doubt
_CURRENT = 31  # days: `28 فبراير الجاري` may be printed on 1 March
_WITHIN = 366  # days: a date without a year, or with a weekday for it, is no farther away


def days(count: int) -> timedelta:
    """So many days."""
    return timedelta(days=count)


def period(start: date, end: date) -> Period:
    """From one day to another, or the day that both are."""
    return Period(start, end if end > start else None)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    end = month_end(index // 12, index % 12 + 1)
    return end.replace(day=min(day.day, end.day))


def part_of_month(start: date, end: date, part: Part | None, published: date | None) -> Period:
    """A part of the month with these first and last days."""
    match part:
        case Part.START | Part.EARLY:
            return Period(start, start + days(9))
        case Part.MIDDLE:
            return Period(start + days(10), start + days(19))
        case Part.FIRST_HALF:
            return Period(start, start + days(14))
        case Part.SECOND_HALF:
            return Period(start + days(15), end)
        case Part.END if published is not None and end > published:
            return Period(end)
        case Part.LATE | Part.END:
            return Period(start + days(20), end)
    return Period(start, end)


def calendar_date(meaning: CalendarDate, published: date | None, *, future: bool | None) -> Period | None:
    """The days of a calendar date; without the day of publication only of one with its year."""
    if meaning.month is None:
        if published is None or meaning.shift is None:
            return None
        month = add_months(published, meaning.shift)
        meaning = replace(meaning, month=month.month, year=month.year, shift=None)
    year = meaning.year
    if year is None and published is not None and meaning.year_shift is not None:
        year = _shifted_year(meaning, published, meaning.year_shift)
    if year is not None:
        return _in_year(meaning, year, published)
    return None if published is None else _without_year(meaning, published, future=future)


def _shifted_year(meaning: CalendarDate, published: date, shift: int) -> int | None:
    this = _year_of(published, hijri=meaning.hijri)
    return None if this is None else this + shift


def _in_year(meaning: CalendarDate, year: int, published: date | None) -> Period | None:
    """The date in a year of its own calendar, or a Hijri month in the common year that it touches once."""
    foreign = meaning.hijri and year >= 1600
    years = _hijri_years(year) if foreign else range(year, year + 1)
    found = [period for number in years if (period := in_year(meaning, number, published)) is not None]
    if foreign:
        found = [period for period in found if period.start.year == year]
    found = [period for period in found if _falls_on(period, meaning.weekday)]
    return found[0] if len(found) == 1 else None


def _without_year(meaning: CalendarDate, published: date, *, future: bool | None) -> Period | None:
    this = _year_of(published, hijri=meaning.hijri)
    if this is None:
        return None
    near = [in_year(meaning, number, published) for number in range(this - 2, this + 3)]
    candidates = [period for period in near if period is not None and _falls_on(period, meaning.weekday)]
    if meaning.weekday is not None:  # the weekday beside it settles the year
        close = [period for period in candidates if abs((period.start - published).days) <= _WITHIN]
        return close[0] if len(close) == 1 else None
    return _shifted(candidates, published, meaning.shift, future=future)


def in_year(meaning: CalendarDate, year: int, published: date | None) -> Period | None:
    """The date in a year of its own calendar; None if that year lacks it, or is outside the tables of hijridate."""
    month = meaning.month
    if month is None:
        return None
    try:
        if meaning.hijri:
            start = Hijri(year, month, 1).to_gregorian()
            first = date(start.year, start.month, start.day)
            end = first + days(Hijri(year, month, 1).month_length() - 1)
        else:
            first, end = date(year, month, 1), month_end(year, month)
    except (ValueError, OverflowError):
        return None
    if meaning.day is None:
        return part_of_month(first, end, meaning.part, published)
    day = first + days(meaning.day - 1)
    return Period(day) if day <= end else None


def _year_of(day: date, *, hijri: bool) -> int | None:
    """The year that a day is in; None outside the tables of hijridate (1343 to 1500)."""
    if not hijri:
        return day.year
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def _hijri_years(year: int) -> range:
    """The Hijri years that touch a Gregorian one; none outside the tables of hijridate."""
    first, last = (_year_of(day, hijri=True) for day in (date(year, 1, 1), date(year, 12, 31)))
    return range(0) if first is None or last is None else range(first, last + 1)


def _falls_on(period: Period, weekday: int | None) -> bool:
    return weekday is None or period.start.isoweekday() == weekday


def _shifted(candidates: list[Period], published: date, shift: int | None, *, future: bool | None) -> Period | None:
    """The candidate (one for each year, in order) that `الماضي`, `الجاري`, `المقبل` or the tense picks."""
    current = [period for period in candidates if period.start <= published <= period.last]
    past = [period for period in candidates if period.last < published]
    ahead = [period for period in candidates if period.start > published]
    match shift:
        case -1:
            return past[-1] if past and not current else None
        case 1:
            return ahead[0] if ahead and not current else None
        case 0:
            return next((period for period in candidates if _is_current(period, published)), None)
        case None:
            return current[0] if current else _nearest(past, ahead, published, future=future)
    return None


def _is_current(period: Period, published: date) -> bool:
    """Whether `الجاري` may be said of it: a day near at hand, or a part of the month of publication."""
    if period.end is None and abs((period.start - published).days) <= _CURRENT:
        return True
    return (period.start.year, period.start.month) == (published.year, published.month)


def _nearest(past: list[Period], ahead: list[Period], published: date, *, future: bool | None) -> Period | None:
    """A date without a year: the last, or in the future tense the next, within a year.

    News rarely leaves out the year of a day eleven months away, so a day near at hand on the other side is a doubt;
    of a month only where the tense is unknown.
    """
    last, following = (past[-1] if past else None), (ahead[0] if ahead else None)
    back = (published - last.last).days if last is not None else None
    forth = (following.start - published).days if following is not None else None
    own, other, chosen = (forth, back, following) if future else (back, forth, last)
    if chosen is None or own is None or own > _WITHIN:
        return None
    near = other is not None and other <= _SOON
    in_doubt = near and (chosen.end is None or future is None)
    return None if in_doubt else chosen
