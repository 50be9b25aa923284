"""Years by their number."""

from syria_events.dates.grammar.cursor import Cursor, Production, Read
from syria_events.dates.grammar.pieces import FIRST_YEAR, part, year_number
from syria_events.dates.meanings import Between, Meaning, Unknown, Year
from syria_events.provenance import guard, rule

_CENTURY = 1900  # of `القرن الماضي`


@rule("date.year", "عام 2011")
def year(text: Cursor, index: int) -> Read[Year] | None:
    """A year with the word for year or a part of one before it: `مطلع 2017`, `العام (1948)`."""
    which, start = part(text, index)
    number = text.past(start, "year")
    if number == index or (read := year_number(text, number)) is None:
        return None
    return Read(Year(read.year, hijri=read.hijri, part=which), read.after)


@rule("date.bare-year", "في 2010")
def bare_year(text: Cursor, index: int) -> Read[Year] | None:
    """A number alone, behind a word such as `في`."""
    if (read := year_number(text, index)) is None or read.year < FIRST_YEAR:
        return None
    if text.refuses(is_bare_number, index, read.after):
        return None
    return Read(Year(read.year, hijri=read.hijri), read.after)


@guard("date.bare-number", "1948 قتيلا")
def is_bare_number(text: Cursor, index: int, after: int) -> bool:
    """Refuses a number as a year where no word before it shows that it is one."""
    return not (text.is_in(index - 1, "before_year") or text.is_all(index, after))


@rule("date.year-pair", "عامي 2012 و2013")
def year_pair(text: Cursor, index: int) -> Read[Meaning] | None:
    """From one year to another: `عامي 2012 و2013`, `الأعوام 2012-2014`."""
    if (start := text.skip(index, "years")) is None or (first := year_number(text, start)) is None:
        return None
    if text.form(first.after) not in {"و", "-"} or (second := year_number(text, first.after + 1)) is None:
        return None
    return Read(Between(Year(first.year, hijri=first.hijri), Year(second.year, hijri=second.hijri)), second.after)


@rule("date.any-year", "بين 2011 و2014")
def any_year(text: Cursor, index: int) -> Read[Year] | None:
    """A number where only a year can stand: the end of a range."""
    number = text.past(text.past(index, "years"), "year")
    if (read := year_number(text, number)) is None or read.year < FIRST_YEAR:
        return None
    return Read(Year(read.year, hijri=read.hijri), read.after)


@rule("date.decade", "ثمانينات القرن الماضي")
def decade(text: Cursor, index: int) -> Read[Meaning] | None:
    """Ten years of the last century; left unknown behind a word for a part of them."""
    which, start = part(text, index)
    if (tens := text.find(start, text.words.decades)) is None or (after := text.skip(tens[1], "century")) is None:
        return None
    first = _CENTURY + tens[0]
    return Read(Between(Year(first), Year(first + 9)) if which is None else Unknown(), after)


DECADES: tuple[Production, ...] = (decade,)
YEARS: tuple[Production, ...] = (year, bare_year, year_pair)
