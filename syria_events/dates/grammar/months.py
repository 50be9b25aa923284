"""Calendar dates: days and months by their number or name, and what may stand behind a month."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, cast

from syria_events.dates.grammar.cursor import Cursor, Production, Read, apply, extend, first_of, longer
from syria_events.dates.grammar.joining import joined
from syria_events.dates.grammar.pieces import (
    DayNumber,
    day_number,
    definite_unit,
    month_name,
    numbered_month,
    part,
    shift,
    year_number,
)
from syria_events.dates.meanings import Between, CalendarDate, Meaning, Unit, Unknown, has_day
from syria_events.dates.words import Strength
from syria_events.provenance import guard, rule

Extension: TypeAlias = Callable[[Cursor, Read[CalendarDate]], Read[Meaning] | None]

# what may stand behind a month


@rule("date.month-shift", "30 أيار الماضي")
def with_shift(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """`الماضي`, `الجاري` or `المقبل` behind a month: which one is meant, counted from the publication date."""
    if read.meaning.shift is not None or (which := shift(text, read.after)) is None:
        return None
    return Read(replace(read.meaning, shift=which[0]), which[1])


@rule("date.month-of-other-year", "يونيو من العام نفسه")
def of_other_year(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """A month of a year that is relative to another one: left unknown."""
    if (named := text.skip(_of(text, read.after), "year")) is None or not text.is_other(named):
        return None
    return Read(Unknown(), named + 1)


@rule("date.month-of-shifted-year", "31 مارس من العام الماضي")
def of_shifted_year(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """A year behind a month that is counted from that of publication."""
    if read.meaning.year_shift is not None or (unit := definite_unit(text, _of(text, read.after))) is None:
        return None
    if unit.unit != Unit.YEAR:
        return None
    return Read(replace(read.meaning, year_shift=unit.shift, shift=None), unit.after)


@rule("date.month-of-year", "مارس عام 2011")
def of_year(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """The year behind a month, in digits."""
    of = _of(text, read.after)
    named = text.skip(of, "year")
    if read.meaning.year is not None or (named is None and of > read.after):
        return None
    if (year := year_number(text, of if named is None else named, hijri=read.meaning.hijri)) is None:
        return None
    return Read(replace(read.meaning, year=year.year, year_shift=None, shift=None), year.after)


@rule("date.month-of-other", "يونيو التالي")
def of_other(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """A month relative to another date: left unknown."""
    if read.meaning.shift is not None or read.meaning.year is not None or not text.is_in(read.after, "other_anchor"):
        return None
    return Read(Unknown(), read.after + 1)


@rule("date.shared-year", "يناير وأبريل من هذا العام")
def shared(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """A date before another one that gives the year of both."""
    mine = read.meaning
    deeper = text.deeper() if not mine.tells_year and text.form(read.after) in {"و", "او"} else None
    if deeper is None:
        return None
    day = day_number(deeper, read.after + 1)
    following = first_of((any_month,) if day is None else MONTH_DAYS, deeper, read.after + 1)
    if following is None:
        return None
    other = following.meaning
    if isinstance(other, Unknown):
        return Read(other, read.after)
    if not isinstance(other, CalendarDate) or not other.tells_year or other.hijri != mine.hijri:
        return None
    if other.month is None or mine.month is None or (other.year is not None and mine.month > other.month):
        return None
    return Read(replace(mine, year=other.year, shift=other.shift, year_shift=other.year_shift), read.after)


BEHIND_MONTH: tuple[Extension, ...] = (with_shift, of_other_year, of_shifted_year, of_year, of_other)


def _of(text: Cursor, index: int) -> int:
    """The index behind `من`, or the index itself."""
    return index + (text.form(index) == "من")


def _completed(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning]:
    """A date that ends with a month, with all that may stand behind it."""
    while True:
        more = next((more for extension in BEHIND_MONTH if (more := extend(extension, text, read)) is not None), None)
        if more is None:
            return extend(shared, text, read) or cast(Read[Meaning], read)
        if not isinstance(more.meaning, CalendarDate):
            return more
        read = cast(Read[CalendarDate], more)


# days of a month


@rule("date.day-of-shifted-month", "العاشر من الشهر الجاري")
def day_of_shifted_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day of the month of publication, or of one counted from it."""
    if (day := day_number(text, index)) is None or (day.spelled and text.form(day.after) != "من"):
        return None
    if (unit := definite_unit(text, _of(text, day.after))) is None or unit.unit != Unit.MONTH:
        return None
    return Read(CalendarDate(day.day, shift=unit.shift), unit.after)


