"""Weekdays and days counted from that of publication, with the words before them and the dates beside them."""

from dataclasses import replace

from syria_events.dates.grammar.cursor import Cursor, Production, Read, apply, extend, longer, longest
from syria_events.dates.grammar.months import calendar_date, dated, numeric_day
from syria_events.dates.grammar.pieces import definite_unit, shift
from syria_events.dates.meanings import (
    Agreed,
    Between,
    CalendarDate,
    DayOffset,
    Meaning,
    Unit,
    Unknown,
    Weekday,
    has_day,
)
from syria_events.dates.words import DayName
from syria_events.provenance import guard, rule

_LEADS = 6  # words before a day: `في وقت متأخر من مساء يوم الأحد`

# weekdays


@guard("date.before-weekday", "صحيفة الأحد")
def is_named_after_weekday(text: Cursor, index: int) -> bool:
    """Refuses a weekday behind a noun that makes a name of it."""
    return text.is_guard(text.before(index), "before_weekday")


@guard("date.after-weekday", "الجمعة العظيمة")
def is_special_weekday(text: Cursor, index: int) -> bool:
    """Refuses a weekday before an adjective that makes a name of it; the index is behind the weekday."""
    return text.is_guard(text.form(index), "after_weekday")


@guard("date.between-two", "بين الاثنين")
def is_two(text: Cursor, index: int) -> bool:
    """Refuses `الاثنين` and its like behind `بين`: "the two"."""
    return text.before(index) == "بين"


def _weekday(text: Cursor, index: int) -> tuple[int, int] | None:
    """The number of a weekday and the index behind it, where no guard refuses it."""
    read = text.find(index, text.words.weekdays)
    if read is None or text.refuses(is_named_after_weekday, index) or text.refuses(is_two, index):
        return None
    return None if text.refuses(is_special_weekday, read[1]) else read


@rule("date.weekday", "الأحد")
def weekday(text: Cursor, index: int) -> Read[Meaning] | None:
    """A weekday alone."""
    if (name := _weekday(text, index)) is None:
        return None
    return _with_date(text, Read(Weekday(name[0]), name[1]))


@rule("date.weekday-with-shift", "الأحد المقبل")
def weekday_with_shift(text: Cursor, index: int) -> Read[Meaning] | None:
    """A weekday counted from the day of publication."""
    if (name := _weekday(text, index)) is None or (which := shift(text, name[1])) is None:
        return None
    return _with_date(text, Read(Weekday(name[0], which[0]), which[1]))


@rule("date.weekday-of-week", "الأحد من الأسبوع المقبل")
def weekday_of_week(text: Cursor, index: int) -> Read[Weekday] | None:
    """A weekday of a week counted from that of publication: `خميس الأسبوع الماضي`."""
    name = _weekday(text, index) or _bare_weekday(text, index)
    if name is None:
        return None
    if (unit := definite_unit(text, name[1] + text.is_in(name[1], "of"))) is None or unit.unit != Unit.WEEK:
        return None
    return Read(Weekday(name[0], week=unit.shift), unit.after)


def _bare_weekday(text: Cursor, index: int) -> tuple[int, int] | None:
    """The weekday of `خميس الأسبوع الماضي`, without its article."""
    number = text.words.weekdays.get((f"ال{text.form(index)}",))
    return None if number is None else (number, index + 1)


@rule("date.weekday-of-other", "السبت التالي")
def weekday_of_other(text: Cursor, index: int) -> Read[Unknown] | None:
    """A weekday relative to another date: left unknown."""
    if (name := _weekday(text, index)) is None or not text.is_other(name[1]):
        return None
    return Read(Unknown(), name[1] + 1)


def _with_date(text: Cursor, read: Read[Weekday]) -> Read[Meaning]:
    return extend(date_of_weekday, text, read) or Read(read.meaning, read.after, read.rules)


