"""What dates are put together from and no date is by itself: numbers, units, the names of months."""

from dataclasses import replace
from typing import NamedTuple

from syria_events.dates.grammar.cursor import Cursor
from syria_events.dates.meanings import Distance, Part, Unit
from syria_events.dates.words import Form, MonthName, Strength
from syria_events.provenance import guard

FIRST_YEAR = 1900  # of a bare number in `في 2010`; older ones are written as `عام 1848`
_YEARS = range(1500, 2101)  # what a year may be, of the common era
_HIJRI_YEARS = range(1300, 2101)  # and where it stands with `هـ` or a month of the Islamic calendar


class YearNumber(NamedTuple):
    """A year as written, whether it is said to be a Hijri one, and the index behind it."""

    year: int
    hijri: bool
    after: int


class ShiftedUnit(NamedTuple):
    """A unit, how many of it from that of publication, and the index behind it."""

    unit: Unit
    shift: int
    after: int


class DayNumber(NamedTuple):
    """A day of the month, the index behind it, and whether it is in words."""

    day: int
    after: int
    spelled: bool


class Length(NamedTuple):
    """A length of time (None for a vague one), the index behind it, and whether it is only about right."""

    distance: Distance | None
    after: int
    about: bool


@guard("date.decimal", "2016,5")
def is_decimal(text: Cursor, index: int) -> bool:
    """Refuses the beginning of a longer number as a year; the index is that of the sign behind it."""
    return text.form(index) in {",", "."} and text.form(index + 1).isdecimal() and text.touching(index)


def year_number(text: Cursor, index: int, *, hijri: bool = False) -> YearNumber | None:
    """`2016`, `(2016)`, `1437 هـ`, `2016م`; `hijri` where it stands beside a month of the Islamic calendar."""
    if (spelled := _spelled_year(text, index)) is not None:
        return YearNumber(*spelled)
    opened = text.form(index) == "("
    form = text.form(index + opened)
    if not form.isdecimal() or len(form) != 4:
        return None
    after = index + opened + 1
    if text.refuses(is_decimal, after):
        return None
    era = text.skip(after, "hijri_era")
    after = text.past(after, "common_era") if era is None else era
    if opened:
        if text.form(after) != ")":
            return None
        after += 1
        if era is None and (era := text.skip(after, "hijri_era")) is not None:
            after = era
    told = era is not None
    return YearNumber(int(form), told, after) if int(form) in (_HIJRI_YEARS if told or hijri else _YEARS) else None


def _spelled_year(text: Cursor, index: int) -> tuple[int, bool, int] | None:
    """`ألفين وسبعة عشر`, `ألف وتسعمئة وثمانية وأربعين`, behind a word for year."""
    if not text.is_in(index - 1, "year") or (thousand := text.find(index, text.words.thousands)) is None:
        return None
    year, after = thousand
    for table in (text.words.hundreds, text.words.cardinals):
        if text.form(after) == "و" and (more := text.find(after + 1, table)) is not None:
            year, after = year + more[0], more[1]
    return (year, False, after) if year in _YEARS else None


def shift(text: Cursor, index: int) -> tuple[int, int] | None:
    """`الماضي` and its like: how many units from that of publication, and the index behind it."""
    return text.find(index, text.words.shifts)


def definite_unit(text: Cursor, index: int) -> ShiftedUnit | None:
    """`الشهر الماضي`, `هذا الأسبوع`, `العام هذا`."""
    this = text.skip(index, "this")
    if (read := text.find(index if this is None else this, text.words.units)) is None or read[0].form != Form.DEFINITE:
        return None
    name, after = read
    if this is not None:
        return ShiftedUnit(name.unit, 0, after)
    if (after_this := text.skip(after, "this")) is not None:
        return ShiftedUnit(name.unit, 0, after_this)
    if (which := shift(text, after)) is None:
        return None
    return ShiftedUnit(name.unit, *which)


def month_name(text: Cursor, index: int) -> tuple[MonthName, int] | None:
    """A month, also under two names: `مايو/أيار`, `يوليو (تموز)`, `تموز يوليو`."""
    if (read := text.find(index, text.words.months)) is None:
        return None
    month, after = read
    sign = text.form(after)
    again = text.find(after + (sign in {"/", "(", "-", "،"}), text.words.months)
    if again is None or (again[0].number, again[0].hijri) != (month.number, month.hijri):
        return read
    if sign == "(" and text.form(again[1]) != ")":
        return read
    return replace(month, strength=Strength.SURE), again[1] + (sign == "(")


def numbered_month(text: Cursor, index: int) -> tuple[MonthName, int] | None:
    """A month by its number: `شهر 7`, `شهر سبعة`, `الشهر السابع`."""
    said = text.skip(index, "month")
    if said is not None:
        read = text.number(said) or text.find(said, text.words.cardinals)
        read = None if text.form(said) == "ال" else read
    else:
        unit = text.find(index, text.words.units)
        is_month = unit is not None and (unit[0].unit, unit[0].form) == (Unit.MONTH, Form.DEFINITE)
        read = text.find(unit[1], text.words.ordinals) if unit is not None and is_month else None
    return (MonthName(read[0], False, Strength.WEAK), read[1]) if read is not None and 1 <= read[0] <= 12 else None


def day_number(text: Cursor, index: int) -> DayNumber | None:
    """`30`, `الـ30`, `الثلاثين`."""
    number = text.number(index)
    if number is not None:
        return DayNumber(*number, spelled=False) if 1 <= number[0] <= 31 else None
    ordinal = text.find(index, text.words.ordinals)
    return None if ordinal is None else DayNumber(*ordinal, spelled=True)


def part(text: Cursor, index: int) -> tuple[Part | None, int]:
    """`مطلع` and its like, `النصف الأول من`; None and the index itself where there is none."""
    read = text.find(index, text.words.parts)
    if read is not None:
        return read
    if (half := text.skip(index, "half")) is None or (which := text.find(half, text.words.ordinals)) is None:
        return None, index
    if which[0] > 2 or text.form(which[1]) != "من":
        return None, index
    return (Part.FIRST_HALF if which[0] == 1 else Part.SECOND_HALF), which[1] + 1


def count(text: Cursor, index: int) -> tuple[int, int] | None:
    """A number of things, in digits or words: `3`, `ثلاثة`."""
    return text.number(index) or text.find(index, text.words.cardinals)


def definite_count(text: Cursor, index: int) -> tuple[int, int] | None:
    """The same behind what is counted: `الـ3`, `الثلاثة`."""
    number = text.number(index)
    if number is not None:
        return number
    form = text.form(index)
    if not form.startswith("ال") or (value := text.words.cardinals.get((form[2:],))) is None:
        return None
    return value, index + 1


def length(text: Cursor, index: int) -> Length | None:
    """`ثلاثة أيام`, `يومين`, `شهر واحد`, `نحو أسبوعين`, `أكثر من عامين`."""
    about = text.skip(index, "about")
    vague = text.skip(index, "vague")
    start = about or vague or index
    counted = count(text, start)
    if (unit := text.find(start if counted is None else counted[1], text.words.units)) is None:
        return None
    if unit[0].form not in (Form.ONE, Form.TWO, Form.MANY):
        return None
    name, after = unit
    if counted is None and name.form == Form.MANY:
        return None if vague is None else Length(None, after, about=False)
    number = counted[0] if counted is not None else 1 if name.form == Form.ONE else 2
    if counted is None and name.form == Form.ONE:
        single = text.find(after, text.words.cardinals)
        after = single[1] if single is not None and single[0] == 1 else after
    return Length(None if vague is not None else Distance(name.unit, number), after, about is not None)
