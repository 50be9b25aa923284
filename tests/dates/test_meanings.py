"""What meanings say of themselves, and days that no phrase of the table leads to."""

from datetime import date

import pytest

from syria_events.dates import DatePhrase, Kind, Period, resolve
from syria_events.dates.meanings import (
    Agreed,
    Between,
    CalendarDate,
    DayOffset,
    Distance,
    Meaning,
    Part,
    Season,
    Since,
    Span,
    Unit,
    Unknown,
    Until,
    Weekday,
    Window,
    Year,
    has_day,
    kind_of,
)


@pytest.mark.parametrize(
    ("meaning", "kind", "day"),
    [
        (CalendarDate(10, 3, 2021), Kind.ABSOLUTE, True),
        (CalendarDate(month=3, year=2021), Kind.ABSOLUTE, False),
        (CalendarDate(10, 3), Kind.DAY_MONTH, True),
        (CalendarDate(10, shift=0), Kind.DAY_OF_MONTH, True),
        (CalendarDate(month=3), Kind.MONTH, False),
        (Year(2011), Kind.YEAR, False),
        (Season(9, 2015), Kind.SEASON, False),
        (Weekday(7), Kind.WEEKDAY, True),
        (DayOffset(-1), Kind.RELATIVE_DAY, True),
        (Agreed(DayOffset(0), CalendarDate(22, 3)), Kind.DAY_MONTH, True),
        (Span(Unit.MONTH, -1), Kind.RELATIVE_PERIOD, False),
        (Distance(Unit.DAY, -2), Kind.DISTANCE, False),
        (Window(Unit.DAY, 3, ahead=False), Kind.WINDOW, False),
        (Since(Weekday(7)), Kind.SINCE, False),
        (Until(Weekday(7)), Kind.UNTIL, False),
        (Between(Weekday(6), Weekday(7)), Kind.RANGE, True),
        (Between(Year(2011), Year(2014)), Kind.RANGE, False),
        (Unknown(), Kind.UNKNOWN, False),
    ],
)
def test_kinds(meaning: Meaning, kind: Kind, day: bool) -> None:
    assert (kind_of(meaning), has_day(meaning)) == (kind, day)
    assert DatePhrase(0, 1, "x", meaning).kind == kind


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        (CalendarDate(10, 3), False),
        (CalendarDate(10, 3, 2021), True),
        (CalendarDate(10, 3, shift=0), True),
        (CalendarDate(10, 3, year_shift=0), True),
    ],
)
def test_whose_year_it_is(meaning: CalendarDate, told: bool) -> None:
    assert meaning.tells_year == told


def test_a_phrase_in_a_longer_text() -> None:
    phrase = DatePhrase(1, 4, "أمس", DayOffset(-1), ("date.lead", "date.weekday"))
    assert phrase.moved(10) == DatePhrase(11, 14, "أمس", DayOffset(-1), ("date.lead", "date.weekday"))
    assert phrase.rule == "date.lead"
    assert DatePhrase(0, 3, "أمس", DayOffset(-1)).rule == ""


def test_the_last_day_of_a_period() -> None:
    first, last = date(2025, 3, 1), date(2025, 3, 2)
    assert (Period(first).last, Period(first, last).last) == (first, last)


@pytest.mark.parametrize(
    ("published", "told"),
    [(date(1799, 12, 31), False), (date(1800, 1, 2), True), (date(2199, 12, 30), True), (date(2200, 1, 1), False)],
)
def test_a_publication_date_outside_two_centuries_is_none(published: date, told: bool) -> None:
    assert (resolve(DatePhrase(0, 3, "أمس", DayOffset(-1)), published) is not None) == told


@pytest.mark.parametrize(
    "meaning",
    [
        CalendarDate(10),
        CalendarDate(),
        Year(part=Part.START),
        Season(6),
        Span(Unit.YEAR, 0),
        Span(Unit.DAY, 0),
        Window(Unit.HOUR, 0, ahead=False),
        Year(1),
        Year(9999),
        Between(Unknown(), Weekday(7)),
        Between(Weekday(7), Unknown()),
        Agreed(DayOffset(0), Unknown()),
        Agreed(Unknown(), DayOffset(0)),
    ],
)
def test_what_names_no_days(meaning: Meaning) -> None:
    assert resolve(DatePhrase(0, 1, "x", meaning), date(2025, 3, 12)) is None
