"""The words that dates are made of, indexed by their folded spelling; `syria_events.lexicon.calendar` reads them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, TypeVar

from syria_events.dates.meanings import Part, Unit
from syria_events.normalize import fold

T = TypeVar("T")

Key: TypeAlias = tuple[str, ...]  # the words of a spelling
Table: TypeAlias = Mapping[Key, T]

# lists of words that stand behind or between others, and so begin no phrase
_NEVER_FIRST = frozenset(
    "corresponding about vague end consecutive_night few before_year before_weak before_weak_day common_era hijri_era"
    " other_anchor other_year which not_of of"
    " last_adjective latest century previous next".split()
)


class Strength(StrEnum):
    """How sure it is that a word is a month: always, in company, or in company other than `في`."""

    SURE = "sure"
    WEAK = "weak"
    NAME = "name"


class Form(StrEnum):
    """The number and definiteness of the word for a unit."""

    ONE = "one"
    TWO = "two"
    MANY = "many"
    DEFINITE = "definite"
    DEFINITE_TWO = "definite_two"
    DEFINITE_MANY = "definite_many"


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as it was named."""

    number: int
    hijri: bool
    strength: Strength


@dataclass(frozen=True, slots=True)
class DayName:
    """A day counted from that of publication; weak ones need company."""

    offset: int
    weak: bool


@dataclass(frozen=True, slots=True)
class UnitName:
    """A form of a unit's name."""

    unit: Unit
    form: Form


@dataclass(frozen=True)
class DateWords:
    """Every table, keyed by the folded words of its spellings.

    Args:
        months: and so on: what a spelling stands for. Weekdays have ISO numbers, seasons their first month, shifts how
            many weeks, months or years they go.
        thousands: and `hundreds` the words that years are written with; decades give the last two figures of a year.
        lists: the lists that the grammar asks for by name.
        guards: those of neighbours that make a date word no date, by name.
    """

    months: Table[MonthName]
    weekdays: Table[int]
    days: Table[DayName]
    units: Table[UnitName]
    shifts: Table[int]
    parts: Table[Part]
    cardinals: Table[int]
    ordinals: Table[int]
    seasons: Table[int]
    feminine_ordinals: Table[int]
    thousands: Table[int]
    hundreds: Table[int]
    decades: Table[int]
    lists: Mapping[str, Table[bool]]
    guards: Mapping[str, Table[bool]]

    @cached_property
    def known(self) -> frozenset[str]:
        """Each single word of all tables and lists, and the definite forms that are not listed."""
        return frozenset(word for table in self._tables for words in table for word in words) | self._definite

    @cached_property
    def first(self) -> frozenset[str]:
        """The words a date phrase may begin with."""
        tables = [*self._beginning, *(table for name, table in self.lists.items() if name not in _NEVER_FIRST)]
        return frozenset(words[0] for table in tables for words in table) | self._definite

    @cached_property
    def longest(self) -> int:
        """How many words the longest spelling has."""
        return max(len(words) for table in self._tables for words in table)

    @property
    def _tables(self) -> list[Table[object]]:
        within = [self.shifts, self.cardinals, self.feminine_ordinals, self.thousands, self.hundreds]
        return [*self._beginning, *within, *self.lists.values(), *self.guards.values()]

    @property
    def _beginning(self) -> list[Table[object]]:
        """The tables whose words may begin a phrase."""
        return [
            self.months,
            self.weekdays,
            self.days,
            self.units,
            self.parts,
            self.ordinals,
            self.seasons,
            self.decades,
        ]

    @property
    def _definite(self) -> frozenset[str]:
        """`الـ` before digits, `الثلاثة` and `الصيف`: the program puts the article on.

        And the bare forms of `ثاني أحد من آذار`, where it takes the article off.
        """
        definite = {f"ال{word}" for table in (self.cardinals, self.seasons) for words in table for word in words}
        bare = {words[0].removeprefix("ال") for table in (self.ordinals, self.weekdays) for words in table}
        return frozenset(definite | bare | {"ال"})


def indexed(pairs: Iterable[tuple[str, T]]) -> dict[Key, T]:
    """Values by the folded words of their spellings."""
    return {tuple(fold(spelling).split()): value for spelling, value in pairs}


def with_composed_cardinals(listed: Table[int]) -> dict[Key, int]:
    """13 to 19 (`ستة عشر`, `ست عشرة`) and 21 to 99 (`خمسة وعشرين`) beside what is listed."""
    tens = {words: value for words, value in listed.items() if value >= 20}
    units = {words: value for words, value in listed.items() if value < 10}
    composed = {(*unit, ten): value + 10 for unit, value in units.items() if value > 2 for ten in ("عشر", "عشره")}
    composed |= {(*unit, "و", *ten): n + m for unit, n in units.items() for ten, m in tens.items()}
    return {**listed, **composed}


def with_composed_ordinals(listed: Table[int]) -> dict[Key, int]:
    """11 to 19 (`الرابع عشر`) and 21 to 31 (`الحادي والعشرين`) beside what is listed."""
    units = {words: value for words, value in listed.items() if value < 10}
    tens = {words: value for words, value in listed.items() if value >= 20}
    composed = {(*unit, "عشر"): value + 10 for unit, value in units.items()}
    composed |= {(*unit, "و", *ten): n + m for unit, n in units.items() for ten, m in tens.items() if n + m <= 31}
    return {**listed, **composed}
