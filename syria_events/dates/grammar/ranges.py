"""Ranges since, until or after a date, and from one date to another."""

from collections.abc import Iterator

from syria_events.dates.grammar.cursor import Cursor, Production, Read, apply, longer, longest
from syria_events.dates.grammar.days import DAYS
from syria_events.dates.grammar.joining import joined
from syria_events.dates.grammar.months import calendar_date, dated, month_pair, numeric_month
from syria_events.dates.grammar.nth import NTH
from syria_events.dates.grammar.periods import PERIODS, counted_window, last_window, quarter, this_quarter, window
from syria_events.dates.grammar.pieces import day_number
from syria_events.dates.grammar.seasons import SEASONS
from syria_events.dates.grammar.years import DECADES, YEARS, any_year
from syria_events.dates.meanings import Between, CalendarDate, Meaning, Since, Unknown, Until, Weekday, has_day
from syria_events.provenance import rule

# every date that needs no other
DATES: tuple[Production, ...] = (
    *NTH, *DAYS, *PERIODS, quarter, this_quarter, *YEARS, *DECADES, *SEASONS, window, counted_window, last_window,
    month_pair, numeric_month,
)  # fmt: skip


def date(text: Cursor, index: int) -> Read[Meaning] | None:
    """The longest date without `منذ` and its like."""
    return longer(longest(DATES, text, index), dated(text, index))


@rule("date.since", "منذ الأحد")
def since(text: Cursor, index: int) -> Read[Meaning] | None:
    """From a date to that of publication."""
    if (start := text.skip(index, "since")) is None or (read := date(text, start)) is None:
        return None
    return Read(read.meaning if isinstance(read.meaning, Unknown) else Since(read.meaning), read.after, read.rules)


@rule("date.since-until", "منذ 3 يناير وحتى 25 فبراير")
def since_until(text: Cursor, index: int) -> Read[Meaning] | None:
    """From a date to another."""
    if (start := text.skip(index, "since")) is None or (first := date(text, start)) is None:
        return None
    comma = first.after + (text.form(first.after) == "،")
    if (to := text.skip(comma + (text.form(comma) == "و"), "end")) is None or (last := date(text, to)) is None:
        return None
    return Read(joined(first.meaning, last.meaning), last.after, first.rules + last.rules)


@rule("date.until", "حتى الأحد")
def until(text: Cursor, index: int) -> Read[Meaning] | None:
    """From the day of publication to a date."""
    if (start := text.skip(index, "until")) is None or (read := date(text, start)) is None:
        return None
    return Read(Until(read.meaning), read.after, read.rules)


@rule("date.after", "بعد الأحد")
def after(text: Cursor, index: int) -> Read[Unknown] | None:
    """Some time after a date: left unknown."""
    if (start := text.skip(index, "after")) is None or (read := date(text, start)) is None:
        return None
    return Read(Unknown(), read.after, read.rules)


@rule("date.range", "من 3 إلى 5 آذار")
def from_to(text: Cursor, index: int) -> Read[Meaning] | None:
    """From one date to another: `من عام 2011 إلى عام 2014`."""
    start = text.skip(index, "start")
    return None if start is None else _range(text, start, and_=False)


@rule("date.between", "بين الأحد والثلاثاء")
def between(text: Cursor, index: int) -> Read[Meaning] | None:
    """Between one date and another."""
    start = text.skip(index, "between")
    return None if start is None else _range(text, start, and_=True)


@rule("date.bare-range", "3 إلى 5 حزيران")
def bare_range(text: Cursor, index: int) -> Read[Meaning] | None:
    """From one day to another without a word before them: `13 تموز - 15 تموز`; also `من 11-13 كانون الثاني`."""
    start = text.past(index, "start")
    day = day_number(text, start)
    if day is None:
        return None
    full = dated(text, start)
    if full is not None and isinstance(full.meaning, CalendarDate) and full.meaning.day is not None:
        first = Read[Meaning](full.meaning, full.after, full.rules)
    elif not day.spelled:
        first = Read[Meaning](CalendarDate(day.day), day.after)
    else:
        return None
    to = first.after + 1 if text.form(first.after) in {"-", "–"} else text.skip(first.after, "end")
    if to is None or (last := dated(text, to)) is None or not has_day(last.meaning):
        return None
    meaning = joined(first.meaning, last.meaning)
    return None if isinstance(meaning, Unknown) else Read(meaning, last.after, first.rules + last.rules)


def _range(text: Cursor, index: int, *, and_: bool) -> Read[Meaning] | None:
    """The first date at an index that another one follows, behind `إلى` or, if it may, `و`."""
    for first in _beginnings(text, index):
        conjunction = text.form(first.after) == "و"
        to = first.after + 1 if and_ and conjunction else text.skip(first.after + conjunction, "end")
        if to is None or (last := _end(text, to)) is None:
            continue
        meaning = joined(first.meaning, last.meaning)
        if not isinstance(meaning, Unknown):
            return Read(meaning, last.after, first.rules + last.rules)
    return None


def _end(text: Cursor, index: int) -> Read[Meaning] | None:
    """The longest date that a range may end with."""
    return longer(longer(date(text, index), calendar_date(text, index, sure=True)), apply(any_year, text, index))


def _beginnings(text: Cursor, index: int) -> Iterator[Read[Meaning]]:
    """What a range may begin with, the fullest first; a day may lack its month."""
    weekday = text.find(index, text.words.weekdays)  # `بين الاثنين` alone is "between the two"
    for read in (
        date(text, index),
        calendar_date(text, index, sure=True),
        apply(any_year, text, index),
        None if weekday is None else Read(Weekday(weekday[0]), weekday[1]),
    ):
        if read is not None and not isinstance(read.meaning, Unknown | Between):
            yield read
    day = day_number(text, index)
    if day is not None:
        yield Read(CalendarDate(day.day), day.after)


RANGES: tuple[Production, ...] = (since, since_until, until, after, from_to, between, bare_range)
