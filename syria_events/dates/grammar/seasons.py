"""Seasons of a year."""

from syria_events.dates.grammar.cursor import Cursor, Production, Read
from syria_events.dates.grammar.pieces import definite_unit, shift, year_number
from syria_events.dates.meanings import Season, Unit
from syria_events.provenance import rule


@rule("date.season-with-shift", "الصيف الماضي")
def season_with_shift(text: Cursor, index: int) -> Read[Season] | None:
    """The last, this or the next season of its name."""
    form = text.form(index)
    first = text.words.seasons.get((form[2:],)) if form.startswith("ال") else None
    which = None if first is None else shift(text, index + 1)
    if first is None or which is None or abs(which[0]) > 1:
        return None
    return Read(Season(first, shift=which[0]), which[1])


@rule("date.season-of-shifted-year", "خريف العام الماضي")
def season_of_shifted_year(text: Cursor, index: int) -> Read[Season] | None:
    """A season of a year counted from that of publication."""
    first = text.words.seasons.get((text.form(index),))
    unit = None if first is None else definite_unit(text, index + 1)
    if first is None or unit is None or unit.unit != Unit.YEAR:
        return None
    return Read(Season(first, year_shift=unit.shift), unit.after)


@rule("date.season-of-year", "شتاء 2015-2016")
def season_of_year(text: Cursor, index: int) -> Read[Season] | None:
    """A season of a year, or of the two that a winter is in."""
    first = text.words.seasons.get((text.form(index),))
    read = None if first is None else year_number(text, text.past(index + 1, "year"))
    if first is None or read is None or read.hijri:
        return None
    more = year_number(text, read.after + 1) if text.form(read.after) in {"-", "/", "–"} else None
    if more is not None:
        return Read(Season(first, read.year, until=more.year), more.after)
    return Read(Season(first, read.year), read.after)


SEASONS: tuple[Production, ...] = (season_with_shift, season_of_shifted_year, season_of_year)