@rule("date.date-of-weekday", "الثلاثاء الموافق 27 فبراير")
def date_of_weekday(text: Cursor, read: Read[Weekday]) -> Read[CalendarDate] | None:
    """The date beside a weekday: it counts, and must fall on that weekday."""
    sign = text.form(read.after)
    named = text.skip(read.after, "corresponding")
    full = dated(text, named if named is not None else read.after + (sign in {"(", "،", "-"}))
    if full is None or not isinstance(full.meaning, CalendarDate) or full.meaning.day is None:
        return None
    closed = full.after + (sign == "(" and text.form(full.after) == ")")
    return Read(replace(full.meaning, weekday=read.meaning.number), closed, full.rules)


WEEKDAYS: tuple[Production, ...] = (weekday_of_other, weekday_of_week, weekday_with_shift, weekday)

# days counted from that of publication


@rule("date.corrected-day", "اليوم (أمس)")
def corrected_day(text: Cursor, index: int) -> Read[DayOffset] | None:
    """A day in a quotation, and in brackets the day that an editor puts in its place."""
    if (read := text.find(index, text.words.days)) is None or text.form(read[1]) != "(":
        return None
    if (other := text.find(read[1] + 1, text.words.days)) is None or text.form(other[1]) != ")":
        return None
    return Read(DayOffset(other[0].offset), other[1] + 1)


