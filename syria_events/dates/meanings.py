"""What date phrases mean, as frozen values, and the periods of days that they are resolved to."""

import datetime
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias


class Unit(StrEnum):
    """A unit that time is counted in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Part(StrEnum):
    """A part of a week, month or year; `calendar.toml` has the words."""

    START = "start"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    END = "end"
    FIRST_HALF = "half-1"
    SECOND_HALF = "half-2"


class Kind(StrEnum):
    """What sort of date a phrase gives; `unknown` is one relative to another date, or too vague."""

    ABSOLUTE = "absolute"
    DAY_MONTH = "day-month"
    DAY_OF_MONTH = "day-of-month"
    MONTH = "month"
    YEAR = "year"
    SEASON = "season"
    WEEKDAY = "weekday"
    RELATIVE_DAY = "relative-day"
    RELATIVE_PERIOD = "relative-period"
    DISTANCE = "distance"
    WINDOW = "window"
    NTH = "nth"
    SINCE = "since"
    UNTIL = "until"
    RANGE = "range"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """A day (`end` is None) or a period of days, both ends included."""

    start: datetime.date
    end: datetime.date | None = None

    @property
    def last(self) -> datetime.date:
        """The last day; of a single day itself."""
        return self.start if self.end is None else self.end


def iso_days(when: Period | None) -> tuple[str, str]:
    """The first and, for a period, the last day in ISO form; empty when unknown."""
    if when is None:
        return "", ""
    end = when.end
    return when.start.isoformat(), "" if end is None or end == when.start else end.isoformat()


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
    part: Part | None = None

    @property
    def tells_year(self) -> bool:
        """Whether it says which year's it is, by number or counted from that of publication."""
        return self.year is not None or self.shift is not None or self.year_shift is not None


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number, or with a shift from the year of publication; `quarter` is 1 to 4."""

    year: int | None = None
    shift: int | None = None
    hijri: bool = False
    part: Part | None = None
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """Three months from the month `first`, of a year, of one counted from that of publication, or the last or next.

    Args:
        until: the second year of `شتاء 2015-2016`.
    """

    first: int
    year: int | None = None
    shift: int | None = None
    year_shift: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by its ISO number.

    Args:
        shift: -1 for `الماضي`, 0 for `الجاري`, 1 for `المقبل`.
        week: the week of `الأحد من الأسبوع المقبل`, counted from that of publication.
        later: days to add: 1 for the day that `بعد منتصف ليل السبت/الأحد` begins.
    """

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
    """A whole week, month or quarter, or a part of one, counted from that of publication."""

    unit: Unit
    shift: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """`قبل ثلاثة أيام` (negative count) or `بعد يومين`."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Window:
    """`الأيام الثلاثة الماضية`, or the days to come; a count of None is "few"."""

    unit: Unit
    count: int | None
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
class Nth:
    """`ثاني أحد من آذار`, `آخر يومين من الشهر الماضي`: weekdays or units by their number within a longer period.

    Args:
        which: 1 for the first, -1 for the last; with a `count` so many from the first or up to the last.
        weekday: ISO number; with it `unit` is the day.
        written: what `الأحد الرابع من آذار` is where that Sunday is the fourth of the month.
    """

    which: int
    unit: Unit
    of: "Meaning"
    weekday: int | None = None
    count: int = 1
    written: CalendarDate | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Two names of one day: `اليوم (22 مارس)`; the second is the more exact."""

    first: "Meaning"
    second: "Meaning"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A date relative to something else in the text (`العام نفسه`), or too vague."""


Relative: TypeAlias = Weekday | DayOffset | Span | Distance | Window | Since | Until | Agreed
Meaning: TypeAlias = CalendarDate | Year | Season | Nth | Between | Relative | Unknown

_KINDS: dict[type, Kind] = {
    CalendarDate: Kind.MONTH, Year: Kind.YEAR, Season: Kind.SEASON, Weekday: Kind.WEEKDAY,
    DayOffset: Kind.RELATIVE_DAY, Span: Kind.RELATIVE_PERIOD, Distance: Kind.DISTANCE, Window: Kind.WINDOW,
    Nth: Kind.NTH, Since: Kind.SINCE, Until: Kind.UNTIL, Between: Kind.RANGE, Unknown: Kind.UNKNOWN,
}  # fmt: skip


def kind_of(meaning: Meaning) -> Kind:
    """What sort of date a meaning is."""
    match meaning:
        case CalendarDate(year=int()):
            return Kind.ABSOLUTE
        case CalendarDate(month=None):
            return Kind.DAY_OF_MONTH
        case CalendarDate(day=int()):
            return Kind.DAY_MONTH
        case Agreed(second=second):
            return kind_of(second)
    return _KINDS[type(meaning)]


def has_day(meaning: Meaning) -> bool:
    """Whether a meaning is a single day, or a range that begins with one."""
    match meaning:
        case Weekday() | DayOffset() | Agreed():
            return True
        case CalendarDate():
            return meaning.day is not None
        case Nth():
            return meaning.unit == Unit.DAY
        case Between():
            return has_day(meaning.first)
    return False


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase as it stands in a text.

    Args:
        start: half-open code-point offsets into the text it was found in, 0-based.
        text: `text[start:end]`.
        meaning: what `resolve` works from.
        rules: ids of the rules that read it, the one that read all of it first.
    """

    start: int
    end: int
    text: str
    meaning: Meaning
    rules: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What sort of date it is."""
        return kind_of(self.meaning)

    @property
    def rule(self) -> str:
        """The id of the rule that read all of it; empty for a phrase made by hand."""
        return self.rules[0] if self.rules else ""

    def moved(self, by: int) -> "DatePhrase":
        """The same phrase in a text that begins `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)
