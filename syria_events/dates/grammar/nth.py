"""Weekdays, days, weeks and months by their number within a longer period: `ثاني أحد من آذار`, `آخر أسبوع في يونيو`."""

from dataclasses import replace
from typing import NamedTuple

from syria_events.dates.grammar.cursor import Cursor, Production, Read, apply, longer, longest
from syria_events.dates.grammar.months import any_month
from syria_events.dates.grammar.periods import PERIODS, is_other_unit
from syria_events.dates.grammar.pieces import count, definite_count
from syria_events.dates.grammar.years import any_year, year
from syria_events.dates.meanings import CalendarDate, Meaning, Nth, Span, Unit, Unknown, Year
from syria_events.dates.words import Form
from syria_events.provenance import rule

_WEEKDAYS = 5  # no month has more of one
_LAST = -1


class Counted(NamedTuple):
    """What is counted within a period, and the index behind it."""

    nth: Nth
    after: int


@rule("date.nth", "ثاني أحد من آذار 2017")
def nth(text: Cursor, index: int) -> Read[Meaning] | None:
    """The ordinal before what is counted: `أول أسبوع في يونيو`, `آخر ثلاثة أيام من الشهر الماضي`."""
    return _within(text, _ordinal_first(text, index))


@rule("date.nth-behind", "الأحد الأول من آذار")
def nth_behind(text: Cursor, index: int) -> Read[Meaning] | None:
    """The ordinal behind what is counted: `الأسبوع الأخير من الشهر`, `الأشهر الثلاثة الأولى من عام 2017`."""
    counted = _ordinal_last(text, index)
    read = _within(text, counted)
    if read is None or counted is None or not isinstance(read.meaning, Nth):
        return read
    month = read.meaning.of
    if counted.nth.weekday is None or counted.nth.which == _LAST or not isinstance(month, CalendarDate):
        return read
    # `الأحد الرابع من آذار` is also the Sunday that is the fourth
    written = replace(month, day=counted.nth.which, weekday=counted.nth.weekday)
    return read._replace(meaning=replace(read.meaning, written=written))


@rule("date.last-day-of", "سلخ رمضان")
def last_day_of(text: Cursor, index: int) -> Read[Meaning] | None:
    """The last day of a month or year, in a genitive: `آخر أيام العام الماضي`."""
    for name, which in (("last_day", _LAST), ("first_day", 1)):
        start = text.skip(index, name)
        if start is not None and (read := _container(text, start)) is not None and not _is_month(read.meaning):
            return _of(Nth(which, Unit.DAY, Unknown()), read)
        if start is not None and which == _LAST and read is not None:
            return _of(Nth(which, Unit.DAY, Unknown()), read)
    return None


@rule("date.third", "الثلث الأول من أبريل 2017")
def third(text: Cursor, index: int) -> Read[Meaning] | None:
    """A third of a month or year: left unknown, so that no date is read from its words in part."""
    if (start := text.skip(index, "third")) is None or (which := _ordinal(text, start)) is None:
        return None
    if not text.is_in(which[1], "of") or (read := _container(text, which[1] + 1)) is None:
        return None
    return Read(Unknown(), read.after, read.rules)


def _is_month(meaning: Meaning) -> bool:
    return isinstance(meaning, CalendarDate)


def _within(text: Cursor, counted: Counted | None) -> Read[Meaning] | None:
    """What is counted, with the period behind `من` or `في`."""
    if counted is None or not text.is_in(counted.after, "of"):
        return None
    read = _container(text, counted.after + 1)
    return None if read is None else _of(counted.nth, read)


def _of(counted: Nth, read: Read[Meaning]) -> Read[Meaning]:
    """The part of a period; unknown where the period is, or has no such part."""
    of = read.meaning
    too_long = counted.unit == Unit.MONTH and not isinstance(of, Year)
    meaning = of if isinstance(of, Unknown) else Unknown() if too_long else replace(counted, of=of)
    return Read(meaning, read.after, read.rules)


