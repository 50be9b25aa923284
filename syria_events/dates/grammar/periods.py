"""Weeks, months and years counted from that of publication, parts of them, and stretches of days before or after it."""

from dataclasses import replace

from syria_events.dates.grammar.cursor import Cursor, Production, Read, first_of
from syria_events.dates.grammar.pieces import definite_count, definite_unit, length, part, shift, year_number
from syria_events.dates.grammar.years import any_year, year
from syria_events.dates.meanings import Meaning, Part, Span, Unit, Unknown, Window, Year
from syria_events.dates.words import Form
from syria_events.provenance import guard, rule


@rule("date.period", "مطلع الشهر الماضي")
def period(text: Cursor, index: int) -> Read[Meaning] | None:
    """A week, month or year counted from that of publication, or a part of it: `هذا الأسبوع`, `العام الماضي`."""
    which, start = part(text, index)
    if (unit := definite_unit(text, start)) is None:
        return None
    return _period(unit.unit, unit.shift, which, unit.after)


@rule("date.part-of-current", "نهاية العام")
def part_of_current(text: Cursor, index: int) -> Read[Meaning] | None:
    """A part of the week, month or year of publication."""
    which, start = part(text, index)
    if which is None or (unit := text.find(start, text.words.units)) is None:
        return None
    if unit[0].form != Form.DEFINITE or text.refuses(is_other_unit, unit[1]):
        return None
    if unit[0].unit == Unit.WEEK and which != Part.START:
        return Read(Unknown(), unit[1])
    return _period(unit[0].unit, 0, which, unit[1])


@guard("date.other-unit", "نهاية الأسبوع الثاني")
def is_other_unit(text: Cursor, index: int) -> bool:
    """Refuses a week, month or year as that of publication where another is given; the index is behind its name."""
    if text.is_other(index) or text.is_in(index, "other_year") or text.find(index, text.words.ordinals) is not None:
        return True
    return year_number(text, index) is not None


def _period(unit: Unit, which: int, part: Part | None, after: int) -> Read[Meaning] | None:
    if unit == Unit.YEAR:
        return Read(Year(shift=which, part=part), after)
    return Read(Span(unit, which, part), after)


@rule("date.period-alone", "الأسبوع السابق")
def period_alone(text: Cursor, index: int) -> Read[Meaning] | None:
    """`السابق` and `التالي` where nothing else is in the text; in a sentence they count from another date."""
    if (unit := text.find(index, text.words.units)) is None or unit[0].form != Form.DEFINITE:
        return None
    for name, which in (("previous", -1), ("next", 1)):
        if (after := text.skip(unit[1], name)) is not None and text.is_all(index, after):
            return _period(unit[0].unit, which, None, after)
    return None


PERIODS: tuple[Production, ...] = (period, part_of_current, period_alone)


@rule("date.quarter", "الربع الأول من عام 2017")
def quarter(text: Cursor, index: int) -> Read[Meaning] | None:
    """Three months or a half of a year by their number: `الربع الأخير من العام`, `النصف الثاني 2016`."""
    for name, parts in (("quarter", 4), ("half", 2)):
        if (start := text.skip(index, name)) is not None:
            return _part_of_year(text, start, parts)
    return None


def _part_of_year(text: Cursor, start: int, parts: int) -> Read[Meaning] | None:
    """The quarter or half whose ordinal stands at an index, and its year."""
    last = text.skip(start, "last_adjective")
    which = (parts, last) if last is not None else text.find(start, text.words.ordinals)
    if which is None or which[0] > parts:
        return None
    of = text.is_in(which[1], "of")
    years = (year, any_year, *PERIODS, this_year) if text.form(which[1]) == "من" else (year, any_year)
    read = first_of(years, text, which[1] + of)
    if read is None or not isinstance(read.meaning, Year) or read.meaning.part is not None or read.meaning.hijri:
        return None
    if parts == 4:
        return Read(replace(read.meaning, quarter=which[0]), read.after, read.rules)
    half = Part.FIRST_HALF if which[0] == 1 else Part.SECOND_HALF
    return Read(replace(read.meaning, part=half), read.after, read.rules)


@rule("date.this-year", "الربع الأول من العام")
def this_year(text: Cursor, index: int) -> Read[Year] | None:
    """The year of publication behind a part of it, where no other is given."""
    if (unit := text.find(index, text.words.units)) is None or unit[0].form != Form.DEFINITE:
        return None
    if unit[0].unit != Unit.YEAR or text.refuses(is_other_unit, unit[1]):
        return None
    return Read(Year(shift=0), unit[1])


@rule("date.this-quarter", "الربع الماضي")
def this_quarter(text: Cursor, index: int) -> Read[Span] | None:
    """A quarter counted from that of publication."""
    if (start := text.skip(index, "quarter")) is None or (which := shift(text, start)) is None:
        return None
    return Read(Span(Unit.QUARTER, which[0]), which[1])


@rule("date.window", "الأيام الثلاثة الماضية")
def window(text: Cursor, index: int) -> Read[Meaning] | None:
    """So many days or other units before or after publication; left unknown where the number is not given.

    `الأيام القليلة المقبلة`, `اليومين الماضيين`, `الأسابيع المقبلة`.
    """
    if (unit := text.find(index, text.words.units)) is None:
        return None
    if unit[0].form not in (Form.DEFINITE_TWO, Form.DEFINITE_MANY):
        return None
    number: int | None = 2
    after = unit[1]
    if unit[0].form == Form.DEFINITE_MANY:
        number, after = definite_count(text, after) or (None, after)
    few = text.skip(after, "few")
    which = _direction(text, after if few is None else few)
    if which is None:
        return None
    after = which[1]
    if few is None and number is None:  # `الأيام المقبلة القليلة`
        few = text.skip(after, "few")
        after = after if few is None else few
    if few is not None and unit[0].unit == Unit.DAY:
        return Read(Window(Unit.DAY, None, which[0] == 1), after)
    if number is None or few is not None:
        return Read(Unknown(), after)
    return Read(Window(unit[0].unit, number, which[0] == 1), after)


@rule("date.counted-window", "الـ24 ساعة الماضية")
def counted_window(text: Cursor, index: int) -> Read[Meaning] | None:
    """So many units before or after publication, the number first."""
    if text.form(index) != "ال" or (number := text.number(index)) is None:
        return None
    if (unit := text.find(number[1], text.words.units)) is None or unit[0].form not in (Form.ONE, Form.MANY):
        return None
    if (which := _direction(text, unit[1])) is None:
        return None
    return Read(Window(unit[0].unit, number[0], which[0] == 1), which[1])


def _direction(text: Cursor, index: int) -> tuple[int, int] | None:
    """`الماضية`, `الأخيرة` or `المقبلة` behind a number of units: -1 or 1, and the index behind it."""
    latest = text.skip(index, "latest")
    which = shift(text, index) if latest is None else (-1, latest)
    return which if which is not None and abs(which[0]) == 1 else None


@rule("date.last-window", "آخر ثلاثة أيام")
def last_window(text: Cursor, index: int) -> Read[Meaning] | None:
    """So many units up to publication; left unknown where the number is vague."""
    if (start := text.skip(index, "last")) is None or (read := length(text, start)) is None:
        return None
    if read.distance is None or read.about:
        return Read(Unknown(), read.after)
    if read.distance.count == 1:
        return None  # `آخر يوم` is another's
    return Read(Window(read.distance.unit, read.distance.count, ahead=False), read.after)
