"""What a date phrase means, as frozen values, and the days it covers for a given publication date.

The conventions, where Arabic leaves a choice:

* weeks run Monday to Sunday; the start of a week is its Monday and Tuesday, its end is the whole week;
* `مطلع`, `أوائل` and `بداية` of a month are its first ten days, `منتصف` the 11th to the 20th, `أواخر` from the 21st;
  `نهاية` is the last day while still to come and like `أواخر` once past; of a year only its start (January) and end
  (the last day to come, or December) are dates, for the rest is too vague;
* a year that is not written is that of the last such date, of the next one in the future tense; a day that has just
  gone by, or is at hand, on the other side is left unknown, and so is a month where the tense is (`future=None`);
* "since" runs to the day of publication, "until" and "before" run from it and need a clause in the future tense;
* two words for one day that disagree by more than a day cancel each other; else the weekday or the full date counts.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from hijridate import Gregorian, Hijri

from syria_events.model import Period

Unit: TypeAlias = Literal["hour", "day", "week", "month", "year"]
Part: TypeAlias = Literal["", "start", "early", "middle", "late", "end", "half-1", "half-2"]

FEW_DAYS_PAST = 3  # `الأيام القليلة الماضية`: three days back, to the day of publication
FEW_DAYS_AHEAD = 7  # `الأيام القليلة المقبلة`: the week that begins tomorrow

_SOON = 21  # days: a year-less day so near on the side the tense does not tell leaves both in doubt
_SANE_YEARS = range(1800, 2200)  # a publication date outside them is no date
_CURRENT = 31  # `28 فبراير الجاري` may be printed on 1 March


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, month or part of a month by its number.

    Args:
        month: 1 to 12, or None for `10 الجاري`, where `shift` counts months from that of publication.
        year: as written; None with `year_shift` for `من العام الماضي`, both None where no year is said.
        shift: -1 for `الماضي`, 0 for `الجاري`, 1 for `المقبل`.
        weekday: ISO number of a weekday named beside it; must agree.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    hijri: bool = False
    shift: int | None = None
    year_shift: int | None = None
    weekday: int | None = None
    part: Part = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number, or with a shift from the year of publication; `quarter` is 1 to 4."""

    year: int | None = None
    shift: int | None = None
    hijri: bool = False
    part: Part = ""
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from `first`, of a year, of a year counted from that of publication, or the last or next such."""

    first: int
    year: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by its ISO number; `week` is set for `الأحد من الأسبوع المقبل`; `later` is a second one days after."""

    number: int
    shift: int | None = None
    week: int | None = None
    later: int = 0


@dataclass(frozen=True, slots=True)
class DayOffset:
    """A day counted from that of publication, with the weekday named beside it."""

    days: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A whole week or month, or a part of one, counted from that of publication."""

    unit: Unit
    shift: int
    part: Part = ""


@dataclass(frozen=True, slots=True)
class Distance:
    """`قبل ثلاثة أيام` (negative count) or `بعد يومين`."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Window:
    """`الأيام الثلاثة الماضية` (negative count), or the days to come; count 0 is "few"."""

    unit: Unit
    count: int
    ahead: bool


@dataclass(frozen=True, slots=True)
class Since:
    """From the start of another meaning to the day of publication."""

    start: "Meaning"


