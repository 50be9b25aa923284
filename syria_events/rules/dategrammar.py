"""The grammar of date phrases: from the tokens of a text to what its dates mean.

Each reader takes the index of a token and gives what it read and the index after it, or None. The longest reading at
a token wins, and reading goes on after it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeAlias

from syria_events.rules.calendar import (
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
    Unknown,
    Until,
    Weekday,
    Window,
    Year,
)
from syria_events.rules.datetokens import Cursor, Token
from syria_events.rules.datewords import DayName, MonthName

# what was read and the index of the token after it
Read: TypeAlias = tuple[Meaning, int] | None


_LINKED = 6  # dates told by one month or year: `يناير وفبراير ومارس من هذا العام`; more is a list of something else
_LEADS = 6  # words before a day: `في وقت متأخر من مساء يوم الأحد`


class DateReader(Cursor):
    """The readers over one text's tokens; each looks at a bounded number of them, so that reading takes linear time."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.linked = 0  # dates of the list that is being read

    @contextmanager
    def _one_more(self) -> Iterator[bool]:
        """Whether a list may have one more date, while it is read."""
        self.linked += 1
        try:
            yield self.linked <= _LINKED
        finally:
            self.linked -= 1

    def phrases(self) -> Iterator[tuple[int, int, Meaning]]:
        """Index of the first token, index after the last, and meaning."""
        readers = (self._dated, self._since, self._ago, self._until, self._after, self._range)
        index = 0
        while index < len(self.tokens):
            self.head = index
            name = self._named_day(index)
            if name is not None:
                index = name
                continue
            form = self.tokens[index].form
            read = _longest(readers, index) if form in self.words.first or form[0].isdigit() else None
            if read is None:
                index += 1
                continue
            meaning, after = read
            yield index, after, meaning
            index = after

    # the year and what else may follow a month

    def _year_number(self, index: int, *, hijri: bool = False) -> tuple[int, bool, int] | None:
        """Year, whether it is a Hijri one, index: `2016`, `(2016)`, `1437 هـ`, `2016م`."""
        opened = self.form(index) == "("
        form = self.form(index + opened)
        if not form.isdecimal() or len(form) != 4:
            return None
        year, after = int(form), index + opened + 1
        if self.form(after) in {",", "."} and (self.form(after + 1) or "x")[0].isdecimal() and self.touching(after):
            return None  # 2,000 or 2000.5
        era = self.skip(after, "hijri_era")
        after = self.past(after, "common_era") if era is None else era
        if opened:
            if self.form(after) != ")":
                return None
            after += 1
            if era is None and (era := self.skip(after, "hijri_era")) is not None:
                after = era
        return (year, era is not None, after) if (1300 if era or hijri else 1500) <= year <= 2100 else None

    def _shift(self, index: int) -> tuple[int, int] | None:
        return self.find(index, self.words.shifts)

    def _definite_unit(self, index: int) -> tuple[str, int, int] | None:
        """Unit, shift, index: `الشهر الماضي`, `هذا الأسبوع`."""
        this = self.skip(index, "this")
        read = self.find(index if this is None else this, self.words.units)
        if read is None or read[0].form != "definite":
            return None
        name, after = read
        if this is not None:
            return name.unit, 0, after
        if (after_this := self.skip(after, "this")) is not None:
            return name.unit, 0, after_this
        shift = self._shift(after)
        return None if shift is None else (name.unit, *shift)

    def _finish(self, read: CalendarDate, index: int) -> tuple[Meaning, int]:
        """Adds the year and the likes of `الماضي` that follow a month."""
        while True:
            shift = self._shift(index)
            if shift is not None and read.shift is None:
                read, index = replace(read, shift=shift[0]), shift[1]
                continue
            after = index + (self.form(index) == "من")
            named = self.skip(after, "year")
            if named is not None and self.is_in(named, "other_anchor"):
                return Unknown(), named + 1
            unit = self._definite_unit(after)
            if unit is not None and unit[0] == "year" and read.year_shift is None:
                read, index = replace(read, year_shift=unit[1], shift=None), unit[2]
                continue
            year = self._year_number(after if named is None else named, hijri=read.hijri)
            if year is not None and read.year is None and (named is not None or after == index):
                read, index = replace(read, year=year[0], year_shift=None, shift=None), year[2]
                continue
            if read.shift is None and read.year is None and self.is_in(index, "other_anchor"):
                return Unknown(), index + 1
            return self._with_shared(read, index), index

    def _with_shared(self, read: CalendarDate, index: int) -> Meaning:
        """`يناير وأبريل من هذا العام`, `سبتمبر أو أكتوبر المقبلين`: what is said once counts for both."""
        bare = read.year is None and read.shift is None and read.year_shift is None
        if not bare or self.form(index) not in {"و", "او"}:
            return read
        with self._one_more() as allowed:
            if not allowed:
                return read
            day = self._day(index + 1)
            following = self._calendar(index + 1, sure=True) if day is None else self._day_and_month(day)
        if following is None or not isinstance(following[0], CalendarDate) or following[0].hijri != read.hijri:
            return Unknown() if following is not None and isinstance(following[0], Unknown) else read
        other = following[0]
        if other.month is None or read.month is None or (other.year is not None and read.month > other.month):
            return read
        return replace(read, year=other.year, shift=other.shift, year_shift=other.year_shift)

    # calendar dates

    def _month(self, index: int) -> tuple[MonthName, int] | None:
        """A month, also under two names: `مايو/أيار`, `يوليو (تموز)`, `تموز يوليو`."""
        read = self.find(index, self.words.months)
        if read is None:
            return None
        month, after = read
        sign = self.form(after) if self.form(after) in {"/", "(", "-", "،"} else ""
        again = self.find(after + bool(sign), self.words.months)
        if again is None or (again[0].number, again[0].hijri) != (month.number, month.hijri):
            return read
        closed = again[1]
        if sign == "(":
            if self.form(closed) != ")":
                return read
            closed += 1
        return replace(month, strength="sure"), closed

    def _day(self, index: int) -> tuple[int, int, bool] | None:
        """Day of the month, index, whether in words."""
        number = self.number(index)
        if number is not None:
            return (*number, False) if 1 <= number[0] <= 31 else None
        ordinal = self.find(index, self.words.ordinals)
        return None if ordinal is None else (*ordinal, True)

    def _calendar(self, index: int, *, sure: bool = False) -> Read:
        """`30 مايو/أيار الماضي`, `العاشر من الشهر الجاري`, `منتصف شباط`, `3-5 مايو`, `شهر رمضان`, `مارس 2011`."""
        day = self._day(index)
        if day is not None:
            if self.before(index) == "/":
                return None
            return self._day_list(day) or self._day_and_month(day)
        part, after = self._part(index)
        said = self.skip(after, "month")
        month = self._month(after if said is None else said)
        if month is None:
            return None
        name, after = month
        read, end = self._finish(CalendarDate(month=name.number, hijri=name.hijri, part=part), after)
        told = sure or part or said is not None or end > after or name.strength == "sure"
        after_in = name.strength == "weak" and (self.is_in(index - 1, "before_weak") or self._is_all(index, end))
        return (read, end) if told or after_in else None

    def _is_all(self, index: int, after: int) -> bool:
        """Whether nothing else is in the text: a phrase found before is read again without what stood around it."""
        return index == 0 and after == len(self.tokens)

    def _named_day(self, index: int) -> int | None:
        """The index after `14 آذار` in `قوى 14 آذار`: a name, unless a year is told."""
        day = self._day(index) if (self.before(index),) in self.words.lists["before_named_day"] else None
        read = None if day is None else self._day_and_month(day)
        if read is None or not isinstance(read[0], CalendarDate) or read[0].year is not None:
            return None
        return read[1]

    def _part(self, index: int) -> tuple[Part, int]:
        """`مطلع` and its like, `النصف الأول من`; nothing read is an empty part."""
        read = self.find(index, self.words.parts)
        if read is not None:
            return read
        half = self.skip(index, "half")
        which = None if half is None else self.find(half, self.words.ordinals)
        if which is not None and which[0] in (1, 2) and self.form(which[1]) == "من":
            return ("half-1" if which[0] == 1 else "half-2"), which[1] + 1
        return "", index

    def _day_and_month(self, day: tuple[int, int, bool]) -> Read:
        number, index, spelled = day
        of = self.form(index) == "من"
        after = index + of
        unit = self._definite_unit(after)
        if unit is not None and unit[0] == "month" and of:
            return CalendarDate(number, shift=unit[1]), unit[2]
        shift = self._shift(index)
        if shift is not None and shift[0] == 0:
            return CalendarDate(number, shift=0), shift[1]
        if spelled and not of:
            return None
        month = self._month(self.past(after, "month"))
        if month is None:
            return None
        return self._finish(CalendarDate(number, month[0].number, hijri=month[0].hijri), month[1])

    def _day_list(self, day: tuple[int, int, bool]) -> Read:
        """`30 و31 أغسطس`, `3-5 مايو`, `الثاني والثالث من أغسطس`: days that follow each other."""
        sign = self.form(day[1])
        if sign not in {"و", "-", "–", "،"}:
            return None
        following = self._day(day[1] + 1)
        if following is None or following[2] != day[2]:
            return None
        with self._one_more() as allowed:
            read = (self._day_list(following) if allowed else None) or self._day_and_month(following)
        if read is None:
            return None
        last, after = read
        second = last.first if isinstance(last, Between) else last
        if not isinstance(second, CalendarDate) or second.day is None:
            return Unknown(), after
        if day[0] >= second.day or (sign != "-" and sign != "–" and day[0] + 1 != second.day):
            return Unknown(), after
        return Between(replace(second, day=day[0]), last.last if isinstance(last, Between) else last), after

    def _numeric(self, index: int) -> Read:
        """`12/3/2025` (day first), `2025-03-12`, `12.3.2025`, `20/9/1436هـ`."""
        forms = [self.form(i) for i in range(index, index + 5)]
        if (
            not all(form.isdecimal() and len(form) <= 4 for form in forms[::2])
            or forms[1] != forms[3]
            or forms[1] not in {"/", "-", "."}
        ):
            return None
        if forms[1] != "/" and not (self.touching(index + 1) and self.touching(index + 3)):
            return None
        if self.before(index) in {"/", "."} or self.form(index + 5) == "/":
            return None
        a, b, c = (int(form) for form in forms[::2])
        year, month, day = (a, b, c) if len(forms[0]) == 4 else (c, b, a)
        if len(forms[0]) != 4 and len(forms[4]) == 2 and forms[1] == "/":
            year += 2000
        if month > 12 >= day:
            month, day = day, month  # 4/22/1948 can only be read the American way
        era = self.skip(index + 5, "hijri_era")
        if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2100):
            return None
        hijri = era is not None or year < 1500
        return CalendarDate(day, month, year, hijri), self.past(index + 5, "common_era") if era is None else era

    def _numeric_day(self, index: int) -> Read:
        """`يوم 24/7`: day and month in digits, only after a word for day."""
        day, month = self._day(index), self.number(index + 2)
        if day is None or day[2] or month is None or self.form(index + 1) != "/" or not 1 <= month[0] <= 12:
            return None
        return None if self.form(index + 3) == "/" else (CalendarDate(day[0], month[0]), month[1])

    def _dated_day(self, index: int) -> Read:
        """A calendar date with a day, and the same day in the other calendar."""
        read = _longest((self._numeric, self._calendar), index)
        if read is None or not _has_day(read[0]):
            return read
        meaning, after = read
        other = self.skip(after, "corresponding")
        if other is None and self.form(after) in {"/", "-", "("} and isinstance(meaning, CalendarDate):
            other = after + 1
        again = None if other is None else _longest((self._numeric, self._calendar), other)
        if again is None or not isinstance(again[0], CalendarDate) or not isinstance(meaning, CalendarDate):
            return read
        if again[0].day is None or again[0].hijri == meaning.hijri:
            return read
        closed = again[1] + (self.form(after) == "(" and self.form(again[1]) == ")")
        return (meaning if again[0].hijri else again[0]), closed

    # days

    def _weekday(self, index: int) -> Read:
        """`الأحد`, `الأحد المقبل`, `الأحد من الأسبوع المقبل`, `الثلاثاء الموافق 27 فبراير`."""
        read = self.find(index, self.words.weekdays)
        if read is None or (self.before(index),) in self.words.lists["before_weekday"]:
            return None
        number, after = read
        if self.is_in(after, "after_weekday") or self.before(index) == "بين":
            return None
        if self.is_in(after, "other_anchor"):
            return Unknown(), after + 1
        unit = self._definite_unit(after + 1) if self.form(after) == "من" else None
        if unit is not None and unit[0] == "week":
            return Weekday(number, week=unit[1]), unit[2]
        shift = self._shift(after)
        if shift is not None:
            return self._with_date(Weekday(number, shift[0]), number, shift[1])
        return self._with_date(Weekday(number), number, after)

    def _with_date(self, weekday: Weekday, number: int, index: int) -> tuple[Meaning, int]:
        """The date that stands beside a weekday counts, and must fall on it."""
        sign = self.form(index)
        named = self.skip(index, "corresponding")
        start = named if named is not None else index + (sign in {"(", "،", "-"})
        read = self._dated_day(start)
        if read is None or not isinstance(read[0], CalendarDate) or read[0].day is None:
            return weekday, index
        closed = read[1] + (sign == "(" and self.form(read[1]) == ")")
        return replace(read[0], weekday=number), closed

    def _offset(self, index: int, *, led: bool) -> Read:
        """`أمس`, `أول من أمس الجمعة`, `اليوم (الاثنين)`, `اليوم (22 مارس)`, `اليوم (أمس)` of an editor."""
        read = self.find(index, self.words.days)
        if read is None:
            return None
        name, after = read
        sign = self.form(after) == "("
        gloss = self.find(after + 1, self.words.days) if sign else None
        if gloss is not None and self.form(gloss[1]) == ")":
            return DayOffset(gloss[0].offset), gloss[1] + 1
        weekday = self.find(after + sign, self.words.weekdays)
        if weekday is not None and sign and self.form(weekday[1]) != ")":
            weekday = None
        if weekday is None and self._is_no_day(name, index, after, led=led):
            return None
        meaning = DayOffset(name.offset, None if weekday is None else weekday[0])
        after = after if weekday is None else weekday[1] + sign
        sign = self.form(after) in {"(", "،"}
        full = self._dated_day(after + sign)
        if full is None or not _has_day(full[0]):
            return meaning, after
        return Agreed(meaning, full[0]), full[1] + (self.form(after) == "(" and self.form(full[1]) == ")")

    def _by(self, index: int) -> bool:
        """`بالأمس`."""
        return self.tokens[index].clitic == "ب"

    def _is_no_day(self, name: DayName, index: int, after: int, *, led: bool) -> bool:
        """`روسيا اليوم`, `اليوم التالي`, `بأمس الحاجة`, `أعداء الأمس`."""
        if name.offset == 0 and self._is_counted(after):
            return True
        if led:
            return False
        if name.offset == 0:
            return (self.before(index),) in self.words.lists["before_today"]
        if self.is_in(after, "after_yesterday") or (self._by(index) and self.form(index) == "امس"):
            return True
        alone = not self._by(index) and not self.is_in(index - 1, "before_weak_day") and not self._is_all(index, after)
        return name.weak and alone

    def _is_counted(self, after: int) -> bool:
        """`اليوم التالي`, `اليوم الثاني`."""
        return self.is_in(after, "after_today") or self.find(after, self.words.ordinals) is not None

    def _night(self, index: int) -> Read:
        """`ليل الاثنين الثلاثاء` is Monday's; `بعد منتصف ليل السبت/الأحد` is Sunday."""
        after_midnight = self.skip(index, "after_midnight")
        start = self.skip(index, "night") if after_midnight is None else after_midnight
        first = None if start is None else self.find(start, self.words.weekdays)
        if first is None:
            return None
        number, after = first
        second = self.find(self.past(after, "consecutive_night"), self.words.weekdays)
        if second is None or second[0] != number % 7 + 1:
            return (Unknown(), after) if after_midnight is not None else None
        return Weekday(number, later=int(after_midnight is not None)), second[1]

    def _day_pair(self, index: int) -> Read:
        """`يومي السبت والأحد المقبلين`, `يومي الثاني والثالث من أغسطس`."""
        after = self.skip(index, "leads")
        first = None if after is None else self.find(after, self.words.weekdays)
        if after is None or first is None:
            read = None if after is None else self._calendar(after)
            return read if read is not None and _has_day(read[0]) else None
        second = self.find(first[1] + 1, self.words.weekdays) if self.form(first[1]) == "و" else None
        if second is None:
            return None
        shift = self._shift(second[1])
        if second[0] != first[0] % 7 + 1:
            return Unknown(), second[1]
        which = None if shift is None else shift[0]
        return Between(Weekday(first[0], which), Weekday(second[0], which)), second[1] if shift is None else shift[1]

    def _day_with_lead(self, index: int) -> Read:
        """A day and the words before it: `يوم`, `صباح`, `وقت سابق من`."""
        start = index
        midnight = False
        for _ in range(_LEADS):
            midnight = midnight or self.skip(index, "after_midnight") is not None
            after = self.skip(index, "after_midnight") or self.skip(index, "part_of_day") or self.skip(index, "lead")
            if after is None:
                break
            index = after
        led = index > start

        def offset(at: int) -> Read:
            return self._offset(at, led=led)

        read = _longest((self._weekday, offset, self._dated_day), index)
        if read is None and led:
            read = self._numeric_day(index)
        if not led or read is None:
            return read
        if not (_has_day(read[0]) or isinstance(read[0], Unknown)):
            return None
        return (Unknown(), read[1]) if midnight else read

    # periods

    def _span(self, index: int) -> Read:
        """`هذا الأسبوع`, `مطلع الشهر الماضي`, `نهاية العام`."""
        part, start = self._part(index)
        unit = self._definite_unit(start)
        if unit is None:
            bare = self.find(start, self.words.units) if part else None
            if bare is None or bare[0].form != "definite" or self.is_in(bare[1], "other_anchor"):
                return None
            if self.find(bare[1], self.words.ordinals) is not None or self._year_number(bare[1]) is not None:
                return None
            if bare[0].unit == "week" and part != "start":
                return Unknown(), bare[1]
            unit = (bare[0].unit, 0, bare[1])
        name, shift, after = unit
        if name == "year":
            return Year(shift=shift, part=part), after
        if name == "week":
            return Span("week", shift, part), after
        return (Span("month", shift, part), after) if name == "month" else None

    def _week_of_month(self, index: int) -> Read:
        """`الأسبوع الثاني من شباط`: no days that all would agree on."""
        unit = self.find(index, self.words.units)
        which = None if unit is None or unit[0].form != "definite" else self.find(unit[1], self.words.ordinals)
        if which is None or self.form(which[1]) != "من":
            return None
        read = self._calendar(which[1] + 1) or self._span(which[1] + 1)
        return None if read is None else (Unknown(), read[1])

    def _quarter(self, index: int) -> Read:
        """`الربع الأول من عام 2017`."""
        after = self.skip(index, "quarter")
        which = None if after is None else self.find(after, self.words.ordinals)
        if which is None or not 1 <= which[0] <= 4 or self.form(which[1]) != "من":
            return None
        read = self._year(which[1] + 1) or self._span(which[1] + 1)
        if read is None or not isinstance(read[0], Year) or read[0].part or read[0].hijri:
            return None
        return replace(read[0], quarter=which[0]), read[1]

    def _year(self, index: int) -> Read:
        """`عام 2011`, `العام (1948)`, `مطلع 2017`, `في 2010`, `عامي 2012 و2013`."""
        part, start = self._part(index)
        pair = self.skip(start, "years")
        if pair is not None and not part:
            first = self._year_number(pair)
            if first is None or self.form(first[2]) not in {"و", "-"}:
                return None
            second = self._year_number(first[2] + 1)
            if second is None:
                return None
            return Between(Year(first[0], hijri=first[1]), Year(second[0], hijri=second[1])), second[2]
        named = self.skip(start, "year")
        read = self._year_number(start if named is None else named)
        if read is None:
            return None
        if named is None and not part:
            shown = self.is_in(index - 1, "before_year") or self._is_all(index, read[2])
            if not shown or read[0] < 1900:
                return None
        return Year(read[0], hijri=read[1], part=part), read[2]

    def _season(self, index: int) -> Read:
        """`خريف 2015`, `صيف عام 2014`, `شتاء 2015-2016`, `الصيف الماضي`."""
        form = self.form(index)
        definite = form.startswith("ال") and (form[2:],) in self.words.seasons
        first = self.words.seasons.get((form[2:] if definite else form,))
        if first is None:
            return None
        if definite:
            shift = self._shift(index + 1)
            return None if shift is None or abs(shift[0]) > 1 else (Season(first, shift=shift[0]), shift[1])
        unit = self._definite_unit(index + 1)
        if unit is not None and unit[0] == "year":
            return Season(first, year_shift=unit[1]), unit[2]
        read = self._year_number(self.past(index + 1, "year"))
        if read is None or read[1]:
            return None
        more = self._year_number(read[2] + 1) if self.form(read[2]) in {"-", "/", "–"} else None
        if more is not None:
            return Season(first, read[0], until=more[0]), more[2]
        return Season(first, read[0]), read[2]

    def _count(self, index: int, *, definite: bool = False) -> tuple[int, int] | None:
        """A number of things, in digits or words."""
        number = self.number(index)
        if number is not None:
            return number
        if not definite:
            return self.find(index, self.words.cardinals)
        form = self.form(index)
        value = self.words.cardinals.get((form[2:],)) if form.startswith("ال") else None
        return None if value is None else (value, index + 1)

    def _window(self, index: int) -> Read:
        """`الأيام الثلاثة الماضية`, `الأيام القليلة المقبلة`, `اليومين الماضيين`, `الـ24 ساعة الماضية`."""
        unit = self.find(index, self.words.units)
        count: int | None = None
        if unit is None:
            number = self.number(index) if self.form(index) == "ال" else None
            unit = None if number is None else self.find(number[1], self.words.units)
            if number is None or unit is None or unit[0].form not in ("one", "many"):
                return None
            count, after = number[0], unit[1]
        elif unit[0].form == "definite_two":
            count, after = 2, unit[1]
        elif unit[0].form == "definite_many":
            read = self._count(unit[1], definite=True)
            count, after = (None, unit[1]) if read is None else read
        else:
            return None
        few = self.skip(after, "few")
        shift = self._shift(after if few is None else few)
        if shift is None or abs(shift[0]) != 1:
            return None
        after = shift[1]
        if few is None and count is None:
            few = self.skip(after, "few")
            after = after if few is None else few
        if few is not None and unit[0].unit == "day":
            return Window("day", 0, shift[0] > 0), after
        if count is None or few is not None:
            return Unknown(), after
        return Window(unit[0].unit, count, shift[0] > 0), after

    def _distance(self, index: int) -> tuple[Distance | None, int, bool] | None:
        """A length of time (None for a vague one), index, and whether it is only about right."""
        about = self.skip(index, "about")
        vague = self.skip(index, "vague")
        start = index if about is None and vague is None else max(about or 0, vague or 0)
        counted = self._count(start)
        unit = self.find(start if counted is None else counted[1], self.words.units)
        if unit is None or unit[0].form not in ("one", "two", "many"):
            return None
        if counted is None and unit[0].form == "many":
            return None if vague is None else (None, unit[1], True)
        count = counted[0] if counted is not None else {"one": 1, "two": 2}[unit[0].form]
        after = unit[1]
        if counted is None and unit[0].form == "one":
            single = self.find(after, self.words.cardinals)
            after = single[1] if single is not None and single[0] == 1 else after
        return (None if vague is not None else Distance(unit[0].unit, count)), after, about is not None

    # readings of a whole phrase

    def _dated(self, index: int) -> Read:
        """A date without `منذ` and its like."""
        readers = (
            self._night, self._day_pair, self._day_with_lead, self._span, self._week_of_month, self._quarter,
            self._year, self._season, self._window, self._month_pair,
        )  # fmt: skip
        return _longest(readers, index)

    def _month_pair(self, index: int) -> Read:
        """`شهري مايو ويونيو 2016`."""
        after = self.skip(index, "months")
        first = None if after is None else self._month(after)
        if first is None or self.form(first[1]) != "و":
            return None
        second = self._calendar(first[1] + 1, sure=True)
        if second is None or not isinstance(second[0], CalendarDate):
            return None
        return _joined(CalendarDate(month=first[0].number, hijri=first[0].hijri), second[0]), second[1]

    def _since(self, index: int) -> Read:
        start = self.skip(index, "since")
        if start is None:
            return None
        length = self._distance(start)
        read = self._dated(start)
        if length is not None and (read is None or length[1] >= read[1]):
            return (Unknown() if length[0] is None else Since(replace(length[0], count=-length[0].count))), length[1]
        if read is None or isinstance(read[0], Unknown):
            return read
        meaning, after = read
        comma = after + (self.form(after) == "،")
        to = self.skip(comma + (self.form(comma) == "و"), "end")
        last = None if to is None else self._dated(to)
        if last is not None:
            return _joined(meaning, last[0]), last[1]
        return Since(meaning), after

    def _ago(self, index: int) -> Read:
        """`قبل ثلاثة أيام`; `قبل يومين من الانتخابات` is counted from something else."""
        ago, ahead = self.skip(index, "ago"), self.skip(index, "after")
        start = ahead if ago is None else ago
        length = None if start is None else self._distance(start)
        if length is None:
            return None
        distance, after, about = length
        if self.find(index - 1, self.words.units) is not None:
            return None  # يوما بعد يوم
        if self.is_in(after, "not_of"):
            return Unknown(), after + 1
        if distance is None or about:
            return Unknown(), after
        return (replace(distance, count=-distance.count) if ago is not None else distance), after

    def _until(self, index: int) -> Read:
        start = self.skip(index, "until")
        read = None if start is None else self._dated(start)
        return None if read is None else (Until(read[0]), read[1])

    def _after(self, index: int) -> Read:
        start = self.skip(index, "after")
        read = None if start is None else self._dated(start)
        return None if read is None else (Unknown(), read[1])

    def _range(self, index: int) -> Read:
        """`من 3 إلى 5 آذار`, `بين الأحد والثلاثاء`, `بين 2011 و2014`."""
        start = self.skip(index, "start")
        between = self.skip(index, "between")
        if between is not None:
            start = between
        if start is None:
            return None
        for first, after in self._range_starts(start):
            if between is not None and self.form(after) == "و":
                to: int | None = after + 1
            else:
                to = self.skip(after + (self.form(after) == "و"), "end")
            if to is None:
                continue
            last = _longest((self._dated, lambda at: self._calendar(at, sure=True), self._plain_year), to)
            if last is None:
                continue
            joined = _joined(first, last[0])
            if not isinstance(joined, Unknown):
                return joined, last[1]
        return None

    def _range_starts(self, index: int) -> Iterator[tuple[Meaning, int]]:
        """What a range may begin with, the fullest first; a day may lack its month."""
        weekday = self.find(index, self.words.weekdays)  # `بين الاثنين` alone is "between the two"
        for read in (
            self._dated(index),
            self._calendar(index, sure=True),
            self._plain_year(index),
            None if weekday is None else (Weekday(weekday[0]), weekday[1]),
        ):
            if read is not None and not isinstance(read[0], Unknown | Between):
                yield read
        day = self._day(index)
        if day is not None:
            yield CalendarDate(day[0]), day[1]

    def _plain_year(self, index: int) -> Read:
        read = self._year_number(self.past(self.past(index, "years"), "year"))
        return None if read is None or read[0] < 1900 else (Year(read[0], hijri=read[1]), read[2])


