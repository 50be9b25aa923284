"""The date phrases of a text, and what looks like one and is none."""

from dataclasses import dataclass

from syria_events.dates.grammar.cursor import Cursor
from syria_events.dates.grammar.phrases import phrases
from syria_events.dates.meanings import DatePhrase
from syria_events.dates.tokens import tokenize
from syria_events.dates.words import DateWords


@dataclass(frozen=True, slots=True)
class Refusal:
    """Where a guard refused to read a date.

    Args:
        start: code-point offset into the text of the token that the guard was asked about, 0-based.
        rule: the guard's id.
    """

    start: int
    rule: str


def find_dates(text: str, words: DateWords) -> list[DatePhrase]:
    """All date phrases of a text in order, the longest at each place, none overlapping.

    Some words are dates only beside others (`في مارس`, `في 2010`, not `روسيا اليوم`), so give whole articles or
    sentences. The text of a phrase found before is read as it was then, but for what it shared with a neighbour
    (`يناير وأبريل من هذا العام`).
    """
    return _read(text, words)[0]


def find_refusals(text: str, words: DateWords) -> list[Refusal]:
    """What guards refused outside the date phrases of a text, in order."""
    found, refusals = _read(text, words)
    return [refusal for refusal in refusals if not any(phrase.start <= refusal.start < phrase.end for phrase in found)]


def _read(text: str, words: DateWords) -> tuple[list[DatePhrase], list[Refusal]]:
    cursor = Cursor(tokenize(text, words.known), words)
    found = []
    for first, read in phrases(cursor):
        start, end = cursor.tokens[first].start, cursor.tokens[read.after - 1].end
        found.append(DatePhrase(start, end, text[start:end], read.meaning, read.rules))
    refused = sorted({(cursor.tokens[at].start, rule) for rule, at in cursor.refused})
    return found, [Refusal(start, rule) for start, rule in refused]
