"""Weeks, months and years counted from that of publication, parts of them, and stretches of days before or after it."""

from dataclasses import replace

from syria_events.dates.grammar.cursor import Cursor, Production, Read, first_of
from syria_events.dates.grammar.months import calendar_date
from syria_events.dates.grammar.pieces import definite_count, definite_unit, part, shift, year_number
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
    if text.is_other(index) or text.find(index, text.words.ordinals) is not None:
        return True
    return year_number(text, index) is not None


def _period(unit: Unit, which: int, part: Part | None, after: int) -> Read[Meaning] | None:
    if unit == Unit.YEAR:
        return Read(Year(shift=which, part=part), after)
    return Read(Span(unit, which, part), after)


PERIODS: tuple[Production, ...] = (period, part_of_current)


@rule("date.week-of-month", "الأسبوع الثاني من شباط")
def week_of_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A week by its number in a month: left unknown, for it has no days that all would agree on."""
    if (unit := text.find(index, text.words.units)) is None or unit[0].form != Form.DEFINITE:
        return None
    if (which := text.find(unit[1], text.words.ordinals)) is None or text.form(which[1]) != "من":
        return None
    read = calendar_date(text, which[1] + 1) or first_of(PERIODS, text, which[1] + 1)
    return None if read is None else Read(Unknown(), read.after, read.rules)


@rule("date.quarter", "الربع الأول من عام 2017")
def quarter(text: Cursor, index: int) -> Read[Meaning] | None:
    """Three months of a year by their number."""
    if (start := text.skip(index, "quarter")) is None or (which := text.find(start, text.words.ordinals)) is None:
        return None
    if which[0] > 4 or text.form(which[1]) != "من":
        return None
    read = first_of((year, any_year, *PERIODS), text, which[1] + 1)
    if read is None or not isinstance(read.meaning, Year) or read.meaning.part is not None or read.meaning.hijri:
        return None
    return Read(replace(read.meaning, quarter=which[0]), read.after, read.rules)


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
    which = shift(text, after if few is None else few)
    if which is None or abs(which[0]) != 1:
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
    if (which := shift(text, unit[1])) is None or abs(which[0]) != 1:
        return None
    return Read(Window(unit[0].unit, number[0], which[0] == 1), which[1])
