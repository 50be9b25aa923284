"""`calendar.toml` read and checked: the words that dates are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar

from syria_events.dates.meanings import Part, Unit
from syria_events.dates.words import (
    DateWords,
    DayName,
    Form,
    Key,
    MonthName,
    Strength,
    Table,
    UnitName,
    indexed,
    with_composed_cardinals,
    with_composed_ordinals,
)
from syria_events.errors import LexiconError
from syria_events.lexicon.loading import build, data_file, read_toml

E = TypeVar("E", bound=StrEnum)


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
    other_year: tuple[str, ...]
    which: tuple[str, ...]
    not_of: tuple[str, ...]
    of: tuple[str, ...]
    the_day: tuple[str, ...]
    first_day: tuple[str, ...]
    last_day: tuple[str, ...]
    last: tuple[str, ...]
    last_adjective: tuple[str, ...]
    latest: tuple[str, ...]
    century: tuple[str, ...]
    third: tuple[str, ...]
    previous: tuple[str, ...]
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guards:
    """The `[guards]` table: neighbours that make a date word no date."""

    before_weekday: tuple[str, ...]
    after_weekday: tuple[str, ...]
    before_today: tuple[str, ...]
    after_today: tuple[str, ...]
    after_yesterday: tuple[str, ...]
    before_named_day: tuple[str, ...]
    before_month_number: tuple[str, ...]


def read_calendar() -> DateWords:
    """The tables that ship with the package.

    Raises:
        LexiconError: names the file, the entry and the key.
    """
    file = data_file("calendar.toml")
    return date_words(read_toml(file), file.name)


def date_words(raw: Mapping[str, Any], name: str) -> DateWords:
    """The tables of a file that has been read, with its name; errors as of `read_calendar`."""
    months = [build(MonthEntry, record, f"{name}: [[months]] {record.get('number')}") for record in raw["months"]]
    days = [build(DayEntry, record, f"{name}: [[days]] {record.get('offset')}") for record in raw["days"]]
    units = [build(UnitEntry, record, f"{name}: [[units]] {record.get('unit')}") for record in raw["units"]]
    return DateWords(
        months=indexed(
            (spelling, MonthName(month.number, month.hijri, strength))
            for month in months
            for strength, spellings in _strengths(month)
            for spelling in spellings
        ),
        weekdays=_numbered(raw["weekdays"]),
        days=indexed(
            (spelling, DayName(day.offset, weak))
            for day in days
            for weak, spellings in ((False, day.names), (True, day.weak))
            for spelling in spellings
        ),
        units=indexed(
            (spelling, UnitName(_member(Unit, unit.unit, f"{name}: [[units]]"), form))
            for unit in units
            for form in Form
            for spelling in getattr(unit, form)
        ),
        shifts=_numbered(raw["shifts"]),
        parts=indexed(
            (spelling, _member(Part, part, f"{name}: [parts]"))
            for part, spellings in raw["parts"].items()
            for spelling in spellings
        ),
        cardinals=with_composed_cardinals(_numbered(raw["cardinals"])),
        ordinals=with_composed_ordinals(_numbered(raw["ordinals"])),
        seasons=_numbered(raw["seasons"]),
        feminine_ordinals=_numbered(raw["feminine_ordinals"]),
        thousands=_numbered(raw["thousands"]),
        hundreds=_numbered(raw["hundreds"]),
        decades=_numbered(raw["decades"]),
        lists=_lists(build(WordLists, raw["words"], f"{name}: [words]")),
        guards=_lists(build(Guards, raw["guards"], f"{name}: [guards]")),
    )


def _strengths(month: MonthEntry) -> tuple[tuple[Strength, tuple[str, ...]], ...]:
    return (Strength.SURE, month.names), (Strength.WEAK, month.weak), (Strength.NAME, month.name)


def _numbered(record: dict[str, list[str]]) -> dict[Key, int]:
    return indexed((spelling, int(number)) for number, spellings in record.items() for spelling in spellings)


def _lists(table: WordLists | Guards) -> dict[str, Table[bool]]:
    return {f.name: indexed((spelling, True) for spelling in getattr(table, f.name)) for f in fields(table)}


def _member(kind: type[E], value: str, where: str) -> E:
    """The member of an enumeration with this value."""
    try:
        return kind(value)
    except ValueError:
        raise LexiconError(f"{where}: unknown {kind.__name__.lower()} {value!r}; allowed: {', '.join(kind)}") from None