@rule("date.day-of-current-month", "10 الجاري")
def day_of_current_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day of the month of publication without the word for month."""
    if (day := day_number(text, index)) is None or (which := shift(text, day.after)) is None or which[0] != 0:
        return None
    return Read(CalendarDate(day.day, shift=0), which[1])


@rule("date.day-and-month", "10 آذار 2021")
def day_and_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day and its month: `10 آذار`, `العاشر من آذار`, `الخامس عشر آذار`."""
    if (day := day_number(text, index)) is None:
        return None
    of = _of(text, day.after)
    if (month := month_name(text, text.past(of, "month"))) is None:
        return None
    if day.spelled and of == day.after and text.refuses(is_ordinal_of_noun, index, month[0].strength):
        return None
    return _completed(text, Read(CalendarDate(day.day, month[0].number, hijri=month[0].hijri), month[1]))


@guard("date.ordinal-of-noun", "المؤتمر الثالث نيسان")
def is_ordinal_of_noun(text: Cursor, index: int, strength: Strength) -> bool:
    """Refuses an ordinal directly before a month as its day where it may belong to the noun before it."""
    if strength != Strength.SURE:
        return True
    day = (text.before(index),) in text.words.weekdays or text.is_in(index - 1, "the_day")
    return text.before(index).startswith("ال") and not day


@rule("date.first-of-month", "أول نيسان")
def first_of_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """The first day of a month by its own name: `غرة رمضان`, `الفاتح من سبتمبر`."""
    if (start := text.skip(index, "first_day")) is None:
        return None
    month = month_name(text, text.past(_of(text, start), "month"))
    if month is None:
        return None
    return _completed(text, Read(CalendarDate(1, month[0].number, hijri=month[0].hijri), month[1]))