def _ordinal_first(text: Cursor, index: int) -> Counted | None:
    """`ثاني أحد`, `آخر أسبوع`, `أول ثلاثة أيام`."""
    last = text.skip(index, "last")
    which = (_LAST, last) if last is not None else _bare_ordinal(text, index)
    if which is None:
        return None
    number, start = which
    weekday = text.words.weekdays.get((f"ال{text.form(start)}",))
    if weekday is not None:
        return Counted(Nth(number, Unit.DAY, Unknown(), weekday), start + 1)
    counted = count(text, start) if number in (1, _LAST) else None
    unit = text.find(start if counted is None else counted[1], text.words.units)
    if unit is None or unit[0].unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH):
        return None
    many = counted[0] if counted is not None else 2 if unit[0].form == Form.TWO else 1
    if (unit[0].form == Form.MANY and counted is None) or unit[0].form not in (Form.ONE, Form.TWO, Form.MANY):
        return None
    return Counted(Nth(number, unit[0].unit, Unknown(), count=many), unit[1])


def _bare_ordinal(text: Cursor, index: int) -> tuple[int, int] | None:
    """`أول`, `ثاني`: an ordinal without its article."""
    which = text.words.ordinals.get((f"ال{text.form(index)}",))
    return None if which is None or which > 10 else (which, index + 1)


def _ordinal_last(text: Cursor, index: int) -> Counted | None:
    """`الأحد الأول`, `اليوم الأخير`, `الأيام العشرة الأولى`."""
    weekday = text.find(index, text.words.weekdays)
    day = text.skip(index, "the_day")
    if weekday is not None or day is not None:
        which = _ordinal(text, weekday[1] if weekday is not None else day or index)
        if which is None or (weekday is not None and which[0] > _WEEKDAYS):
            return None
        return Counted(Nth(which[0], Unit.DAY, Unknown(), None if weekday is None else weekday[0]), which[1])
    if (unit := text.find(index, text.words.units)) is None:
        return None
    name, after = unit
    many = 1
    if name.form == Form.DEFINITE_MANY:
        if (number := definite_count(text, after)) is None:
            return None
        many, after = number
    elif name.form not in (Form.DEFINITE, Form.DEFINITE_TWO):
        return None
    which = _ordinal(text, after)
    if which is None or name.unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH):
        return None
    many = 2 if name.form == Form.DEFINITE_TWO else many
    if many > 1 and which[0] not in (1, _LAST):
        return None
    return Counted(Nth(which[0], name.unit, Unknown(), count=many), which[1])


def _ordinal(text: Cursor, index: int) -> tuple[int, int] | None:
    """`الأول`, `الأولى`, `الأخير`: an ordinal that agrees with the noun before it."""
    last = text.skip(index, "last_adjective")
    if last is not None:
        return _LAST, last
    return text.find(index, text.words.ordinals) or text.find(index, text.words.feminine_ordinals)


def _container(text: Cursor, index: int) -> Read[Meaning] | None:
    """A whole month or year, as long as it can be read; one of another date is unknown."""
    read = longer(longest((*PERIODS, year, any_year), text, index), apply(any_month, text, index))
    if text.form(index - 1) == "من":
        read = longer(read, _current(text, index))
    if read is None or isinstance(read.meaning, Unknown):
        return read
    match read.meaning:
        case CalendarDate(day=None, part=None) | Year(part=None, quarter=None) | Span(unit=Unit.MONTH, part=None):
            return read
    return None


def _current(text: Cursor, index: int) -> Read[Meaning] | None:
    """`من العام`, `من الشهر`: those of publication; `من الشهر نفسه` is unknown."""
    if (unit := text.find(index, text.words.units)) is None or unit[0].form != Form.DEFINITE:
        return None
    if unit[0].unit not in (Unit.MONTH, Unit.YEAR):
        return None
    if text.is_other(unit[1]):
        return Read(Unknown(), unit[1] + 1)
    if text.refuses(is_other_unit, unit[1]):
        return None
    return Read(Year(shift=0) if unit[0].unit == Unit.YEAR else Span(Unit.MONTH, 0), unit[1])


NTH: tuple[Production, ...] = (nth, nth_behind, last_day_of, third)
