"""Date phrases of Arabic news: where they stand in a text, and which days they mean.

`find_dates` reads the text alone; `resolve` needs the publication date for all that is not written out in full.
The grammar is in `syria_events.rules.dategrammar`, the conventions in `syria_events.rules.calendar`, the words in
`lexicon/data/calendar.toml`.

Clitics: `و` and `ف` stay outside a phrase (`وأمس` gives `أمس`), `ب`, `ل` and `ك` inside (`بالأمس`). The words
`منذ`, `حتى`, `بحلول`, `قبل`, `بعد`, `من ... إلى` and `بين ... و` are part of the phrase, for they change its meaning.
"""

from dataclasses import dataclass
from datetime import date

from syria_events.model import Period
from syria_events.rules.calendar import (
    Agreed,
    Between,
    CalendarDate,
    DayOffset,
    Distance,
    Meaning,
    Season,
    Since,
    Span,
    Until,
    Weekday,
    Window,
    Year,
    days_of,
)
from syria_events.rules.dategrammar import DateReader
from syria_events.rules.datetokens import tokenize


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase as it stands in the text.

    Args:
        start: half-open code-point offsets into the text given to `find_dates`, 0-based.
        text: `text[start:end]`.
        kind: absolute, day-month, day-of-month, month, year, season, weekday, relative-day, relative-period, distance,
            window, since, until, range or unknown (a date told against another one, or too vague).
        meaning: what `resolve` works from.
    """

    start: int
    end: int
    text: str
    kind: str
    meaning: Meaning


def find_dates(text: str) -> list[DatePhrase]:
    """All date phrases of a text in order, the longest at each place, none overlapping.

    Some words are dates only beside others (`في مارس`, `في 2010`, not `روسيا اليوم`), so give whole articles or
    sentences. The text of a phrase found before is read as it was then, but for what it shared with a neighbour
    (`يناير وأبريل من هذا العام`).
    """
    reader = DateReader(tokenize(text))
    found = []
    for first, after, meaning in reader.phrases():
        start, end = reader.tokens[first].start, reader.tokens[after - 1].end
        found.append(DatePhrase(start, end, text[start:end], _kind(meaning), meaning))
    return found


def resolve(phrase: DatePhrase, published: date | None, *, future: bool | None = False) -> Period | None:
    """The days a phrase means, both ends included, or None where they cannot be told.

    Args:
        phrase: one of `find_dates`.
        published: the day of publication; without it only dates written out with their year resolve.
        future: the clause speaks of what is to come: a bare weekday or a day without a year then lies ahead. None
            where the clause has no tense (`اجتماع في أيلول`): as False, but a month near at hand is left unknown.
    """
    return days_of(phrase.meaning, published, future=future)


def _kind(meaning: Meaning) -> str:
    match meaning:
        case CalendarDate(year=int()):
            return "absolute"
        case CalendarDate(month=None):
            return "day-of-month"
        case CalendarDate(day=int()):
            return "day-month"
        case Agreed(second=second):
            return _kind(second)
    names: dict[type, str] = {
        CalendarDate: "month", Year: "year", Season: "season", Weekday: "weekday", DayOffset: "relative-day",
        Span: "relative-period", Distance: "distance", Window: "window",
        Since: "since", Until: "until", Between: "range",
    }  # fmt: skip
    return names.get(type(meaning), "unknown")