@dataclass(frozen=True, slots=True)
class Until:
    """From the day of publication to the end of another meaning, in the future tense only."""

    end: "Meaning"


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one meaning to the end of another."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Agreed:
    """Two names of one day: `اليوم (22 مارس)`; the second is the more exact."""

    first: "Meaning"
    second: "Meaning"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A date told against something else in the text (`العام نفسه`), or too vague."""


Relative: TypeAlias = Weekday | DayOffset | Span | Distance | Window | Since | Until | Agreed
Meaning: TypeAlias = CalendarDate | Year | Season | Between | Relative | Unknown


def days_of(meaning: Meaning, published: date | None, *, future: bool | None = False) -> Period | None:
    """The days a meaning covers, or None where they cannot be told; see the module for the conventions."""
    try:
        return _days(meaning, published, future=future)
    except (ValueError, OverflowError):  # `منذ 9000 عام`: before or after all that a calendar holds
        return None


def _days(meaning: Meaning, published: date | None, *, future: bool | None) -> Period | None:
    if published is not None and published.year not in _SANE_YEARS:
        published = None
    match meaning:
        case CalendarDate():
            return _calendar_date(meaning, published, future=future)
        case Year():
            return _year(meaning, published)
        case Season():
            return _season(meaning, published)
        case Between():
            return _between(meaning, published, future=future)
        case Unknown():
            return None
    if published is None:
        return None
    match meaning:
        case Weekday():
            return _weekday(meaning, published, future=future)
        case DayOffset():
            return _day_offset(meaning, published)
        case Span():
            return _span(meaning, published)
        case Distance():
            return _distance(meaning, published, future=future)
        case Window():
            return _window(meaning, published)
        case Since():
            return _since(meaning, published)
        case Until():
            return _until(meaning, published) if future else None
        case Agreed():
            return _agreed(meaning, published, future=future)


def last_day(period: Period) -> date:
    """The last day of a period."""
    return period.start if period.end is None else period.end


def _period(start: date, end: date) -> Period:
    return Period(start, end if end > start else None)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    end = _month_end(index // 12, index % 12 + 1)
    return end.replace(day=min(day.day, end.day))


def _part_of_month(start: date, end: date, part: Part, published: date | None) -> Period:
    tenth, twentieth = start + timedelta(days=9), start + timedelta(days=19)
    match part:
        case "start" | "early":
            return Period(start, tenth)
        case "middle":
            return Period(tenth + timedelta(days=1), twentieth)
        case "half-1":
            return Period(start, start + timedelta(days=14))
        case "half-2":
            return Period(start + timedelta(days=15), end)
        case "end" if published is not None and end > published:
            return Period(end)
        case "late" | "end":
            return Period(twentieth + timedelta(days=1), end)
    return Period(start, end)


def _gregorian(meaning: CalendarDate, year: int, published: date | None) -> Period | None:
    """The date in one given year, or None if that year lacks it."""
    month = meaning.month
    if month is None:
        return None
    try:
        if meaning.hijri:
            start = Hijri(year, month, 1).to_gregorian()
            length = Hijri(year, month, 1).month_length()
            first = date(start.year, start.month, start.day)
            end = first + timedelta(days=length - 1)
            if meaning.day is not None:
                return Period(first + timedelta(days=meaning.day - 1)) if meaning.day <= length else None
        else:
            first, end = date(year, month, 1), _month_end(year, month)
            if meaning.day is not None:
                return Period(date(year, month, meaning.day))
    except (ValueError, OverflowError):  # no such day, or outside the tables of hijridate (1343 to 1500)
        return None
    return _part_of_month(first, end, meaning.part, published)


def _hijri_year(day: date) -> int | None:
    try:
        return Gregorian(day.year, day.month, day.day).to_hijri().year
    except (ValueError, OverflowError):
        return None


def _calendar_date(meaning: CalendarDate, published: date | None, *, future: bool | None) -> Period | None:
    if meaning.month is None:
        if published is None:
            return None
        month = _add_months(published.replace(day=1), meaning.shift or 0)
        meaning = replace(meaning, month=month.month, year=month.year, shift=None)
    year = meaning.year
    own_calendar = not meaning.hijri or year is None or year < 1600
    if year is None and published is not None and meaning.year_shift is not None:
        this = _hijri_year(published) if meaning.hijri else published.year
        year = None if this is None else this + meaning.year_shift
    if year is not None:
        years = (year,) if own_calendar else _hijri_years(year)
        found = [period for number in years if (period := _gregorian(meaning, number, published)) is not None]
        if not own_calendar:
            found = [period for period in found if period.start.year == year]
        found = [period for period in found if _falls_on(period, meaning.weekday)]
        return found[0] if len(found) == 1 else None
    if published is None:
        return None
    this = _hijri_year(published) if meaning.hijri else published.year
    if this is None:
        return None
    near = [_gregorian(meaning, number, published) for number in range(this - 2, this + 3)]
    candidates = [period for period in near if period is not None and _falls_on(period, meaning.weekday)]
    if meaning.weekday is not None:  # the weekday beside it settles the year
        close = [period for period in candidates if abs((period.start - published).days) <= 366]
        return close[0] if len(close) == 1 else None
    return _shifted(candidates, published, meaning.shift, future=future)


def _hijri_years(year: int) -> tuple[int, ...]:
    """The Hijri years that touch a Gregorian one."""
    ends = (_hijri_year(date(year, 1, 1)), _hijri_year(date(year, 12, 31)))
    return tuple(sorted({end for end in ends if end is not None} | {end - 1 for end in ends[1:] if end is not None}))


def _falls_on(period: Period, weekday: int | None) -> bool:
    return weekday is None or (period.end is None and period.start.isoweekday() == weekday)


def _shifted(candidates: list[Period], published: date, shift: int | None, *, future: bool | None) -> Period | None:
    """The candidate (one for each year, in order) that `الماضي`, `الجاري`, `المقبل` or the tense picks."""
    current = [period for period in candidates if period.start <= published <= last_day(period)]
    past = [period for period in candidates if last_day(period) < published]
    ahead = [period for period in candidates if period.start > published]
    match shift:
        case -1:
            return past[-1] if past and not current else None
        case 1:
            return ahead[0] if ahead and not current else None
        case 0:
            close = [p for p in candidates if p.end is None and abs((p.start - published).days) <= _CURRENT]
            months = [p for p in candidates if p.end is not None and _same_month(p, published)]
            found = current or close or months
            return found[0] if len(found) == 1 else None
        case None:
            return current[0] if current else _nearest(past, ahead, published, future=future)
    return None


def _same_month(period: Period, published: date) -> bool:
    return (period.start.year, period.start.month) == (published.year, published.month)


def _nearest(past: list[Period], ahead: list[Period], published: date, *, future: bool | None) -> Period | None:
    """A date without a year: the last, or in the future tense the next, within a year.

    News rarely leaves out the year of a day eleven months away, so a day near at hand on the other side is a doubt;
    of a month only where the tense is unknown.
    """
    last, following = (past[-1] if past else None), (ahead[0] if ahead else None)
    back = (published - last_day(last)).days if last is not None else None
    forth = (following.start - published).days if following is not None else None
    own, other, chosen = (forth, back, following) if future else (back, forth, last)
    if chosen is None or own is None or own > 366:
        return None
    near = other is not None and other <= _SOON < own
    in_doubt = near and (chosen.end is None or future is None)
    return None if in_doubt else chosen


def _year(meaning: Year, published: date | None) -> Period | None:
    year = meaning.year
    if meaning.hijri and year is not None:
        first = _gregorian(CalendarDate(1, 1, hijri=True), year, published)
        after = _gregorian(CalendarDate(1, 1, hijri=True), year + 1, published)
        if first is None or after is None or meaning.part:
            return None
        return Period(first.start, after.start - timedelta(days=1))
    if year is None and published is not None and meaning.shift is not None:
        year = published.year + meaning.shift
    if year is None or not date.min.year < year < date.max.year:
        return None
    first_month, last_month = 1, 12
    if meaning.quarter is not None:
        first_month, last_month = meaning.quarter * 3 - 2, meaning.quarter * 3
    match meaning.part:
        case "start":
            last_month = 1
        case "end":
            end = date(year, 12, 31)
            if published is not None and end > published:
                return Period(end)
            first_month = 12
        case "half-1":
            last_month = 6
        case "half-2":
            first_month = 7
        case "early" | "middle" | "late":
            return None
    return Period(date(year, first_month, 1), _month_end(year, last_month))


def _season(meaning: Season, published: date | None) -> Period | None:
    def of_year(year: int) -> Period:
        start = date(year, meaning.first, 1)
        last = _add_months(start, 2)
        return Period(start, _month_end(last.year, last.month))

    year = meaning.year
    if published is not None and meaning.year_shift is not None:
        year = published.year + meaning.year_shift
    if year is not None:
        if meaning.first == 12 and meaning.until != year + 1:
            return None  # the winter of one year may be either of two
        return of_year(year)
    if published is None or meaning.shift is None:
        return None
    seasons = [of_year(published.year + shift) for shift in range(-2, 3)]
    past = [season for season in seasons if last_day(season) < published]
    ahead = [season for season in seasons if season.start > published]
    current = [season for season in seasons if season.start <= published <= last_day(season)]
    match meaning.shift:
        case -1:
            return past[-1]
        case 1:
            return ahead[0]
        case 0 if current:
            return current[0]
    return None


def _weekday(meaning: Weekday, published: date, *, future: bool | None) -> Period:
    today = published.isoweekday()
    back, forth = (today - meaning.number) % 7, (meaning.number - today) % 7
    monday = published - timedelta(days=today - 1)
    if meaning.week is not None:
        day = monday + timedelta(days=7 * meaning.week + meaning.number - 1)
    elif meaning.shift is None:
        day = published + timedelta(days=forth) if future else published - timedelta(days=back)
    elif meaning.shift == 0:
        day = monday + timedelta(days=meaning.number - 1)
    elif meaning.shift < 0:
        day = published - timedelta(days=(back or 7) + 7 * (-meaning.shift - 1))
    else:
        day = published + timedelta(days=(forth or 7) + 7 * (meaning.shift - 1))
    return Period(day + timedelta(days=meaning.later))


def _day_offset(meaning: DayOffset, published: date) -> Period | None:
    day = published + timedelta(days=meaning.days)
    if meaning.weekday is None:
        return Period(day)
    near = (day + timedelta(days=shift) for shift in (0, -1, 1))
    return next((Period(other) for other in near if other.isoweekday() == meaning.weekday), None)


def _span(meaning: Span, published: date) -> Period | None:
    if meaning.unit == "month":
        start = _add_months(published.replace(day=1), meaning.shift)
        return _part_of_month(start, _month_end(start.year, start.month), meaning.part, published)
    if meaning.unit != "week":
        return None
    monday = published - timedelta(days=published.isoweekday() - 1) + timedelta(days=7 * meaning.shift)
    match meaning.part:
        case "" | "end" | "late":
            return Period(monday, monday + timedelta(days=6))
        case "start" | "early":
            return Period(monday, monday + timedelta(days=1))
    return None


def _distance(meaning: Distance, published: date, *, future: bool | None) -> Period | None:
    """Only days are counted exactly: "two months ago" names no day."""
    if meaning.unit != "day" or (meaning.count > 0 and not future):
        return None
    return Period(published + timedelta(days=meaning.count))


def _window(meaning: Window, published: date) -> Period | None:
    count = meaning.count
    tomorrow = published + timedelta(days=1)
    match meaning.unit:
        case "hour":
            if count == 0 or count % 24 or meaning.ahead:
                return None
            return Period(published - timedelta(days=count // 24), published)
        case "day" if count == 0:
            count = FEW_DAYS_AHEAD if meaning.ahead else FEW_DAYS_PAST
        case "week":
            count *= 7
        case "month" | "year" if count:
            months = count * (12 if meaning.unit == "year" else 1)
            if meaning.ahead:
                return Period(tomorrow, _add_months(published, months))
            return Period(_add_months(published, -months), published)
    if count == 0 or meaning.unit not in ("day", "week"):
        return None
    if meaning.ahead:
        return _period(tomorrow, published + timedelta(days=count))
    return Period(published - timedelta(days=count), published)


def _edge(meaning: Meaning, published: date, *, future: bool | None) -> Period | None:
    """As `days_of`, but the middle of a month is its 15th: a period begins or ends on it."""
    found = days_of(meaning, published, future=future)
    if found is not None and isinstance(meaning, (CalendarDate, Span)) and meaning.part == "middle":
        return Period(found.start + timedelta(days=4))
    return found


def _since(meaning: Since, published: date) -> Period | None:
    if isinstance(meaning.start, Distance):
        days = {"day": 1, "week": 7}.get(meaning.start.unit)
        return None if days is None else Period(published + timedelta(days=days * meaning.start.count), published)
    found = _edge(meaning.start, published, future=False)
    return None if found is None or found.start > published else _period(found.start, published)


def _until(meaning: Until, published: date) -> Period | None:
    found = _edge(meaning.end, published, future=True)
    return None if found is None or last_day(found) < published else _period(published, last_day(found))


def _between(meaning: Between, published: date | None, *, future: bool | None) -> Period | None:
    first = days_of(meaning.first, published, future=future)
    if first is None:
        return None
    ahead = published is not None and first.start > published
    last = days_of(meaning.last, published, future=ahead or future)
    if last is None:
        return None
    start, end = first.start, last_day(last)
    if start > end and isinstance(meaning.first, Weekday) and isinstance(meaning.last, Weekday):
        if ahead:
            end += timedelta(days=7)
        elif meaning.last.shift is not None and meaning.last.shift < 0:
            start -= timedelta(days=7)
    return _period(start, end) if start <= end else None


def _agreed(meaning: Agreed, published: date, *, future: bool | None) -> Period | None:
    first = days_of(meaning.first, published, future=future)
    named = meaning.second
    if first is not None and isinstance(named, CalendarDate) and named.year is None and not named.hijri:
        named = replace(named, year=first.start.year, shift=None, year_shift=None)
    second = days_of(named, published, future=future)
    if first is None or second is None:
        return None
    return second if abs((second.start - first.start).days) <= 1 else None