@rule("date.day-and-weekday", "أمس الاثنين")
def day_and_weekday(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day counted from that of publication, and its weekday."""
    if (read := text.find(index, text.words.days)) is None:
        return None
    opened = text.form(read[1]) == "("
    if (name := text.find(read[1] + opened, text.words.weekdays)) is None or (opened and text.form(name[1]) != ")"):
        return None
    return _with_agreed(text, Read(DayOffset(read[0].offset, name[0]), name[1] + opened))


@rule("date.relative-day", "أمس")
def relative_day(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day counted from that of publication."""
    if (read := text.find(index, text.words.days)) is None or text.refuses(is_counted_day, read[1], read[0]):
        return None
    if any(text.refuses(refused, index, read[0], read[1]) for refused in NO_DAY):
        return None
    return _with_agreed(text, Read(DayOffset(read[0].offset), read[1]))


@rule("date.relative-day-after-lead", "مساء الغد")
def led_relative_day(text: Cursor, index: int) -> Read[Meaning] | None:
    """The same behind `يوم`, `مساء` and their like, where it needs no other company."""
    if (read := text.find(index, text.words.days)) is None or text.refuses(is_counted_day, read[1], read[0]):
        return None
    return _with_agreed(text, Read(DayOffset(read[0].offset), read[1]))


@guard("date.counted-day", "اليوم التالي")
def is_counted_day(text: Cursor, index: int, day: DayName) -> bool:
    """Refuses `اليوم` where it is a day of its own: `اليوم الثاني`; the index is behind it."""
    told = text.is_guard(text.form(index), "after_today") or text.find(index, text.words.ordinals) is not None
    return day.offset == 0 and told


@guard("date.before-today", "روسيا اليوم")
def is_name_with_today(text: Cursor, index: int, day: DayName, after: int) -> bool:  # noqa: ARG001  all are asked alike
    """Refuses `اليوم` behind a word that makes a name or a span of it."""
    return day.offset == 0 and text.is_guard(text.before(index), "before_today")


@guard("date.after-yesterday", "أمس القريب")
def is_idiom_with_yesterday(text: Cursor, index: int, day: DayName, after: int) -> bool:  # noqa: ARG001
    """Refuses `أمس` in a phrase of another meaning."""
    return day.offset != 0 and text.is_guard(text.form(after), "after_yesterday")


@guard("date.weak-day", "أعداء الأمس")
def is_alone(text: Cursor, index: int, day: DayName, after: int) -> bool:
    """Refuses `الأمس`, `غد` and `الغد` as days where nothing beside them shows that they are."""
    told = text.tokens[index].clitic == "ب" or text.is_in(index - 1, "before_weak_day") or text.is_all(index, after)
    return day.weak and not told


NO_DAY = (is_name_with_today, is_idiom_with_yesterday, is_alone)


def _with_agreed(text: Cursor, read: Read[DayOffset]) -> Read[Meaning]:
    return extend(date_of_day, text, read) or Read(read.meaning, read.after, read.rules)


@rule("date.date-of-day", "اليوم (22 مارس)")
def date_of_day(text: Cursor, read: Read[DayOffset]) -> Read[Agreed] | None:
    """The date beside a day counted from that of publication: both must agree."""
    opened = text.form(read.after) == "("
    full = dated(text, read.after + (opened or text.form(read.after) == "،"))
    if full is None or not has_day(full.meaning):
        return None
    return Read(Agreed(read.meaning, full.meaning), full.after + (opened and text.form(full.after) == ")"), full.rules)


RELATIVE_DAYS: tuple[Production, ...] = (corrected_day, day_and_weekday, relative_day)
LED_DAYS: tuple[Production, ...] = (corrected_day, day_and_weekday, led_relative_day)

# nights


@rule("date.night", "ليل الاثنين الثلاثاء")
def night(text: Cursor, index: int) -> Read[Weekday] | None:
    """The night between two days, as the day that it begins on."""
    if (start := text.skip(index, "night")) is None or (read := _two_days(text, start)) is None:
        return None
    return Read(Weekday(read[0]), read[1])


@rule("date.after-midnight", "بعد منتصف ليل السبت/الأحد")
def after_midnight(text: Cursor, index: int) -> Read[Weekday] | None:
    """The later part of the night between two days: the second of them."""
    if (start := text.skip(index, "after_midnight")) is None or (read := _two_days(text, start)) is None:
        return None
    return Read(Weekday(read[0], later=1), read[1])


def _two_days(text: Cursor, index: int) -> tuple[int, int] | None:
    """The number of a weekday with the next one behind it, and the index behind both."""
    if (first := text.find(index, text.words.weekdays)) is None:
        return None
    if (second := text.find(text.past(first[1], "consecutive_night"), text.words.weekdays)) is None:
        return None
    return (first[0], second[1]) if _follows(second[0], first[0]) else None


def _follows(second: int, first: int) -> bool:
    """Whether a weekday comes directly behind another."""
    return second == first % 7 + 1


NIGHTS: tuple[Production, ...] = (night, after_midnight)

# several days, and days with words before them


@rule("date.weekday-pair", "يومي السبت والأحد المقبلين")
def weekday_pair(text: Cursor, index: int) -> Read[Meaning] | None:
    """Two weekdays that follow each other; left unknown where they do not."""
    if (start := text.skip(index, "leads")) is None or (first := text.find(start, text.words.weekdays)) is None:
        return None
    if text.form(first[1]) != "و" or (second := text.find(first[1] + 1, text.words.weekdays)) is None:
        return None
    if not _follows(second[0], first[0]):
        return Read(Unknown(), second[1])
    which, after = shift(text, second[1]) or (None, second[1])
    return Read(Between(Weekday(first[0], which), Weekday(second[0], which)), after)


@rule("date.day-pair", "يومي الثاني والثالث من أغسطس")
def day_pair(text: Cursor, index: int) -> Read[Meaning] | None:
    """Two days of a month behind `يومي`."""
    if (start := text.skip(index, "leads")) is None or (read := calendar_date(text, start)) is None:
        return None
    return read if has_day(read.meaning) else None


@rule("date.lead", "صباح يوم الأحد")
def led_day(text: Cursor, index: int) -> Read[Meaning] | None:
    """A day and the words before it: `يوم`, `صباح`, `وقت سابق من`.

    Behind `بعد منتصف ليل` it is left unknown which of two days is meant.
    """
    start = index
    midnight = False
    for _ in range(_LEADS):
        late = text.skip(start, "after_midnight")
        midnight = midnight or late is not None
        after = late or text.skip(start, "part_of_day") or text.skip(start, "lead")
        if after is None:
            break
        start = after
    if start == index:
        return None
    read = longer(longest((*WEEKDAYS, *LED_DAYS), text, start), dated(text, start)) or apply(numeric_day, text, start)
    if read is None or not (has_day(read.meaning) or isinstance(read.meaning, Unknown)):
        return None
    return read._replace(meaning=Unknown()) if midnight else read


DAYS: tuple[Production, ...] = (*NIGHTS, weekday_pair, day_pair, led_day, *WEEKDAYS, *RELATIVE_DAYS)
