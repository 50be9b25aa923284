"""The words of `calendar.toml`, checked and indexed by their folded spelling."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Literal, TypeAlias, TypeVar, cast, get_args

from syria_events.errors import LexiconError
from syria_events.lexicon.loading import build, data_file, read_toml
from syria_events.normalize import fold
from syria_events.rules.calendar import Part, Unit

T = TypeVar("T")

Key: TypeAlias = tuple[str, ...]
Table: TypeAlias = Mapping[Key, T]
Strength: TypeAlias = Literal["name", "weak", "sure"]


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """A `[[months]]` table; the three lists are explained in the file."""

    number: int
    hijri: bool = False
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    name: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A `[[days]]` table: days from that of publication."""

    offset: int
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A `[[units]]` table: the forms of "day", "week" and so on."""

    unit: str
    one: tuple[str, ...]
    two: tuple[str, ...]
    many: tuple[str, ...]
    definite: tuple[str, ...] = ()
    definite_two: tuple[str, ...] = ()
    definite_many: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordLists:
    """The `[words]` table: what the grammar asks for by name."""

    lead: tuple[str, ...]
    leads: tuple[str, ...]
    this: tuple[str, ...]
    night: tuple[str, ...]
    after_midnight: tuple[str, ...]
    part_of_day: tuple[str, ...]
    corresponding: tuple[str, ...]
    month: tuple[str, ...]
    months: tuple[str, ...]
    year: tuple[str, ...]
    years: tuple[str, ...]
    since: tuple[str, ...]
    ago: tuple[str, ...]
    until: tuple[str, ...]
    after: tuple[str, ...]
    about: tuple[str, ...]
    vague: tuple[str, ...]
    start: tuple[str, ...]  # `from` in the file
    between: tuple[str, ...]
    end: tuple[str, ...]  # `to` in the file
    consecutive_night: tuple[str, ...]
    few: tuple[str, ...]
    half: tuple[str, ...]
    quarter: tuple[str, ...]
    before_year: tuple[str, ...]
    before_weak: tuple[str, ...]
    before_weak_day: tuple[str, ...]
    common_era: tuple[str, ...]
    hijri_era: tuple[str, ...]
    other_anchor: tuple[str, ...]
    not_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guards:
    """The `[guards]` table: neighbours that make a date word no date."""

    before_weekday: tuple[str, ...]
    after_weekday: tuple[str, ...]
    before_today: tuple[str, ...]
    after_today: tuple[str, ...]
    after_yesterday: tuple[str, ...]
    before_named_day: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as it was named; see `calendar.toml` for the strengths."""

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
    """A form of a unit: `form` is one, two, many, definite, definite_two or definite_many."""

    unit: Unit
    form: str