@rule("date.day-of-numbered-month", "الثالث من الشهر الرابع 2017")
def day_of_numbered_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day of a month by its number, where the year shows that a month of the calendar is meant."""
    if (day := day_number(text, index)) is None or (month := numbered_month(text, _of(text, day.after))) is None:
        return None
    return _with_year(text, Read(CalendarDate(day.day, month[0].number), month[1]))


@rule("date.numbered-month", "الشهر الرابع 2017")
def month_by_number(text: Cursor, index: int) -> Read[Meaning] | None:
    """A month by its number, where the year shows that one of the calendar is meant: `شهر 7 الماضي`."""
    if (month := numbered_month(text, index)) is None:
        return None
    return _with_year(text, Read(CalendarDate(month=month[0].number), month[1]))


def _with_year(text: Cursor, read: Read[CalendarDate]) -> Read[Meaning] | None:
    """A date with what is behind its month; None where nothing is."""
    full = _completed(text, read)
    return full if full.after > read.after else None


MONTH_DAYS: tuple[Production, ...] = (
    day_of_shifted_month, day_of_current_month, day_and_month, first_of_month, day_of_numbered_month,
)  # fmt: skip


@rule("date.day-list", "30 و31 أغسطس")
def day_list(text: Cursor, index: int) -> Read[Meaning] | None:
    """Days of one month that follow each other, or the first and last of a range; else left unknown."""
    if (day := day_number(text, index)) is None or text.form(day.after) not in {"و", "-", "–", "،"}:
        return None
    if (following := day_number(text, day.after + 1)) is None or following.spelled != day.spelled:
        return None
    deeper = text.deeper()
    read = None if deeper is None else apply(day_list, deeper, day.after + 1)
    read = read or first_of(MONTH_DAYS, deeper or text, day.after + 1)
    if read is None:
        return None
    return Read(_listed(day, text.form(day.after), read.meaning), read.after, read.rules)


def _listed(day: DayNumber, sign: str, rest: Meaning) -> Meaning:
    """The meaning of a day before a sign and other days."""
    second = rest.first if isinstance(rest, Between) else rest
    if not isinstance(second, CalendarDate) or second.day is None:
        return Unknown()
    if day.day >= second.day or (sign not in {"-", "–"} and day.day + 1 != second.day):
        return Unknown()
    return Between(replace(second, day=day.day), rest)


@guard("date.after-slash", "24/7 مايو")
def is_after_slash(text: Cursor, index: int) -> bool:
    """Refuses a number behind a slash and a day as the day of a month."""
    number = text.number(index - 2)
    return text.before(index) == "/" and number is not None and 1 <= number[0] <= 31


def _day(text: Cursor, index: int) -> Read[Meaning] | None:
    """The day of a month, or several."""
    if day_number(text, index) is not None and text.refuses(is_after_slash, index):
        return None
    return first_of((day_list, *MONTH_DAYS), text, index)


# months


@guard("date.bare-month", "مارس ضغوطا")
def is_bare_month(text: Cursor, index: int, after: int, strength: Strength) -> bool:
    """Refuses a word that is a month and something else too, where nothing beside it shows that the month is meant."""
    if strength == Strength.SURE:
        return False
    return strength == Strength.NAME or not (text.is_in(index - 1, "before_weak") or text.is_all(index, after))


@rule("date.month", "شهر مايو")
def month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A month or a part of it, where its name is sure to be one or something beside it shows so."""
    which, start = part(text, index)
    said = text.past(start, "month")
    if (name := month_name(text, said)) is None or (read := _month(text, index)) is None:
        return None
    told = which is not None or said > start or read.after > name[1]
    return None if not told and text.refuses(is_bare_month, index, read.after, name[0].strength) else read


@rule("date.any-month", "بين مارس ومايو")
def any_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A month where only one can stand: the end of a range, or beside another month."""
    return _month(text, index)


def _month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A month with all that belongs to it."""
    which, start = part(text, index)
    if (name := month_name(text, text.past(start, "month"))) is None:
        return None
    return _completed(text, Read(CalendarDate(month=name[0].number, hijri=name[0].hijri, part=which), name[1]))


@rule("date.month-pair", "شهري مايو ويونيو 2016")
def month_pair(text: Cursor, index: int) -> Read[Meaning] | None:
    """Two months, from the first to the last."""
    if (start := text.skip(index, "months")) is None or (first := month_name(text, start)) is None:
        return None
    if text.form(first[1]) != "و" or (second := apply(any_month, text, first[1] + 1)) is None:
        return None
    meaning = joined(CalendarDate(month=first[0].number, hijri=first[0].hijri), second.meaning)
    return Read(meaning, second.after, second.rules)


def calendar_date(text: Cursor, index: int, *, sure: bool = False) -> Read[Meaning] | None:
    """A day, several days or a month; `sure` where a month's name can be nothing else."""
    day = _day(text, index)
    return day or longer(apply(any_month if sure else month, text, index), apply(month_by_number, text, index))


# dates in digits


@guard("date.longer-number", "192.168.1.10")
def is_longer_number(text: Cursor, index: int) -> bool:
    """Refuses three numbers that are part of a longer row."""
    return text.before(index) in {"/", "."} or text.form(index + 5) == "/"