def _longest(readers: tuple[Callable[[int], Read], ...], index: int) -> Read:
    """The reading that goes furthest, the first of equals."""
    best: Read = None
    for reader in readers:
        read = reader(index)
        if read is not None and (best is None or read[1] > best[1]):
            best = read
    return best


def _has_day(meaning: Meaning) -> bool:
    match meaning:
        case Weekday() | DayOffset() | Agreed():
            return True
        case CalendarDate():
            return meaning.day is not None
        case Between():
            return _has_day(meaning.first)
    return False


def _joined(first: Meaning, last: Meaning) -> Meaning:
    """A range; what is said once (month, year, `الماضي`) counts for both ends."""
    match first, last:
        case CalendarDate(), CalendarDate():
            if first.month is None and first.shift is None:
                if last.day is None or first.day is None or first.day >= last.day:
                    return Unknown()
                return Between(replace(last, day=first.day, weekday=None), last)
            if (first.day is None) != (last.day is None) and not (first.part or last.part):
                return Between(first, last)
            if first.year is None and first.year_shift is None and first.shift is None and first.hijri == last.hijri:
                year = last.year
                if year is not None and first.month is not None and last.month is not None and first.month > last.month:
                    year -= 1
                first = replace(first, year=year, year_shift=last.year_shift, shift=last.shift)
            return Between(first, last)
        case Weekday(shift=None, week=None), Weekday():
            return Between(replace(first, shift=last.shift, week=last.week), last)
        case Year(), Year():
            return Between(first, last)
        case (CalendarDate(month=None, shift=None), _) | (Year(), CalendarDate()) | (Unknown(), _) | (_, Unknown()):
            return Unknown()
    return Between(first, last)
