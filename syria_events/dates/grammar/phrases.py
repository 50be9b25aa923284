"""The date phrases of a text, one after the other."""

from collections.abc import Iterator
from dataclasses import replace

from syria_events.dates.grammar.cursor import Cursor, Read, first_of, longer, longest
from syria_events.dates.grammar.distances import DISTANCES
from syria_events.dates.grammar.months import MONTH_DAYS
from syria_events.dates.grammar.ranges import RANGES, date
from syria_events.dates.meanings import CalendarDate, Meaning
from syria_events.provenance import guard


def phrases(text: Cursor) -> Iterator[tuple[int, Read[Meaning]]]:
    """The longest date at each token with the token's index, none overlapping.

    It takes linear time, for every production looks at a bounded number of tokens.
    """
    index = 0
    while index < len(text.tokens):
        form = text.tokens[index].form
        if form not in text.words.first and not form[0].isdigit():
            index += 1
            continue
        here = replace(text, head=index)
        name = _name_with_day(here, index)
        read = longer(date(here, index), longest((*DISTANCES, *RANGES), here, index)) if name is None else None
        if read is not None:
            yield index, read
        index = name or (index + 1 if read is None else read.after)


@guard("date.named-day", "قوى 14 آذار")
def is_name(text: Cursor, index: int, day: Meaning) -> bool:
    """Refuses a day and month behind a noun that makes a name of them, unless a year is given."""
    named = text.is_guard(text.before(index), "before_named_day")
    return named and isinstance(day, CalendarDate) and not day.tells_year


def _name_with_day(text: Cursor, index: int) -> int | None:
    """The index behind the day and month of a name."""
    read = first_of(MONTH_DAYS, text, index)
    return read.after if read is not None and text.refuses(is_name, index, read.meaning) else None