@rule("date.numeric", "12/3/2025")
def numeric(text: Cursor, index: int) -> Read[Meaning] | None:
    """A date in digits, day first or year first: `12/3/2025`, `2025-03-12`, `12.3.2025`, `20/9/1436هـ`."""
    first, sign, second, again, third = (text.form(i) for i in range(index, index + 5))
    if not all(form.isdecimal() and len(form) <= 4 for form in (first, second, third)) or sign != again:
        return None
    if sign != "/" and (sign not in {"-", "."} or not (text.touching(index + 1) and text.touching(index + 3))):
        return None
    if text.refuses(is_longer_number, index):
        return None
    day, year = (int(third), int(first)) if len(first) == 4 else (int(first), int(third))
    month = int(second)
    if len(first) != 4 and len(third) == 2 and sign == "/":
        year += 2000
    if month > 12 >= day:
        month, day = day, month  # 4/22/1948 can only be read the American way
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2100):
        return None
    era = text.skip(index + 5, "hijri_era")
    after = text.past(index + 5, "common_era") if era is None else era
    return Read(CalendarDate(day, month, year, hijri=era is not None or year < 1500), after)


@guard("date.three-numbers", "يوم 24/7/9")
def is_first_of_three(text: Cursor, index: int) -> bool:
    """Refuses two numbers as day and month where a third stands behind; the index is behind the second."""
    return text.form(index) == "/"


@rule("date.numeric-day", "يوم 24/7")
def numeric_day(text: Cursor, index: int) -> Read[Meaning] | None:
    """Day and month in digits, only behind a word for day."""
    if (day := text.number(index)) is None or text.form(day[1]) != "/" or (month := text.number(day[1] + 1)) is None:
        return None
    if not (1 <= day[0] <= 31 and 1 <= month[0] <= 12) or text.refuses(is_first_of_three, month[1]):
        return None
    return Read(CalendarDate(day[0], month[0]), month[1])


@guard("date.number-of-law", "القانون 7/2016")
def is_number_of_law(text: Cursor, index: int) -> bool:
    """Refuses a number and a year as a month behind what is numbered so."""
    return text.is_guard(text.before(index), "before_month_number")


@rule("date.numeric-month", "7/2016")
def numeric_month(text: Cursor, index: int) -> Read[Meaning] | None:
    """A month and its year in digits: `7/2016`, `شهر 7/2016`, `2016/7`."""
    start = text.past(index, "month")
    first, sign, second = (text.form(i) for i in range(start, start + 3))
    if sign != "/" or not (first.isdecimal() and second.isdecimal()) or text.form(start + 3) == "/":
        return None
    if text.before(start) in {"/", ".", "-"}:
        return None
    month, year = (second, first) if len(first) == 4 else (first, second)
    if len(year) != 4 or len(month) > 2 or not (1 <= int(month) <= 12 and 1900 <= int(year) <= 2100):
        return None
    season = len(first) == 4 and int(month) == int(year) % 100 + 1  # `موسم 2010/11`
    if season or not text.touching(start + 1) or text.refuses(is_number_of_law, start):
        return None
    return Read(CalendarDate(month=int(month), year=int(year)), start + 3)


# a day of one or both calendars


def dated(text: Cursor, index: int) -> Read[Meaning] | None:
    """A calendar date, and the same day in the other calendar."""
    read = _one_calendar(text, index)
    if read is None or not has_day(read.meaning):
        return read
    return extend(both_calendars, text, read) or read


@rule("date.both-calendars", "26 شوال 1436 هـ الموافق 11 أغسطس 2015")
def both_calendars(text: Cursor, read: Read[Meaning]) -> Read[Meaning] | None:
    """A day of one calendar and the same in the other: that of the common era counts."""
    sign = text.form(read.after)
    start = text.skip(read.after, "corresponding")
    if start is None and sign in {"/", "-", "("}:
        start = read.after + 1
    if start is None or (again := _one_calendar(text, start)) is None:
        return None
    first, second = read.meaning, again.meaning
    if not isinstance(first, CalendarDate) or not isinstance(second, CalendarDate):
        return None
    if second.day is None or first.hijri == second.hijri:
        return None
    closed = again.after + (sign == "(" and text.form(again.after) == ")")
    return Read(first if second.hijri else second, closed, again.rules)


def _one_calendar(text: Cursor, index: int) -> Read[Meaning] | None:
    """The longer of a date in digits and one with the name of a month."""
    return longer(apply(numeric, text, index), calendar_date(text, index))
