"""Seasons of a year."""

from syria_events.dates.grammar.cursor import Cursor, Production, Read
from syria_events.dates.grammar.pieces import definite_unit, shift, year_number
from syria_events.dates.meanings import Season, Unit
from syria_events.provenance import rule


@rule("date.season-with-shift", "الصيف الماضي")
def season_with_shift(text: Cursor, index: int) -> Read[Season] | None:
    """The last, this or the next season of its name: `هذا الصيف`."""
    this = text.skip(index, "this")
    if this is not None:
        name = text.form(this)
        first = text.words.seasons.get((name[2:],)) if name.startswith("ال") else None
        return None if first is None else Read(Season(first, year_shift=0), this + 1)
    form = text.form(index)
    if not form.startswith("ال") or (first := text.words.seasons.get((form[2:],))) is None:
        return None
    if (which := shift(text, index + 1)) is None or abs(which[0]) > 1:
        return None
    return Read(Season(first, shift=which[0]), which[1])


@rule("date.season-of-shifted-year", "خريف العام الماضي")
def season_of_shifted_year(text: Cursor, index: int) -> Read[Season] | None:
    """A season of a year counted from that of publication."""
    if (first := text.words.seasons.get((text.form(index),))) is None:
        return None
    if (unit := definite_unit(text, index + 1)) is None or unit.unit != Unit.YEAR:
        return None
    return Read(Season(first, year_shift=unit.shift), unit.after)


@rule("date.season-of-year", "شتاء 2015-2016")
def season_of_year(text: Cursor, index: int) -> Read[Season] | None:
    """A season of a year, or of the two that a winter is in."""
    if (first := text.words.seasons.get((text.form(index),))) is None:
        return None
    if (read := year_number(text, text.past(index + 1, "year"))) is None or read.hijri:
        return None
    if text.form(read.after) in {"-", "/", "–"} and (more := year_number(text, read.after + 1)) is not None:
        return Read(Season(first, read.year, until=more.year), more.after)
    return Read(Season(first, read.year), read.after)


SEASONS: tuple[Production, ...] = (season_with_shift, season_of_shifted_year, season_of_year)