@dataclass(frozen=True)
class DateWords:
    """Every table, keyed by the folded words of its spellings.

    Args:
        lists: the `[words]` and `[guards]` by name.
        known: each single word of all tables and lists.
        first: the words a date phrase may begin with.
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
    lists: Mapping[str, Table[bool]]
    known: frozenset[str]
    first: frozenset[str]


def _key(spelling: str) -> Key:
    return tuple(fold(spelling).split())


def _index(pairs: Iterable[tuple[str, T]]) -> dict[Key, T]:
    return {_key(spelling): value for spelling, value in pairs}


def _numbered(record: dict[str, list[str]]) -> dict[Key, int]:
    return _index((spelling, int(number)) for number, spellings in record.items() for spelling in spellings)


def _cardinals(listed: dict[Key, int]) -> dict[Key, int]:
    """13 to 19 (`ستة عشر`, `ست عشرة`) and 21 to 29 (`خمسة وعشرين`) beside what the file lists."""
    tens = {words: value for words, value in listed.items() if value == 20}
    units = {words: value for words, value in listed.items() if value < 10}
    composed = {(*unit, ten): value + 10 for unit, value in units.items() if value > 2 for ten in ("عشر", "عشره")}
    composed |= {(*unit, "و", *ten): n + m for unit, n in units.items() for ten, m in tens.items()}
    return listed | composed


def _ordinals(listed: dict[Key, int]) -> dict[Key, int]:
    """11 to 19 (`الرابع عشر`) and 21 to 31 (`الحادي والعشرين`) beside what the file lists."""
    units = {words: value for words, value in listed.items() if value < 10}
    tens = {words: value for words, value in listed.items() if value >= 20}
    composed = {(*unit, "عشر"): value + 10 for unit, value in units.items()}
    composed |= {(*unit, "و", *ten): n + m for unit, n in units.items() for ten, m in tens.items() if n + m <= 31}
    return listed | composed


@cache
def date_words() -> DateWords:
    """The tables, read once.

    Raises:
        LexiconError: names the file, the entry and the key.
    """
    file = data_file("calendar.toml")
    raw = read_toml(file)
    months = [build(MonthEntry, record, f"{file.name}: [[months]] {record.get('number')}") for record in raw["months"]]
    days = [build(DayEntry, record, f"{file.name}: [[days]] {record.get('offset')}") for record in raw["days"]]
    units = [build(UnitEntry, record, f"{file.name}: [[units]] {record.get('unit')}") for record in raw["units"]]
    words = build(WordLists, raw["words"], f"{file.name}: [words]")
    guards = build(Guards, raw["guards"], f"{file.name}: [guards]")
    for part in raw["parts"]:
        if part not in get_args(Part):
            raise LexiconError(f"{file.name}: [parts]: unknown key {part!r}")
    for unit in units:
        if unit.unit not in get_args(Unit):
            raise LexiconError(f"{file.name}: [[units]]: unknown unit {unit.unit!r}")
    lists = {
        f.name: _index((spelling, True) for spelling in getattr(table, f.name))
        for table in (words, guards)
        for f in fields(table)
    }
    tables = DateWords(
        months=_index(
            (spelling, MonthName(month.number, month.hijri, strength))
            for month in months
            for strength, spellings in _strengths(month)
            for spelling in spellings
        ),
        weekdays=_numbered(raw["weekdays"]),
        days=_index(
            (spelling, DayName(day.offset, weak))
            for day in days
            for weak, spellings in ((False, day.names), (True, day.weak))
            for spelling in spellings
        ),
        units=_index(
            (spelling, UnitName(cast(Unit, unit.unit), f.name))
            for unit in units
            for f in fields(unit)[1:]
            for spelling in getattr(unit, f.name)
        ),
        shifts=_numbered(raw["shifts"]),
        parts=_index(
            (spelling, cast(Part, part)) for part, spellings in raw["parts"].items() for spelling in spellings
        ),
        cardinals=_cardinals(_numbered(raw["cardinals"])),
        ordinals=_ordinals(_numbered(raw["ordinals"])),
        seasons=_numbered(raw["seasons"]),
        lists=lists,
        known=frozenset(),
        first=frozenset(),
    )
    return _with_words(tables)


def _strengths(month: MonthEntry) -> tuple[tuple[Strength, tuple[str, ...]], ...]:
    return (("sure", month.names), ("weak", month.weak), ("name", month.name))


# lists of words that stand behind or between others, and so begin no phrase
_NEVER_FIRST = {
    "corresponding", "about", "vague", "end", "consecutive_night", "few", "before_year", "before_weak",
    "before_weak_day", "common_era",
    "hijri_era", "other_anchor", "not_of",
}  # fmt: skip


def _with_words(tables: DateWords) -> DateWords:
    """The same with `known` and `first` filled in."""
    names = [f.name for f in fields(tables) if f.name not in ("lists", "known", "first")]
    indexed: dict[str, Table[object]] = {name: getattr(tables, name) for name in names}
    definite = {f"ال{word}" for words in (*tables.cardinals, *tables.seasons) for word in words} | {"ال"}
    known = {word for table in (*indexed.values(), *tables.lists.values()) for words in table for word in words}
    leading = [table for name, table in indexed.items() if name not in ("shifts", "cardinals")]
    guards = {f.name for f in fields(Guards)}
    leading += [table for name, table in tables.lists.items() if name not in _NEVER_FIRST | guards]
    first = {words[0] for table in leading for words in table}
    return replace(tables, known=frozenset(known | definite), first=frozenset(first | definite))
